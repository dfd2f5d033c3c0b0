"""Tables for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # without it, spreadsheets take the text for Latin-1
_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def to_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """The rows as CSV in UTF-8. What a spreadsheet would take for a formula gets a ' before it."""
    text = io.StringIO()
    text.write(_BOM)
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULAS) else text
