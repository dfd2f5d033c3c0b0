"""The pictures of the manual can be taken anew by the one command that made them."""

import subprocess
import sys
from pathlib import Path

from django.conf import settings
from PIL import Image
from playwright.sync_api import Browser


def test_command_takes_a_picture_of_the_running_program(browser: Browser, tmp_path: Path) -> None:
    command = [sys.executable, "manage.py", "pictures", "people", "--into", str(tmp_path)]
    ended = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
    assert (ended.returncode, [path.name for path in tmp_path.iterdir()]) == (0, ["people.webp"]), (
        ended.stderr
    )
    assert ended.stdout.startswith("people.webp: ")
    with Image.open(tmp_path / "people.webp") as picture:
        assert (picture.format, picture.size) == ("WEBP", (1000, 620))
        assert len(picture.convert("L").getcolors() or ()) > 20  # a page, and no empty window
