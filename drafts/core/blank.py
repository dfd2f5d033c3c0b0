"""The page on which a resolution is begun: its title, and the words with which the organ speaks."""

from __future__ import annotations

from drafts.core.document import Mark, Paragraph, Resolution
from drafts.core.phrases import PHRASEBOOKS

_COMMAS = {"ar": "،", "zh": "，"}


def blank_page(title: str, language: str) -> Resolution:
    """A text of nothing but its enacting words, which are the General Assembly's until somebody changes them.

    Of a language that is none of the six, of nothing but its title.
    """
    book = PHRASEBOOKS.get(language)
    if not book:
        return Resolution(title=title, language=language)
    organ = book.enacting[0].replace("'", "’")  # as it is printed
    words = organ + _COMMAS.get(language, ",")
    opening = Paragraph("p1", "enacting", words, level=0, marks=(Mark.italic(0, len(organ)),))
    return Resolution((opening,), title=title, language=language)
