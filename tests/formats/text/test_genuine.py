"""Genuine documents read with a sane structure: nothing lost, nothing out of order."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from drafts.core.document import Resolution
from drafts.core.symbols import parse
from drafts.formats.plain import plain_text
from drafts.formats.text import decode, read_text
from tests.corpus import CORPUS, needs_corpus

FRENCH = ("A_RES_76_187.fr.txt", "A_RES_77_237.fr.txt")
# Preambular paragraphs, operative paragraphs and numbered notes, counted on the pages.
COUNTED = {
    "drafts/A_80_L.3.pdf": (6, 10, 3),
    "drafts/A_C.1_80_L.2.pdf": (16, 8, 8),
    "drafts/A_C.5_80_L.12.pdf": (1, 1, 2),
    "drafts/A_C.6_80_L.14.pdf": (11, 16, 3),
    "adopted/A_RES_80_156.pdf": (30, 40, 10),
}
NO_RESOLUTION = {"A_C.4_80_L.1.pdf"}  # a note by the chair on the programme of work
DECISION = {"A_C.4_80_L.12.pdf"}

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed"
)
pytestmark = needs_corpus


def pdfs(folder: str) -> list[Path]:
    return sorted((CORPUS / folder).glob("*.pdf"))


def extracted(pdf: Path, layout: str) -> Resolution:
    command = ["pdftotext", *([layout] if layout else []), str(pdf), "-"]
    return read_text(subprocess.run(command, check=True, capture_output=True).stdout.decode()).check()


@pytest.mark.parametrize("name", FRENCH)
def test_converted_french_resolution(name: str) -> None:
    read = read_text(decode((CORPUS / "french" / name).read_bytes(), name)).check()
    assert_consecutive(read)
    assert (read.language, read.proposal, read.title[:13]) == ("fr", "adopted", "Renforcement ")
    assert read.symbol == "A/RES/" + name.split(".")[0].removeprefix("A_RES_").replace("_", "/")
    assert [note.label for note in read.notes] == [str(number + 1) for number in range(len(read.notes))]
    assert all(paragraph.text.endswith(",") for paragraph in read.of_kind("preambular"))
    assert all(re.search(r"[;.]$", paragraph.text) for paragraph in read.of_kind("operative"))
    assert [re.sub(r" ?e séance .*", "", each.text) for each in read.of_kind("text")] in (["53"], ["54"])


@needs_pdftotext
@pytest.mark.parametrize("layout", ["-layout", ""])
@pytest.mark.parametrize("pdf", [*pdfs("drafts"), *pdfs("adopted")], ids=lambda pdf: pdf.stem)
def test_draft_or_adopted_text(pdf: Path, layout: str) -> None:
    if pdf.name in NO_RESOLUTION:
        assert "enacting" not in {each.kind for each in extracted(pdf, layout).paragraphs}
        return
    read = extracted(pdf, layout)
    assert_consecutive(read)
    assert_notes_called_in_order(read)
    assert str(parse(read.symbol)).replace("/", "_") == pdf.stem
    assert (read.language, bool(read.title), read.masthead.organ) == ("en", True, "General Assembly")
    assert len(read.of_kind("enacting")) == (0 if pdf.name in DECISION else 1)
    assert all(re.search(r"[;.:,]$", each.text) for each in read.of_kind("operative"))


@needs_pdftotext
@pytest.mark.parametrize("layout", ["-layout", ""])
@pytest.mark.parametrize(("name", "counts"), COUNTED.items())
def test_counts_of_paragraphs_and_notes(name: str, counts: tuple[int, int, int], layout: str) -> None:
    read = extracted(CORPUS / name, layout)
    numbered = [note for note in read.notes if note.label != "*"]
    assert (len(read.of_kind("preambular")), len(read.of_kind("operative")), len(numbered)) == counts


@needs_pdftotext
@pytest.mark.parametrize("layout", ["-layout", ""])
@pytest.mark.parametrize("pdf", pdfs("amendments"), ids=lambda pdf: pdf.stem)
def test_amendment(pdf: Path, layout: str) -> None:
    read = extracted(pdf, layout)
    assert (read.proposal, read.doubts, {each.kind for each in read.paragraphs}) == (
        "amendment",
        (),
        {"text"},
    )
    assert read.sponsors
    assert all(sponsor.code for sponsor in read.sponsors)


@needs_pdftotext
@pytest.mark.parametrize("pdf", pdfs("drafts"), ids=lambda pdf: pdf.stem)
def test_all_sponsors_are_known_states(pdf: Path) -> None:
    read = extracted(pdf, "-layout")
    assert bool(read.sponsors) != bool(read.submitted) or pdf.name in NO_RESOLUTION
    assert all(sponsor.code for sponsor in read.sponsors)


@pytest.mark.parametrize("name", ["seed/revised-draft.fr.txt", *(f"french/{name}" for name in FRENCH)])
def test_plain_text_of_a_genuine_resolution_reads_as_before(name: str) -> None:
    read = read_text(decode((CORPUS / name).read_bytes(), name))
    again = read_text(plain_text(read))
    assert [(p.kind, p.level, p.label, p.text, p.marks) for p in again.paragraphs] == [
        (p.kind, p.level, p.label, p.text, p.marks) for p in read.paragraphs
    ]
    assert (again.sponsors, again.title, again.language) == (read.sponsors, read.title, read.language)


def assert_consecutive(read: Resolution) -> None:
    """Operative paragraphs are numbered from 1 without a gap; one alone has no number."""
    labels = [each.label for each in read.of_kind("operative") if each.level == 1]
    assert labels in ([""], [f"{number}." for number in range(1, len(labels) + 1)])


def assert_notes_called_in_order(read: Resolution) -> None:
    """Every numbered note has words and is called once, in the order of the numbers: today's rule."""
    labels = {note.id: note.label for note in read.notes}
    called = [
        labels[mark.note] for each in read.paragraphs for mark in each.calls if labels[mark.note] != "*"
    ]
    assert called == [str(number) for number in range(1, len(called) + 1)]
    assert len(called) == sum(note.label != "*" for note in read.notes)
    assert all(note.text for note in read.notes)
