"""A report of a comparison as a Word file to be read: a summary, or both texts side by side in a table.

What came and went is told by lines through and under the words, colour, and where asked brackets; nothing is
tracked, as neither text stands here by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from drafts.core.comparison import Op
from drafts.core.cover import CoverSheet
from drafts.core.document import Resolution
from drafts.core.layout import Entry, Layout, Part
from drafts.core.runs import Run
from drafts.formats.docx.carried import carry
from drafts.formats.docx.form import TITLE
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.document import Written, footer, section
from drafts.formats.docx.writing.lists import plan_lists
from drafts.formats.docx.writing.making import made, written_text
from drafts.formats.docx.writing.notes import plan_notes
from drafts.formats.docx.writing.parts import packed
from drafts.formats.docx.writing.runs import Look
from drafts.formats.docx.writing.styles import style_id, styles_part

_SIDES = (3900, 3900, 1612)  # widths of the columns in twentieths of a point, together those of the page
_COVER = (1812, 3800, 3800)
_COLOURS: dict[Op, str] = {"insert": "14508F", "delete": "9C2318"}
_SIGNS: dict[Op, tuple[str, str]] = {"insert": ("[+", "+]"), "delete": ("[–", "–]")}


def write_docx_report(layout: Layout) -> bytes:
    """The report as a Word file; the same report always gives the same bytes."""
    writer = _Writer(layout)
    look = Look(layout.wording.language)
    nothing = Resolution(language=layout.wording.language, title=layout.title)
    written = Written(
        main=made("document", made("body", *writer.parts(), section())),
        notes=plan_notes(nothing, look).part(),
        styles=styles_part(look, ()),
        numbering=plan_lists(()).part(),
        header=made("hdr", writer.line("Header", layout.head)),
        footer=footer(look),
    )
    return packed(nothing, written, carry([]))


class _Writer:
    def __init__(self, layout: Layout) -> None:
        self._layout, self._words = layout, layout.wording
        self._own = Look(layout.wording.language)
        self._old, self._new = (Look(text.language) for text in (layout.report.old, layout.report.new))

    def parts(self) -> Iterator[Element]:
        layout, say = self._layout, self._words.say
        if layout.cover:
            yield from self._cover(layout.cover)
        yield self.line(style_id(TITLE), layout.title)
        for told in (*layout.counts, *(say("beware", each) for each in layout.warnings)):
            yield self.line("Normal", told)
        if layout.renumbered:
            yield self.line("Normal", say("renumbered", self._words.comma.join(layout.renumbered)))
        for name, old, new in layout.fields:
            yield self.line("Normal", say("differs", name, old or say("nothing"), new or say("nothing")))
        legend = [Run("equal", f"{say('signs')} "), Run("insert", say("inserted")), Run("equal", ", ")]
        yield self._paragraph(self._own, [*legend, Run("delete", say("deleted"))])
        if layout.sponsors:
            yield self._paragraph(self._new, list(_listed(layout.sponsors)))
        if layout.heading:
            yield self._paragraph(self._new, [Run(op, text) for op, text in layout.heading])
        yield from self._text()
        yield self.line("Normal", "")  # Word wants a paragraph after a table

    def line(self, style: str, text: str) -> Element:
        """A paragraph of the report's own words."""
        properties = made("pPr", made("pStyle", val=style), self._own.direction())
        return made("p", properties, self._own.run(*written_text(text)) if text else None)

    def _text(self) -> Iterator[Element]:
        layout = self._layout
        if layout.options.show == "summary":
            for entry in layout.entries:
                yield self.line("Normal", " · ".join((entry.place, entry.tag, *entry.told)))
        else:
            heads = (*layout.sides, self._words.table["told"])
            rows = [_row(_SIDES, [[self.line("Normal", head)] for head in heads], head=True)]
            rows += [self._part(part) for part in layout.parts]
            yield _table(self._own, _SIDES, rows)
        for note in layout.notes:
            called = self._words.say("note", note.label).strip()
            yield self.line("Normal", " · ".join(filter(None, (called, note.tag, note.was))))
            if note.row.runs:
                yield self._paragraph(self._new, note.row.runs)

    def _part(self, part: Part) -> Element:
        if not isinstance(part, Entry):
            return made("tr", _cell(sum(_SIDES), [self.line("Normal", part.says)], span=len(_SIDES)))
        row, change = part.row, part.row.change
        sides = (
            (change.old, change.old_labels, row.old_runs, self._old),
            (change.new, change.new_labels, row.new_runs, self._new),
        )
        cells = [
            [self._paragraph(look, _numbered(labels, runs))] if ids else [self.line("Normal", "")]
            for ids, labels, runs, look in sides
        ]
        told = [part.tag, part.place, *part.told] if row.shown else [part.was]
        return _row(_SIDES, [*cells, [self.line("Normal", each) for each in told]])

    def _row(
        self, widths: Sequence[int], cells: Sequence[Sequence[Element]], *, head: bool = False
    ) -> Element:
        properties = made("trPr", made("tblHeader")) if head else None
        return made("tr", properties, *map(_cell, widths, cells))

    def _cover(self, sheet: CoverSheet) -> Iterator[Element]:
        yield self.line(style_id(TITLE), sheet.title)
        rows = [_row(_COVER, [[self.line("Normal", each)] for each in ("", *sheet.heads)], head=True)]
        rows += [_row(_COVER, [[self.line("Normal", each)] for each in line]) for line in sheet.compared]
        yield _table(self._own, _COVER, rows)
        for what, side, digest in sheet.digests:
            yield self.line("Normal", self._words.say("pair", f"{what}, {side}", digest))
        for told in (*(self._words.say("pair", *each) for each in sheet.made), sheet.check):
            yield self.line("Normal", told)
        yield made("p", made("r", made("br", type="page")))

    def _paragraph(self, look: Look, runs: Iterable[Run]) -> Element:
        properties = made("pPr", made("pStyle", val="Normal"), look.direction())
        inner: list[Element] = []
        for op, same in groupby(runs, key=attrgetter("op")):
            opens, closes = _SIGNS.get(op, ("", "")) if self._layout.options.bracketed else ("", "")
            inner += [self._run(look, Run("equal", opens))] if opens else []
            inner += [self._run(look, run) for run in same]
            inner += [self._run(look, Run("equal", closes))] if closes else []
        return made("p", properties, *inner)

    def _run(self, look: Look, run: Run) -> Element:
        text = f"¶ {run.joint}".rstrip() + " " if run.joint is not None else run.call or run.text
        colour = _COLOURS.get(run.op)
        properties = made(
            "rPr",
            made("i") if run.italic else None,
            made("iCs") if run.italic else None,
            made("strike") if run.op == "delete" else None,
            made("color", val=colour) if colour else None,
            made("u", val="single") if run.op == "insert" else None,
            made("vertAlign", val="superscript") if run.call else None,
            made("rtl") if look.leftward else None,
        )
        return made("r", properties if len(properties) else None, *written_text(text))


def _table(look: Look, widths: Sequence[int], rows: Iterable[Element]) -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = [made(side, val="single", sz=4, space=0, color="8A8780") for side in sides]
    margins = [made(side, w=80, type="dxa") for side in ("top", "left", "bottom", "right")]
    properties = made(
        "tblPr",
        made("bidiVisual") if look.leftward else None,
        made("tblW", w=sum(widths), type="dxa"),
        made("tblBorders", *borders),
        made("tblLayout", type="fixed"),
        made("tblCellMar", *margins),
    )
    return made("tbl", properties, made("tblGrid", *(made("gridCol", w=width) for width in widths)), *rows)


def _row(widths: Sequence[int], cells: Sequence[Sequence[Element]], *, head: bool = False) -> Element:
    properties = made("trPr", made("tblHeader")) if head else None
    return made("tr", properties, *map(_cell, widths, cells))


def _cell(width: int, paragraphs: Sequence[Element], span: int = 1) -> Element:
    properties = made(
        "tcPr", made("tcW", w=width, type="dxa"), made("gridSpan", val=span) if span > 1 else None
    )
    return made("tc", properties, *paragraphs)


def _numbered(labels: Sequence[str], runs: Sequence[Run]) -> list[Run]:
    """The runs of a paragraph with the number printed before it."""
    return [*([Run("equal", f"{labels[0]} ")] if labels and labels[0] else []), *runs]


def _listed(sponsors: Iterable[tuple[Op, str]]) -> Iterator[Run]:
    for at, (op, name) in enumerate(sponsors):
        if at:
            yield Run("equal", ", ")
        yield Run(op, name)
