"""A comparison as a Word file with tracked changes: rejecting all gives the old text, accepting all the new.

Each side is planned as if it stood alone: its numbers and its notes. What is the same on both sides is then
written once, and everything else as what it is, deleted, inserted or moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from drafts.core.comparison import Comparison
from drafts.core.document import Paragraph, Resolution
from drafts.core.masthead import organization
from drafts.core.runs import Run
from drafts.formats.docx.form import LABEL, style_of
from drafts.formats.docx.names import Element, w
from drafts.formats.docx.writing.document import Writer, Written, footer, section
from drafts.formats.docx.writing.lists import Number, plan_lists
from drafts.formats.docx.writing.making import made, written_text
from drafts.formats.docx.writing.marks import place_marks
from drafts.formats.docx.writing.masthead import BELOW, field_style, field_text, has_masthead, table
from drafts.formats.docx.writing.notes import REFERENCE, plan_notes
from drafts.formats.docx.writing.order import Item, in_one_row
from drafts.formats.docx.writing.pieces import Piece
from drafts.formats.docx.writing.runs import Look
from drafts.formats.docx.writing.sides import Line, line_of, lines_of, number_by_calls, numbers_of, share
from drafts.formats.docx.writing.styles import style_id, styles_part

_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_FIRST_CHANGE = 100_000  # the number of the first change, beyond those of the notes' bookmarks
# What each piece is in Word's words, by where it is written: once for both sides, or for one of them alone.
_BOTH = {"equal": "", "delete": "del", "insert": "ins"}
_KINDS = {"del": {"delete": "del"}, "ins": {"insert": "ins"}} | {
    "moveFrom": {"equal": "moveFrom", "delete": "del"},
    "moveTo": {"equal": "moveTo", "insert": "ins"},
}


@dataclass
class Tracker:
    """Names every change: by whom, when, and by a number of its own."""

    author: str
    date: str
    _ids: Iterator[int] = field(default_factory=lambda: count(_FIRST_CHANGE))

    def mark(self, kind: str, *inner: Element, **more: str) -> Element:
        return made(kind, *inner, id=next(self._ids), author=self.author, date=self.date, **more)

    def wrapped(self, kind: str, elements: Sequence[Element]) -> Iterator[Element]:
        """The elements as they are, or within the change that they are."""
        if not kind:
            yield from elements
        elif elements:
            change = self.mark(kind, *elements)
            for element in list(change.iter(*_DELETED)) if kind == "del" else ():
                element.tag = _DELETED[str(element.tag)]
            yield change


@dataclass(frozen=True, slots=True)
class _Set:
    """How a paragraph is set on one side: its style, and its number."""

    style: str
    number: Number | None = None


def compose_revision(
    comparison: Comparison, old: Resolution, new: Resolution, author: str, date: str
) -> Written:
    """Lay both texts out in one document."""
    look = Look(new.language or old.language)
    notes = plan_notes(old, look), plan_notes(new, look)
    lines = lines_of(old, new, notes)
    rows = in_one_row(comparison, old, new)
    shared = share((*lines[:-1], *rows, *lines[-1:]), notes)
    lists = plan_lists((*new.paragraphs, *old.paragraphs))
    numbers = numbers_of(old, new, rows, lists)
    tracker = Tracker(author, date)
    revision = Revision(Writer(old, look, notes[0]), Writer(new, look, notes[1]), numbers, shared, tracker)
    body = [*revision.head(lines[:-1]), *revision.rows(rows), *revision.lines(lines[-1:])]
    main = made("document", made("body", *body, section()))
    place_marks(main, tracker.mark)
    part = notes[1].part()
    part.extend(notes[0].printed(id for id in notes[0].places if id not in shared))
    number_by_calls(part, main)
    used = {(paragraph.kind, paragraph.level) for text in (old, new) for paragraph in text.paragraphs}
    return Written(
        main=main,
        notes=part,
        styles=styles_part(look, used),
        numbering=lists.part(),
        header=made("hdr", revision.new.styled("Header", new.symbol)),
        footer=footer(look),
    )


@dataclass(frozen=True)
class Revision:
    """Writes the paragraphs of both texts, from top to bottom."""

    old: Writer
    new: Writer
    numbers: tuple[dict[str, Number], dict[str, Number]]
    shared: Mapping[str, str]
    tracker: Tracker

    def head(self, lines: Sequence[Line]) -> Iterator[Element]:
        sides = [has_masthead(writer.resolution) for writer in (self.old, self.new)]
        if any(sides):
            kind = "" if all(sides) else "ins" if sides[1] else "del"
            yield table(self.new.look, self._cell, lambda: self.tracker.mark(kind) if kind else None)
        for name in BELOW:
            yield from self.lines([self._field(name)])
        yield from self.lines(lines)

    def lines(self, lines: Iterable[Line]) -> Iterator[Element]:
        for line in lines:
            if line.old or line.new:
                kind = "" if line.stays or (line.old and line.new) else "ins" if line.new else "del"
                yield from self._paragraphs(line.pieces, [_Set(line.style)], [_Set(line.style)], _BOTH, kind)

    def rows(self, rows: Iterable[Item]) -> Iterator[Element]:
        for item in rows:
            olds = [self._set(each, self.numbers[0]) for each in item.olds]
            news = [self._set(each, self.numbers[1]) for each in item.news]
            if olds and news:
                yield from self._paragraphs(item.pieces, olds, news, _BOTH, "")
            elif item.moved:
                yield from self._moved(item, olds, news)
            else:
                kind = "ins" if news else "del"
                yield from self._paragraphs(item.pieces, olds, news, _KINDS[kind], kind)

    def _field(self, name: str, *, stays: bool = False) -> Line:
        old, new = (line_of(field_text(writer.resolution, name)) for writer in (self.old, self.new))
        return Line(field_style(name), old, new, stays)

    def _cell(self, name: str) -> list[Element]:
        texts = self.old.resolution, self.new.resolution
        stays = all(map(has_masthead, texts))
        if name != "name":
            return list(self.lines([self._field(name, stays=stays)]))
        was, now = (line_of(organization(text.language)) if has_masthead(text) else None for text in texts)
        return list(self.lines([Line(field_style(name), was, now, stays)]))

    def _set(self, paragraph: Paragraph, numbers: Mapping[str, Number]) -> _Set:
        return _Set(style_of(paragraph.kind, paragraph.level), numbers[paragraph.id])

    def _moved(self, item: Item, olds: list[_Set], news: list[_Set]) -> Iterator[Element]:
        """One end of a move, between the signs by which Word finds the other."""
        kind = "moveTo" if news else "moveFrom"
        name = (
            f"move{self.new.resolution.paragraphs.index(self.new.resolution.by_id[item.change.new[0]]) + 1}"
        )
        start = self.tracker.mark(f"{kind}RangeStart", name=name)
        (paragraph,) = self._paragraphs(item.pieces, olds, news, _KINDS[kind], kind)
        paragraph.insert(1, start)
        yield paragraph
        yield made(f"{kind}RangeEnd", id=start.get(w("id"), ""))

    def _paragraphs(
        self, found: Iterable[Piece], olds: list[_Set], news: list[_Set], kinds: Mapping[str, str], mark: str
    ) -> Iterator[Element]:
        """The paragraphs of the pieces, cut at joints; ``mark`` is what the last one's own mark is."""
        at = {"delete": 0, "insert": 0}
        inner = [*self._label(olds[:1], news[:1], kinds)]
        before = (False, False)  # whether a call stands right before, on either side
        for piece in found:
            if piece.joint:
                yield self._paragraph(olds[at["delete"] :], news[at["insert"] :], kinds[piece.op], inner)
                at[piece.op] += 1
                more = (olds[at["delete"] :], []) if piece.op == "delete" else ([], news[at["insert"] :])
                inner = [*self._label(more[0][:1], more[1][:1], kinds)]
                continue
            inner += self._piece(piece, kinds, before)
            if piece.text:
                before = (before[0] and piece.op == "insert", before[1] and piece.op == "delete")
            else:
                before = (before[0] or bool(piece.old_call), before[1] or bool(piece.new_call))
        yield self._paragraph(olds[at["delete"] :], news[at["insert"] :], mark, inner)

    def _paragraph(self, olds: list[_Set], news: list[_Set], mark: str, inner: list[Element]) -> Element:
        """One paragraph, with how it is set on the new side, and on the old where that is another way."""
        was, now = (
            writer.properties(sets[0].style, sets[0].number) if sets else None
            for writer, sets in ((self.old, olds), (self.new, news))
        )
        changed = was is not None and now is not None and etree.tostring(was) != etree.tostring(now)
        properties = now if now is not None else was if was is not None else made("pPr")
        if mark:
            properties.append(made("rPr", self.tracker.mark(mark)))
        if changed and was is not None:
            properties.append(self.tracker.mark("pPrChange", was))
        return made("p", properties, *inner)

    def _label(self, olds: list[_Set], news: list[_Set], kinds: Mapping[str, str]) -> Iterator[Element]:
        """Labels that no list prints, written out."""
        was, now = (sets[0].number.written if sets and sets[0].number else "" for sets in (olds, news))
        if was == now:
            yield from self.tracker.wrapped(kinds.get("equal", ""), self._label_runs(was))
            return
        only = kinds.get("equal", "")
        yield from self.tracker.wrapped(kinds.get("delete") or only, self._label_runs(was))
        yield from self.tracker.wrapped(kinds.get("insert") or only, self._label_runs(now))

    def _piece(self, piece: Piece, kinds: Mapping[str, str], before: tuple[bool, bool]) -> Iterator[Element]:
        if piece.text:
            yield from self.tracker.wrapped(kinds[piece.op], [self._words(piece, kinds[piece.op])])
            return
        old, new = piece.old_call, piece.new_call
        if old and new and self.shared.get(old) == new:
            self.old.notes.took(old)
            for kind, stands in (
                ("", all(before)),
                ("del", before == (True, False)),
                ("ins", before == (False, True)),
            ):
                yield from self.tracker.wrapped(kind, self._comma() if stands else [])
            yield from self.new.notes.call(new)
            return
        for writer, id, kind, stands in (
            (self.old, old, kinds.get("delete", ""), before[0]),
            (self.new, new, kinds.get("insert", ""), before[1]),
        ):
            if id:
                comma = self._comma() if stands else []
                yield from self.tracker.wrapped(kind, [*comma, *writer.notes.call(id)])

    def _words(self, piece: Piece, kind: str) -> Element:
        """A run, which tells how it was where only its italics changed."""
        gone = kind in ("del", "moveFrom")
        run = self.new.look.words(Run("equal", piece.text, italic=piece.was if gone else piece.italic))
        if not kind and piece.was != piece.italic:
            properties = run.find(w("rPr"))
            if properties is None:
                properties = made("rPr")
                run.insert(0, properties)
            was = self.new.look.run(italic=piece.was).find(w("rPr"))
            properties.append(self.tracker.mark("rPrChange", made("rPr") if was is None else was))
        return run

    def _comma(self) -> list[Element]:
        return [self.new.look.run(*written_text(","), style=REFERENCE)]

    def _label_runs(self, label: str) -> list[Element]:
        if not label:
            return []
        return [self.new.look.run(*written_text(label), made("tab"), style=style_id(LABEL))]
