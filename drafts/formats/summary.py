"""A comparison as plain text: what a delegate reads in a terminal, or pastes into a mail to those at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafts.core.comparison import Segment, Segments
from drafts.core.layout import Entry, Layout, NoteEntry, Part
from drafts.core.report import Row
from drafts.core.runs import spelled
from drafts.formats.wrapping import COLOURED, PLAIN, Style, clean, wrap

KEPT = 60  # characters of an equal stretch that are shown beside a change, about a line's worth
OPENING = 90  # characters that tell which paragraph is meant where its words did not change

_JOINED = " ¶ "  # where one paragraph ends and the next begins


def summary_text(layout: Layout, *, color: bool = False) -> str:
    """Both symbols, one line of counts, then what the layout shows.

    Words that left stand as ``[-so-]``, words that came as ``{+so+}``; with ``color`` red and struck through,
    green and underlined. Where the layout shows changes alone, long stretches that stayed are folded.
    """
    return "\n\n".join(_Writer(layout, COLOURED if color else PLAIN).blocks()) + "\n"


class _Writer:
    def __init__(self, layout: Layout, style: Style) -> None:
        self._layout, self._words, self._style = layout, layout.wording, style
        self._brief = layout.options.show == "changes"

    def blocks(self) -> Iterator[str]:
        layout, words = self._layout, self._words
        yield self._style.mark("strong", clean(" → ".join(layout.sides)))
        yield "\n".join(_line(each, inset="") for each in layout.counts)
        yield from (_line(words.beware.format(clean(each)), inset="") for each in layout.warnings)
        yield from self._cover()
        yield from self._heading()
        yield from self._fields()
        yield from self._sponsors()
        for part in layout.parts:
            yield from self._part(part)
        if layout.renumbered:
            yield _line(words.renumbered.format(clean(", ".join(layout.renumbered))), inset="")
        yield from map(self._note, layout.notes)

    def _cover(self) -> Iterator[str]:
        if cover := self._layout.cover:
            told = [
                _line(f"{what}: {clean(old or '–')} → {clean(new or '–')}")
                for what, old, new in cover.compared
            ]
            made = [_line(f"{what}: {clean(value)}") for what, value in cover.made]
            yield "\n".join([self._style.mark("strong", cover.title), *told, *made])

    def _heading(self) -> Iterator[str]:
        title = self._layout.heading
        if any(op != "equal" for op, _ in title):
            yield self._block(f"{self._words.heading}, {self._words.kinds['edited']}", tuple(_folded(title)))
        elif title:
            yield self._style.mark("strong", _line("".join(text for _, text in title)))

    def _fields(self) -> Iterator[str]:
        words = self._words
        told = [
            _line(words.masthead_field.format(name, clean(old) or words.nothing, clean(new) or words.nothing))
            for name, old, new in self._layout.fields
        ]
        if told:
            yield "\n".join([words.masthead, *told])

    def _sponsors(self) -> Iterator[str]:
        told = []
        for said, op in ((self._words.joined, "insert"), (self._words.withdrawn, "delete")):
            names = [clean(each.text) for each in self._layout.sponsors if each.op == op]
            told += [_line(said.format(", ".join(names)))] if names else []
        if told:
            yield "\n".join([self._style.mark("strong", self._words.sponsors), *told])

    def _part(self, part: Part) -> Iterator[str]:
        if isinstance(part, Entry):
            yield self._entry(part)
        elif not self._brief:  # between changes that are named, neither tells anything
            yield _line(f"… {clean(part.says)} …")

    def _entry(self, entry: Entry) -> str:
        row = entry.row
        if not row.shown:
            label = f"{clean(row.label)} " if row.label else ""
            return wrap(spelled(row.runs, _JOINED), self._style, first=f"  {label}", rest="  ")
        heading = ", ".join(filter(None, [self._called(row), entry.tag]))
        told = [_line(f"({each})") for each in entry.told]
        return "\n".join([self._block(heading, self._shown(row)), *told])

    def _called(self, row: Row) -> str:
        """``OP 5 (was OP 4)``; a removed paragraph by what it was called."""
        if not row.new_name:
            return self._words.former.format(row.old_name)
        if not row.old_name or row.old_name == row.new_name:
            return row.new_name
        was = self._words.was if len(row.change.old) == 1 else self._words.were
        return f"{row.new_name} ({was.format(row.old_name)})"

    def _shown(self, row: Row) -> Segments:
        segments = spelled(row.runs, _JOINED)
        if not self._brief or row.change.kind in ("added", "removed"):
            return segments
        if any(op != "equal" for op, _ in segments):
            return tuple(_folded(segments))
        return _opening(segments)

    def _note(self, entry: NoteEntry) -> str:
        heading = f"{self._words.note.format(entry.label).strip()}, {entry.tag}"
        segments = spelled(entry.row.runs, _JOINED)
        if entry.row.change.kind == "unchanged":
            segments = _opening(segments)
        return self._block(heading[:1].upper() + heading[1:], segments)

    def _block(self, heading: str, segments: Segments) -> str:
        head = self._style.mark("strong", clean(heading))
        return f"{head}\n{wrap(segments, self._style)}" if segments else head


def _folded(segments: Segments) -> Iterator[Segment]:
    """The segments with long equal stretches reduced to what stands next to a change."""
    last = len(segments) - 1
    for at, (op, text) in enumerate(segments):
        yield Segment(op, _shortened(text, before=at > 0, after=at < last) if op == "equal" else text)


def _shortened(text: str, *, before: bool, after: bool) -> str:
    """An equal stretch: its beginning if a change stands ``before`` it, its end if one comes ``after``."""
    if len(text) <= KEPT * (before + after) + 3:
        return text
    head = re.match(r".*\s|", text[:KEPT], re.DOTALL) if before else None
    tail = re.search(r"(?<=\s)\S.*$|$", text[-KEPT:], re.DOTALL) if after else None
    return f"{head[0] if head else ''}… {tail[0] if tail else ''}"


def _opening(segments: Segments) -> Segments:
    text = "".join(text for _, text in segments)
    return (Segment("equal", text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"),)


def _line(text: str, inset: str = "  ") -> str:
    return wrap([Segment("equal", text)], PLAIN, first=inset, rest=inset)
