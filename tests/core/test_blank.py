"""A resolution begins with the words with which its organ speaks, in each language."""

import pytest

from drafts.core.blank import blank_page
from drafts.core.document import Mark
from drafts.core.phrases import PHRASEBOOKS


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "إن الجمعية العامة،"), ("zh", "大会，"), ("en", "The General Assembly,"),
        ("fr", "L’Assemblée générale,"), ("ru", "Генеральная Ассамблея,"), ("es", "La Asamblea General,"),
    ],
)  # fmt: skip
def test_blank_page_opens_as_its_language_does(language, words):
    [opening] = blank_page("Oceans", language).check().paragraphs
    assert (opening.kind, opening.text, opening.marks) == (
        "enacting",
        words,
        (Mark.italic(0, len(words) - 1),),
    )
    assert PHRASEBOOKS[language].enacts(opening.text) == len(words)


def test_blank_page_of_another_language_has_its_title_alone():
    page = blank_page("Meere", "de")
    assert (page.title, page.paragraphs) == ("Meere", ())
