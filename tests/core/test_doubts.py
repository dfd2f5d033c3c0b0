"""Doubts: known again, and read otherwise at a person's word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from drafts.core import doubts
from drafts.core.document import Doubt, Mark, Note, Resolution
from tests.builders import op, pp, resolution
from tests.strategies import resolutions

NOTES = [Note("n1", "1", "A/1."), Note("n6", "6", "A/6.")]


def glued(*, called: bool) -> Resolution:
    """``60/1756`` read as 60/175 and note 6, or as it stands; behind it, note 1 is called."""
    text = "Recalling 60/175 and more," if called else "Recalling 60/1756 and more,"
    marks = [Mark.italic(0, 9), Mark.call(len(text), "n1")]
    if called:
        marks.insert(1, Mark.call(16, "n6"))
    said = "read as “60/175” and note 6" if called else "read as it stands, and might call a note"
    read = resolution(pp(text, marks=tuple(marks)), op("Decides."), notes=NOTES)
    later = Doubt("note-mark", "“more” was read as it stands.", "p1", text.index("more"))
    return replace(read, doubts=(Doubt("note-mark", f"“60/1756” was {said}.", "p1", 10, 3.0), later))


@pytest.mark.parametrize("called", [True, False])
def test_a_doubt_may_stand_at_the_digits_of_its_word(called: bool) -> None:
    read = glued(called=called)
    at_digits = replace(read, doubts=(replace(read.doubts[0], offset=13), *read.doubts[1:]))
    assert words(at_digits) == words(read) != []


def words(read: Resolution) -> list[str]:
    return [each.words for each in doubts.alternatives(read, read.doubts[0])]


def test_a_number_read_as_a_call_can_be_read_as_it_stands() -> None:
    read = glued(called=True)
    assert words(read) == ["“60/1756” as it stands"]
    other = doubts.chosen(read, read.doubts[0], "“60/1756” as it stands")
    assert other is not None
    assert other.paragraphs == glued(called=False).paragraphs
    assert other.doubts[1].offset == read.doubts[1].offset + 1


def test_a_number_read_as_it_stands_can_be_read_as_a_call() -> None:
    read = glued(called=False)
    assert words(read) == ["“60/175” and note 6"]
    other = doubts.chosen(read, read.doubts[0], "“60/175” and note 6")
    assert other is not None
    assert other.paragraphs == glued(called=True).paragraphs


def test_what_was_chosen_is_no_longer_a_choice() -> None:
    read = glued(called=True)
    other = doubts.chosen(read, read.doubts[0], "“60/1756” as it stands")
    assert other is not None
    assert doubts.chosen(other, other.doubts[0], "“60/1756” as it stands") is None


def test_a_place_that_was_corrected_meanwhile_offers_nothing() -> None:
    read = glued(called=True)
    corrected = replace(read, paragraphs=(replace(read.paragraphs[0], text="Recalling it.", marks=()),))
    assert doubts.alternatives(corrected, read.doubts[0]) == ()


def test_an_unknown_language_is_one_of_the_other_five() -> None:
    read = replace(resolution(pp("Recalling,")), doubts=(Doubt("language", "Not recognised."),))
    assert [each.resolution.language for each in doubts.alternatives(read, read.doubts[0])] == [
        "ar", "zh", "fr", "ru", "es",
    ]  # fmt: skip


def test_a_doubt_keeps_its_key_while_its_place_is_read_otherwise() -> None:
    read = glued(called=True)
    other = doubts.chosen(read, read.doubts[0], "“60/1756” as it stands")
    assert other is not None
    assert doubts.keys(other) == doubts.keys(read)
    assert doubts.fingerprints(other) == doubts.fingerprints(read)


def test_equal_doubts_have_keys_of_their_own() -> None:
    twice = replace(glued(called=True), doubts=(Doubt("odd", "Odd.", "p1"), Doubt("odd", "Odd.", "p1", 4)))
    assert len(set(doubts.keys(twice))) == 2


def test_the_same_words_have_the_same_fingerprint_in_another_document() -> None:
    read = glued(called=True)
    elsewhere = replace(read, paragraphs=(op("Other.", "p7"), replace(read.paragraphs[0], id="p9")))
    elsewhere = replace(elsewhere, doubts=(replace(read.doubts[0], paragraph="p9"),))
    assert doubts.fingerprints(elsewhere)[0] == doubts.fingerprints(read)[0]
    changed = replace(read.paragraphs[0], text="Noting 60/175 and more,", marks=())
    assert doubts.fingerprints(replace(read, paragraphs=(changed,)))[0] != doubts.fingerprints(read)[0]


@pytest.mark.parametrize(("text", "word"), [("“60/1756” was read.", "60/1756"), ("No number.", "")])
def test_the_doubted_word_is_the_first_that_is_quoted(text: str, word: str) -> None:
    assert doubts.word_of(Doubt("x", text)) == word


@given(resolutions())
def test_every_alternative_keeps_the_rules_and_the_other_doubts(read: Resolution) -> None:
    for doubt in read.doubts:
        for each in doubts.alternatives(read, doubt):
            assert each.resolution.check() is each.resolution
            assert len(each.resolution.doubts) == len(read.doubts)
