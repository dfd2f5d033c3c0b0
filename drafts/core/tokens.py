"""The words of a text: where one begins and ends, and when two of them are written alike.

A token is a word with the space after it, so that a change never leaves half a word or a stray space.
Joining the tokens of a text restores it, code point for code point.
"""

from __future__ import annotations

import re
import unicodedata

# What French elides before a vowel; each is a word of its own: l’État is "l’" and "État".
_ELISION = (
    r"(?:[cdjlmnstCDJLMNST]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|[Pp]res)?[Qq]u|[Qq]uelqu|[Ee]ntr)['’](?=\w)"
)
# Scripts written without spaces: an ideograph, kana or Thai letter counts as a word of its own.
_UNSPACED = (
    r"\u0e00-\u0e7f\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Signs that belong to the letter before them but are no letters to Python: soft hyphens, accents not composed
# (NFD), Hebrew and Arabic points, the vowel signs of India, joiners.
_SIGNS = (
    r"\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0dff\u200c\u200d"
)
_LETTERS = rf"[^\W{_UNSPACED}]+(?:[{_SIGNS}]+[^\W{_UNSPACED}]*)*"
# Inside a word: sous-régionales, 60/175, State's. Inside a number also 1,5 and 2.30.
_BINDER = r"(?:[\-\u2010\u2011/·'’]|(?<=\d)[.,:](?=\d))"
# What most words are, tried first since it is found twice as fast as by the rules above.
_PLAIN = r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]++(?=[ ,;])"
_WORD = rf"{_PLAIN}|{_ELISION}|{_LETTERS}(?:{_BINDER}{_LETTERS})*|[{_UNSPACED}]"

_WORDS = re.compile(_WORD)
_ONE_WORD = re.compile(r"[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+ ?")
_TOKENS = re.compile(rf"({_WORD}|\S|(?=\s))(\s*)")

_DIGIT = re.compile(r"\d")

# Endings change (consciente, conscient; Member, Members): the first letters tell which word it is.
STEM = 6

# A word, number or punctuation mark, and the space that follows it. Either may be empty, not both.
Token = tuple[str, str]


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens; their joined words and spaces are the text again."""
    tokens: list[Token] = _TOKENS.findall(text)
    return tokens


def is_one_word(text: str) -> bool:
    """Whether it is surely a single token: some letters and perhaps a space."""
    return _ONE_WORD.fullmatch(text) is not None


def folded_words(text: str) -> list[str]:
    """The words alone, without case and punctuation."""
    words: list[str] = _WORDS.findall(text.casefold())
    return words


def stem(word: str) -> str:
    """What a word is recognised by, whatever its ending.

    Numbers and symbols stay whole: A/RES/60/1 and A/RES/60/175 are not one resolution.
    """
    return word[:STEM] if word.isalpha() or not _DIGIT.search(word) else word


def fold(text: str) -> str:
    """The text with what only typesetting decides made one: composed letters, plain spaces and apostrophes.

    ``l’État`` set with a curly and ``l'État`` with a straight apostrophe fold to the same key.
    """
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFC", text)
    for set_so, plain in _TYPESETTING:
        folded = folded.replace(set_so, plain)
    return _RANGE.sub("-", folded) if "–" in folded else folded


def set_otherwise(old: str, new: str) -> bool:
    """Whether one side has a sign of typesetting that the other has not: their words are then told folded."""
    return any((sign in old) != (sign in new) for sign, _ in _TYPESETTING)


# Spaces that do not break, the shape of an apostrophe, a quotation mark or a hyphen, where a word may be
# broken or must not be: no drafter decides these.
_TYPESETTING = (
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("’", "'"),
    ("‘", "'"),
    ("“", '"'),
    ("”", '"'),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u00ad", ""),
    ("\u200b", ""),
    ("\u2060", ""),
)
# 2024–2028 and 2024-2028; between words a dash is a mark of its own.
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
