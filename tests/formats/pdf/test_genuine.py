"""Genuine PDFs, read by their characters."""

import io

import pytest
from PIL import Image

from drafts.core.document import Mark
from drafts.formats import read_placed
from drafts.formats.pdf import picture
from tests.corpus import CORPUS, needs_corpus

pytestmark = needs_corpus


@pytest.fixture(scope="module")
def nazism():
    """A draft of eleven pages, with notes on most of them."""
    return read_placed((CORPUS / "drafts" / "A_C.3_80_L.2.pdf").read_bytes(), "A_C.3_80_L.2.pdf")


def test_places_cover_each_text_line_by_line(nazism):
    resolution = nazism.resolution.check()
    assert nazism.pages == 11
    for piece in (*resolution.paragraphs, *resolution.notes):
        places = nazism.places[piece.id]
        assert [place.start for place in places] == [0, *(place.end for place in places[:-1])]
        assert places[-1].end == len(piece.text)
        assert all(0 < each.left < each.right < 1 and 0 < each.top < each.bottom < 1 for each in places)
        assert [place.page for place in places] == sorted(place.page for place in places)


def test_notes_and_italics_are_as_printed(nazism):
    resolution = nazism.resolution
    assert [note.label for note in resolution.notes] == [
        str(at) for at in range(1, len(resolution.notes) + 1)
    ]
    called = [mark.note for each in resolution.paragraphs for mark in each.calls]
    assert called == [note.id for note in resolution.notes]
    assert resolution.paragraphs[0].marks == (Mark.italic(0, len("The General Assembly")),)


def test_picture_of_a_page_has_the_width_asked_for(corpus):
    data = (corpus / "drafts" / "A_C.5_80_L.12.pdf").read_bytes()
    image = Image.open(io.BytesIO(picture(data, 1, 850)))
    assert image.size == (850, 1100)
