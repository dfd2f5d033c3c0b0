"""The browser that tests drive: Chromium, as Debian packages it or as Playwright brings it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "no Chromium was found. On Debian: apt install chromium. Elsewhere: .venv/bin/python -m playwright "
    "install chromium, or set RAPPORTEUR_CHROMIUM to the program."
)


def find_browser() -> str | None:
    """The program to start, or None: what RAPPORTEUR_CHROMIUM names, one on the path, or Playwright's own."""
    if named := os.environ.get("RAPPORTEUR_CHROMIUM"):
        return shutil.which(named)
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _playwrights_own()


def fetch_browser() -> str | None:
    """Let Playwright fetch its own; say what happens. None where that fails too."""
    print("No Chromium here; fetching Playwright's (some 150 MB) …", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]
    if subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode:
        print(f"That failed: {MISSING}", file=sys.stderr, flush=True)
    return find_browser()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
