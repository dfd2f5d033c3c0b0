"""The fonts of what is printed: each a library under a free licence, and none in the repository."""

import re
import subprocess
from importlib.metadata import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOLD = (ROOT / "drafts" / "formats" / "typeset" / "FONTS.md").read_text("utf-8")
LIBRARIES = re.findall(r"\| `((?:fontpkg|pylopdf)[\w-]+)` \|", TOLD)


@pytest.mark.parametrize("library", LIBRARIES)
def test_font_comes_with_the_text_of_its_free_licence(library: str) -> None:
    licences = [each.read_text() for each in files(library) or () if each.name == "LICENSE"]
    assert any("SIL OPEN FONT LICENSE Version 1.1" in re.sub(r"\s+", " ", each) for each in licences)


def test_every_font_library_is_named_with_its_licence() -> None:
    wanted = re.findall(r'"((?:fontpkg|pylopdf-fonts)[\w-]*)>', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert sorted(LIBRARIES) == sorted(wanted)


def test_no_font_is_in_the_repository() -> None:
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    if kept.returncode:
        pytest.skip("this is no git repository")
    assert [each for each in kept.stdout.split() if re.search(r"\.(?:otf|ttf|ttc|woff2?)$", each)] == []
