"""What our own writer sets as PDF reads back, in each of the six languages. The texts are our own."""

import pytest

from drafts.formats import read, write
from tests.corpus import CORPUS, needs_corpus
from tests.six_languages import WORDS, text_in


@pytest.mark.parametrize("language", WORDS)
def test_text_set_as_pdf_reads_back(language: str) -> None:
    written = text_in(language)
    back = read(write(written, "pdf"), "a.pdf").check()
    assert [(p.kind, p.label, p.text, p.calls) for p in back.paragraphs] == [
        (p.kind, p.label, p.text, p.calls) for p in written.paragraphs
    ]
    assert (back.notes, back.language, back.symbol, back.proposal, back.doubts) == (
        written.notes, language, "A/C.3/80/L.9", "draft", (),
    )  # fmt: skip
    assert (back.title, [each.name for each in back.sponsors]) == (written.title, ["France"])


@needs_corpus
def test_the_seed_set_as_pdf_reads_back() -> None:
    seed = read((CORPUS / "seed" / "revised-draft.fr.txt").read_bytes(), "seed.txt")
    back = read(write(seed, "pdf"), "seed.pdf").check()
    assert [(p.kind, p.level, p.label, p.text, p.calls) for p in back.paragraphs] == [
        (p.kind, p.level, p.label, p.text, p.calls) for p in seed.paragraphs
    ]
    assert (back.notes, back.sponsors, back.title, back.proposal) == (
        seed.notes, seed.sponsors, seed.title, seed.proposal,
    )  # fmt: skip
