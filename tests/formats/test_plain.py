"""Plain text: what it carries there and back, and what it does not.

It carries the symbol, the sponsors of a list and what they propose, the title; paragraphs with kind, level,
printed number and text; notes and their calls. It cannot carry italics (the reader sets known openers in
them), keys, headings that no numbered paragraph follows, and the masthead.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafts.core.document import Mark, Note, Paragraph, Resolution, Sponsor
from drafts.core.numbering import relabel
from drafts.formats import read
from drafts.formats.plain import plain_text
from drafts.formats.text import read_text
from tests.corpus import CORPUS, needs_corpus

# In each language: enacting words, an opener of either kind, and words as texts have them.
LANGUAGES = {
    "en": ("The General Assembly", "Recalling", "Urges", "books/of 5 May 2025/State-owned/vol. 3/maps"),
    "fr": ("L’Assemblée générale", "Rappelant", "Décide", "livres/du 5 mai 2025/sous-régionales/cartes"),
    "es": ("La Asamblea General", "Recordando", "Decide", "libros/de 5 de mayo/mapas/costas"),
    "ru": ("Генеральная Ассамблея", "напоминая", "просит", "книги/от 5 мая 2025 года/карты/моря"),
}
NAMES = {"en": "France", "fr": "France", "es": "Francia", "ru": "Франция"}


@st.composite
def carried(draw: st.DrawFn) -> Resolution:
    """A resolution of what text can carry: notes called in order, some again, one starred and uncalled."""
    language = draw(st.sampled_from(sorted(LANGUAGES)))
    enacting, recalling, urges, vocabulary = LANGUAGES[language]
    words = st.lists(st.sampled_from([*vocabulary.split("/"), "60/175"]), min_size=3, max_size=40).map(
        " ".join
    )
    notes: list[str] = []

    def called(text: str, end: str) -> tuple[str, tuple[Mark, ...]]:
        if not draw(st.booleans()):
            return text + end, ()
        again = bool(notes) and draw(st.booleans())
        id = draw(st.sampled_from(notes)) if again else f"n{len(notes) + 1}"
        if not again:
            notes.append(id)
        return text + end, (Mark.call(len(text + end), id),)

    def paragraph(kind: str, text: str, end: str, level: int = 1, opener: str = "") -> Paragraph:
        full, calls = called(f"{opener} {text}".strip(), end)
        italic = (Mark.italic(0, len(opener)),) if opener else ()
        return Paragraph("", kind, full, level, "", (*italic, *calls))  # type: ignore[arg-type]

    paragraphs = [Paragraph("", "enacting", f"{enacting},", 0, "", (Mark.italic(0, len(enacting)),))]
    for _ in range(draw(st.integers(1, 3))):
        paragraphs.append(paragraph("preambular", draw(words), ",", opener=recalling))
    for _ in range(draw(st.integers(2, 4))):
        below = draw(st.integers(0, 2))
        paragraphs.append(paragraph("operative", draw(words), ":" if below else ";", opener=urges))
        for at in range(below):
            deeper = draw(st.booleans())
            paragraphs.append(paragraph("operative", draw(words), ":" if deeper else ";", 2))
            if deeper:
                paragraphs += [paragraph("operative", draw(words), ";", 3) for _ in range(at + 1)]
    named = [replace(each, id=f"p{at}") for at, each in enumerate(paragraphs, 1)]
    return Resolution(
        paragraphs=relabel(named, language),
        notes=tuple(Note(id, id[1:], f"A/80/{id[1:]}, vol. 2349, No. 42146.") for id in notes),
        title=draw(words).capitalize(),
        sponsors=(
            Sponsor("Andorra" if language != "fr" else "Andorre", "AD"),
            Sponsor(NAMES[language], "FR"),
        ),
        proposal=draw(st.sampled_from(["draft", "revised draft"])),
        language=language,
        symbol="A/C.3/80/L.9",
    )


@given(carried())
@settings(max_examples=60, deadline=None)
def test_what_text_can_carry_reads_back_as_it_was(value: Resolution) -> None:
    assert replace(read_text(plain_text(value)), doubts=()) == value


def test_starred_note_and_annex_are_carried() -> None:
    value = Resolution(
        paragraphs=(
            Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
            Paragraph("p2", "operative", "Urges all;", 1, "1.", (Mark.italic(0, 5),)),
            Paragraph("p3", "operative", "Decides to rest.", 1, "2.", (Mark.italic(0, 7),)),
            Paragraph("p4", "annex", "Annex", 0),
            Paragraph("p5", "text", "The maps are blue.", 1, "1."),
        ),
        notes=(Note("n1", "*", "Any change will be told."),),
        language="en",
    )
    assert read_text(plain_text(value)) == value


@needs_corpus
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*.fr.txt")), ids=lambda path: path.stem)
def test_genuine_text_reads_back_as_it_was_read(path) -> None:
    value = read(path.read_bytes(), path.name)
    back = read_text(plain_text(value))
    assert (back.paragraphs, back.notes, back.title, back.sponsors) == (
        value.paragraphs, value.notes, value.title, value.sponsors
    )  # fmt: skip
