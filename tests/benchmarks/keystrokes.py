"""How long a long draft takes to open in the browser, and a keystroke in it to be on the screen.

``python -m tests.benchmarks.keystrokes [--paragraphs 1000] [--keys 150]``

By real Chromium without a screen, on a server in a process of its own. A keystroke's time is from the key's
event to the moment after the frame that shows it was painted, so at least the rest of a frame of 16 ms.
"""

from __future__ import annotations

import argparse
import statistics
import time

from playwright.sync_api import Page

from tests.benchmarks.desk import desk

SPEED = 90  # milliseconds between keys: a fast typist
WATCH = """() => {
  window.painted = []; window.scripted = [];
  const channel = new MessageChannel();
  let pressed = 0;
  channel.port1.onmessage = () => painted.push(performance.now() - pressed);
  addEventListener("keydown", (event) => {
    pressed = event.timeStamp;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }, true);
  const { session } = rapporteur;
  const dispatch = rapporteur.view.props.dispatchTransaction;
  rapporteur.view.setProps({ dispatchTransaction: (tr) => {
    const began = performance.now();
    dispatch(tr);
    if (tr.docChanged) scripted.push(performance.now() - began);
  } });
}"""

GO_ON = """() => setInterval(() => rapporteur.view.dispatch(rapporteur.view.state.tr.insertText("x")), 150)"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=1000)
    parser.add_argument("--keys", type=int, default=150)
    asked = parser.parse_args()
    with desk(asked.paragraphs, 2) as at:
        at.sit(1).close()  # the server has read the text, and the browser the program
        began = time.perf_counter()
        page = at.sit(0)
        print(f"open at {asked.paragraphs} paragraphs: {time.perf_counter() - began:.2f} s\n")
        print("| typing | painted, median | painted, p95 | script, median | script, p95 |")
        print("|---|---|---|---|---|")
        page.evaluate(WATCH)
        middle = asked.paragraphs // 2
        for name, number in (("at the beginning", 3), ("in the middle", middle), ("at the end", -2)):
            report(page, name, number, asked.keys)
        other = at.sit(1)
        place(other, 2)
        other.evaluate(GO_ON)
        report(page, "while another types elsewhere", middle, asked.keys)


def report(page: Page, name: str, number: int, keys: int) -> None:
    """Type in a paragraph, and print a row: milliseconds."""
    place(page, number)
    page.evaluate("painted.length = scripted.length = 0")
    page.keyboard.type("x" * keys, delay=SPEED)
    page.wait_for_timeout(500)
    painted, scripted = page.evaluate("[painted, scripted]")
    figures = [figure for row in (painted, scripted) for figure in (statistics.median(row), _p95(row))]
    print(f"| {name} | " + " | ".join(f"{figure:.1f}" for figure in figures) + " |", flush=True)


def place(page: Page, number: int) -> None:
    paragraph = page.locator(".ProseMirror .para").nth(number)
    paragraph.scroll_into_view_if_needed()
    paragraph.click()
    page.keyboard.press("End")


def _p95(row: list[float]) -> float:
    return statistics.quantiles(row, n=20)[-1]


if __name__ == "__main__":
    main()
