"""What always holds, on random resolutions and on random revisions of one."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from drafts.core import compare
from drafts.core.comparison import JOINT, Comparison, new_text, old_text
from drafts.core.document import Paragraph, Resolution
from drafts.core.typesetting import reads_alike
from tests.builders import op, pp, resolution
from tests.strategies import resolutions

WORDS = [
    "the",
    "report",
    "of",
    "States",
    "to",
    "ratify",
    "Convention",
    "and",
    "urges",
    "council",
    "peace",
    "60/175",
]
words = st.sampled_from(WORDS)
sentences = st.lists(words, max_size=14).map(" ".join)


def text(*paragraphs: str) -> Resolution:
    return resolution(*(op(each) for each in paragraphs))


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """A text and one made from it: words changed, paragraphs cut, joined, moved, added and removed."""
    old = draw(st.lists(sentences, max_size=8))
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(0, len(new) - 1)))
        deed = draw(st.sampled_from(["cut", "join", "move", "add", "remove", "word"]))
        chosen = new[at : at + 1]
        if deed == "add" or not chosen:
            new.insert(at, draw(sentences))
        elif deed == "cut":
            parts = chosen[0].split()
            middle = draw(st.integers(0, len(parts)))
            new[at : at + 1] = [" ".join(parts[:middle]), " ".join(parts[middle:])]
        elif deed == "join":
            new[at : at + 2] = [" ".join(new[at : at + 2])]
        elif deed == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(at))
        else:
            new[at : at + 1] = [] if deed == "remove" else [f"{chosen[0]} {draw(words)}"]
    return text(*old), text(*new)


def check_promises(old: Resolution, new: Resolution, comparison: Comparison) -> None:
    for change in comparison.changes:
        assert old_text(change.segments) == JOINT.join(old.by_id[id].text for id in change.old)
        assert new_text(change.segments) == JOINT.join(new.by_id[id].text for id in change.new)
        sides = {"added": (0, 1), "removed": (1, 0), "unchanged": (1, 1), "edited": (1, 1)}
        if change.kind in sides:
            assert (len(change.old), len(change.new)) == sides[change.kind]
        else:
            assert min(len(change.old), len(change.new)) == 1 < max(len(change.old), len(change.new))
        changed = not reads_alike(change.segments) or bool(change.marks)
        assert change.kind != "unchanged" or not changed
        assert 0 <= change.confidence <= 1
        assert bool(change.why) == bool(change.old and change.new)
    assert sorted(id for change in comparison.changes for id in change.old) == sorted(old.by_id)
    assert sorted(id for change in comparison.changes for id in change.new) == sorted(new.by_id)
    places = {paragraph.id: at for at, paragraph in enumerate(new.paragraphs)}
    firsts = [places[change.new[0]] for change in comparison.changes if change.new]
    assert firsts == sorted(firsts)
    assert (old_text(comparison.title), new_text(comparison.title)) == (old.title, new.title)
    for note in comparison.notes:
        assert old_text(note.segments) == (old.notes_by_id[note.old].text if note.old else "")
        assert new_text(note.segments) == (new.notes_by_id[note.new].text if note.new else "")
    assert sorted(note.old for note in comparison.notes if note.old) == sorted(old.notes_by_id)
    assert sorted(note.new for note in comparison.notes if note.new) == sorted(new.notes_by_id)


@given(revisions())
def test_promises_hold_on_revisions(pair: tuple[Resolution, Resolution]) -> None:
    check_promises(*pair, compare(*pair))


@given(resolutions(), resolutions())
def test_promises_hold_on_any_two_resolutions(old: Resolution, new: Resolution) -> None:
    check_promises(old, new, compare(old, new))


@given(resolutions())
def test_a_text_and_itself_are_identical(any_text: Resolution) -> None:
    comparison = compare(any_text, any_text)
    check_promises(any_text, any_text, comparison)
    assert comparison.identical
    assert {change.kind for change in comparison.changes} <= {"unchanged"}


@given(revisions())
def test_the_same_input_gives_the_same_answer(pair: tuple[Resolution, Resolution]) -> None:
    assert compare(*pair) == compare(*pair)


@given(st.lists(st.text(max_size=6), max_size=6), st.lists(st.text(max_size=6), max_size=6))
def test_no_text_is_too_odd(old: list[str], new: list[str]) -> None:
    sides = [
        Resolution(tuple(Paragraph(f"p{at}", "text", each) for at, each in enumerate(side)))
        for side in (old, new)
    ]
    check_promises(*sides, compare(*sides))


def test_lone_surrogates_do_no_harm() -> None:
    old, new = text("a \ud800 b"), text("a \udfff b")
    check_promises(old, new, compare(old, new))


def test_an_empty_side_is_all_added_or_all_removed() -> None:
    full = text("Urges States;", "Decides to return.")
    assert [change.kind for change in compare(text(), full).changes] == ["added", "added"]
    assert [change.kind for change in compare(full, text()).changes] == ["removed", "removed"]
    assert compare(text(), text()).identical


def test_a_removed_paragraph_stands_where_it_stood() -> None:
    old = text("One and the same;", "This one goes away;", "Another that is kept;")
    new = text(
        "One and the same;",
        "Something else is put here now, of which nobody had spoken;",
        "Another that is kept;",
    )
    assert [change.kind for change in compare(old, new).changes] == [
        "unchanged",
        "removed",
        "added",
        "unchanged",
    ]


def random_text(source: random.Random, paragraphs: int) -> Resolution:
    return text(
        *(
            " ".join(f"w{source.randrange(4000)}" for _ in range(source.randint(20, 60)))
            for _ in range(paragraphs)
        )
    )


def test_two_thousand_paragraphs_against_two_thousand_others() -> None:
    source = random.Random(7)
    old, new = random_text(source, 2000), random_text(source, 2000)
    comparison = compare(old, new)
    assert comparison.summary["added"] == comparison.summary["removed"] == 2000


def test_two_thousand_copies_of_one_paragraph() -> None:
    old, new = (
        text(*["Decides to remain seized of the matter;"] * 2000),
        text(*["Decides to remain seized of the matter;"] * 1990),
    )
    summary = compare(old, new).summary
    assert (summary["unchanged"], summary["removed"], summary["moved"]) == (1990, 10, 0)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_retyping_never_hides_words(seed: int) -> None:
    source = random.Random(seed)
    each = " ".join(source.choices(["peace", "trade", "forests", "water", "States", "health"], k=12))
    comparison = compare(resolution(pp(each)), resolution(op(each + " now")))
    assert comparison.changes[0].retyped
    check_promises(resolution(pp(each)), resolution(op(each + " now")), comparison)
