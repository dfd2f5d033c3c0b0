"""PDFs that are none, or made to harm: each is refused in one line, or read."""

import contextlib
import resource
import zlib
from collections.abc import Callable
from random import Random

import pytest

from drafts.core.errors import ReadError
from drafts.formats import read
from drafts.formats.pdf import document, picture
from tests.corpus import CORPUS, needs_corpus
from tests.formats.pdf.drawing import Sheet, assembled, first_sheet, pdf

PLAIN = pdf(first_sheet().paragraph("_Decides_ to rest."))
ENCRYPTED = pdf(
    Sheet().row("Secret"),
    trailer=f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -4 >>"
    f" /ID [({'c' * 16})({'c' * 16})]",
)


def packed(data: bytes, *, filters: str = "/FlateDecode", pages: int = 1, box: str = "0 0 612 792") -> bytes:
    """A PDF with this packed content on each page."""
    kids = " ".join(f"{5 + at} 0 R" for at in range(pages))
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R"
    page += " /Resources << /Font << /F1 3 0 R >> >> >>"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
            f"<< /Length {len(data)} /Filter [{filters}] >>\nstream\n".encode() + data + b"\nendstream",
            *[page.encode()] * pages,
        ]
    )


def words(times: int) -> bytes:
    return zlib.compress(b"BT /F1 10 Tf 100 700 Td " + b"(Hello, sea) Tj " * times + b"ET", 9)


BOMB = "it unpacks to more than any document holds. Print it anew to PDF, or bring the text itself."
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"%PDF-1.7", "it is a damaged or incomplete PDF. Get it anew from where it came."),
    "truncated": (lambda: PLAIN[:300], "it is a damaged or incomplete PDF. Get it anew from where it came."),
    "encrypted": (lambda: ENCRYPTED, "it is protected by a password. Save it without one."),
    "scanned": (
        lambda: pdf(Sheet()),
        "it has no text layer: its pages are pictures."
        " Have the text recognised (OCR), or bring the text itself.",
    ),
    "bomb_of_spaces": (lambda: packed(zlib.compress(b" " * 60_000_000, 9)), BOMB),
    "bomb_of_text": (lambda: packed(words(200_000)), BOMB),
    "bomb_in_a_bomb": (
        lambda: packed(
            zlib.compress(zlib.compress(b" " * 60_000_000, 9), 9), filters="/FlateDecode /FlateDecode"
        ),
        BOMB,
    ),
    "too_many_pages": (
        lambda: packed(words(1), pages=301), "it has 301 pages, and at most 300 are read."
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str) -> None:
    make, line = REFUSED[name]
    with pytest.raises(ReadError) as caught:
        read(make(), "a.pdf")
    assert str(caught.value) == f"a.pdf: {line}"


def test_one_content_on_many_pages_is_refused_by_its_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_CHARACTERS", 50_000)
    with pytest.raises(ReadError, match=r"^a.pdf, page 3: it has more than 50,000 characters.$"):
        read(packed(words(2_000), pages=300), "a.pdf")


@pytest.mark.parametrize("box", ["0 0 1e9 1e9", "0 0 0 0", "612 792 0 0", "0 0 nan 99999999999999999999"])
def test_page_of_an_absurd_size_is_read_and_pictured(box: str) -> None:
    data = packed(words(1), box=box)
    assert [each.text for each in read(data, "a.pdf").paragraphs] == ["Hello, sea"]
    assert picture(data, 1, 600).startswith(b"\x89PNG")


def test_page_that_is_not_there_has_no_picture() -> None:
    with pytest.raises(ReadError, match=r"^there is no page 2\.$"):
        picture(PLAIN, 2, 600)


@needs_corpus
@pytest.mark.parametrize("name", ["amendments/A_80_L.31.pdf", "drafts/A_C.5_80_L.12.pdf"])
def test_random_mutations_are_read_or_refused(name: str) -> None:
    """A sample; 600 of all genuine files were tried by hand."""
    genuine = (CORPUS / name).read_bytes()
    random = Random(name)
    for _ in range(40):
        data = bytearray(genuine)
        for _ in range(random.choice((1, 3, 10, 50, 200))):
            at = random.randrange(len(data))
            data[at : at + random.randrange(9)] = random.randbytes(random.randrange(9))
        with contextlib.suppress(ReadError):
            read(bytes(data), name).check()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 1_000_000  # kilobytes
