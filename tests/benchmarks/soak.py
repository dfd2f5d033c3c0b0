"""Two people writing for a long time: whether the pages or the server grow.

``python -m tests.benchmarks.soak [--minutes 20] [--paragraphs 100] [--kinds]``

Both type, part, join, move and undo without a pause, in real browsers, and take back as much as they write,
so that the text stays as long as it was. Before the first row each has filled the list of what can be undone.
Every minute a row: the memory of each page after garbage is collected, how many pieces the text in it has and
how many deeds it could undo, the memory of the server, and how many updates its log holds. Every fifth
minute a third person opens the text: their page has the text with its whole past, of which Yjs remembers for
every deed where it stood, for whoever comes back from a time offline, and nothing else. What the writers'
pages have **beyond** it is theirs: it must not grow.

``--kinds`` tells at the end of what there is more than after five minutes, by constructor; ours have their
names where the editor was built without minifying (``minify: false`` in ``static/src/build.mjs``).
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

from tests.benchmarks.desk import Desk, desk
from tests.benchmarks.heap import Kind, collected, kinds

MB = 1_000_000
EVERY = 5  # minutes after which somebody opens the text anew
DEEDS = [
    ("End", "x" * 20, ["Backspace"] * 20),
    ("End", "", ["Enter", "Backspace"]),
    ("Home", "", ["Alt+ArrowDown", "Alt+ArrowUp"]),
    ("Home", "", ["Tab", "Shift+Tab"]),
    ("End", " and so on", ["Control+z"]),
]  # each leaves the paragraph as it was
COLUMNS = (
    *(
        "minute",
        "deeds",
        "one page, MB",
        "other, MB",
        "loaded anew, MB",
        "beyond it, MB",
        "pieces",
        "to undo",
    ),
    *("server, MB", "updates"),
)
FILL = """async (deeds) => {
  const { session, view } = window.rapporteur;
  for (let deed = 0; deed < deeds; deed++) {
    session.undo.stopCapturing();
    const { tr } = session.state;
    view.dispatch(deed % 2 ? tr.delete(1, 2) : tr.insertText("w", 1, 1));
    if (deed % 20 === 0) await new Promise((done) => setTimeout(done, 100));
  }
}"""  # a letter typed at the beginning of the title, and taken away again
STRUCTS = """() => {
  const { store } = window.rapporteur.ydoc;
  return [...store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);
}"""


@dataclass
class Person:
    page: Page
    devtools: CDPSession
    paragraph: int = 0

    def act(self, number: int) -> None:
        from tests.browser.writing import write

        key, words, then = DEEDS[number % len(DEEDS)]
        write(self.page, self.paragraph, words, key)
        for pressed in then:
            self.page.keyboard.press(pressed)

    @property
    def structs(self) -> int:
        """Pieces of text, there or gone, that Yjs keeps apart."""
        return int(self.page.evaluate(STRUCTS))

    @property
    def undone(self) -> int:
        """Deeds that can be undone."""
        return int(self.page.evaluate("window.rapporteur.session.undo.undoStack.length"))

    @property
    def memory(self) -> float:
        """MB of the page's script, after a collection."""
        collected(self.devtools)
        return float(self.devtools.send("Runtime.getHeapUsage")["usedSize"]) / MB


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=int, default=20)
    parser.add_argument("--paragraphs", type=int, default=100)
    parser.add_argument("--kinds", action="store_true")
    asked = parser.parse_args()
    with desk(asked.paragraphs, 3) as at:
        soak(at, asked.minutes, with_kinds=asked.kinds)


def soak(at: Desk, minutes: int, *, with_kinds: bool) -> None:
    from tests.browser.writing import agreed

    people = [sat(at, number, paragraph=10 + 20 * number) for number in range(2)]
    for each in people:
        each.page.evaluate(FILL, 520)
    agreed(*(each.page for each in people))
    print("|", " | ".join(COLUMNS), "|")
    print("|" + "---|" * len(COLUMNS), flush=True)
    report(at, people, 0, 0)
    deeds, began, first = 0, time.monotonic(), {}
    for minute in range(1, minutes + 1):
        while time.monotonic() - began < 60 * minute:
            people[deeds % 2].act(deeds // 2)
            deeds += 1
        report(at, people, minute, deeds)
        if with_kinds and minute == EVERY:
            first = kinds(people[0].devtools)
    agreed(*(each.page for each in people))
    if with_kinds:
        tell_more(first, kinds(people[0].devtools))


def sat(at: Desk, number: int, paragraph: int = 0) -> Person:
    page = at.sit(number)
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.enable")
    return Person(page, devtools, paragraph)


def report(at: Desk, people: list[Person], minute: int, deeds: int) -> None:
    from drafts.models import LiveText

    sizes = [each.memory for each in people]
    anew = fresh(at) if minute % EVERY == 0 else None
    told = [
        minute,
        deeds,
        *(f"{size:.2f}" for size in sizes),
        f"{anew:.2f}" if anew else "",
        f"{sizes[0] - anew:.2f}, {sizes[1] - anew:.2f}" if anew else "",
        people[0].structs,
        people[0].undone,
        f"{at.memory / MB:.1f}",
        LiveText.objects.get().seq,
    ]
    print("|", " | ".join(map(str, told)), "|", flush=True)


def fresh(at: Desk) -> float:
    """MB of the page of somebody who opens the text now."""
    newcomer = sat(at, 2)
    try:
        return newcomer.memory
    finally:
        newcomer.page.context.close()


def tell_more(before: dict[str, Kind], after: dict[str, Kind]) -> None:
    """The kinds that have grown most, in bytes."""
    nothing = Kind(0, 0)
    grown = {kind: size - before.get(kind, nothing).size for kind, (_, size) in after.items()}
    print("\n| kind | then | now | bytes more |\n|---|---|---|---|")
    for kind in sorted(grown, key=lambda each: -grown[each])[:40]:
        then, now = before.get(kind, nothing), after[kind]
        print(f"| {kind[:60]} | {then.count} | {now.count} | {grown[kind]} |")


if __name__ == "__main__":
    main()
