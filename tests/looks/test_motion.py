"""That nothing on a page moves but what a person moves, whatever they asked their system for."""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "static"


def test_no_style_moves_anything() -> None:
    moving = re.compile(r"[;{\s](transition|animation|scroll-behavior)\b[^:;}]*:")
    told = {each.name: moving.findall(each.read_text(encoding="utf-8")) for each in STATIC.glob("css/*.css")}
    assert {name: found for name, found in told.items() if found} == {}
