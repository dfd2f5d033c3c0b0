"""A text set in any of our forms is read back from it: paragraphs, calls, italics, notes, title, sponsors."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from drafts.core.document import Resolution
from drafts.formats import read, write

FORMS = {"json": "json", "text": "txt", "html": "html", "docx": "docx", "pdf": "pdf", "akn": "xml"}
SAMPLES = ("training.en.txt", "training-rev1.en.txt", "villes.fr.txt", "villes-rev1.fr.txt")


def said(text: Resolution) -> Resolution:
    """What a reader of the page sees; ids are the file's own."""
    notes = {note.id: f"n{at}" for at, note in enumerate(text.notes, 1)}
    return Resolution(
        paragraphs=tuple(
            replace(
                each,
                id=f"p{at}",
                marks=tuple(
                    mark._replace(note=notes[mark.note]) if mark.type == "note" else mark
                    for mark in each.marks
                ),
            )
            for at, each in enumerate(text.paragraphs, 1)
        ),
        notes=tuple(replace(note, id=notes[note.id]) for note in text.notes),
        title=text.title,
        sponsors=text.sponsors,
        proposal=text.proposal,
        language=text.language,
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_sample_is_read_back(sample: str, form: str) -> None:
    folder = resources.files("drafts.management").joinpath("samples")
    text = read(folder.joinpath(sample).read_bytes(), sample)
    assert said(read(write(text, form), f"a.{FORMS[form]}")) == said(text)


@pytest.mark.parametrize("form", FORMS)
def test_seed_is_read_back(corpus: Path, form: str) -> None:
    text = read((corpus / "seed" / "revised-draft.fr.txt").read_bytes(), "seed.txt")
    assert said(read(write(text, form), f"a.{FORMS[form]}")) == said(text)
