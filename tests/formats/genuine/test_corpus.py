"""Every genuine PDF reads as its truth, written by hand from the pictures of its pages, says it must."""

import shutil

import pytest

from tests.corpus import CORPUS, needs_corpus
from tests.formats.genuine.__main__ import wrongs
from tests.formats.genuine.expected import FOLDER

WRITTEN = sorted(path.stem for path in FOLDER.glob("*.toml"))

pytestmark = [
    needs_corpus,
    pytest.mark.skipif(
        not shutil.which("pdftotext"), reason="pdftotext (poppler-utils), the other measure, is not here"
    ),
]


def test_every_genuine_pdf_has_its_truth_written_down() -> None:
    assert sorted(pdf.stem for pdf in CORPUS.rglob("*.pdf")) == WRITTEN


@pytest.mark.parametrize("stem", WRITTEN)
def test_reads_as_it_stands_on_the_page(stem: str) -> None:
    (pdf,) = CORPUS.rglob(f"{stem}.pdf")
    assert list(map(str, wrongs(pdf))) == []
