"""Word files written: a text as the Organization sets it, with what is needed to read the same value back."""

from __future__ import annotations

from drafts.core.document import Resolution
from drafts.formats.docx.carried import carry
from drafts.formats.docx.writing.document import compose
from drafts.formats.docx.writing.parts import packed


def write_docx(resolution: Resolution) -> bytes:
    """The text as a Word file; the same text always gives the same bytes.

    Styles by their names, automatic numbers, notes, italics; what paper cannot show, such as the paragraphs'
    keys, travels beside it.
    """
    return packed(resolution, compose(resolution), carry([resolution]))
