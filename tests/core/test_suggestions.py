"""Opening phrases written out: those that people write, each of which the reader knows."""

from __future__ import annotations

import pytest

from drafts.core.phrases import PHRASEBOOKS
from drafts.core.phrases.suggestions import forms, suggestions


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("recalling", ["recalling"]),
        ("emphasi[sz]ing", ["emphasizing"]),
        ("having (?:met|noted)", ["having met", "having noted"]),
        ("tenant (?:en outre )?compte", ["tenant compte"]),
        ("consciente?", ["consciente", "conscient"]),
        ("d'accord", ["d’accord"]),
        ("affirms its \\w+ commitment", []),
        ("(?:its |a )*concerns?", ["concerns", "concern"]),
    ],
)
def test_forms(pattern: str, written: list[str]) -> None:
    assert forms(pattern) == written


@pytest.mark.parametrize("language", sorted(PHRASEBOOKS))
def test_every_phrase_offered_is_one_that_the_reader_sets_in_italics(language: str) -> None:
    book = PHRASEBOOKS[language]
    for kind, parts in suggestions(book).items():
        assert len(parts["verbs"]) > 40
        for verb in parts["verbs"]:
            text = verb[0].upper() + verb[1:]
            assert book.opener(text + " x" if book.spaced else text, kind) >= len(verb), verb
