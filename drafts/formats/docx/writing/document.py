"""A resolution as the parts of a Word file that hold words and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafts.core.document import Resolution
from drafts.core.masthead import organization
from drafts.core.runs import Run
from drafts.core.sponsor_line import sponsor_line
from drafts.formats.docx.form import LABEL, SPONSORS, TITLE, UNCALLED, style_of
from drafts.formats.docx.names import Element, r
from drafts.formats.docx.writing.lists import BLANK, Number, plan_lists
from drafts.formats.docx.writing.making import made, written_text
from drafts.formats.docx.writing.masthead import BELOW, field_style, field_text, has_masthead, table
from drafts.formats.docx.writing.notes import Notes, plan_notes
from drafts.formats.docx.writing.pieces import runs_of
from drafts.formats.docx.writing.runs import Look
from drafts.formats.docx.writing.styles import style_id, styles_part

# Twentieths of a point: A4, as our PDFs.
WIDTH, HEIGHT = 11906, 16838
SIDE, TOP, BOTTOM = 1247, 1474, 1361


@dataclass(frozen=True)
class Written:
    """The parts, as trees."""

    main: Element
    notes: Element
    styles: Element
    numbering: Element
    header: Element
    footer: Element


def compose(resolution: Resolution) -> Written:
    """Lay a text out: masthead, sponsors, title, paragraphs, notes."""
    look = Look(resolution.language)
    notes = plan_notes(resolution, look)
    lists = plan_lists(resolution.paragraphs)
    numbers = lists.number_of(resolution.paragraphs)
    writer = Writer(resolution, look, notes)
    body = made("body", *writer.head(), *writer.paragraphs(numbers), writer.closing(), section())
    used = {(paragraph.kind, paragraph.level) for paragraph in resolution.paragraphs}
    return Written(
        main=made("document", body),
        notes=notes.part(),
        styles=styles_part(look, used),
        numbering=lists.part(),
        header=made("hdr", writer.styled("Header", resolution.symbol)),
        footer=footer(look),
    )


@dataclass(frozen=True)
class Writer:
    """Writes the paragraphs of one text, from top to bottom: notes are called in that order."""

    resolution: Resolution
    look: Look
    notes: Notes

    def head(self) -> Iterator[Element]:
        """What stands above the text proper, as far as it is known."""
        if has_masthead(self.resolution):
            yield table(self.look, self._field)
        for name in BELOW:
            yield from self._field(name)
        if line := sponsor_line(self.resolution):
            yield self.styled(SPONSORS, line, *self._calls(self.notes.sponsors))
        if self.resolution.title:
            yield self.styled(TITLE, self.resolution.title)

    def paragraphs(self, numbers: Sequence[Number]) -> Iterator[Element]:
        for paragraph, number in zip(self.resolution.paragraphs, numbers, strict=True):
            yield made(
                "p",
                self.properties(style_of(paragraph.kind, paragraph.level), number),
                *self._label(number),
                *self.words(runs_of(paragraph)),
            )

    def closing(self) -> Element:
        """The last paragraph, from which the notes hang that nothing calls. It is there in every document.

        Word cannot delete the mark of the last paragraph; so no paragraph of the text is the last.
        """
        return self.styled(UNCALLED, "", *self._calls(self.notes.loose))

    def words(self, runs: Sequence[Run]) -> Iterator[Element]:
        """Runs of words and of calls; a raised comma parts two calls, as it does on paper."""
        before = False
        for run in runs:
            if run.call:
                if before:
                    yield self.look.run(*written_text(","), style="FootnoteReference")
                yield from self.notes.call(run.call)
            elif run.text:
                yield self.look.words(run)
            before = bool(run.call)

    def properties(self, style: str, number: Number | None = None) -> Element:
        """A paragraph's: its style, and its number where that is not simply its style's."""
        place = None
        if number and (number.list != BLANK or style.startswith(style_of("operative", 1))):
            place = made("numPr", made("ilvl", val=number.depth), made("numId", val=number.list))
        return made("pPr", made("pStyle", val=style_id(style)), place, self.look.direction())

    def styled(self, style: str, text: str, *inner: Element) -> Element:
        """A paragraph of one style throughout."""
        words = self.look.run(*written_text(text)) if text else None
        return made("p", self.properties(style), words, *inner)

    def _calls(self, ids: Sequence[str]) -> Iterator[Element]:
        return self.words([Run("equal", call=id) for id in ids])

    def _label(self, number: Number) -> Iterator[Element]:
        if number.written:
            yield self.look.run(*written_text(number.written), made("tab"), style=style_id(LABEL))

    def _field(self, name: str) -> list[Element]:
        text = organization(self.look.language) if name == "name" else field_text(self.resolution, name)
        return [self.styled(field_style(name), text)] if text else []


def section() -> Element:
    """A4, the symbol at the head of every page but the first."""
    header, footer = made("headerReference", type="default"), made("footerReference", type="default")
    header.set(r("id"), "header")
    footer.set(r("id"), "footer")
    first = made("footerReference", type="first")
    first.set(r("id"), "footer")
    return made(
        "sectPr",
        header,
        footer,
        first,
        made("pgSz", w=WIDTH, h=HEIGHT),
        made("pgMar", top=TOP, right=SIDE, bottom=BOTTOM, left=SIDE, header=720, footer=600, gutter=0),
        made("titlePg"),
    )


def footer(look: Look) -> Element:
    """The number of the page, and of how many."""
    page, pages = made("fldSimple", instr=" PAGE "), made("fldSimple", instr=" NUMPAGES ")
    for field in (page, pages):
        field.append(look.run(*written_text("1")))
    inner = (made("pPr", made("pStyle", val="Footer")), page, look.run(*written_text("/")), pages)
    return made("ftr", made("p", *inner))
