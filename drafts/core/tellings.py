"""What a comparison says in English phrases, known again, so that it can be said in other languages.

``named`` of a change and ``warnings`` of a comparison travel as words (FORMATS, section 3): ``a date: 3 May →
4 May``. The templates here are those words with ``{}`` in place of what they tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

# As ``naming`` says them. Of two that fit the first holds: "a date: X → Y" is not one date with an arrow.
TELLINGS: Mapping[str, str] = {
    "typesetting": "typesetting only",
    "capitals": "capital letters only",
    "spaces": "spaces only",
    "punctuation": "punctuation only",
    "opening": "opening words: {} → {}",
    "resolution": "a resolution cited: {} → {}",
    "resolution came": "a resolution cited: {}",
    "resolution went": "a resolution no longer cited: {}",
    "document": "a document cited: {} → {}",
    "document came": "a document cited: {}",
    "document went": "a document no longer cited: {}",
    "date": "a date: {} → {}",
    "date came": "a date: {}",
    "date went": "a date no longer there: {}",
    "number": "a number: {} → {}",
    "number came": "a number: {}",
    "number went": "a number no longer there: {}",
    "shifted": "a phrase moved: “{}”",
    "called": "a note called",
    "uncalled": "a note no longer called",
    "italics": "italics",
}
# As ``pairing`` says them.
WARNINGS: Mapping[str, str] = {
    "languages": "The texts are in two languages, {} and {}: their words are not compared.",
    "nothing": "These texts share almost nothing: {} % of their words. "
    "Only paragraphs that surely belong together are paired.",
}


def said_in(
    said: str, english: Mapping[str, str], words: Mapping[str, str], held: Callable[[str], str] = str
) -> str:
    """An English phrase of ``english`` in the words of another language; one that is not known, as it is.

    ``held`` is how what it tells is put among those words.
    """
    for code, template in english.items():
        if found := _pattern(template).fullmatch(said):
            return words[code].format(*map(held, found.groups()))
    return said


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("(.*)".join(map(re.escape, template.split("{}"))), re.DOTALL)
