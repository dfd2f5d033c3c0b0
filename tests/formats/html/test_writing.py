"""The page we write: whole in itself, in the language's direction, and read back as it was."""

import re

from hypothesis import given, settings
from lxml import html

from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.formats import read, write
from tests.formats.text.test_properties import resolutions
from tests.strategies import resolutions as any_resolutions

RESOLUTION = Resolution(
    paragraphs=(
        Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph(
            "p2", "preambular", "Recalling <b> & maps,", 1, "", (Mark.italic(0, 9), Mark.call(20, "n1"))
        ),
        Paragraph("p3", "operative", "Urges all:", 1, "1.", (Mark.italic(0, 5),)),
        Paragraph("p4", "operative", "To read;", 2, "(a)", (Mark.call(8, "n1"),)),
        Paragraph("p5", "operative", "Decides.", 1, "2.", (Mark.italic(0, 7),)),
        Paragraph("p6", "annex", "Annex", 0),
        Paragraph("p7", "text", "On maps.", 1, "1."),
    ),
    notes=(Note("n1", "1", "See A/80/1.", (Mark.italic(0, 3),)), Note("n2", "*", "Any change.")),
    title="On the sea",
    language="en",
    symbol="A/C.3/80/L.8",
)


def test_page_reads_back_as_it_was_with_a_note_called_twice_and_one_uncalled() -> None:
    back = read(write(RESOLUTION, "html"), "a.html")
    assert (back.paragraphs, back.notes) == (RESOLUTION.paragraphs, RESOLUTION.notes)
    assert (back.title, back.symbol, back.language) == ("On the sea", "A/C.3/80/L.8", "en")


@given(resolutions())
@settings(max_examples=40)
def test_any_resolution_in_one_spelling_reads_back_as_it_was(value: Resolution) -> None:
    back = read(write(value, "html"), "a.html")
    assert (back.paragraphs, back.notes, back.title) == (value.paragraphs, value.notes, value.title)


@given(any_resolutions())
@settings(max_examples=40)
def test_any_resolution_makes_a_sound_page_that_needs_nothing_else(value: Resolution) -> None:
    written = write(value, "html").decode()
    page = html.document_fromstring(written)
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert {each.get("href")[1:] for each in page.iter("a") if each.get("href")} <= set(ids)
    assert not re.search(r"<(?:script|img|link|iframe)|url\(|@import|https?:", written.partition("<body>")[0])
    assert not page.xpath("//script | //img | //link | //iframe | //@src | //@onclick")


def test_arabic_page_runs_from_right_to_left() -> None:
    page = html.document_fromstring(write(Resolution(language="ar"), "html"))
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


def test_line_feed_in_a_text_and_a_note_without_a_number_are_written_too() -> None:
    value = Resolution(
        (Paragraph("p1", "text", "one\ntwo", 0, "", (Mark.call(7, "n"),)),), (Note("n", "", "A."),)
    )
    page = html.document_fromstring(write(value, "html"))
    assert [each.text_content() for each in page.xpath("//main/p")] == ["one\ntwo"]
    assert page.xpath("//main//a/@href") == ["#note-1"]
