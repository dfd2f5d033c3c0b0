"""A text joined of lines, with what stands on it and where each stretch of it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafts.core.document import Mark, Marks
from drafts.formats.text.joining import end_line, mend_line, separator
from drafts.formats.text.lines import Line
from drafts.formats.text.marking import united, without


@dataclass(frozen=True, slots=True)
class Stretch:
    """``[start, end)`` of a text stood on one line: its ``origin``, and how many blocks of notes above it."""

    start: int
    end: int
    origin: int = -1
    block: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a paragraph or note. Calls among ``marks`` hold the label of their note."""

    text: str
    marks: Marks = ()
    stretches: tuple[Stretch, ...] = ()

    @property
    def calls(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.type == "note")

    @property
    def italics(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.type == "italic")

    def without(self, cuts: Sequence[tuple[int, int]]) -> Passage:
        """The passage with the stretches of text at ``cuts`` taken out."""
        gone = [at for start, end in cuts for at in range(start, end)]
        kept, at = [], 0
        for start, end in cuts:
            kept.append(self.text[at:start])
            at = end
        stretches = (
            replace(
                each,
                start=each.start - bisect_left(gone, each.start),
                end=each.end - bisect_left(gone, each.end),
            )
            for each in self.stretches
        )
        return Passage("".join(kept) + self.text[at:], without(self.marks, gone), tuple(stretches))

    def marked(self, marks: Marks) -> Passage:
        """The same with these marks as well."""
        return replace(self, marks=united((*self.marks, *marks), self.text))


def passage(lines: Sequence[Line]) -> Passage:
    """The lines as one text, one space or none between them, kerning gaps closed."""
    mended = [mend_line(line) for line in lines]
    parts: list[str] = []
    marks: list[Mark] = []
    stretches: list[Stretch] = []
    length = 0
    for at, line in enumerate(mended, 1):
        after = mended[at].text if at < len(mended) else ""
        ended = end_line(line, after)
        parts.append(ended.text + separator(line.text, after))
        marks += [_moved(mark, length, parts) for mark in ended.marks]
        stretches.append(Stretch(length, length + len(parts[-1]), line.origin, line.block))
        length += len(parts[-1])
    text = "".join(parts)
    return Passage(text, united(tuple(marks), text), tuple(stretches))


def _moved(mark: Mark, by: int, parts: Sequence[str]) -> Mark:
    """The mark in the whole. A call before a line's first word stands behind the last of the line before."""
    if mark.type == "note" and mark.start == 0 and len(parts) > 1:
        return mark.moved(by - len(parts[-2]) + len(parts[-2].rstrip()))
    return mark.moved(by)
