"""What is wrong with the tags of a PDF, by which it is read aloud, and with the shapes of its letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

_SHOWS_TEXT = ("Tj", "TJ", "'", '"')


def faults(data: bytes, language: str, title: str) -> Iterator[str]:
    """Language and title, a tree of tags that holds every word, words for every picture; no sign as a box."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield from _head_faults(pdf, language, title)
        elements = list(_elements(pdf.Root.StructTreeRoot))
        kinds = [str(each.S) for each in elements]
        if kinds[:1] != ["/Document"] or "/H1" not in kinds or "/P" not in kinds:
            yield f"the tree of tags has no document with a heading and paragraphs: {sorted(set(kinds))}"
        for each in elements:
            if each.S in ("/Figure", "/Formula") and not str(each.get("/Alt", "")):
                yield "a picture has no words instead of it"
        for number, page in enumerate(pdf.pages, 1):
            yield from (f"page {number}: {fault}" for fault in _page_faults(page, _tagged(elements, page)))


def _head_faults(pdf: pikepdf.Pdf, language: str, title: str) -> Iterator[str]:
    root = pdf.Root
    if str(root.get("/Lang")) != language:
        yield f"the language is {root.get('/Lang')}"
    if not (root.MarkInfo.get("/Marked") and root.ViewerPreferences.get("/DisplayDocTitle")):
        yield "it does not say that it is tagged, or shows no title"
    with pdf.open_metadata() as metadata:
        if metadata.get("dc:title") != title:
            yield f"the title is {metadata.get('dc:title')!r}"
        if metadata.get("pdfuaid:part") != "1":
            yield "it does not claim PDF/UA-1"


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _elements(root: Any) -> Iterator[Any]:
    for kid in _kids(root):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _tagged(elements: list[Any], page: pikepdf.Page) -> set[int]:
    """The numbers of the page's marked stretches that the tree of tags holds."""
    found: set[int] = set()
    for element in elements:
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary):
                if "/MCID" in kid and kid.get("/Pg", element.get("/Pg")) == page.obj:
                    found.add(int(kid.MCID))
            elif element.get("/Pg") == page.obj:
                found.add(int(kid))
    return found


def _page_faults(page: pikepdf.Page, tagged: set[int]) -> Iterator[str]:
    stretches: list[
        int | None
    ] = []  # those open here; None for what is no part of the text, such as its rules
    two_bytes = False
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        if operator in ("BDC", "BMC"):
            stretches.append(_number(operands))
        elif operator == "EMC":
            stretches.pop()
        elif operator == "Tf":
            two_bytes = str(page.Resources.Font[str(operands[0])].get("/Encoding")) == "/Identity-H"
        elif operator in _SHOWS_TEXT:
            if not stretches:
                yield "words outside of any tag"
            elif stretches[-1] is not None and stretches[-1] not in tagged:
                yield f"stretch {stretches[-1]} is in no tag"
            if not two_bytes:
                yield "a font whose signs are not told by their numbers"
            elif 0 in _glyphs(operands):
                yield "a sign is printed as a box"


def _number(operands: list[Any]) -> int | None:
    """The number of a marked stretch; that of a piece of furniture is None."""
    more = operands[1] if len(operands) > 1 else None
    return int(more.MCID) if isinstance(more, pikepdf.Dictionary) and "/MCID" in more else None


def _glyphs(operands: list[Any]) -> Iterator[int]:
    for operand in operands:
        for each in operand if isinstance(operand, pikepdf.Array) else [operand]:
            if isinstance(each, pikepdf.String):
                data = bytes(each)
                yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))
