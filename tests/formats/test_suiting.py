"""Which form takes which options, and that a refusal says what to ask for instead."""

from __future__ import annotations

import pytest

from drafts.core import compare
from drafts.core.errors import ReportError
from drafts.core.options import Cover, Covered, Options
from drafts.formats import FORMS, read, write
from drafts.formats.suiting import SUITS, suited, usual
from tests.texts import NEW, OLD

COVER = Cover(Covered("L.8"), Covered("L.8/Rev.1"))


def test_every_form_says_what_it_takes() -> None:
    assert set(SUITS) == set(FORMS)


@pytest.mark.parametrize(
    ("form", "options", "told"),
    [
        (
            "docx",
            Options("changes"),
            "cannot show 'changes', since it tracks .*; it shows all, table",
        ),
        ("json", Options(notes=False), "has no notes left out, since it holds the whole comparison"),
        ("text", Options("table"), "cannot show 'table'; it shows changes, all, context, summary"),
        ("pdf", Options("table", line_numbers=True), "Ask for it with 'all' or 'context' or 'changes'"),
        ("pdf", Options(context=2), "has no chosen context. Ask for it with 'context' or 'table'"),
        ("docx", Options(cover=COVER), "has no cover sheet. Ask for it with 'table' or 'summary'"),
    ],
)
def test_option_that_a_form_does_not_take_is_refused_with_the_way_out(
    form: str, options: Options, told: str
) -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    with pytest.raises(ReportError, match=told):
        write(compare(old, new), form, old=old, new=new, options=options)


@pytest.mark.parametrize("form", FORMS)
def test_options_are_cut_to_what_a_form_takes(form: str) -> None:
    everything = Options("context", 2, True, False, False, "fr", True, COVER)
    cut = suited(everything, form)
    assert suited(cut, form) == cut
    assert cut.labels == "fr"
    assert suited(usual(form), form) == usual(form)


def test_suited_options_keep_what_can_be_kept() -> None:
    assert suited(Options("table", 2, sponsors=False), "pdf") == Options("table", 2, sponsors=False)
    assert suited(Options("table", 2, sponsors=False), "text") == Options("changes", sponsors=False)


def test_texts_that_were_not_compared_are_refused() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    with pytest.raises(ReportError, match="The old text is not the one that was compared"):
        write(compare(old, new), "pdf", old=new, new=new)
