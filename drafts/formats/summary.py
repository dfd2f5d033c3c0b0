"""A comparison as plain text: what a delegate reads in a terminal, or pastes into a mail to those at home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafts.core.comparison import Segment, Segments
from drafts.core.layout import Entry, Layout, NoteEntry, Part
from drafts.core.report import Row
from drafts.core.runs import spelled
from drafts.core.wording import was_words
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
        self._show = layout.options.show

    def blocks(self) -> Iterator[str]:
        layout, words = self._layout, self._words
        yield self._strong(layout.head)
        yield "\n".join(_line(each, inset="") for each in layout.counts)
        yield from (_line(words.say("beware", clean(each)), inset="") for each in layout.warnings)
        yield from self._cover()
        yield from self._heading()
        yield from self._fields()
        yield from self._sponsors()
        yield from self._blocks([self._part(part) for part in layout.parts if self._tells(part)])
        if layout.renumbered:
            yield _line(words.say("renumbered", clean(words.comma.join(layout.renumbered))), inset="")
        yield from self._blocks([*map(self._note, layout.notes)])

    def _cover(self) -> Iterator[str]:
        if cover := self._layout.cover:
            told = [
                self._words.say("differs", what, clean(old) or "–", clean(new) or "–")
                for what, old, new in cover.compared
            ]
            digests = [
                self._words.say("pair", f"{what}, {side}", value) for what, side, value in cover.digests
            ]
            made = [self._words.say("pair", what, clean(value)) for what, value in cover.made]
            lines = filter(None, (*told, *digests, *made, cover.check))
            yield "\n".join([self._strong(cover.title), *map(_line, lines)])

    def _heading(self) -> Iterator[str]:
        title = self._layout.heading
        if any(op != "equal" for op, _ in title):
            head = self._words.comma.join((self._words.say("heading"), self._words.kinds["edited"]))
            yield self._block(head, tuple(_folded(title)))
        elif title:
            yield self._style.mark("strong", wrap(title, PLAIN))

    def _fields(self) -> Iterator[str]:
        nothing = self._words.say("nothing")
        told = [
            _line(self._words.say("differs", name, clean(old) or nothing, clean(new) or nothing))
            for name, old, new in self._layout.fields
        ]
        if told:
            yield "\n".join([self._words.say("masthead"), *told])

    def _sponsors(self) -> Iterator[str]:
        told = []
        left = "unnamed" if self._layout.report.comparison.sponsors.unnamed else "withdrew"
        for fate, op in (("joined", "insert"), (left, "delete")):
            names = [clean(each.text) for each in self._layout.sponsors if each.op == op]
            told += [_line(self._words.say(fate, self._words.comma.join(names)))] if names else []
        if told:
            yield "\n".join([self._strong(self._words.say("sponsors")), *told])

    def _blocks(self, told: list[str]) -> list[str]:
        """A summary has a line for each, and all of them as one block."""
        return ["\n".join(told)] if told and self._show == "summary" else told

    def _tells(self, part: Part) -> bool:
        """Between changes that are named, what stayed and what left tell nothing."""
        return isinstance(part, Entry) or self._show != "changes"

    def _part(self, part: Part) -> str:
        if not isinstance(part, Entry):
            return _line(f"… {clean(part.says)} …")
        row = part.row
        if not row.shown:
            label = f"{clean(row.label)} " if row.label else ""
            return wrap(spelled(row.runs, _JOINED), self._style, first=f"  {label}", rest="  ")
        told = [_line(f"({each})") for each in part.told]
        return "\n".join([self._block(self._headed(self._called(row), part.tag), self._shown(row)), *told])

    def _called(self, row: Row) -> str:
        """``OP 5 (was OP 4)``; a removed paragraph by what it was called."""
        if not row.new_name:
            return self._words.say("former", row.old_name)
        if not row.old_name or row.old_name == row.new_name:
            return row.new_name
        return f"{row.new_name} ({was_words(row, self._words)})"

    def _shown(self, row: Row) -> Segments:
        segments = spelled(row.runs, _JOINED)
        if self._show != "changes" or row.change.kind in ("added", "removed"):
            return segments
        return _brief(segments)

    def _note(self, entry: NoteEntry) -> str:
        called = self._words.say("note", clean(entry.label)).strip()
        segments = spelled(entry.row.runs, _JOINED)
        return self._block(
            self._headed(called[:1].upper() + called[1:], entry.tag),
            _brief(segments)
            if self._show == "changes" and entry.row.change.kind == "unchanged"
            else segments,
        )

    def _headed(self, called: str, tag: str) -> str:
        return self._words.comma.join(filter(None, (called, tag)))

    def _block(self, heading: str, segments: Segments) -> str:
        head = self._strong(heading)
        return f"{head}\n{wrap(segments, self._style)}" if segments else head

    def _strong(self, text: str) -> str:
        return self._style.mark("strong", clean(text))


def _brief(segments: Segments) -> Segments:
    """What stands next to a change, or the opening where the words did not change."""
    if any(op != "equal" for op, _ in segments):
        return tuple(_folded(segments))
    return _opening(segments)


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
