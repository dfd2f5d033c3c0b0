from dataclasses import replace
from itertools import count

from drafts.core.comparison import Change, Comparison, NoteChange, Segment, Side
from drafts.core.document import Doubt, Mark, Note, Paragraph, Resolution
from drafts.core.lineage import inherit_keys

OLD = Resolution(
    (Paragraph("k1", "operative", "One; two."), Paragraph("k2", "operative", "Three.")),
    (Note("m1", "1", "A/1."),),
    lineage="draft",
)


def fresh():
    numbers = count(1)
    return lambda: f"k{next(numbers)}"


def keyed(new: Resolution, *changes: Change, notes: tuple[NoteChange, ...] = ()) -> Resolution:
    return inherit_keys(OLD, new, Comparison(Side(), Side(), changes, notes=notes), fresh())


def test_paired_paragraphs_keep_their_keys_and_new_ones_get_one_that_is_free() -> None:
    new = Resolution(
        tuple(Paragraph(id, "operative", text) for id, text in (("p1", "Three!"), ("p2", "New.")))
    )
    changes = (
        Change("removed", ("k1",), (), (Segment("delete", "One; two."),)),
        Change("edited", ("k2",), ("p1",), (Segment("equal", "Three"),)),
        Change("added", (), ("p2",), (Segment("insert", "New."),)),
    )
    value = keyed(new, *changes)
    assert [each.id for each in value.paragraphs] == ["k2", "k3"]
    assert value.lineage == "draft"


def test_the_half_with_most_of_the_old_words_keeps_the_key() -> None:
    new = Resolution((Paragraph("p1", "operative", "One;"), Paragraph("p2", "operative", "two two.")))
    segments = (Segment("equal", "One;"), Segment("insert", "\n"), Segment("equal", " two two."))
    value = keyed(new, Change("split", ("k1",), ("p1", "p2"), segments))
    assert [each.id for each in value.paragraphs] == ["k3", "k1"]


def test_the_part_that_contributes_most_passes_its_key_on() -> None:
    new = Resolution((Paragraph("p1", "operative", "Two. Three."),))
    segments = (
        Segment("delete", "One; t"),
        Segment("insert", "T"),
        Segment("equal", "wo."),
        Segment("delete", "\n"),
        Segment("insert", " "),
        Segment("equal", "Three."),
    )
    value = keyed(new, Change("merged", ("k1", "k2"), ("p1",), segments))
    assert [each.id for each in value.paragraphs] == ["k2"]


def test_calls_and_doubts_follow_their_note_and_paragraph() -> None:
    new = Resolution(
        (Paragraph("p1", "operative", "Three.", marks=(Mark.call(5, "n9"),)),),
        (Note("n9", "1", "A/1."),),
        doubts=(Doubt("note-mark", "?", "p1", 5), Doubt("note", "?", "n9"), Doubt("empty", "?")),
    )
    changes = (Change("unchanged", ("k2",), ("p1",), (Segment("equal", "Three."),)),)
    notes = (NoteChange("unchanged", "m1", "n9", (Segment("equal", "A/1."),)),)
    assert keyed(new, *changes, notes=notes) == replace(
        new,
        lineage="draft",
        paragraphs=(Paragraph("k2", "operative", "Three.", marks=(Mark.call(5, "m1"),)),),
        notes=(Note("m1", "1", "A/1."),),
        doubts=(Doubt("note-mark", "?", "k2", 5), Doubt("note", "?", "m1"), Doubt("empty", "?")),
    )
