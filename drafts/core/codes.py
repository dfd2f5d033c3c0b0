"""Codes that people read from a screen and type: ``K7QM-2RXD``.

Letters and digits that are taken for one another when read from afar are left out (0, O; 1, I, L; 2, Z; 5, S;
8, B; U). Eight of the 24 that are left make 2 to the 36 codes: with the limit on wrong tries nobody finds one
by trying.
"""

from __future__ import annotations

import secrets
import unicodedata

ALPHABET = "34679ACDEFGHJKMNPQRTVWXY"
LENGTH = 8
_GROUP = 4


def fresh() -> str:
    """A code that nobody has."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """A code in fours, as it is easiest to read: ``K7QM-2RXD``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def typed(text: str) -> str:
    """The code in what a person typed: small letters, spaces and hyphens do not matter, nor whose digits."""
    return "".join(str(unicodedata.decimal(char, char)) for char in text.upper() if char.isalnum())
