"""``python -m tests.screenshots``: pictures of all pages, by day and by night, at three widths.

For looking at every page before a release, and after any change to the styles. The program runs by itself on
the samples, with a database of its own; nothing else is touched. Options say where to, and which pages only.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

WIDTHS = (1280, 768, 390)
COLOURS = ("light", "dark")


def main() -> None:
    asked = _asked()
    with tempfile.TemporaryDirectory() as data:
        os.environ |= {
            "RAPPORTEUR_DATA": data,
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
        }
        os.environ.pop("DATABASE_URL", None)
        _take(asked)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"), help="the folder they go to")
    parser.add_argument("--only", default="", help="pages whose names hold these words")
    parser.add_argument("--language", default="en-GB", help="the language of the interface")
    parser.add_argument("--widths", type=int, nargs="+", default=WIDTHS)
    parser.add_argument("--colours", nargs="+", default=COLOURS, choices=COLOURS)
    return parser.parse_args()


def _take(asked: argparse.Namespace) -> None:
    """Furnish a program and go through its pages."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from playwright.sync_api import sync_playwright

    from drafts.management.browser import MISSING, find_browser
    from tests.browser.conftest import FLAGS
    from tests.browser.pages import PAGES, go, window
    from tests.browser.windows import Windows
    from tests.furnished import furnish

    settings.ALLOWED_HOSTS, settings.WORKER, settings.PATIENCE = ["*"], False, 60
    call_command("migrate", verbosity=0, interactive=False)
    furnished = furnish()
    asked.out.mkdir(parents=True, exist_ok=True)
    pages = [shown for shown in PAGES if asked.only in shown.name]
    with _served() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser() or exit(MISSING), args=FLAGS)
        windows = Windows(browser, site)
        for who, theirs in groupby(pages, key=lambda shown: shown.who):
            with window(windows, furnished, who, locale=asked.language) as page:
                for shown in theirs:
                    go(page, shown, furnished)
                    _photograph(page, asked, re.sub(r"\W+", "-", shown.name))
        browser.close()
    print(
        f"{len(pages)} pages, {len(pages) * len(asked.widths) * len(asked.colours)} pictures in {asked.out}"
    )


def _photograph(page, asked: argparse.Namespace, name: str) -> None:
    for width in asked.widths:
        page.set_viewport_size({"width": width, "height": 900})
        for colours in asked.colours:
            page.emulate_media(color_scheme=colours)
            page.screenshot(path=asked.out / f"{name}.{width}.{colours}.png", full_page=True)


@contextmanager
def _served() -> Iterator[str]:
    """The program on a free port of this machine. Its address."""
    import uvicorn

    from drafts.management.serving import SERVED

    listening = socket.create_server(("127.0.0.1", 0))
    serving = uvicorn.Server(uvicorn.Config(**SERVED))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not serving.started:
        time.sleep(0.01)
    yield "http://{}:{}".format(*listening.getsockname())
    serving.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
