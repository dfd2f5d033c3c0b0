"""The user's own document reads exactly, whatever a program did to its spaces, line ends and accents."""

import json
import re
import unicodedata
from collections.abc import Callable
from functools import reduce
from itertools import permutations
from typing import Any

import pytest

from drafts.core.document import Paragraph, Resolution
from drafts.formats.text import decode, read_text
from tests.corpus import CORPUS, needs_corpus

pytestmark = needs_corpus

# Words that open a paragraph of the seed, or go on with one after a block of notes.
OPENS = re.compile(
    r"\d+\. |\d+ +[RA]|_{5}|Andorre|Renforcement du Programme|L’Assemblée|Rappelant|Reconnaissant|Gardant"
    "|Ayant également|des services consultatifs"
)


def without_leading_spaces(text: str) -> str:
    return re.sub(r"(?m)^[ \t]+", "", text)


def without_trailing_spaces(text: str) -> str:
    return re.sub(r"(?m)[ \t]+$", "", text)


def without_empty_lines(text: str) -> str:
    return re.sub(r"\n\s*\n", "\n", text)


def with_crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def with_accents_apart(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def with_tabs(text: str) -> str:
    return re.sub(r"(?m)^ +", "\t", text)


def with_doubled_spaces(text: str) -> str:
    return text.replace(" ", "  ")


def with_one_paragraph_a_line(text: str) -> str:
    joined: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        words = line.strip()
        plain = unicodedata.normalize("NFC", re.sub(r"\s+", " ", words))
        if not plain or OPENS.match(plain) or not any(joined):
            joined.append(words)
            continue
        while not joined[-1]:
            joined.pop()
        joined[-1] += words if joined[-1].endswith("-") else f" {words}"
    return "\n".join(joined)


def as_a_textarea_sends_it(text: str) -> str:
    return with_crlf(text.strip())


TRANSFORMATIONS: tuple[Callable[[str], str], ...] = (
    without_leading_spaces,
    without_trailing_spaces,
    without_empty_lines,
    with_crlf,
    with_accents_apart,
    with_tabs,
    with_doubled_spaces,
    with_one_paragraph_a_line,
    as_a_textarea_sends_it,
)
CHAINS = [(), *permutations(TRANSFORMATIONS, 1), *permutations(TRANSFORMATIONS, 2)]


@pytest.mark.parametrize(
    "chain", CHAINS, ids=lambda chain: "+".join(each.__name__ for each in chain) or "as_it_is"
)
def test_seed_reads_exactly(chain: tuple[Callable[[str], str], ...]) -> None:
    written = reduce(lambda text, change: change(text), chain, seed())
    assert shape(read_text(written).check()) == expected()


def test_seed_reads_without_a_doubt() -> None:
    assert read_text(seed()).doubts == ()


def test_sponsors_of_the_seed_are_all_known_states() -> None:
    assert all(sponsor.code for sponsor in read_text(seed()).sponsors)


def test_openers_of_the_seed_stand_in_italics() -> None:
    read = read_text(seed())
    italics = [each.text[mark.start : mark.end] for each in read.paragraphs for mark in each.italics]
    assert italics == [
        "L’Assemblée générale", "Rappelant", "Reconnaissant", "Gardant à l’esprit", "Reconnaissant",
        "Reconnaissant également", "Rappelant", "Ayant également à l’esprit", "Prend note avec satisfaction",
        "Affirme à nouveau", "Reconnaît", "Invite instamment", "Réaffirme", "Engage", "Demande à nouveau",
        "Invite", "Prie",
    ]  # fmt: skip


def seed() -> str:
    return decode((CORPUS / "seed" / "revised-draft.fr.txt").read_bytes(), "revised-draft.fr.txt")


def expected() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(
        (CORPUS / "seed" / "revised-draft.fr.expected.json").read_text("utf-8")
    )
    return value


def shape(read: Resolution) -> dict[str, Any]:
    """The reading as the expected file writes it: labels of paragraphs without their full stop."""
    labels = {note.id: note.label for note in read.notes}

    def told(paragraph: Paragraph) -> dict[str, Any]:
        calls = [{"at": mark.start, "label": labels[mark.note]} for mark in paragraph.calls]
        return {"text": paragraph.text, "notes": calls}

    return {
        "language": read.language,
        "proposal": read.proposal,
        "sponsors": [sponsor.name for sponsor in read.sponsors],
        "title": read.title,
        "enacting": "\n".join(each.text for each in read.of_kind("enacting")),
        "preambular": [told(each) for each in read.of_kind("preambular")],
        "operative": [
            {"label": each.label.removesuffix("."), **told(each)} for each in read.of_kind("operative")
        ],
        "notes": {note.label: note.text for note in read.notes},
    }
