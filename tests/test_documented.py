"""What can be set is told in the README."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_each_setting_stands_in_the_readme():
    named = {
        found
        for file in (*ROOT.glob("drafts/**/*.py"), *ROOT.glob("tests/**/*.py"))
        for found in re.findall(r"[\"'](RAPPORTEUR_[A-Z_]+)[\"']", file.read_text(encoding="utf-8"))
    }
    told = set(
        re.findall(r"^\| `(RAPPORTEUR_[A-Z_]+)`", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    )
    assert named == told
