"""The one place where typst is called: data in as JSON, never as markup, and PDF out."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal

from drafts.formats.typeset.fonts import FOLDERS

if TYPE_CHECKING:
    import typst

HERE = Path(__file__).parent
STANDARD: Final = "ua-1"  # PDF/UA-1 (ISO 14289): what screen readers need is checked by typst itself
WITHOUT_GLYPH = "could not be displayed with font"  # how typst says that no font has a sign

# typst is imported where it is called: a process that prints nothing, as the server, does without its 6 MB.
_one_at_a_time = Lock()  # a compiler keeps what it laid out last, and is not meant for two at once


def printed(template: str, data: dict[str, Any]) -> bytes:
    """The PDF that a template makes of data. The same data give the same bytes.

    A sign that none of our fonts has is no reason to refuse a text: it is printed as a box, and the document,
    still tagged, does not claim to be PDF/UA.
    """
    import typst

    with _one_at_a_time:
        try:
            return _pdf(template, data, STANDARD)
        except typst.TypstError as error:
            if WITHOUT_GLYPH not in str(error):
                raise
            return _pdf(template, data, None)


def _pdf(template: str, data: dict[str, Any], standard: Literal["ua-1"] | None) -> bytes:
    pdf = _compiler(template).compile(
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        format="pdf",
        pdf_standards=standard,
        timestamp=0,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF as bytes.")
    return pdf


@lru_cache
def _compiler(template: str) -> typst.Compiler:
    """Kept, since looking through the fonts takes longer than setting a page."""
    import typst

    return typst.Compiler(
        str(HERE / template), root=str(HERE), font_paths=list(FOLDERS), ignore_system_fonts=True
    )
