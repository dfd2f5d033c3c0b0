"""A comparison as Akoma Ntoso: valid, marked where it changed, and both texts read back from it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from drafts.core import compare
from drafts.core.document import Mark, Note, Resolution
from drafts.core.tidying import tidied
from drafts.formats import read, read_sides, write
from drafts.formats.akn.vocabulary import NAMESPACE
from tests.builders import op, resolution
from tests.exactness.akn import form_faults as faults
from tests.formats.akn.test_akn import in_xml, path, told
from tests.strategies import resolutions
from tests.texts import NEW, OLD

BEFORE, AFTER = read(OLD.encode(), "-"), read(NEW.encode(), "-")


def marked(old: Resolution = BEFORE, new: Resolution = AFTER) -> bytes:
    written = write(compare(old, new), "akn", old=old, new=new)
    assert faults(written) == []
    return written


def both(written: bytes) -> tuple[Resolution, Resolution]:
    sides = read_sides(written, "a.xml")
    assert sides is not None
    return sides.old, sides.new


def test_both_texts_read_back_as_they_were() -> None:
    assert both(marked()) == (tidied(BEFORE), tidied(AFTER))


def test_whoever_reads_it_as_one_text_gets_the_new_one_with_a_doubt() -> None:
    read_back = read(marked(), "a.xml")
    assert replace(read_back, doubts=AFTER.doubts) == tidied(AFTER)
    assert read_back.doubts[-1].code == "tracked-changes"


def test_words_that_came_and_went_are_marked_where_they_stand() -> None:
    old, new = resolution(op("Invites all States;", "p")), resolution(op("Urges all States;", "p"))
    written = marked(old, new)
    assert path("//a:paragraph//a:p/a:del/text() | //a:paragraph//a:p/a:ins/text()", written) == [
        "Invites",
        "Urges",
    ]
    assert path("//a:textualMod/@type", written) == ["substitution"]


def test_paragraph_that_is_no_longer_there_says_so_and_lends_no_number() -> None:
    old = resolution(op("Invites all States to contribute;", "a"), op("Decides to go on.", "b"))
    new = resolution(op("Decides to go on.", "b"), op("Thanks the Office for its reports.", "c"))
    written = marked(old, new)
    assert path("//a:paragraph/@eId", written) == ["body__para_was-1", "body__para_1", "body__para_2"]
    assert path("//a:paragraph[@status='removed']/a:content/a:p/a:del/text()", written) == [
        "Invites all States to contribute;"
    ]
    assert path("//a:textualMod/@type", written) == ["repeal", "renumbering", "insertion"]


def test_moved_paragraph_stands_in_both_places_and_says_where_it_was() -> None:
    written = marked()
    assert path("//a:textualMod[a:previous]/a:destination/@href", written) == ["#preamble__recs_1__rec_nn_1"]
    (was,) = path("//a:previous/@href", written)
    assert path(f"//*[@eId='{was[1:]}']/@status", written) == ["removed"]


def test_sub_paragraphs_stay_below_theirs_past_one_that_went() -> None:
    old = resolution(
        op("Urges:", "a"), op("To read the maps;", "b", level=2), op("To sing the songs;", "c", level=2)
    )
    new = resolution(op("Urges:", "a"), op("To sing the songs;", "c", level=2))
    written = marked(old, new)
    assert path("//a:mainBody/a:paragraph/a:subparagraph/@eId", written) == [
        "body__para_nn_1__subpara_was-a",
        "body__para_nn_1__subpara_a",
    ]
    assert both(written) == (old, new)


@pytest.mark.parametrize("turned", [False, True])
def test_split_and_merged_paragraphs_read_back_with_their_marks(turned: bool) -> None:
    one = resolution(
        op("Encourages the Office to establish a library, and to have it reviewed every two years;", "a",
           marks=(Mark.italic(0, 10), Mark.call(46, "n"))),
        op("Decides to go on.", "z"),
        notes=(Note("n", "1", "A/80/1."),),
    )  # fmt: skip
    two = resolution(
        op("Encourages the Office to establish a library;", "b",
           marks=(Mark.italic(0, 10), Mark.call(44, "m"))),
        op("Also encourages the Office to have it reviewed every two years;", "c",
           marks=(Mark.italic(0, 4),)),
        op("Decides to go on.", "y"),
        notes=(Note("m", "2", "A/80/1, annex."),),
    )  # fmt: skip
    old, new = (two, one) if turned else (one, two)
    assert both(marked(old, new)) == (old, new)
    assert {change.kind for change in compare(old, new).changes} == {
        "unchanged",
        "merged" if turned else "split",
    }


def test_italics_and_calls_of_one_side_alone_are_of_that_side() -> None:
    old = resolution(
        op("Urges all;", "a", marks=(Mark.italic(0, 5), Mark.call(9, "n"))), notes=(Note("n", "1", "x"),)
    )
    new = resolution(op("Urges all;", "a", marks=(Mark.italic(0, 9),)))
    written = marked(old, new)
    assert both(written) == (old, new)
    assert path("//a:i[@class='ins']/text()", written) == [" all"]
    assert path("//a:del/a:noteRef/@marker", written) == ["1"]


def test_identical_texts_give_a_document_that_marks_nothing() -> None:
    written = marked(BEFORE, BEFORE)
    assert path("//a:ins | //a:del | //a:analysis", written) == []
    assert both(written) == (tidied(BEFORE), tidied(BEFORE))
    assert read(written, "a.xml") == tidied(BEFORE)


def test_text_without_marks_has_no_two_sides() -> None:
    assert read_sides(write(BEFORE, "akn"), "a.xml") is None


def test_two_sides_of_what_others_mark_are_read_by_their_meaning() -> None:
    written = f"""<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"><meta/><mainBody>
      <paragraph><num>1.</num>
        <content><p>Urges <del>some</del><ins>all</ins> States;</p></content></paragraph>
      <paragraph status="removed"><num>2.</num><content><p>Gone.</p></content></paragraph>
      </mainBody></statement></akomaNtoso>"""
    old, new = both(written.encode())
    assert told(old) == [("operative", 1, "1.", "Urges some States;"), ("operative", 1, "2.", "Gone.")]
    assert told(new) == [("operative", 1, "1.", "Urges all States;")]


def test_changed_sponsors_and_head_read_back() -> None:
    old = replace(BEFORE, symbol="A/C.3/61/L.8", language="en")
    new = replace(AFTER, symbol="A/C.3/61/L.8/Rev.1", title="Another title")
    written = marked(old, new)
    assert both(written) == (tidied(old), tidied(new))
    assert path("//a:docProponent/a:ins/text()", written) == ["Benin"]


@settings(max_examples=40, deadline=None)
@given(resolutions(), resolutions())
def test_both_of_any_two_texts_are_marked_validly_and_read_back(old: Resolution, other: Resolution) -> None:
    for new in (other, replace(old, paragraphs=old.paragraphs[::-1], notes=old.notes[::-1])):
        written = write(compare(old, new), "akn", old=old, new=new)
        assert faults(written) == []
        assert both(written) == (in_xml(tidied(old)), in_xml(tidied(new)))
