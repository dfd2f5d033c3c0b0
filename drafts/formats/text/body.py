"""Lines of text into paragraphs, each with its kind, level and label.

What opens a paragraph, the surest first: enacting words; the *next expected* number; the next expected
letter; an opening phrase after text that has come to its end (a preambular paragraph ends in a comma, an
operative one in a semicolon or full stop). Empty lines and page ends are hints only, since every program that
copies text adds or drops them. Where a file says which lines open a paragraph it is believed, and the same
signs tell only of what kind each is.

One module, since every decision rests on the state that the ones before it left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from drafts.core.document import Doubt, Kind
from drafts.core.doubting import doubted
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.text import markers
from drafts.formats.text.lines import Line
from drafts.formats.text.unfinished import Unfinished

LONGEST_HEADING = 250  # characters
MOST_HEADING_LINES = 4
MOST_UNEXPECTED = 999  # a higher number opens a paragraph only if it is the next: it is rather a year

_CALL = r"(?: ?\*{1,3}| ?\d{1,3}(?: ?, ?\d{1,3})*|(?: ?\[\d{1,3}\])+)?"
_ENDED = re.compile(
    rf"(?:[,;:.!?…。，；：،؛][)»”\"’\]]*{_CALL}|[»”\"]{_CALL}[,;.]|[,;] (?:and|or|et|ou|y|и))$"
)
_CLOSED = re.compile(rf"[;:.!?。；：؛][)»”\"’\]]*{_CALL}$|; (?:and|or|et|ou|y|и)$")
_FULL_STOP = re.compile(rf"[.。][)»”\"’\]]*{_CALL}$")
_COLON = re.compile(rf"[:：]{_CALL}$")
_PART_SIGN = re.compile(r"[A-Z]\.?|[IVX]{1,5}\.?")


class Body:
    """Reads lines one after the other. ``paragraphs`` and ``doubts`` are the outcome.

    A doubt's ``paragraph`` holds the place of the paragraph in ``paragraphs``.
    """

    def __init__(self, book: Phrasebook, *, unwrapped: bool = False, amendment: bool = False) -> None:
        self._book, self._unwrapped = book, unwrapped
        self._annex = re.compile(
            rf"(?:{'|'.join(book.annex) or '(?!)'})(?: [IVX]{{1,5}}| [A-Z0-9])?[.:]?(?: \*+)?"
        )
        self._closing = re.compile(book.closing or "(?!)")
        self._amending = re.compile("|".join(f"(?:{each})" for each in book.amending) or "(?!)")
        self._phase = "amendment" if amendment else "preamble"
        self._next = 1
        self._ladder = markers.Ladder()
        self.paragraphs: list[Unfinished] = []
        self.doubts: list[Doubt] = []

    def read(self, lines: Sequence[Line]) -> None:
        for at, line in enumerate(lines):
            if not self._begins(line, lines[at + 1 : at + 1 + MOST_HEADING_LINES]):
                self.paragraphs[-1].add(line)
        self._settle_last()

    def _settle_last(self) -> None:
        """Where nothing is operative, the last of the preamble is if it ends in a full stop.

        No preambular paragraph does: it opens with a phrase that nobody has used before.
        """
        kinds = [paragraph.kind for paragraph in self.paragraphs]
        if "enacting" not in kinds or "preambular" not in kinds or "operative" in kinds:
            return
        last = self.paragraphs[len(kinds) - 1 - kinds[::-1].index("preambular")]
        last.kind = "operative" if _FULL_STOP.search(last.end) else last.kind

    def _begins(self, line: Line, following: Sequence[Line]) -> bool:
        if line.kind:
            return self._known(line, line.kind)
        if line.opens is False and self.paragraphs and not self._parts(line):
            return False
        if self._opens_surely(line):
            return True
        return not self._awaits_text and (
            self._opens(line, following) or (bool(line.opens) and self._told(line))
        )

    def _known(self, line: Line, kind: Kind) -> bool:
        """A paragraph whose kind the file tells, as a form's own styles do."""
        if kind in ("enacting", "annex"):
            self._phase, self._next = ("preamble" if kind == "enacting" else "annex"), 1
        elif kind in ("preambular", "operative") and self._phase != "amendment":
            self._phase = "preamble" if kind == "preambular" else "operative"
        if line.level > 1:
            self._ladder.take(line.level)
        else:
            self._ladder.reset()
            found = markers.number(line.label) if kind == "operative" else None
            self._next = found.value + 1 if found else self._next
        return self._add(kind, line.level, line.label, line)

    # What may open with a line: each adds the paragraph and says so, or leaves the line to the next.

    def _opens_surely(self, line: Line) -> bool:
        return (
            self._closing_line(line)
            or self._annex_heading(line)
            or self._enacting(line)
            or self._numbered(line)
            or self._below(line)
        )

    def _opens(self, line: Line, following: Sequence[Line]) -> bool:
        if line.heading and line.opens is not None:
            return self._head(line)
        return self._opened(line) or self._heading(line, following) or self._other(line)

    def _closing_line(self, line: Line) -> bool:
        closes = self._phase == "operative" or (self._phase == "preamble" and self._closed)
        if self._phase == "closed" or (closes and self._closing.match(line.text)):
            self._phase = "closed"
            return not self._annex_ahead(line) and self._add("text", 0, "", line)
        return False

    def _annex_heading(self, line: Line) -> bool:
        if not self._annex_ahead(line) or not (self._ended or line.gap or line.page):
            return False
        self._phase, self._next = "annex", 1
        return self._add("annex", 0, "", line)

    def _enacting(self, line: Line) -> bool:
        length = self._book.enacts(line.text)
        if not length or self._phase == "amendment" or self._awaits_text or not self._breaks(line):
            return False
        rest = line.text[length:].strip()
        self._phase, self._next = "preamble", 1
        if rest and not (self._book.opener(rest, "preambular") or self._book.opener(rest, "operative")):
            self._phase = (
                "operative"  # "The General Assembly, taking note of …, decides …": a decision, one sentence
            )
            return self._add("operative", 1, "", line)
        self._add("enacting", 0, "", line.upto(length))
        after = line.after(length)
        return not rest or self._opened(after) or self._other(after)

    def _numbered(self, line: Line) -> bool:
        if line.label:
            return self._printed_number(line)
        found = markers.number(line.text)
        if not found or self._phase == "closed":
            return False
        if not found.rest and found.value == self._next and self._awaits_number:
            self.paragraphs[-1].label = found.label
            self._next += 1
            return True
        if found.value > MOST_UNEXPECTED and found.value != self._next:
            return False
        opens = not found.rest or bool(self._book.opener(found.rest, "operative"))
        if not found.stopped and not (self._closed and opens and found.value == self._next):
            return False
        expected = found.value == self._next and (self._breaks(line) or opens)
        restarts = found.value == 1 and self._fresh and bool(found.rest)
        jumps = self._closed and opens and bool(found.rest) and self._phase != "amendment"
        if not (expected or restarts or jumps or (line.opens and found.rest)):
            return False
        return self._take_number(found, expected or restarts, line.after(len(line.text) - len(found.rest)))

    def _printed_number(self, line: Line) -> bool:
        """A number that the file prints before the paragraph, as automatic numbering does."""
        found = markers.number(line.label)
        if not found or line.level > 1:
            return False
        return self._take_number(found, found.value in (1, self._next), line)

    def _take_number(self, found: markers.Number, expected: bool, rest: Line) -> bool:
        if not expected and "bis" not in found.label:
            self._doubt("number-jump", label=found.label, expected=self._next)
        self._next = found.value + 1
        kind: Kind = "text" if self._phase in ("annex", "amendment") else "operative"
        self._phase = "operative" if kind == "operative" else self._phase
        self._ladder.reset()
        return self._add(kind, 1, found.label, rest)

    def _below(self, line: Line) -> bool:
        label, rest = (line.label, line.text) if line.label else markers.sub_label(line.text)
        if not label or not self.paragraphs or not self._breaks(line):
            return False
        level = line.level or self._ladder.level(label, bool(_COLON.search(self.paragraphs[-1].end)))
        if not level and line.opens:
            level = self._ladder.nearest(label)
        if not level:
            return False
        self._ladder.take(level)
        kind = self.paragraphs[-1].kind
        below = line.after(len(line.text) - len(rest))
        return self._add(kind if kind in ("preambular", "operative") else "text", level, label, below)

    def _opened(self, line: Line) -> bool:
        """A paragraph without a number that opens with a known phrase."""
        if self._phase in ("annex", "closed") or not self._breaks(line):
            return False
        preambular = self._book.opener(line.text, "preambular")
        operative = self._book.opener(line.text, "operative")
        if self._phase == "amendment":
            instruction = bool(self._amending.match(line.text))
            return bool(preambular or operative or instruction) and self._add("text", 0, "", line)
        if preambular and (self._phase == "preamble" or self._fresh):
            self._phase = "preamble"
            return self._paragraph("preambular", line)
        if operative and (self._closed or self._phase == "preamble" or self._fresh):
            self._phase = "operative"
            return self._paragraph("operative", line)
        return False

    def _heading(self, line: Line, following: Sequence[Line]) -> bool:
        """Words set as a heading, or that stand alone before the next paragraph's certain beginning."""
        if line.opens is not None:
            return False
        lone = self._closed or self._fresh or (self._ended and line.gap)
        if not lone or not self._may_head(line.text):
            return False
        for after in following:
            if self._certainly_opens(after.text):
                return self._head(line)
            if not self._may_head(after.text) or (after.gap and not _PART_SIGN.fullmatch(line.text)):
                return False
        return False

    def _other(self, line: Line) -> bool:
        """Whatever else is set apart: text after a heading, an unknown opener, tables, annexes."""
        first = line.text[0]
        if not self.paragraphs:
            return self._paragraph("preambular", line) if self._phase == "preamble" else self._add_text(line)
        if not self._breaks(line) or first.islower() or line.opens:
            return False
        if self._phase == "preamble":
            participle = re.match(self._book.participle or "(?!)", line.text)
            unknown = self._fresh or self._gap(line) or (participle and not self._closed)
            return bool(unknown) and self._paragraph("preambular", line)
        return bool(self._fresh or (self._gap(line) and self._closed)) and self._add_text(line)

    def _told(self, line: Line) -> bool:
        """A paragraph that only the file tells of, of the kind that stands here."""
        if self._phase == "preamble" and not (self._closed and not self._fresh):
            return self._paragraph("preambular", line)
        return self._add_text(line)

    # The state a decision rests on.

    @property
    def _ended(self) -> bool:
        """Whether the text so far has come to an end, of a sentence or of a preambular paragraph."""
        return not self.paragraphs or self._fresh or bool(_ENDED.search(self.paragraphs[-1].end))

    @property
    def _closed(self) -> bool:
        """Whether it has come to the end of an operative paragraph, or of a lead-in."""
        return not self.paragraphs or self._fresh or bool(_CLOSED.search(self.paragraphs[-1].end))

    @property
    def _fresh(self) -> bool:
        return not self.paragraphs or self.paragraphs[-1].fresh

    @property
    def _awaits_text(self) -> bool:
        """A number alone on its line: what follows belongs to it, whatever it is."""
        return bool(self.paragraphs) and not self.paragraphs[-1].lines

    @property
    def _awaits_number(self) -> bool:
        """An operative paragraph of one line and no number, where others have theirs: it comes late."""
        last = self.paragraphs[-1] if self.paragraphs else None
        return (
            bool(last and last.kind == "operative" and not last.label and len(last.lines) == 1)
            and not self._ended
        )

    def _parts(self, line: Line) -> bool:
        """Whether the words part a line from what stands close above it: closing lines, and a sign alone."""
        above = self.paragraphs[-1]
        if self._closing.match(above.beginning) or (self._closed and self._closing.match(line.text)):
            return True
        heading = above.kind in ("heading", "annex")
        return heading and bool(_PART_SIGN.fullmatch(above.end) or self._annex.fullmatch(above.end))

    def _gap(self, line: Line) -> bool:
        return bool(line.opens) or line.gap or (self._unwrapped and not line.page)

    def _breaks(self, line: Line) -> bool:
        """Whether a paragraph may open here at all."""
        return self._ended or (self._gap(line) and not line.text[0].islower())

    def _annex_ahead(self, line: Line) -> bool:
        return bool(self._annex.fullmatch(line.text))

    def _may_head(self, text: str) -> bool:
        if len(text) > LONGEST_HEADING or (_ENDED.search(text) and not _PART_SIGN.fullmatch(text)):
            return False
        return not text[0].islower() and not text[0].isdigit() and text[0] not in "(“«"

    def _certainly_opens(self, text: str) -> bool:
        found = markers.number(text)
        if found and found.stopped:
            return found.value in (1, self._next)
        opener = self._book.opener(text, "preambular") if self._phase == "preamble" or self._fresh else 0
        return bool(opener or self._book.opener(text, "operative") or self._book.enacts(text))

    # What is then added.

    def _head(self, line: Line) -> bool:
        last = self.paragraphs[-1] if self.paragraphs else None
        if last and last.kind in ("heading", "annex") and not line.gap and not _PART_SIGN.fullmatch(last.end):
            last.add(line)
            return True
        return self._add("heading", 0, "", line)

    def _paragraph(self, kind: Kind, line: Line) -> bool:
        self._ladder.reset()
        return self._add(kind, 1, "", line)

    def _add_text(self, line: Line) -> bool:
        return self._add("text", 0, "", line)

    def _add(self, kind: Kind, level: int, label: str, line: Line) -> bool:
        paragraph = Unfinished(kind, level, label)
        paragraph.add(line)
        self.paragraphs.append(paragraph)
        return True

    def _doubt(self, code: str, **values: Any) -> None:
        self.doubts.append(Doubt(code, doubted(code, **values), paragraph=str(len(self.paragraphs))))
