"""Numbers as Word writes them before paragraphs and for notes: its formats by name."""

from __future__ import annotations

from collections.abc import Callable

from drafts.core.numbering import letters, roman

MOST_SPELT = 9_999  # beyond it roman numerals and letters grow long; such numbers are written in digits

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_CHINESE = "〇一二三四五六七八九"
_NOTES = "*†‡§"


def numeral(number: int, form: str) -> str:
    """``number`` in the format that Word calls ``form``; of an unknown one in digits.

    >>> numeral(4, "lowerRoman")
    'iv'
    """
    write = _FORMS.get(form)
    return write(number) if write and 0 < number <= MOST_SPELT else "" if form == "none" else str(number)


def _of(alphabet: str) -> Callable[[int], str]:
    """``a`` to ``z``, then ``aa``, ``bb`` …"""

    def write(number: int) -> str:
        rounds, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (rounds + 1)

    return write


def _chinese(number: int) -> str:
    """十二, 二十, 一百零五; above 99 digit by digit where a rule would take more words than it is worth."""
    if number > 99:
        return "".join(_CHINESE[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens]}十"
    return ten + (_CHINESE[ones] if ones else "")


def _english_ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": "{:02d}".format,
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
    "ordinal": _english_ordinal,
    "chicago": _of(_NOTES),
    "arabicAbjad": _of(_ABJAD),
    "arabicAlpha": _of(_ALPHA),
    "russianLower": _of(_RUSSIAN),
    "russianUpper": _of(_RUSSIAN.upper()),
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "ideographDigital": _chinese,
    "japaneseCounting": _chinese,
    "none": lambda number: "",
}
