"""Two people in real browsers do at random what an editor can do, cut off and together again in any order.

As static/src/tests/partitions.test.js does it in thousands of runs without a page; here a few, with all that
is between the key and the words: the browser's own editing, the socket, the server, the log. A failure prints
its seed; ``RAPPORTEUR_SEED=… pytest tests/browser/test_random.py`` plays it again.
"""

from __future__ import annotations

import os
import random

import pytest
from playwright.sync_api import Page

from drafts.models import Draft, User
from tests.browser.writing import Opened, agreed, back, cut_off, drafter, settle

RUNS = 4
DEEDS = 25  # of both together, in each run
KEYS = {
    "part": ["Enter"],
    "join": ["Home", "Backspace"],
    "join the next": ["End", "Delete"],
    "move": ["Alt+ArrowUp"],
    "move down": ["Alt+ArrowDown"],
    "indent": ["Tab"],
    "outdent": ["Shift+Tab"],
    "make preambular": ["Control+Alt+p"],
    "make operative": ["Control+Alt+o"],
    "italics": ["Home", "Shift+ArrowRight", "Shift+ArrowRight", "Control+i"],
    "undo": ["Control+z"],
    "redo": ["Control+y"],
    "erase": ["Shift+ArrowLeft", "Backspace"],
    "delete": ["Home", "Shift+ArrowDown", "Delete"],
    "note": ["Control+Alt+f"],
}
TAKES_AWAY = {"erase", "delete", "redo", "undo"}
PLACE = """([number, offset]) => {
  const { view } = rapporteur;
  let at = 0;
  for (let index = 0; index < number; index++) at += view.state.doc.child(index).nodeSize;
  const block = view.state.doc.child(number);
  const Selection = view.state.selection.constructor;
  const place = view.state.doc.resolve(at + 1 + Math.min(offset, block.content.size));
  view.dispatch(view.state.tr.setSelection(Selection.near(place)));
  view.focus();
}"""


class Hand:
    """One person, and which of the words of all they have seen go by their own deed."""

    def __init__(self, page: Page, chance: random.Random) -> None:
        self.page, self.chance = page, chance
        self.offline = False

    def act(self, signs: list[str], taken: set[str]) -> None:
        blocks = self.page.evaluate("rapporteur.view.state.doc.childCount")
        self.page.evaluate(PLACE, [self.chance.randrange(1, blocks), self.chance.randrange(60)])
        settle(self.page)
        before = self.seen()
        name = self.chance.choice(["type", "type", "type", *KEYS])
        if name == "type":
            sign = chr(0xE000 + len(signs))
            signs.append(sign)
            self.page.keyboard.insert_text(sign)
        for key in KEYS.get(name, ()):
            self.page.keyboard.press(key)
            settle(self.page)
        gone = before - self.seen() - taken  # what another took away may arrive just now
        assert not gone or name in TAKES_AWAY, f"{name} took a word away"
        taken |= gone

    def seen(self) -> set[str]:
        text = self.page.evaluate("rapporteur.view.state.doc.textContent")
        return {sign for sign in text if "\ue000" <= sign < "\uf900"}

    def turn(self) -> None:
        """Go offline, or come back."""
        self.offline = not self.offline
        if self.offline:
            cut_off(self.page)
        else:
            back(self.page)


@pytest.mark.parametrize("run", range(RUNS))
def test_two_people_converge_and_no_word_is_lost(
    run: int, opened: Opened, draft: Draft, facilitator: User
) -> None:
    seed = int(os.environ.get("RAPPORTEUR_SEED", random.SystemRandom().randrange(10**6)))
    print(f"seed {seed}")
    chance = random.Random(seed)
    hands = [Hand(opened(each), chance) for each in (facilitator, drafter(draft, "ben"))]
    signs: list[str] = []
    taken: set[str] = set()
    for _ in range(DEEDS):
        hand = chance.choice(hands)
        if chance.random() < 0.15:
            hand.turn()
        else:
            hand.act(signs, taken)
    for hand in hands:
        if hand.offline:
            hand.turn()
    pages = [hand.page for hand in hands]
    back(*pages)
    agreed(*pages)
    assert set(signs) - taken <= hands[0].seen() == hands[1].seen()
