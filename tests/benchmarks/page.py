"""What the comparison page costs its reader: bytes, the first paint, what jumps, how soon it answers.

``python -m tests.benchmarks.page [--paragraphs 1000] [--rounds 5]``

By real Chromium without a screen, at 1280 pixels, on styles and scripts as ``serve`` hands them out, for the
sample with its revision and for a made pair after an ordinary revision. The program has shown the page once
before; the browser has nothing of it kept. An interaction's time is from the key's event to the moment after
the frame was painted that shows what was asked for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.benchmarks.desk import FLAGS
from tests.live.served import servers

WATCH = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push([entry.value, entry.hadRecentInput]);
  }).observe({ type: "layout-shift", buffered: true });
"""
# Answers once the frame after the one in which ``shown`` first holds has been painted.
TIMED = """(shown) => {
  const holds = new Function(`return ${shown}`);
  const channel = new MessageChannel();
  window.took = new Promise((told) => {
    addEventListener("keydown", (event) => {
      channel.port1.onmessage = () => told(performance.now() - event.timeStamp);
      const look = () => requestAnimationFrame(() => (holds() ? channel.port2.postMessage(0) : look()));
      look();
    }, { capture: true, once: true });
  });
}"""
MODE = "document.querySelector('#comparison .sheet.mode-{}')"
# What is pressed, by what it does; with what is on the page once it is done.
KEYS = (
    ("next change", "n", "document.querySelector('.here') !== window.last"),
    ("side by side", "2", MODE.format("sides")),
    ("changes only", "3", MODE.format("changes")),
    ("in one text", "1", MODE.format("inline")),
    ("fold", "f", "document.querySelector('.fold:not([open])')"),
    ("unfold", "f", "!document.querySelector('.fold:not([open])')"),
)
FILTER = "[data-filter=edited]"
FILTERS = (
    ("filter", " ", "document.querySelector('[data-filter=edited][aria-pressed=true]')"),
    ("all again", " ", "document.querySelector('[data-filter=edited][aria-pressed=false]')"),
)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    with _program(asked.paragraphs) as (site, session, addresses), sync_playwright() as playwright:
        from drafts.management.browser import MISSING, find_browser

        program = find_browser()
        assert program, MISSING
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        cookie = {"name": "sessionid", "value": session, "url": site}
        for name, address in addresses.items():
            print(f"\n{name}", flush=True)
            measure(browser, site + address, cookie, asked.rounds)
        browser.close()


def measure(browser: Browser, address: str, cookie: dict[str, str], rounds: int) -> None:
    """Look at a page anew so many times, and print what it costs."""
    paints: list[float] = []
    took: dict[str, list[tuple[float, float]]] = {}
    shifted = []
    for at in range(rounds + 1):  # the first look is the program's own
        window = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
        window.add_cookies([cookie])
        page = window.new_page()
        page.add_init_script(WATCH)
        weights = _weighed(page, address)
        if at:
            paints.append(_painted(page))
            for name, taken in _pressed(page):
                took.setdefault(name, []).append(taken)
            shifted.append(page.evaluate("shifts"))
        window.close()
    _print(weights, paints, shifted, took)


def _weighed(page: Page, address: str) -> dict[str, int]:
    """Open the page. Bytes of bodies as they came over the line, by kind."""
    answers = []
    page.on("requestfinished", lambda request: answers.append(request))
    page.goto(address, wait_until="networkidle")
    found = {"document": 0, "stylesheet": 0, "script": 0}
    for request in answers:
        if request.resource_type in found:
            found[request.resource_type] += request.sizes()["responseBodySize"]
    return found


def _painted(page: Page) -> float:
    return page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")


def _pressed(page: Page) -> Iterator[tuple[str, tuple[float, float]]]:
    """Everything once at the top, then in the middle of the text: by the clock, and of the processor."""
    inside = page.context.new_cdp_session(page)
    inside.send("Performance.enable", {"timeDomain": "threadTicks"})
    for place in (0, 0.5):
        page.evaluate("(share) => scrollTo(0, share * document.documentElement.scrollHeight)", place)
        for name, key, shown in KEYS:
            yield name, _timed(page, inside, key, shown)
        page.locator(FILTER).focus()
        for name, key, shown in FILTERS:
            yield name, _timed(page, inside, key, shown)


def _timed(page: Page, inside: CDPSession, key: str, shown: str) -> tuple[float, float]:
    page.wait_for_timeout(600)  # so that a shift is not taken for the work of the key before
    page.evaluate("window.last = document.querySelector('.here')")
    page.evaluate(TIMED, shown)
    before = _worked(inside)
    page.keyboard.press(key)
    taken = page.evaluate("took")
    return taken, _worked(inside) - before


def _worked(inside: CDPSession) -> float:
    """Milliseconds of a processor that the page's thread has had."""
    found = inside.send("Performance.getMetrics")["metrics"]
    return next(1000 * each["value"] for each in found if each["name"] == "TaskDuration")


def _print(weights: dict[str, int], paints: list[float], shifted: list, took: dict) -> None:
    print(f"styles and scripts: {(weights['stylesheet'] + weights['script']) / 1000:.1f} kB")
    print(f"the page itself: {weights['document'] / 1000:.0f} kB")
    print(f"first contentful paint: median {statistics.median(paints):.0f} ms, worst {max(paints):.0f} ms")
    unasked = [sum(value for value, after_input in each if not after_input) for each in shifted]
    print(f"layout shift: worst {max(unasked):.4f}")
    print("\n| milliseconds to the frame that shows it | median | p95 | of a processor, median | p95 |")
    print("|---|---|---|---|---|")
    for name, taken in took.items():
        figures = [
            figure for row in zip(*taken, strict=True) for figure in (statistics.median(row), _p95(row))
        ]
        print(f"| {name} | " + " | ".join(f"{figure:.0f}" for figure in figures) + " |", flush=True)


def _p95(row: Sequence[float]) -> float:
    return statistics.quantiles(row, n=20, method="inclusive")[-1]


@contextmanager
def _program(paragraphs: int) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The program with both drafts: its address, who is signed in, and the comparisons by name."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "RAPPORTEUR_DATA": folder,
            "DATABASE_URL": f"sqlite:///{folder}/page.sqlite3",
            "RAPPORTEUR_STATIC_GATHERED": "yes",
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in this thread
        }
        session, addresses = _furnished(paragraphs)
        with servers(1) as [server]:
            yield f"http://{server.address}", session, addresses


def _furnished(paragraphs: int) -> tuple[str, dict[str, str]]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client
    from django.urls import reverse

    from drafts import actions
    from drafts.management.demo import load_samples
    from drafts.models import Draft
    from tests.benchmarks.compare.cases import case
    from tests.benchmarks.compare.script import ORDINARY

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    demo = load_samples()
    made = case("page", "en", paragraphs, ORDINARY)
    draft = actions.start_draft(made.old.resolution, by=demo)
    actions.add_version(draft, made.new.resolution, by=demo)
    sample = Draft.objects.get(versions__symbol="A/C.3/81/L.901/Rev.1")
    client = Client()
    client.force_login(demo)
    addresses = {
        name: reverse("comparison", args=[each.pk, 1, 2])
        for name, each in {"the sample": sample, f"{paragraphs} paragraphs": draft}.items()
    }
    return client.cookies["sessionid"].value, addresses


if __name__ == "__main__":
    main()
