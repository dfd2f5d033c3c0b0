"""Documents that amend a draft: which one they are about."""

from __future__ import annotations

import re

from drafts.core import symbols
from drafts.core.document import Resolution
from drafts.core.errors import SymbolError

# A symbol within a sentence: strokes between parts that begin with a capital or a digit.
_SYMBOL = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z0-9][A-Za-z0-9.\-]*)+")


def amended_symbol(resolution: Resolution) -> str:
    """The symbol that an amendment names first after its own: ``… amendment to draft resolution A/80/L.18``.

    Empty where the text is no amendment, or names none.
    """
    if resolution.proposal != "amendment":
        return ""
    head = (resolution.title, resolution.submitted, *(each.text for each in resolution.paragraphs))
    for found in (found for text in head for found in _SYMBOL.finditer(text)):
        named = _spelt(found[0].rstrip(".-"))
        if named and named != _spelt(resolution.symbol):
            return named
    return ""


def _spelt(symbol: str) -> str:
    try:
        return str(symbols.parse(symbol))
    except SymbolError:
        return ""
