"""The live editor's own tests, run by Node: types, deeds one by one, random partitions of several people."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from pathlib import Path

import pytest

from drafts.management import frontend
from drafts.management.environment import Environment, SetUpError

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "static" / "src"
PARTITIONS = 2500  # of two people, and as many of three
LARGEST = 120_000  # bytes of the bundle as it travels


@pytest.fixture(scope="module")
def npm() -> list[str]:
    """How npm is called. Where the editor's libraries are not there tests are skipped; on CI they fail."""
    missing = "the live editor's libraries are not in static/src/node_modules: run manage.py test once"
    if not (SOURCE / "node_modules" / "fast-check").is_dir():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    try:
        return [str(each) for each in frontend.npm(Environment(ROOT, testing=True))]
    except SetUpError as error:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(str(error))


def told(npm: list[str], *script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(npm[0]).parent), os.environ["PATH"]])
    return subprocess.run(
        [*npm, "run", "--silent", *script],
        cwd=SOURCE,
        env={**os.environ, "PATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_types_hold(npm: list[str]) -> None:
    checked = told(npm, "check")
    assert checked.returncode == 0, checked.stdout


def test_people_converge_and_no_word_is_lost(npm: list[str]) -> None:
    """As static/src/tests tell it; a failure prints the seed with which it comes back."""
    tested = told(npm, "test", RAPPORTEUR_PARTITIONS=str(PARTITIONS))
    ran = re.findall(
        r"^ok \d+ - (\d) people converge, .* \((\d+) runs, seed \d+\)$", tested.stdout, re.MULTILINE
    )
    print(*re.findall(r"^.*seed.*$", tested.stdout, re.MULTILINE), sep="\n")
    assert tested.returncode == 0, tested.stdout[-5000:]
    assert ran == [("2", str(PARTITIONS)), ("3", str(PARTITIONS))]


def test_bundle_is_small(npm: list[str]) -> None:
    built = ROOT / "static" / "build" / "editor.js"
    assert len(gzip.compress(built.read_bytes())) <= LARGEST
