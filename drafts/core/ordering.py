"""The order of a sponsor list: alphabetical in the language of the document, observers after Members.

::

    en  …, Zambia and State of Palestine            an observer State after the last Member (A/C.6/80/L.14)
    fr  …, Djibouti, Équateur, Espagne, …           accents count for nothing (A/C.3/61/L.8/Rev.1)
    ru  …, Италия, Йемен, …                         Й is a letter of its own, after И
    ar  الأردن، وباكستان، والبرازيل، …               the article counts for nothing (A/73/L.85)
    zh  奥地利、阿塞拜疆、巴哈马、…                    as in English: Austria, Azerbaijan, Bahamas

Chinese documents list States as English ones do, as their recorded votes show. A rank by strokes or by sound
would be another order than the one in which delegations are seated and called.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from drafts.core.document import Sponsor
from drafts.core.members import is_member, name_of

SortKey = tuple[int, str, str]

_MEMBER, _OBSERVER, _OTHER = range(3)
_ARABIC_ARTICLE = re.compile(r"(?<!\w)ال(?=\w)")  # with a bare alef: that of ألمانيا belongs to the word
_ARABIC_FORMS = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_APART = re.compile(r"[^\w]+")


def in_order(sponsors: Iterable[Sponsor], language: str) -> tuple[Sponsor, ...]:
    """The sponsors as a document in that language lists them; of an unknown language, as English."""
    return tuple(sorted(sponsors, key=lambda sponsor: _key(sponsor, language)))


def _key(sponsor: Sponsor, language: str) -> SortKey:
    name = (name_of(sponsor.code, "en") if language == "zh" else "") or sponsor.name
    rank = (_MEMBER if is_member(sponsor.code) else _OBSERVER) if sponsor.code else _OTHER
    return rank, alphabetical(name, language), name


def alphabetical(name: str, language: str) -> str:
    """What a name is sorted by: its words without case, accents and signs, as its alphabet has them."""
    plain = name.casefold()
    if language == "ar":
        plain = _ARABIC_ARTICLE.sub("", plain).translate(_ARABIC_FORMS)
    if language == "ru":
        plain = plain.replace("ё", "е")
    else:
        plain = plain.replace("ñ", "n\uffff") if language == "es" else plain
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _APART.sub(" ", plain).strip()
