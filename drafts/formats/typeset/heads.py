"""What both kinds of document share: language, fonts, masthead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from drafts.core.document import Masthead, Resolution
from drafts.core.masthead import DISTRIBUTION, ORIGINAL, organization
from drafts.core.runs import Run
from drafts.formats.typeset.fonts import EMPHASIS, families

_WITHOUT_SLANT = frozenset({"zh"})  # Amiri has its own italics

# Control characters have no glyph; a tab is a space.
_CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f]")
_UNSEEN = re.compile("[\ufeff\ufffe\uffff]")  # a byte order mark and no signs at all: PDF/UA forbids them
# In a text from right to left, a run such as A/C.3/61/L.8 must not fall apart at its strokes.
_LATIN_RUN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9./()–-]*[A-Za-z0-9)])?")


def common(resolution: Resolution) -> dict[str, Any]:
    """What ``common.typ`` asks for."""
    language, head = resolution.language or "en", resolution.masthead
    return {
        "language": language,
        "rtl": language == "ar",
        "fonts": families(language),
        "emphasis": EMPHASIS.get(language, ""),
        "slants": language not in _WITHOUT_SLANT,
        "organization": organization(language),
        "symbol": plain(resolution.symbol),
        "organ": plain(head.organ),
        "issue": list(_issue(head, language)),
        "place": [plain(each) for each in (head.session, head.committee, head.agenda_item) if each],
        "head": plain(resolution.symbol),
        "foot": "",
        "keywords": [plain(resolution.symbol)] if resolution.symbol else [],
    }


def _issue(head: Masthead, language: str) -> Iterator[str]:
    if head.distribution:
        yield DISTRIBUTION.get(language, "") + plain(head.distribution)
    if head.date:
        yield plain(head.date)
    if head.original:
        yield ORIGINAL.get(language, "") + plain(head.original)


def plain(text: str) -> str:
    """The text without what has no shape on paper."""
    return _CONTROL.sub(" ", _UNSEEN.sub("", text))


def spoken(text: str, language: str) -> str:
    """Words in a language, without what has no shape; in Arabic, what is Latin in them holds together."""
    text = plain(text)
    return _LATIN_RUN.sub("\u2066\\g<0>\u2069", text) if language == "ar" else text


def run_of(run: Run, language: str) -> dict[str, Any]:
    """A run as the templates take it."""
    return {"op": run.op, "text": spoken(run.text, language), "italic": run.italic, "call": run.call}
