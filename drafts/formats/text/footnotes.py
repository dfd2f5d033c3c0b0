"""The blocks of notes at the foot of pages, taken out of the text they interrupt.

::

    …à titre hautement prioritaire des services de coopération technique,
    __________________
     5  Résolution 60/286, en particulier le thème III, Méthodes de travail, de l’annexe.
     6  A/61/179.
     des services consultatifs et d’autres formes d’assistance …      the text goes on

A block opens with a rule, or without one where the number after the last note's stands before text that ends
in a full stop. It ends with the page, or where its last note has come to its end and other text begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from drafts.formats.text.lines import Line, is_rule

Opens = Callable[[str], bool]

LOOK_AHEAD = 12  # lines among which the next number of a block is sought; the longest notes met have ten
MOST_ON_A_PAGE = 60  # notes among which one is sought whose number stands below it
FULL_WIDTH = 0.8  # of the longest line: a line that ends shorter ends its note

_LABELLED = re.compile(
    r"\[?(?P<label>\d{1,4}|\*{1,4})\]?(?:(?<=[*\]])\s*|\s+|(?=[A-ZÀ-Þ«“])|$)(?P<text>[^\s*].*)?"
)
_FINISHED = re.compile(r"[.!?。][)»”\"\]]?$")
_ABBREVIATION = re.compile(r"\b(?:[Nn]os?|[Vv]ols?|[Cc]hap|[Pp]aras?|[Aa]rts?|pp?|[Ss]ect|[Aa]dd|[A-Z])\.$")
_GOES_ON = re.compile(r"[a-zà-ÿ]|\w+ \d{4}\b")  # "19 décembre 2016": a number that belongs to the text
_OPENS_A_NOTE = re.compile(r"[^\W\d_a-zà-ÿ]|[«“\"(\[]")


@dataclass
class RawNote:
    """A note as it stands in its block; ``block`` counts the blocks from 0.

    ``key`` is what calls of it hold where that is not its label: a file may bear one label several times.
    """

    label: str
    block: int
    lines: list[Line] = field(default_factory=list)
    key: str = ""

    @property
    def number(self) -> int:
        return int(self.label) if self.label.isdecimal() else 0

    @property
    def finished(self) -> bool:
        last = self.lines[-1].text if self.lines else ""
        return bool(_FINISHED.search(last)) and not _ABBREVIATION.search(last)


@dataclass(frozen=True)
class Separated:
    """Text and notes apart. ``loose`` are labels of notes that stood under no rule."""

    body: tuple[Line, ...]
    notes: tuple[RawNote, ...]
    loose: tuple[str, ...] = ()


def separate(lines: tuple[Line, ...], opens: Opens) -> Separated:
    """Part text and notes. ``opens`` says of a line's text whether a paragraph certainly opens with it."""
    full = FULL_WIDTH * max((len(line.text) for line in lines), default=0)
    body: list[Line] = []
    notes: list[RawNote] = []
    loose: list[str] = []
    at, blocks, last, joint = 0, 0, 0, False
    while at < len(lines):
        line = lines[at]
        ruled = is_rule(line.text)
        if ruled or _is_loose(lines, at, last):
            block, at = _block(lines, at + ruled, blocks, opens, full, last)
            notes += block
            loose += [] if ruled else [note.label for note in block]
            last = max((note.number for note in block if note.number), default=last)
            blocks, joint = blocks + bool(block), True
            continue
        if blocks or joint:
            line = replace(line, gap=line.gap and not joint, page=line.page or joint, block=blocks)
        body.append(line)
        at, joint = at + 1, False
    return Separated(tuple(body), tuple(notes), tuple(loose))


def _is_loose(lines: tuple[Line, ...], at: int, last: int) -> bool:
    """``\\n 1  Resolution 55/25, annexes I to III.`` without a rule above it."""
    line = lines[at]
    if not (line.gap or line.page or at == len(lines) - 1):
        return False
    found = _LABELLED.fullmatch(line.text)
    text = (found and found["text"]) or ""
    if not found or not _OPENS_A_NOTE.match(text) or _GOES_ON.match(text):
        return False
    if found["label"][0] == "*":
        return True
    return int(found["label"]) == last + 1 and any(
        _FINISHED.search(after.text) for after in lines[at : at + LOOK_AHEAD]
    )


def _block(
    lines: tuple[Line, ...], at: int, block: int, opens: Opens, full: float, last: int
) -> tuple[list[RawNote], int]:
    """The notes from ``at`` on, and where the text goes on."""
    notes: list[RawNote] = []
    while at < len(lines):
        line = lines[at]
        label, rest = _label(line.text, notes, last)
        if line.page and notes and notes[-1].lines and _GOES_ON.match(rest):
            break
        if label and not rest and not notes and not _holds_a_note(lines, at + 1):
            break
        if is_rule(line.text):
            break
        if label and _is_late(label, notes):
            _split_off(label, notes)
        elif label:
            notes.append(RawNote(label, block, [line.after(len(line.text) - len(rest))] if rest else []))
        elif not notes or _ends(lines, at, notes, opens, full):
            break
        else:
            notes[-1].lines.append(line)
        at += 1
    _deal(notes)
    return notes, at


def _label(text: str, notes: list[RawNote], last: int = 0) -> tuple[str, str]:
    """The label a line opens with, if it can be a note's in this block, and the rest.

    ``last`` is the highest number of the blocks before.
    """
    found = _LABELLED.fullmatch(text)
    if not found:
        return "", text
    label, rest = found["label"], found["text"] or ""
    numbers = [note.number for note in notes[-MOST_ON_A_PAGE:] if note.number]
    if label[0] == "*":
        return label, rest
    if not numbers:
        begins = int(label) in (1, last + 1) or not rest or not _GOES_ON.match(rest)
        return (label, rest) if begins else ("", text)
    if notes[-1].lines and not notes[-1].finished and rest:
        return ("", text) if int(label) != numbers[-1] + 1 or not _OPENS_A_NOTE.match(rest) else (label, rest)
    follows = numbers[-1] < int(label) <= numbers[-1] + 2  # 2, as one number may stand below its note
    missing = not rest and numbers[0] < int(label) < numbers[-1] and int(label) not in numbers
    return (label, rest) if follows or missing else ("", text)


def _holds_a_note(lines: tuple[Line, ...], at: int) -> bool:
    """Whether what follows a number alone on its line may be its note, and not text cut by the page."""
    return at < len(lines) and not lines[at].text[0].islower()


def _is_late(label: str, notes: list[RawNote]) -> bool:
    return bool(notes) and label[0] != "*" and 0 < int(label) < notes[-1].number


def _split_off(label: str, notes: list[RawNote]) -> None:
    """A number that stands below its note: the text is the second of the two notes read as one.

    ::

        4  Ibid., vol. 2051.          4  Ibid., vol. 2051.
           Ibid., vol. 2689.     →    5  Ibid., vol. 2689.
        6  A/80/292.                  6  A/80/292.
        5
    """
    at = next(at for at in range(len(notes) - 1, -1, -1) if notes[at].number < int(label))
    before = notes[at]
    cut = _first_end(before.lines)
    notes.insert(at + 1, RawNote(label, before.block, before.lines[cut:]))
    before.lines = before.lines[:cut]


def _deal(notes: list[RawNote]) -> None:
    """Numbers that stand together above their notes: the texts below the last are dealt out in order.

    ::

        14                          14  See resolution 2200 A (XXI), annex.
        15                      →   15  Resolution 60/288.
            See resolution 2200 A (XXI), annex.
            Resolution 60/288.
    """
    waiting: list[RawNote] = []
    for note in notes:
        if not note.lines:
            waiting.append(note)
            continue
        for empty in waiting:
            cut = _first_end(note.lines)
            empty.lines, note.lines = note.lines[:cut], note.lines[cut:]
        waiting = []


def _first_end(lines: list[Line]) -> int:
    """How many lines up to the first that ends in a full stop."""
    return next((at for at, line in enumerate(lines, 1) if _FINISHED.search(line.text)), len(lines))


def _ends(lines: tuple[Line, ...], at: int, notes: list[RawNote], opens: Opens, full: float) -> bool:
    """Whether the block has come to its end before the line at ``at``, which carries no label."""
    line, note = lines[at], notes[-1]
    if not note.lines:
        return False
    if line.page or opens(line.text):
        return True
    owed = sum(not other.lines for other in notes[-LOOK_AHEAD:])
    if owed and sum(bool(_FINISHED.search(each.text)) for each in note.lines) <= owed:
        return False
    if not note.finished:
        return False
    if any(_label(after.text, notes)[0] for after in _same_page(lines, at)):
        return False
    short = len(note.lines[-1].text) < full
    return line.gap or short or not _OPENS_A_NOTE.match(line.text)


def _same_page(lines: tuple[Line, ...], at: int) -> Iterator[Line]:
    for line in lines[at : at + LOOK_AHEAD]:
        if line.page or line.gap:
            return
        yield line
