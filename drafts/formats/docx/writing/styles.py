"""The styles of our documents: the look of a United Nations draft, each part of it by its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafts.core.document import DEEPEST_LEVEL, KINDS, Kind
from drafts.formats.docx.form import (
    FURNITURE,
    LABEL,
    SPONSORS,
    TITLE,
    UNCALLED,
    style_of,
    usual_level,
)
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.making import made
from drafts.formats.docx.writing.notes import REFERENCE, TEXT
from drafts.formats.docx.writing.runs import Look

# Twentieths of a point, as in the Organization's own documents and our PDFs.
INSET = 1191  # of the text, on both sides
STEP = 482  # of a first line, and of each level of sub-paragraphs
LINE = 240

LATIN, HAN, ARABIC = "Times New Roman", "SimSun", "Traditional Arabic"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set. Sizes are in half points; ``left``, ``right`` and ``first`` are indents."""

    size: int = 20
    bold: bool = False
    italic: bool = False
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 120
    align: str = "left"
    outline: int | None = None
    tab: int = 0
    number: int | None = None
    raised: bool = False


_TEXT = Shape(left=INSET, right=INSET, first=STEP, align="both", tab=INSET + 2 * STEP)
_KINDS: dict[Kind, Shape] = {
    "enacting": _TEXT,
    "preambular": _TEXT,
    "operative": _TEXT,
    "heading": Shape(left=INSET, right=INSET, bold=True, before=120, outline=1),
    "annex": Shape(left=INSET, right=INSET, bold=True, size=24, before=240, outline=1),
    "text": Shape(left=INSET, right=INSET, align="both"),
}
_OTHERS = {
    FURNITURE: Shape(size=24, after=0),
    "Masthead Symbol": Shape(size=30, after=0, align="right"),
    "Masthead Organ": Shape(size=30, bold=True, after=0),
    "Masthead Distribution": Shape(after=0),
    "Masthead Date": Shape(after=0),
    "Masthead Original": Shape(after=0),
    "Masthead Session": Shape(size=18, bold=True, before=120, after=0),
    "Masthead Committee": Shape(size=18, bold=True, after=0),
    "Masthead Agenda Item": Shape(size=18, after=0),
    SPONSORS: Shape(left=INSET, right=INSET, bold=True, before=240),
    TITLE: Shape(size=24, left=INSET, right=INSET, bold=True, before=120, outline=0),
    UNCALLED: Shape(left=INSET, right=INSET),
}


def style_id(name: str) -> str:
    return name.replace(" ", "")


def styles_part(look: Look, used: Iterable[tuple[Kind, int]]) -> Element:
    """The styles, those of unusual levels only where they are ``used``."""
    root = made("styles", _defaults(look), _latent())
    root.append(_style("paragraph", "Normal", "Normal", default=1))
    root.append(_style("character", "DefaultParagraphFont", "Default Paragraph Font", default=1))
    root.append(_table())
    for name, shape in (*_OTHERS.items(), *_kinds(set(used))):
        root.append(_paragraph_style(style_id(name), name, shape, look))
    root.append(
        _paragraph_style(
            TEXT,
            "footnote text",
            Shape(size=16, left=INSET, right=INSET, after=20, tab=INSET + STEP // 2),
            look,
        )
    )
    root.append(_character(REFERENCE, "footnote reference", made("vertAlign", val="superscript")))
    root.append(_character(style_id(LABEL), LABEL))
    for name in ("header", "footer"):
        root.append(_paragraph_style(name.title(), name, Shape(size=17, bold=True, after=0), look))
    return root


def _kinds(used: set[tuple[Kind, int]]) -> Iterator[tuple[str, Shape]]:
    for kind in KINDS:
        for level in range(DEEPEST_LEVEL + 1):
            below = kind == "operative" and level > 1
            if level == usual_level(kind) or below or (kind, level) in used:
                yield style_of(kind, level), _shape(kind, level)


def _shape(kind: Kind, level: int) -> Shape:
    """The shape of a kind, set in by its level; operative paragraphs bear the number of their level."""
    shape = _KINDS[kind]
    inset = max(level - 1, 0) * STEP
    number = level - 1 if kind == "operative" and level else None
    return Shape(
        size=shape.size, bold=shape.bold, left=shape.left + inset, right=shape.right, first=shape.first,
        before=shape.before, after=shape.after, align=shape.align, outline=shape.outline,
        tab=shape.tab and shape.tab + inset, number=number,
    )  # fmt: skip


def _defaults(look: Look) -> Element:
    fonts = made("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=HAN, cs=ARABIC if look.leftward else LATIN)
    run = made("rPr", fonts, made("sz", val=20), made("szCs", val=20), made("lang", **look.tags))
    spacing = made("spacing", after=0, line=LINE, lineRule="atLeast")
    return made("docDefaults", made("rPrDefault", run), made("pPrDefault", made("pPr", spacing)))


def _latent() -> Element:
    """Of the styles that every Word has and that are not ours, none crowds the list."""
    return made(
        "latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1, defUnhideWhenUsed=1, defQFormat=0
    )


def _style(kind: str, id: str, name: str, *inner: Element | None, **attributes: int) -> Element:
    return made("style", made("name", val=name), *inner, type=kind, **attributes, styleId=id)


def _table() -> Element:
    margins = made(
        "tblCellMar",
        *(
            made(side, w=width, type="dxa")
            for side, width in (("top", 0), ("left", 0), ("bottom", 0), ("right", 0))
        ),
    )
    return _style("table", "TableNormal", "Normal Table", made("tblPr", margins), default=1)


def _character(id: str, name: str, *look: Element) -> Element:
    inner = made("rPr", *look) if look else None
    return _style("character", id, name, made("basedOn", val="DefaultParagraphFont"), inner)


def _paragraph_style(id: str, name: str, shape: Shape, look: Look) -> Element:
    number = None
    if shape.number is not None:
        depth = made("ilvl", val=shape.number) if shape.number else None
        number = made("numPr", depth, made("numId", val=1))
    outline = None if shape.outline is None else made("outlineLvl", val=shape.outline)
    return _style(
        "paragraph",
        id,
        name,
        made("basedOn", val="Normal"),
        made("qFormat"),
        made(
            "pPr",
            None if outline is None else made("keepNext"),
            number,
            made("tabs", made("tab", val="left", pos=shape.tab)) if shape.tab else None,
            look.direction(),
            made("spacing", before=shape.before, after=shape.after),
            made("ind", left=shape.left, right=shape.right, firstLine=shape.first),
            made("jc", val=shape.align),
            outline,
        ),
        made("rPr", *_letters(shape)),
    )


def _letters(shape: Shape) -> Iterator[Element]:
    if shape.bold:
        yield from (made("b"), made("bCs"))
    yield made("sz", val=shape.size)
    yield made("szCs", val=shape.size)
