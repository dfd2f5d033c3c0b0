"""``manage.py pictures``: the manual's pictures, taken of the running program. Needs Chromium."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from drafts.management.browser import MISSING, find_browser
from drafts.management.commands.demo import listen
from drafts.management.demo import NAME, PASSWORD, SAMPLES, text_of

WINDOW: ViewportSize = {"width": 1280, "height": 794}
SIZE = (1000, 620)  # of a picture: as wide as the manual shows it on a fine screen
QUALITY = 34  # of WebP: text stays sharp, and no picture has 40 kB
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
PATIENCE = 60  # seconds for the demonstration to start; a slow machine takes ten
# What each shows, from the page of the first sample on.
PLACES = {
    "draft": "",
    "comparison": "compare/1/2/",
    "writing": "writing/",
    "people": "people/",
    "report": "compare/1/2/report/",
}
NAMES = ("reading", *PLACES)


class Command(BaseCommand):
    help = "Take the manual's pictures of a demonstration on a database of its own. Needs Chromium."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("names", nargs="*", help=f"which pictures (default: all): {', '.join(NAMES)}")
        parser.add_argument("--into", type=Path, default=settings.BASE_DIR / "static" / "img" / "help")

    def handle(self, *args: Any, **options: Any) -> None:
        names = options["names"] or NAMES
        if unknown := set(names) - set(NAMES):
            raise CommandError(f"No picture is called {', '.join(sorted(unknown))}: there are {NAMES}.")
        if not (program := find_browser()):
            raise CommandError(MISSING)
        with _demonstration() as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            page = browser.new_page(base_url=address, viewport=WINDOW, locale="en-GB", color_scheme="light")
            _sign_in(page)
            for name in names:
                _show(page, name)
                kept = options["into"] / f"{name}.webp"
                picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
                picture.resize(SIZE, Image.Resampling.LANCZOS).save(kept, quality=QUALITY, method=6)
                self.stdout.write(f"{kept.name}: {kept.stat().st_size} bytes")
            browser.close()


@contextmanager
def _demonstration() -> Iterator[str]:
    """``manage.py demo`` in a process and a folder of its own, until the pictures are taken."""
    listening = listen(8700)
    port = listening.getsockname()[1]
    listening.close()
    with tempfile.TemporaryDirectory() as folder:
        own = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "demo", "--port", str(port)]
        serving = subprocess.Popen(command, env={**own, "RAPPORTEUR_DATA": folder}, stdout=subprocess.DEVNULL)
        try:
            _wait_for(f"http://127.0.0.1:{port}/", serving)
            yield f"http://127.0.0.1:{port}"
        finally:
            serving.terminate()
            serving.wait()


def _wait_for(address: str, serving: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and serving.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()  # noqa: S310 - our own
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise CommandError(f"The demonstration did not start within {PATIENCE} s.")


def _sign_in(page: Page) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Username").fill(NAME)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button").first.click()
    page.wait_for_url("**/")


def _show(page: Page, name: str) -> None:
    if name == "reading":
        page.goto("/drafts/new/")
        page.locator("main textarea[name=text]").first.fill(text_of(SAMPLES[0][0]))
        page.locator("main form:has(textarea[name=text]) button.main").first.click()
        page.wait_for_url("**/readings/**")
        return
    page.goto("/")
    draft = page.locator(".list .name[lang=en]").first.get_attribute("href")
    page.goto(f"{draft}{PLACES[name]}")
    if name == "writing":
        page.wait_for_selector("[data-ready=yes]")
    page.wait_for_load_state("networkidle")
