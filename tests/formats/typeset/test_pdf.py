"""Paper: the words are all there in order, what came and went is told in signs as well as in colour."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from drafts.core import compare
from drafts.core.document import Mark, Masthead, Note
from drafts.core.options import Options
from drafts.formats import read, write
from drafts.formats.typeset.fonts import FOLDERS
from tests.builders import op, pp, resolution
from tests.exactness.tags import faults
from tests.six_languages import WORDS, revised_in, text_in
from tests.strategies import resolutions
from tests.texts import NEW, OLD

SENTENCES = {
    "ar": "إن الجمعية العامة، إذ تشير إلى قرارها 60/175 المؤرخ 16 كانون الأول/ديسمبر 2005؛",
    "zh": "大会，回顾其2005年12月16日第60/175号决议，并注意到秘书长的报告；",
    "en": "Recalling its resolution 60/175 – “in full” – of 16 December 2005;",
    "fr": "Rappelant l’œuvre déjà accomplie, « où qu’elle fût », et la résolution 60/175 ;",
    "ru": "Генеральная Ассамблея, ссылаясь на свою резолюцию 60/175 «Ещё объём» от 16 декабря 2005 года;",
    "es": "Recordando su resolución 60/175, ¿señalada por añadidura? ¡Según la cuestión!;",
}


def pages(data):
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def letters(text):
    """Without spaces and line ends, which belong to the page, and signs of direction."""
    return re.sub(r"[\s\ufffe\u2066-\u2069]", "", text).replace("\u2011", "-")


def on_paper(data):
    return letters("".join(pages(data)))


def test_text_stands_on_paper_from_symbol_to_notes():
    note = Note("n1", "1", "Resolution 55/25, annexes I to III.")
    text = resolution(
        pp("Recalling the Convention and its Protocols,", marks=(Mark.call(25, "n1"),)),
        op("Takes note of the report;"),
        op("Decides to remain seized of the matter."),
        notes=(note,),
        sponsors=("Andorra", "Italy"),
        proposal="draft",
        title="Crime prevention",
        symbol="A/C.3/81/L.901",
        masthead=Masthead(organ="General Assembly", distribution="Limited"),
    )
    assert on_paper(write(text, "pdf")) == letters(
        """
        United Nations A/C.3/81/L.901 General Assembly Distr.: Limited Andorra and Italy: draft resolution
        Crime prevention Recalling the Convention1 and its Protocols, 1. Takes note of the report;
        2. Decides to remain seized of the matter. 1 Resolution 55/25, annexes I to III. 1/1
        """
    )


def test_note_called_twice_is_printed_once():
    note = Note("n1", "1", "Resolution 55/25.")
    twice = [op(f"Paragraph {number};", marks=(Mark.call(9, "n1"),)) for number in (8, 9)]
    printed = on_paper(write(resolution(*twice, notes=(note,)), "pdf"))
    assert printed.count("Resolution55/25.") == 1
    assert "Paragraph18;2.Paragraph19;" in printed


def test_note_without_a_label_is_called_by_a_dash():
    note = Note("n1", "", "Resolution 55/25.")
    assert "Decides–.–Resolution55/25." in on_paper(
        write(resolution(op("Decides.", marks=(Mark.call(7, "n1"),)), notes=(note,)), "pdf")
    )


def test_starred_note_hangs_on_the_sponsor_line_and_what_nothing_calls_stands_at_the_end():
    notes = (Note("n1", "*", "Any changes are recorded."), Note("n2", "7", "Never called."))
    printed = on_paper(write(resolution(op("Decides."), notes=notes, sponsors=("Italy",)), "pdf"))
    assert printed == letters(
        "United Nations Italy* Decides. 7 Never called. * Any changes are recorded. 1/1"
    )


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_every_sign_of_the_six_languages_has_a_shape(language):
    fonts = [ImageFont.truetype(path) for folder in FOLDERS for path in _files(folder)]
    boxes = [bytes(font.getmask("\U0010ffff")) for font in fonts]
    for sign in set(SENTENCES[language]) - {" "}:
        assert any(bytes(font.getmask(sign)) != box for font, box in zip(fonts, boxes, strict=True)), sign


@pytest.mark.parametrize("language", ["zh", "en", "fr", "ru", "es"])
def test_sentence_of_a_language_comes_back_from_its_page(language):
    text = resolution(op(SENTENCES[language]), language=language)
    assert letters(SENTENCES[language]) in on_paper(write(text, "pdf"))


@pytest.mark.parametrize("language", WORDS)
def test_tags_say_language_title_and_what_is_what_and_no_sign_is_a_box(language):
    old, new = text_in(language), revised_in(language)
    assert list(faults(write(new, "pdf"), language, new.title)) == []
    title = "What changed from A/C.3/80/L.9 to A/C.3/80/L.9/Rev.1"
    assert list(faults(write(compare(old, new), "pdf", old=old, new=new), language, title)) == []


def test_box_would_be_told():
    assert list(faults(write(resolution(op("\U0010fffd"), title="T"), "pdf"), "en", "T")) == [
        "it does not say that it is tagged, or shows no title",
        "it does not claim PDF/UA-1",
        "page 1: a sign is printed as a box",
    ]


def test_what_came_and_went_is_bracketed_where_asked():
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    comparison = compare(old, new)
    printed = on_paper(write(comparison, "pdf", old=old, new=new, options=Options(bracketed=True)))
    for change in comparison.changes:
        for segment_op, text in change.segments:
            sign = {"insert": "[+{}+]", "delete": "[–{}–]", "equal": "{}"}[segment_op]
            assert letters(sign.format(text)) in printed


def test_comparison_says_in_words_what_became_of_each_paragraph():
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    printed = on_paper(write(compare(old, new), "pdf", old=old, new=new))
    for words in ("moved PP 1, was PP 2", "edited OP 1", "added OP 2", "PP 2 stood here and is now PP 1"):
        assert letters(words) in printed
    assert "1sponsorjoined" in printed


def test_changes_only_fold_what_stayed():
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    printed = on_paper(
        write(compare(old, new), "pdf", old=old, new=new, options=Options("changes", labels="fr"))
    )
    assert letters("2 paragraphes inchangés, de par. 3 à par. 4") in printed
    assert "trustfund" not in printed


def test_two_identical_texts_give_a_report_that_says_so():
    text = read(OLD.encode(), "-")
    assert letters("The two texts are the same.") in on_paper(
        write(compare(text, text), "pdf", old=text, new=text)
    )


def test_words_that_look_like_markup_are_words():
    words = '#panic() *bold* _low_ $x^2$ @ref <label> // note /* gone */ \\ [a] `raw` "q" #let = ~ -- …'
    assert letters(words) in on_paper(write(resolution(op(words)), "pdf"))


def test_the_same_text_gives_the_same_bytes():
    text = read(NEW.encode(), "-")
    assert write(text, "pdf") == write(text, "pdf")


def test_paragraph_of_twenty_thousand_words_is_all_there():
    words = " ".join(f"w{number}" for number in range(20_000))
    assert "w19999" in pages(write(resolution(op(words)), "pdf"))[-1]


@settings(max_examples=25, deadline=None)
@given(resolutions(), st.booleans())
def test_any_resolution_and_its_comparison_can_be_printed(text, numbered):
    other = replace(text, title="Another", paragraphs=text.paragraphs[1:])
    assert write(text, "pdf", line_numbers=numbered).startswith(b"%PDF")
    assert write(compare(text, other), "pdf", old=text, new=other).startswith(b"%PDF")


def _files(folder):
    return sorted(str(path) for path in Path(folder).rglob("*") if path.suffix in (".ttf", ".otf"))
