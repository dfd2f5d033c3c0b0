"""Reports of what nobody expects, in every form and layout: no word is lost or obeyed, nothing fails."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.options import Cover, Covered, Options, Show
from drafts.formats import FORMS, read, read_sides, write
from drafts.formats.suiting import SUITS
from tests.builders import op, resolution
from tests.six_languages import revised_in, text_in
from tests.texts import NEW, OLD

LAYOUTS = [(form, show) for form in FORMS for show in SUITS[form]]
HOSTILE = (
    '#panic() *bold* $x^2$ @ref <label> \\ [a] `raw` // note ]]> <script>alert(1)</script> & &amp; "q" '
    "=1+1 {{ x }} {% y %} [- gone -] \x00\x07\x1b[31m \u202e\u2066 \ufffe"
)


def report(old: Resolution, new: Resolution, form: str, show: Show, **options: object) -> bytes:
    laid = Options(show, **options)  # type: ignore[arg-type]
    return write(compare(old, new), form, old=old, new=new, options=laid)


@pytest.mark.parametrize(("form", "show"), LAYOUTS)
def test_words_that_look_like_orders_are_words(form: str, show: Show) -> None:
    old = resolution(op(HOSTILE, "a"), op("Decides.", "b"), symbol="#x", title="=2*3", sponsors=["@SUM(A1)"])
    new = resolution(
        op(f"{HOSTILE} indeed", "a"), op(HOSTILE, "c"), symbol="<b>", title="+4", sponsors=["-1"]
    )
    assert report(old, new, form, show)


@pytest.mark.parametrize(("form", "show"), LAYOUTS)
def test_empty_and_identical_texts_have_a_report(form: str, show: Show) -> None:
    text = read(NEW.encode(), "-")
    for same in (Resolution(), text):
        written = report(same, same, form, show)
        if form in ("text", "html"):
            assert "The two texts are the same." in written.decode()


@pytest.mark.parametrize("form", ["pdf", "html", "docx"])
def test_paragraph_of_twenty_thousand_words_is_in_the_table(form: str) -> None:
    words = " ".join(f"w{number}" for number in range(20_000))
    old, new = resolution(op(words, "a")), resolution(op(words.replace("w19998", "other"), "a"))
    written = report(old, new, form, "table")
    if form == "pdf":
        *_, last = pypdfium2.PdfDocument(written)
        assert "w19999" in last.get_textpage().get_text_range()
    if form == "html":
        assert "w19999" in written.decode()


@pytest.mark.parametrize("labels", sorted(ENGLISH_NAMES))
@pytest.mark.parametrize("show", ["context", "table"])
def test_paper_speaks_every_language_of_every_text(labels: str, show: Show) -> None:
    cover = Cover(Covered("L.8", "T", "13 October 2026", "a.pdf", "ab" * 32, "cd" * 32), Covered("L.9"))
    other = "zh" if labels == "ar" else "ar"
    assert report(text_in(other), revised_in(other), "pdf", show, labels=labels, cover=cover).startswith(
        b"%PDF"
    )


def test_bracketed_table_holds_every_segment_in_reading_order() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    pages = pypdfium2.PdfDocument(report(old, new, "pdf", "table", bracketed=True))
    printed = re.sub(r"\s|\ufffe", "", "".join(page.get_textpage().get_text_range() for page in pages))
    for change in compare(old, new).changes:
        for which, text in change.segments:
            sign = {"insert": "[+{}+]", "delete": "[–{}–]", "equal": "{}"}[which]
            assert re.sub(r"\s", "", sign.format(text)) in printed


def test_lines_of_a_comparison_are_numbered_where_asked() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    assert report(old, new, "pdf", "all", line_numbers=True) != report(old, new, "pdf", "all")


def test_sides_of_what_is_written_are_what_was_compared() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    for form, name in (("docx", "a.docx"), ("akn", "a.xml")):
        sides = read_sides(report(old, new, form, "all"), name)
        assert sides is not None
        assert [each.text for each in sides.old.paragraphs] == [each.text for each in old.paragraphs]
