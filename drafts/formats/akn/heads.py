"""What stands above the text: identification, masthead, sponsors and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace

from lxml import etree

from drafts.core.document import PROPOSALS, Doubt, Masthead, Proposal, Resolution, Sponsor
from drafts.core.doubting import recalled
from drafts.core.members import code_of
from drafts.formats.akn.passages import lines_in
from drafts.formats.akn.vocabulary import OWN_NAMESPACE, key_of, language_named, local, own_tag, words

_MASTHEAD = frozenset(each.name for each in fields(Masthead))
# Inline elements of a preface by what they say.
_SAID = {"docTitle": "title", "docNumber": "symbol", "docProponent": "sponsor", "docDate": "date",
         "session": "session", "docCommittee": "committee", "docStage": "", "docType": "", "docStatus": "",
         "docAuthority": "organ", "docPurpose": "", "shortTitle": ""}  # fmt: skip
_ADOPTED = re.compile(r"[AES]/RES/")


def own_part(root: etree._Element) -> etree._Element | None:
    """What only we write: a sign that the document is ours to the letter."""
    return root.find(f".//{{{OWN_NAMESPACE}}}resolution")


def stated_language(document: etree._Element) -> str:
    """As FRBRlanguage names it, else the element itself."""
    named = document.find("{*}meta/{*}identification/{*}FRBRExpression/{*}FRBRlanguage")
    code = named.get("language", "") if named is not None else ""
    return language_named(str(code)) or language_named(
        str(document.get("{http://www.w3.org/XML/1998/namespace}lang", ""))
    )


def read_own_head(document: etree._Element, own: etree._Element) -> Resolution:
    """The head of a document of ours."""
    preface = document.find("{*}preface")
    said: dict[str, list[str]] = {}
    for block in () if preface is None else preface.iter("{*}block"):
        said.setdefault(str(block.get("name")), []).append(words(block))
    codes = {
        str(each.get("eId")): key_of(str(each.get("href", "")).rpartition("/")[2])
        for each in document.iterfind("{*}meta/{*}references/{*}TLCOrganization")
    }
    title = (
        ""
        if preface is None
        else "".join(words(each) for each in preface.iterfind("{*}longTitle//{*}docTitle"))
    )
    return Resolution(
        title=title,
        sponsors=tuple(_own_sponsors(preface, codes)),
        submitted=_first(said, "submitted"),
        proposal=_proposal(_meta(document, "FRBRWork/{*}FRBRsubtype")),
        language=stated_language(document),
        symbol=_alias(document, "symbol"),
        lineage=_alias(document, "lineage"),
        masthead=Masthead(**{name: _first(said, name) for name in _MASTHEAD}),
        doubts=tuple(_own_doubts(own)),
    )


def read_other_head(document: etree._Element) -> tuple[Resolution, list[etree._Element]]:
    """The head of somebody else's document, and the lines of its preface that hold none of it."""
    said: dict[str, list[str]] = {}
    rest: list[etree._Element] = []
    for part in (*document.iterfind("{*}coverPage"), *document.iterfind("{*}preface")):
        for line in lines_in(part):
            found = [each for each in line.iter() if local(each) in _SAID]
            rest += [] if found or not words(line).strip() else [line]
            for each in found:
                said.setdefault(_SAID[local(each)], []).append(" ".join(words(each).split()))
    symbol = _alias(document, "symbol") or _first(said, "symbol") or _meta(document, "FRBRWork/{*}FRBRnumber")
    head = Resolution(
        title=_first(said, "title"),
        sponsors=tuple(Sponsor(name, code_of(name)) for name in said.get("sponsor", ()) if name),
        language=stated_language(document),
        symbol=symbol,
        lineage=_alias(document, "lineage"),
        masthead=Masthead(**{name: _first(said, name) for name in ("organ", "session", "committee", "date")}),
    )
    return replace(head, proposal=_guessed_proposal(document, symbol)), rest


def _own_sponsors(preface: etree._Element | None, codes: dict[str, str]) -> Iterator[Sponsor]:
    for each in () if preface is None else preface.iter("{*}docProponent"):
        if name := words(each):
            yield Sponsor(name, codes.get(str(each.get("refersTo", "")).removeprefix("#"), ""))


def _own_doubts(own: etree._Element) -> Iterator[Doubt]:
    for each in own.iterfind(own_tag("doubt")):
        try:
            offset, margin = int(each.get("offset", "0")), float(each.get("margin", "0"))
        except ValueError:  # changed by hand into what is no number
            offset, margin = 0, 0.0
        code = str(each.get("code", ""))
        place = key_of(str(each.get("paragraph", "")))
        yield Doubt(code, recalled(code, each.text or ""), place, offset, margin)


def _meta(document: etree._Element, path: str) -> str:
    found = document.find(f"{{*}}meta/{{*}}identification/{{*}}{path}")
    return str(found.get("value", "")) if found is not None else ""


def _alias(document: etree._Element, name: str) -> str:
    aliases = document.iterfind("{*}meta/{*}identification/{*}FRBRWork/{*}FRBRalias")
    return next((str(each.get("value", "")) for each in aliases if each.get("name") == name), "")


def _first(said: dict[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")


def _proposal(written: str) -> Proposal | None:
    return next((each for each in PROPOSALS if each == written), None)


def _guessed_proposal(document: etree._Element, symbol: str) -> Proposal | None:
    """By the names the document gives itself; AKN4UN: ``resolution``, subtype ``resolutionDraft``."""
    names = f"{document.get('name', '')} {_meta(document, 'FRBRWork/{*}FRBRsubtype')}".casefold()
    if "amend" in names:
        return "amendment"
    if _ADOPTED.match(symbol):
        return "adopted"
    if "draft" not in names:
        return None
    if "decision" in names:
        return "draft decision"
    return "revised draft" if "/Rev." in symbol else "draft"
