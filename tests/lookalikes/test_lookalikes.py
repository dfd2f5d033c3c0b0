"""A handful of look-alikes, together with most shapes, is read fully right."""

import shutil
from pathlib import Path

import pytest

from tests.lookalikes import typesetting
from tests.lookalikes.__main__ import wrongs
from tests.lookalikes.languages import TONGUES, foreign
from tests.lookalikes.making import Sort, lookalike

HANDFUL: tuple[tuple[Sort, int, tuple[str, ...]], ...] = (
    (
        "draft",
        1,
        ("starred-note", "many-sponsors", "sub-paragraphs", "roman", "adjacent-calls", "underscores"),
    ),
    ("draft", 1, ("submitted", "two-originals", "headings", "call-after-year", "short-notes", "blanks")),
    ("draft", 1, ("decision", "starred-sponsors", "short")),
    ("draft", 1, ("french", "sub-paragraphs", "note-twice", "short")),
    ("adopted", 1, ("long-title", "many-notes", "long-notes", "annex", "sections", "no-break-hyphens")),
    ("adopted", 1, ("table", "double-letters", "sub-in-preamble", "jumping-numbers", "bare-heads")),
    ("draft", 13024, ("french", "many-notes")),  # a call, then a no-break space and a semicolon
    ("adopted", 1, ("plain-labels", "many-notes")),
    ("adopted", 2, ("council", "powers", "addresses", "short")),
    ("adopted", 30004, ("italic-headings", "headings", "giant", "quoted-several")),
    ("amendment", 2, ("starred-note",)),
)

pytestmark = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler-utils), the other measure, is not here"
)


@pytest.mark.parametrize(("sort", "seed", "shapes"), HANDFUL, ids=["-".join(each[2]) for each in HANDFUL])
def test_read_fully_right(sort: Sort, seed: int, shapes: tuple[str, ...], tmp_path: Path) -> None:
    made = lookalike(seed, sort, shapes)
    path = tmp_path / f"{made.name}.pdf"
    path.write_bytes(typesetting.pdf(made))
    assert list(map(str, wrongs(made, path))) == []


@pytest.mark.parametrize("language", TONGUES)
def test_other_languages_are_read_fully_right(language: str, tmp_path: Path) -> None:
    made = foreign(3, language)
    path = tmp_path / f"{made.name}.pdf"
    path.write_bytes(typesetting.pdf(made))
    assert list(map(str, wrongs(made, path))) == []


def test_a_number_always_makes_the_same_document() -> None:
    assert lookalike(5, "adopted") == lookalike(5, "adopted")
    assert lookalike(5, "adopted") != lookalike(6, "adopted")
