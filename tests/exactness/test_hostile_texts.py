"""Texts that look like something else are words in every form, of a text and of what changed in it."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import html

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.formats import FORMS, read, write
from tests.builders import op, resolution
from tests.exactness.__main__ import faults
from tests.exactness.revisions import Revision

WORDS = {
    "typst": '#panic("x") #import "a.typ": * $x^2$ *bold* _low_ @ref <label> // gone /* gone */ \\u{41}',
    "XML": "<w:t>&amp;</w:t> <![CDATA[x]]> <!-- y --> <script>alert(1)</script> ]]> &lt;ins>",
    "a formula": '=HYPERLINK("http://example.org","a") +1 -1 @SUM(A1) \t=cmd|x',
    "brackets of a report": "[+not inserted+] [–not deleted–] ¶ → ",
}
LONG = " ".join(f"word{number}" for number in range(20_000))


def pair(words: str) -> Revision:
    title = " ".join(words.split())  # as the metadata of a PDF have it
    old = resolution(op(f"Urges all {words} to read;"), op(words), title=title, symbol="A/1")
    new = resolution(op(words), op(f"Urges some {words} to read it;"), title=f"{title} x", symbol="A/1/Rev.1")
    return Revision(words, old, new)


@pytest.mark.parametrize("kind", WORDS)
def test_what_looks_like_something_else_is_exact_in_every_form(kind: str) -> None:
    revision = pair(WORDS[kind])
    assert list(faults(revision)) == []
    for form in FORMS:
        assert write(compare(revision.old, revision.new), form, old=revision.old, new=revision.new)
    shown = " ".join(html.document_fromstring(write(revision.new, "html")).text_content().split())
    assert all(" ".join(each.text.split()) in shown for each in revision.new.paragraphs)


@pytest.mark.parametrize("kind", WORDS)
def test_no_cell_of_a_table_is_a_formula(kind: str) -> None:
    _, old, new = pair(WORDS[kind])
    for data in (write(new, "csv"), write(compare(old, new), "csv", old=old, new=new)):
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize("form", FORMS)
def test_paragraph_of_twenty_thousand_words_comes_out_in_every_form(form: str) -> None:
    old, new = resolution(op(LONG)), resolution(op(LONG.replace("word7 ", "another ")))
    assert len(write(new, form)) > 10_000
    assert write(compare(old, new), form, old=old, new=new)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_and_no_change_are_reports_too(form: str) -> None:
    for text in (Resolution(), resolution(op("Decides."))):
        assert write(compare(text, text), form, old=text, new=text)


def test_signs_without_a_shape_are_left_out_and_nothing_else_is() -> None:
    revision = pair("a\x07\x1b[31m b\u200bc\ufeff\u202ed")
    for form in FORMS:
        assert write(revision.new, form)
        assert write(compare(revision.old, revision.new), form, old=revision.old, new=revision.new)
    assert read(write(revision.new, "docx"), "a.docx") == revision.new
