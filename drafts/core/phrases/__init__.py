"""The fixed words of resolutions, one module a language.

To add a language: write its module with a :class:`Phrasebook`, and name it here.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafts.core.phrases import ar, en, es, fr, recognition, ru, zh
from drafts.core.phrases.phrasebook import OpenerKind, Phrasebook
from drafts.core.phrases.recognition import Recognised

__all__ = ["PHRASEBOOKS", "Recognised", "language_of", "opener", "recognise"]

PHRASEBOOKS: Mapping[str, Phrasebook] = {
    each.PHRASEBOOK.code: each.PHRASEBOOK for each in (en, fr, es, ru, zh, ar)
}


def opener(text: str, language: str, kind: OpenerKind) -> int:
    """How many code points of a paragraph's text are its opening phrase (``Takes note with appreciation``).

    That is what an editor sets in italics. 0 where the language or the phrase is unknown; never an error.
    """
    book = PHRASEBOOKS.get(language)
    return book.opener(text, kind) if book else 0


def recognise(text: str) -> Recognised:
    """Which of the six languages a text is in, with what speaks against it."""
    return recognition.recognise(text, PHRASEBOOKS)


def language_of(text: str) -> str:
    """``ar zh en fr ru es``, or empty: by enacting words, sponsor line, and then the words themselves."""
    return recognise(text).language
