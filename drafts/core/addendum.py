"""An addendum to a draft that adds sponsors to it: ``A/C.3/61/L.8/Add.1``.

States that join after a draft was issued are named in such a document, for the draft itself never changes.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import replace

from drafts.core.document import Masthead, Paragraph, Resolution
from drafts.core.errors import SymbolError
from drafts.core.ledger import Proposer
from drafts.core.proposers import printed
from drafts.core.sponsor_line import listed, proposal_words
from drafts.core.symbols import Suffix, parse

_WORDS = {
    "en": ("Addendum", "Add to the list of sponsors of the {what}:"),
    "fr": ("Additif", "Ajouter à la liste des auteurs du {what} :"),
    "es": ("Adición", "Añádanse a la lista de patrocinadores del {what}:"),
    "ru": ("Добавление", "Включить в число авторов ({what}):"),
    "zh": ("增编", "{what}提案国名单中增列："),
    "ar": ("إضافة", "تضاف إلى قائمة مقدمي {what}:"),
}
_STOP = {"zh": "。"}


def addendum(
    text: Resolution, joined: Iterable[Proposer], *, date: datetime.date, taken: Collection[str] = ()
) -> Resolution:
    """The document that names who joined since a text was issued, in the text's language and its order.

    Its symbol is the text's with the first ``Add.n`` that is not ``taken``; empty where the text's is none.
    """
    language = text.language if text.language in _WORDS else "en"
    heading, opening = _WORDS[language]
    what = proposal_words(replace(text, language=language)) or proposal_words(
        Resolution(language=language, proposal="draft")
    )
    names = [sponsor.name for sponsor in printed(joined, language, date, None).sponsors]
    line = f"{listed(names, language)}{_STOP.get(language, '.')}"
    return Resolution(
        paragraphs=(
            Paragraph("heading", "heading", heading, level=0),
            Paragraph("opening", "text", opening.format(what=what), level=0),
            Paragraph("names", "text", line, level=0),
        ),
        title=text.title,
        language=language,
        symbol=_symbol(text.symbol, taken),
        masthead=replace(text.masthead, date="") if text.masthead else Masthead(),
    )


def _symbol(symbol: str, taken: Collection[str]) -> str:
    try:
        this = parse(symbol)
    except SymbolError:
        return ""
    bare = tuple(suffix for suffix in this.suffixes if suffix.kind == "Rev")
    number = 1
    while (next_one := str(replace(this, suffixes=(*bare, Suffix("Add", number)), stars=0))) in taken:
        number += 1
    return next_one
