"""Which of the six languages a text is in: by its enacting words, its sponsor line, its script, its words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafts.core.doubting import doubted
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.phrases.phrasebook import Phrasebook, alternatives

ENACTED_WITHIN = 200_000  # characters; mastheads and sponsors take some 5,000
SAMPLE = 20_000  # characters that tell a language; a page has some 3,000
FEWEST_LETTERS = (
    20  # of 342 paragraphs of Resolution 217 A in six languages, cut to 40 signs, one was not told
)
CHINESE_SIGN = 3  # letters of other scripts that one such sign is worth
FOREIGN_LETTERS = 0.5  # of the letters in another script, and the enacting words may mislead

# Each script by a language of the six that is written in it; English stands for three.
_SCRIPTS = {
    "ru": re.compile("[\u0400-\u052f]"),
    "zh": re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "en": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_LETTER = re.compile(r"[^\W\d_]")
# What the library tells apart and the United Nations writes one way.
_SPOKEN = {"yue": "zh", "wuu": "zh", "arz": "ar", "ary": "ar"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """``language`` is one of ``ar zh en fr ru es``, or empty where the text is in none of them.

    ``doubt`` says in a sentence what speaks against it; empty where nothing does.
    """

    language: str
    doubt: str = ""


def recognise(text: str, books: Mapping[str, Phrasebook]) -> Recognised:
    """The language of a text, the surest sign first. The same text always gives the same answer."""
    sample = text[:SAMPLE]
    if language := _by_enacting(text[:ENACTED_WITHIN], books) or _by_proposal(sample, books):
        return Recognised(language, _at_odds(language, sample))
    if _weight(sample) < FEWEST_LETTERS:
        return Recognised("", doubted("language few"))
    found = _by_words(sample)
    if found in books:
        return Recognised(found)
    return Recognised("", doubted("language other", code=found) if found else doubted("language none"))


def _by_enacting(text: str, books: Mapping[str, Phrasebook]) -> str:
    first = {
        code: found.start()
        for code, book in books.items()
        if (found := re.search(rf"^[ \t]*(?:{book.enacting_pattern})", text, re.MULTILINE))
    }
    return min(first, key=lambda code: first[code]) if first else ""


def _by_proposal(sample: str, books: Mapping[str, Phrasebook]) -> str:
    """``A, B and C: draft resolution`` where nothing else is said."""
    for code, book in books.items():
        words = alternatives(tuple(words for words, _ in book.proposals))
        if re.search(rf"[:：]\s?\*{{0,3}}\s?(?:{words})(?!\w)", sample, re.IGNORECASE):
            return code
    return ""


def _at_odds(language: str, sample: str) -> str:
    """Whether most letters are of a script that the language of the enacting words is not written in."""
    own = len(_SCRIPTS.get(language, _SCRIPTS["en"]).findall(sample))
    letters = len(_LETTER.findall(sample))
    if own >= letters * FOREIGN_LETTERS:
        return ""
    return doubted("language script", language=ENGLISH_NAMES[language])


def _weight(sample: str) -> int:
    """How many letters there are to tell a language from."""
    signs = len(_SCRIPTS["zh"].findall(sample))
    return len(_LETTER.findall(sample)) + (CHINESE_SIGN - 1) * signs


def _by_words(sample: str) -> str:
    """The language the words themselves are in, as ISO 639 codes it; empty where they are of none.

    A text with more letters of one script than of Latin is judged by those alone: names of treaties and
    addresses of pages in it are English.
    """
    # Loaded by the first text that needs it and by no other: it takes 1 s and 120 MB.
    from py3langid import classify

    counts = {code: len(script.findall(sample)) for code, script in _SCRIPTS.items()}
    counts["zh"] *= CHINESE_SIGN
    leading = max(counts, key=lambda code: counts[code])
    if leading != "en" and counts[leading]:
        sample = " ".join(re.findall(rf"(?:{_SCRIPTS[leading].pattern}|[\s،。，、])+", sample))
    code = str(classify(sample)[0])
    return "" if code == "zxx" else _SPOKEN.get(code, code)
