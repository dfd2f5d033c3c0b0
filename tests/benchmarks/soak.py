"""Two people writing for a long time: whether the pages or the server grow.

``python -m tests.benchmarks.soak [--minutes 20] [--paragraphs 100]``

Both type, part, join, move and undo without a pause, in real browsers, and take back as much as they write,
so that the text stays about as long as it was. Every minute a row: the memory of each page after garbage is
collected, how many pieces the text in it has and how many deeds it could undo, the memory of the server,
and how many updates its log holds. At the end one page is loaded anew: what it has then is the text's own
with its whole past, of which Yjs remembers for every deed where it stood, for whoever comes back from a
time offline.

In 20 minutes on two busy cores, 25 November 2026 (2,543 deeds, 22,012 updates): the page 4.0 MB when
opened, 6.8 after a minute, 9.6 at the end, with 8,908 pieces instead of 1,217; loaded anew 5.8, so the text
had grown by 1.8 MB and the rest of the page by 1.0 since its first minute, 334 deeds to be undone in it, of
500 that are kept at most. The server 79.5 MB, 84.4 after 5 minutes, 88.7 at the end.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Page

from tests.benchmarks.desk import Desk, desk

MB = 1_000_000
DEEDS = [
    ("End", "x" * 20, ["Backspace"] * 20),
    ("End", "", ["Enter", "Backspace"]),
    ("Home", "", ["Alt+ArrowDown", "Alt+ArrowUp"]),
    ("Home", "", ["Tab", "Shift+Tab"]),
    ("End", " and so on", ["Control+z"]),
]  # each leaves the paragraph as it was


@dataclass
class Person:
    page: Page
    devtools: CDPSession
    paragraph: int

    def act(self, number: int) -> None:
        from tests.browser.writing import write

        key, words, then = DEEDS[number % len(DEEDS)]
        write(self.page, self.paragraph, words, key)
        for pressed in then:
            self.page.keyboard.press(pressed)

    @property
    def structs(self) -> int:
        """Pieces of text, there or gone, that Yjs keeps apart."""
        counting = """() => {
          const { store } = window.rapporteur.session.ydoc;
          return [...store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);
        }"""
        return int(self.page.evaluate(counting))

    @property
    def undone(self) -> int:
        """Deeds that can be undone."""
        return int(self.page.evaluate("window.rapporteur.session.undo.undoStack.length"))

    @property
    def memory(self) -> float:
        """MB of the page's script, after a collection."""
        for _ in range(2):  # what the first has found to be finalized goes with the second
            self.devtools.send("HeapProfiler.collectGarbage")
        return float(self.devtools.send("Runtime.getHeapUsage")["usedSize"]) / MB


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=int, default=20)
    parser.add_argument("--paragraphs", type=int, default=100)
    asked = parser.parse_args()
    with desk(asked.paragraphs, 2) as at:
        people = [sat(at, number, paragraph=10 + 20 * number) for number in range(2)]
        print("| minute | deeds | one page, MB | other, MB | pieces in it | to undo | server, MB | updates |")
        print("|---|---|---|---|---|---|---|---|", flush=True)
        report(at, people, 0, 0)
        deeds, began = 0, time.monotonic()
        for minute in range(1, asked.minutes + 1):
            while time.monotonic() - began < 60 * minute:
                people[deeds % 2].act(deeds // 2)
                deeds += 1
            report(at, people, minute, deeds)
        from tests.browser.writing import agreed

        agreed(*(each.page for each in people))
        people[0].page.reload()
        people[0].page.wait_for_selector("[data-ready=yes]", timeout=120_000)
        print(f"One page, loaded anew: {people[0].memory:.1f} MB")


def sat(at: Desk, number: int, paragraph: int) -> Person:
    page = at.sit(number)
    devtools = page.context.new_cdp_session(page)
    devtools.send("HeapProfiler.enable")
    return Person(page, devtools, paragraph)


def report(at: Desk, people: list[Person], minute: int, deeds: int) -> None:
    from drafts.models import LiveText

    pages = " | ".join(f"{each.memory:.1f}" for each in people)
    print(
        f"| {minute} | {deeds} | {pages} | {people[0].structs} | {people[0].undone} | {at.memory / MB:.1f} |"
        f" {LiveText.objects.get().seq} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
