"""What a document says of itself: identification (FRBR), who is named in it, and what only we know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from lxml import etree

from drafts.core.document import Doubt, Resolution
from drafts.core.phrases import PHRASEBOOKS
from drafts.formats.akn.vocabulary import LANGUAGES, OWN_NAMESPACE, guid, own_tag, tag, writable

SOURCE = "#rapporteur"
UNKNOWN_DATE = "0001-01-01"  # the schema wants a date even where nobody knows one

_DATED = re.compile(r"(?P<day>\d{1,2})(?:er)? +(?:de +)?(?P<month>[^\W\d]+)(?: +de)? +(?P<year>\d{4})")
_CHINESE_DATE = re.compile(r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日")


def write_meta(document: etree._Element, resolution: Resolution, component: str = "main") -> etree._Element:
    """The <meta> of the whole, or of the annex named ``component``."""
    meta = etree.SubElement(document, tag("meta"))
    identification = etree.SubElement(meta, tag("identification"), source=SOURCE)
    work = f"/akn/un/statement/deliberation/un/{iso_date(resolution) or 'undated'}/{_slug(resolution.symbol)}"
    code = LANGUAGES.get(resolution.language, "und")
    element = _entity(identification, "FRBRWork", work, f"{work}/!{component}", resolution)
    etree.SubElement(element, tag("FRBRcountry"), value="un")
    if resolution.proposal:
        etree.SubElement(element, tag("FRBRsubtype"), value=resolution.proposal)
    if resolution.symbol:
        etree.SubElement(element, tag("FRBRnumber"), value=writable(resolution.symbol))
    expression = f"{work}/{code}@"
    element = _entity(identification, "FRBRExpression", expression, f"{expression}/!{component}", resolution)
    etree.SubElement(element, tag("FRBRlanguage"), language=code)
    _entity(
        identification, "FRBRManifestation", f"{expression}.akn", f"{expression}/!{component}.xml", resolution
    )
    return meta


def write_references(meta: etree._Element, resolution: Resolution) -> None:
    """Who is named: the United Nations, this program, and each sponsor for <docProponent> to refer to."""
    references = etree.SubElement(meta, tag("references"), source=SOURCE)
    write_organization(references, "un", "/ontology/organization/un", "United Nations")
    write_organization(references, "rapporteur", "/ontology/organization/rapporteur", "Rapporteur")
    for number, sponsor in enumerate(resolution.sponsors, 1):
        code = f"/ontology/organization/sponsor/{guid(sponsor.code)}"
        write_organization(references, f"sponsor_{number}", code, sponsor.name)


def write_own(meta: etree._Element, resolution: Resolution) -> etree._Element:
    """Doubts, which no vocabulary has; and a sign that every space in the text is meant."""
    proprietary = etree.SubElement(
        meta, tag("proprietary"), source=SOURCE, nsmap={"rapporteur": OWN_NAMESPACE}
    )
    own = etree.SubElement(proprietary, own_tag("resolution"))
    write_doubts(own, resolution.doubts)
    return own


def write_doubts(own: etree._Element, doubts: Iterable[Doubt]) -> None:
    for doubt in doubts:
        element = etree.SubElement(
            own,
            own_tag("doubt"),
            code=writable(doubt.code),
            paragraph=guid(doubt.paragraph),
            offset=str(doubt.offset),
            margin=repr(doubt.margin),
        )
        element.text = writable(doubt.text)


def iso_date(resolution: Resolution) -> str:
    """The masthead's date as 2025-10-17; empty where it names none."""
    written = resolution.masthead.date
    if found := _CHINESE_DATE.search(written):
        return _iso(int(found["year"]), int(found["month"]), int(found["day"]))
    book = PHRASEBOOKS.get(resolution.language)
    months = [month.casefold() for month in book.months] if book else []
    found = _DATED.search(written)
    if not found or found["month"].casefold() not in months:
        return ""
    return _iso(int(found["year"]), months.index(found["month"].casefold()) + 1, int(found["day"]))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31 September
        return ""


def _entity(
    identification: etree._Element, name: str, address: str, this: str, resolution: Resolution
) -> etree._Element:
    element = etree.SubElement(identification, tag(name))
    etree.SubElement(element, tag("FRBRthis"), value=this)
    etree.SubElement(element, tag("FRBRuri"), value=address)
    aliases = {"symbol": resolution.symbol, "lineage": resolution.lineage} if name == "FRBRWork" else {}
    for alias, value in aliases.items():
        if value:
            etree.SubElement(element, tag("FRBRalias"), name=alias, value=writable(value))
    written = iso_date(resolution)
    etree.SubElement(
        element, tag("FRBRdate"), date=written or UNKNOWN_DATE, name="issued" if written else "unknown"
    )
    etree.SubElement(element, tag("FRBRauthor"), href="#un")
    return element


def write_organization(references: etree._Element, id: str, address: str, name: str) -> None:
    etree.SubElement(references, tag("TLCOrganization"), eId=id, href=address, showAs=writable(name))


def _slug(symbol: str) -> str:
    """``A/C.3/61/L.8/Rev.1`` as part of an address: ``a-c.3-61-l.8-rev.1``."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", symbol).strip("-.").lower() or "unnumbered"
