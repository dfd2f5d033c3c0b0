"""Two people writing for a long time: whether the pages or the server grow.

``python -m tests.benchmarks.soak [--minutes 20] [--paragraphs 100]``

Both type, part, join, move and undo without a pause, in real browsers, and take back as much as they write,
so that the text stays as long as it was. Before the first row each has filled the list of what can be undone.
Every minute a row: the memory of each page after garbage is collected, how many pieces the text in it has and
how many deeds it could undo, the memory of the server, and how many updates its log holds.

Every fifth minute a third person opens the text. Their page has the text with its whole past, of which Yjs
remembers for every deed where it stood, for whoever comes back from a time offline. What a writer's page
holds **beyond** it is ours: it must not grow. Left out of that is the code that the browser makes of scripts,
which is more the longer they run. At the end stands of what there is more beyond it than after five minutes,
by constructor; ours have their names where the editor was built without minifying (``minify: false`` in
``static/src/build.mjs``).
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

from tests.benchmarks.desk import Desk, desk
from tests.benchmarks.heap import CODE, Kind, collected, kinds, script_bytes

MB = 1_000_000
EVERY = 5  # minutes after which somebody opens the text anew
NOTHING = Kind(0, 0)
DEEDS = [
    ("End", "x" * 20, ["Backspace"] * 20),
    ("End", "", ["Enter", "Backspace"]),
    ("Home", "", ["Alt+ArrowDown", "Alt+ArrowUp"]),
    ("Home", "", ["Tab", "Shift+Tab"]),
    ("End", " and so on", ["Control+z"]),
]  # each leaves the paragraph as it was
COLUMNS = (
    *("minute", "deeds", "one page, MB", "other, MB", "loaded anew, MB", "beyond it, MB", "of code, MB"),
    *("pieces", "to undo", "server, MB", "updates"),
)
FILL = """async (deeds) => {
  const { session, view } = window.rapporteur;
  for (let deed = 0; deed < deeds; deed++) {
    session.undo.stopCapturing();
    const { tr } = session.state;
    view.dispatch(deed % 2 ? tr.delete(1, 21) : tr.insertText("w".repeat(20), 1, 1));
    if (deed % 20 === 0) await new Promise((done) => setTimeout(done, 100));
  }
}"""  # letters typed at the beginning of the title, and taken away again
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
    asked = parser.parse_args()
    with desk(asked.paragraphs, 3) as at:
        soak(at, asked.minutes)


def soak(at: Desk, minutes: int) -> None:
    from tests.browser.writing import agreed

    people = [sat(at, number, paragraph=10 + 20 * number) for number in range(2)]
    for each in people:
        each.page.evaluate(FILL, 520)
    agreed(*(each.page for each in people))
    print("|", " | ".join(COLUMNS), "|")
    print("|" + "---|" * len(COLUMNS), flush=True)
    found = [report(at, people, 0, 0)]
    deeds, began = 0, time.monotonic()
    for minute in range(1, minutes + 1):
        while time.monotonic() - began < 60 * minute:
            people[deeds % 2].act(deeds // 2)
            deeds += 1
        found.append(report(at, people, minute, deeds))
    agreed(*(each.page for each in people))
    first, *_, last = [each for each in found[1:] if each] or [{}]
    tell_more(first, last)


def sat(at: Desk, number: int, paragraph: int = 0) -> Person:
    page = at.sit(number)
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.enable")
    return Person(page, devtools, paragraph)


def report(at: Desk, people: list[Person], minute: int, deeds: int) -> dict[str, Kind]:
    """One row; what the first page has beyond one that is loaded anew, where that is looked at."""
    from drafts.models import LiveText

    sizes = [each.memory for each in people]
    anew, beyond = beyond_anew(at, people[0]) if minute % EVERY == 0 else (0.0, {})
    told = [
        minute,
        deeds,
        *(f"{size:.2f}" for size in sizes),
        f"{anew:.2f}" if anew else "",
        f"{script_bytes(beyond) / MB:.2f}" if anew else "",
        f"{beyond[CODE].size / MB:.2f}" if anew else "",
        people[0].structs,
        people[0].undone,
        f"{at.memory / MB:.1f}",
        LiveText.objects.get().seq,
    ]
    print("|", " | ".join(map(str, told)), "|", flush=True)
    return beyond


def beyond_anew(at: Desk, person: Person) -> tuple[float, dict[str, Kind]]:
    """MB of the page of somebody who opens the text now, and what a person's has beyond it."""
    newcomer = sat(at, 2)
    try:
        size = newcomer.memory
        fresh, old = kinds(newcomer.devtools), kinds(person.devtools)
    finally:
        newcomer.page.context.close()
    return size, {kind: less(old.get(kind), fresh.get(kind)) for kind in old.keys() | fresh.keys()}


def less(one: Kind | None, other: Kind | None) -> Kind:
    one, other = one or NOTHING, other or NOTHING
    return Kind(one.count - other.count, one.size - other.size)


def tell_more(before: dict[str, Kind], after: dict[str, Kind]) -> None:
    """The kinds that have grown most, in bytes, beyond a page that is loaded anew."""
    grown = {kind: less(after.get(kind), before.get(kind)).size for kind in after}
    print("\n| kind | beyond it then | now | bytes more |\n|---|---|---|---|")
    for kind in sorted(grown, key=lambda each: -abs(grown[each]))[:30]:
        then, now = before.get(kind, NOTHING), after[kind]
        print(f"| {kind[:60]} | {then.count} | {now.count} | {grown[kind]} |")


if __name__ == "__main__":
    main()
