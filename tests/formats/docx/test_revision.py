"""Comparisons as Word files: rejecting all gives the old text, accepting all the new, to the last mark."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from drafts.core import compare
from drafts.core.document import Mark, Note, Resolution
from drafts.formats import Hand, read_sides, write
from tests.builders import op, pp, resolution
from tests.exactness.word import W, faults, main
from tests.formats.docx.test_writing import WHOLE
from tests.strategies import resolutions

MAPS = pp("Recalling its books and all of its many maps of the sea, which were drawn by hand,")
READ = op("Requests all the members to read the books at home and to write of what they found in them;")
REPORT = "Invites the Secretary-General to report on the reading of books;"
BACK = "decides to come back to the matter next year in the light of that report;"
REST = op("Decides to rest.")
LONG = resolution(MAPS, READ, op(f"{REPORT} and {BACK}"), REST, title="On books")
PARTED = resolution(
    MAPS, REST, READ, op(REPORT), op(f"Also {BACK}"), title="On books and maps", language="en"
)

OTHER = replace(
    WHOLE,
    symbol="A/C.3/80/L.99/Rev.1",
    title="On books and on maps",
    sponsors=WHOLE.sponsors[:1],
    paragraphs=(
        WHOLE.paragraphs[0],
        replace(
            WHOLE.paragraphs[1], text="Recalling all of the Convention and its Protocol:",
            marks=(Mark.italic(0, 13), Mark.call(31, "x"), Mark.call(48, "y")),
        ),
        *WHOLE.paragraphs[4:6], WHOLE.paragraphs[8], WHOLE.paragraphs[6], *WHOLE.paragraphs[10:13],
    ),
    notes=(WHOLE.notes[0], Note("y", "2", "Ibid., p. 7."), *WHOLE.notes[2:]),
    masthead=replace(WHOLE.masthead, date="9 November 2025", distribution="", original="French"),
)  # fmt: skip
PAIRS = {
    "split and moved": (LONG, PARTED),
    "edited, removed, moved, notes and head": (WHOLE, OTHER),
    "nothing": (WHOLE, WHOLE),
    "from nothing": (Resolution(), WHOLE),
}


def written(old: Resolution, new: Resolution) -> bytes:
    return write(compare(old, new), "docx", old=old, new=new)


@pytest.mark.parametrize("name", PAIRS)
def test_both_texts_are_held_exactly_whichever_is_the_new(name: str) -> None:
    old, new = PAIRS[name]
    assert faults(written(old, new), old, new) == []
    assert faults(written(new, old), new, old) == []


@settings(max_examples=25, deadline=None)
@given(resolutions(), resolutions())
def test_any_two_texts_are_held_exactly(old: Resolution, new: Resolution) -> None:
    assert faults(written(old, new), old, new) == []


def test_split_is_one_mark_and_a_move_is_a_move() -> None:
    found = main(written(LONG, PARTED))
    marks = [each.tag.removeprefix(W) for each in found.iterfind(f".//{W}pPr/{W}rPr/*")]
    assert sorted(marks) == ["del", "ins", "moveTo"]  # the last paragraph goes with the mark before it
    assert "".join(found.find(f".//{W}p/{W}moveTo").itertext()) == "Decides to rest."


def test_changes_are_by_whom_and_when_it_is_said() -> None:
    comparison = compare(LONG, PARTED)
    data = write(comparison, "docx", old=LONG, new=PARTED, author="Ana", date="2026-05-06T07:08:09Z")
    sides = read_sides(data, "a.docx")
    assert sides is not None
    (hand,) = sides.authors
    assert hand == Hand("Ana", hand.changes, "2026-05-06T07:08:09Z", "2026-05-06T07:08:09Z")
    assert [each.name for each in read_sides(written(WHOLE, OTHER), "a.docx").authors] == [OTHER.symbol]
