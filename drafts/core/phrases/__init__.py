"""The fixed words of resolutions, one module a language.

To add a language: write its module with a :class:`Phrasebook`, and name it here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafts.core.phrases import ar, en, es, fr, ru, zh
from drafts.core.phrases.phrasebook import OpenerKind, Phrasebook, alternatives

PHRASEBOOKS: Mapping[str, Phrasebook] = {
    each.PHRASEBOOK.code: each.PHRASEBOOK for each in (en, fr, es, ru, zh, ar)
}

ENACTED_WITHIN = 200_000  # characters; mastheads and sponsors take some 5,000
SAMPLE = 20_000  # characters that tell a language; a page has some 3,000

_SCRIPTS = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
}
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
FEWEST_WORDS = 3  # common words that must be met before a language is named by them


def opener(text: str, language: str, kind: OpenerKind) -> int:
    """How many code points of a paragraph's text are its opening phrase (``Takes note with appreciation``).

    That is what an editor sets in italics. 0 where the language or the phrase is unknown; never an error.
    """
    book = PHRASEBOOKS.get(language)
    return book.opener(text, kind) if book else 0


def language_of(text: str) -> str:
    """``ar zh en fr ru es``, or empty: by enacting words, script, the commonest words, the sponsor line."""
    sample = text[:SAMPLE]
    return (
        _by_enacting(text[:ENACTED_WITHIN]) or _by_script(sample) or _by_words(sample) or _by_proposal(sample)
    )


def _by_enacting(text: str) -> str:
    first = {
        code: found.start()
        for code, book in PHRASEBOOKS.items()
        if (found := re.search(rf"^[ \t]*(?:{book.enacting_pattern})", text, re.MULTILINE))
    }
    return min(first, key=lambda code: first[code]) if first else ""


def _by_script(sample: str) -> str:
    """A script of its own that outweighs Latin letters; a Chinese sign weighs as a word of three letters."""
    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS.items()}
    counts["zh"] *= 3
    leading = max(counts, key=lambda code: counts[code])
    return leading if counts[leading] > len(_LATIN.findall(sample)) else ""


def _by_words(sample: str) -> str:
    words = [word.casefold() for word in _WORD.findall(sample)]
    counts = {
        code: sum(word in common for word in words)
        for code, book in PHRASEBOOKS.items()
        if (common := frozenset(book.common))
    }
    leading = max(counts, key=lambda code: counts[code])
    return leading if counts[leading] >= FEWEST_WORDS else ""


def _by_proposal(sample: str) -> str:
    """``A, B and C: draft resolution`` where nothing else is said."""
    for code, book in PHRASEBOOKS.items():
        words = alternatives(tuple(words for words, _ in book.proposals))
        if re.search(rf"[:：]\s?\*{{0,3}}\s?(?:{words})(?!\w)", sample, re.IGNORECASE):
            return code
    return ""
