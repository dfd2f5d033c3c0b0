"""The truth of genuine documents in files: one TOML a document, one line a paragraph.

::

    ["preambular", 1, "", "Recalling its resolution 79/1,", "of all lamps,", "0f3a…", "91c2…", ["79/1, ^1"]]

kind, level, label · opening and closing words · digest of the words, and of the words with their italics ·
calls, each with the words before it.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

from drafts.core.document import Masthead
from tests.formats.genuine.truth import Call, Piece, Truth

FOLDER = Path(__file__).with_name("expected")


def expected(stem: str) -> Truth | None:
    """The truth of the document whose file is named so, if it was written down."""
    path = FOLDER / f"{stem}.toml"
    return _loaded(tomllib.loads(path.read_text())) if path.exists() else None


def dumps(truth: Truth) -> str:
    """The file for a truth: ``python -m tests.formats.genuine --write TRANSCRIPT``."""
    head = {
        "symbol": truth.symbol,
        "proposal": truth.proposal,
        "title": truth.title,
        "sponsors": list(truth.sponsors),
        "submitted": truth.submitted,
    }
    lines = [f"{key} = {_quoted(value)}" for key, value in head.items() if value]
    for name, pieces in (("paragraphs", truth.paragraphs), ("notes", truth.notes)):
        lines += [f"\n{name} = [", *(f"  {_row(piece)}," for piece in pieces), "]"]
    lines += ["\n[masthead]"]
    lines += [f"{key} = {_quoted(value)}" for key, value in asdict(truth.masthead).items() if value]
    return "\n".join(lines) + "\n"


def _row(piece: Piece) -> str:
    calls = [f"{call.before} ^{call.label}" for call in piece.calls]
    cells = [piece.kind, piece.level, piece.label, piece.opening, piece.closing, piece.words, piece.italics]
    return _quoted([*cells, calls] if calls else cells)


def _loaded(data: dict[str, Any]) -> Truth:
    return Truth(
        data["symbol"],
        data.get("proposal", ""),
        data.get("title", ""),
        Masthead(**data["masthead"]),
        tuple(data.get("sponsors", ())),
        data.get("submitted", ""),
        tuple(map(_piece, data["paragraphs"])),
        tuple(map(_piece, data["notes"])),
    )


def _piece(row: list[Any]) -> Piece:
    calls = row[7] if len(row) > 7 else []
    return Piece(*row[:7], calls=tuple(Call(*each.rsplit(" ^", 1)) for each in calls))


def _quoted(value: object) -> str:
    """JSON's strings and lists are TOML's too."""
    return json.dumps(value, ensure_ascii=False)
