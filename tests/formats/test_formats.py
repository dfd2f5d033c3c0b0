"""Which form a file is in, and what is said when it cannot be read or written."""

import pytest

from drafts.core import compare
from drafts.core.comparison import Comparison, Side
from drafts.core.document import Paragraph, Resolution
from drafts.core.errors import ReadError, ReportError
from drafts.formats import FORMS, read, write

TEXT = (
    "The General Assembly,\n\nRecalling its resolution 80/1,\n\n1. Takes note of the report;\n\n2. Decides."
)
RESOLUTION = Resolution((Paragraph("p1", "operative", "Takes note.", 1),))


def test_text_is_read_by_its_suffix_or_from_a_pipe():
    assert read(TEXT.encode(), "draft.TXT") == read(TEXT.encode(), "-")
    assert [each.label for each in read(TEXT.encode(), "-").of_kind("operative")] == ["1.", "2."]


def test_json_is_read_back_as_it_was_written():
    assert read(write(RESOLUTION, "json"), "draft.json") == RESOLUTION


def test_comparison_where_a_resolution_is_wanted_is_refused():
    report = write(Comparison(Side(), Side()), "json")
    with pytest.raises(
        ReadError, match=r"^report.json: this holds a comparison, and a resolution is wanted\.$"
    ):
        read(report, "report.json")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("a.png", "a.png: its name ends in .png."), ("README", "README: its name does not say what it is.")],
)
def test_unknown_suffix_is_told_what_can_be_read(name, reason):
    with pytest.raises(ReadError) as caught:
        read(b"", name)
    assert (
        str(caught.value)
        == f"{reason} What can be read ends in .pdf, .docx, .html, .xml (Akoma Ntoso), .txt and .json."
    )


def test_file_beyond_the_limit_is_refused_and_told_the_limit():
    with pytest.raises(ReadError, match=r"^a.txt: it is larger than the 2.0 MB that are read\.$"):
        read(b"x" * 3_000_000, "a.txt", max_bytes=2_000_000)


@pytest.mark.parametrize("form", FORMS)
def test_text_is_written_in_every_form(form):
    assert write(RESOLUTION, form)


@pytest.mark.parametrize("form", FORMS)
def test_comparison_is_written_in_every_form(form):
    comparison = compare(RESOLUTION, RESOLUTION)
    assert write(comparison, form, old=RESOLUTION, new=RESOLUTION)


@pytest.mark.parametrize("form", ["akn", "docx"])
def test_form_that_holds_both_texts_asks_for_them(form):
    with pytest.raises(
        ReportError, match=f"^A report as {form} needs both texts, since it holds them whole.$"
    ):
        write(Comparison(Side(), Side()), form)


def test_unknown_form_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="There is no form 'odt'"):
        write(RESOLUTION, "odt")
