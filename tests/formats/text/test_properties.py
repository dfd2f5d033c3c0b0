"""What holds of any text at all."""

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.core.numbering import relabel
from drafts.formats.text import read_text

# Pieces of which texts that look like resolutions are made, and odd ones between them.
PIECES = [
    "The General Assembly,",
    "L’Assemblée générale,",
    "大会，",
    "Recalling its books,",
    "Rappelant ses livres,",
    "1.",
    "2. ",
    "(a) ",
    "i) ",
    "Urges all;",
    "Décide :",
    "____________",
    "1 A/80/1.",
    "* Star.",
    "**",
    "1",
    "¹",
    "[1]",
    "France and Spain: draft resolution",
    "Annexe",
    "A/80/L.9",
    "2/9",
    "25-12345 (E)",
    "64th plenary meeting",
    "III",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "\t",
    " ",
    "-",
    "/",
    "«",
    "\x00",
    "\ud800",
    "é",
    "e\u0301",
    "<p>",
    "60/1751",
    "20061,",
]
texts = st.text(st.characters(), max_size=80) | st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(), max_size=5), max_size=40
).map("".join)

# What text in UN layout can carry: no digits, which might call notes, nothing that opens a paragraph.
words = st.lists(
    st.sampled_from(["books", "maps", "sous-régionales", "State’s", "«mer»", "l’état", "seas"]),
    min_size=3,
    max_size=30,
)


@given(texts)
@settings(max_examples=300)
def test_any_text_reads_to_a_resolution_that_keeps_its_rules(text: str) -> None:
    assert read_text(text).check() == read_text(text)


@given(texts)
def test_doubts_stand_in_their_paragraphs(text: str) -> None:
    read = read_text(text)
    lengths = {each.id: len(each.text) for each in (*read.paragraphs, *read.notes)} | {"": 0}
    assert all(0 <= doubt.offset <= lengths[doubt.paragraph] for doubt in read.doubts)


@st.composite
def resolutions(draw: st.DrawFn) -> Resolution:
    """In English: preambular paragraphs, operative ones with sub-paragraphs, notes called in order."""
    count = draw(st.integers(0, 4))
    paragraphs = [Paragraph("", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),))]
    for number in range(count):
        text = f"Recalling {' '.join(draw(words))},"
        paragraphs.append(
            Paragraph(
                "", "preambular", text, marks=(Mark.italic(0, 9), Mark.call(len(text), f"n{number + 1}"))
            )
        )
    operative = draw(st.integers(2, 5))
    for number in range(operative):
        below = draw(st.integers(0, 3))
        last = "." if number == operative - 1 else ";"
        text = f"Urges {' '.join(draw(words))}"
        paragraphs.append(
            Paragraph("", "operative", text + (":" if below else last), marks=(Mark.italic(0, 5),))
        )
        paragraphs += [
            Paragraph("", "operative", f"To {' '.join(draw(words))}{last}", 2) for _ in range(below)
        ]
    named = [Paragraph(f"p{at}", p.kind, p.text, p.level, "", p.marks) for at, p in enumerate(paragraphs, 1)]
    notes = tuple(Note(f"n{at}", str(at), f"A book, chap. {at}.") for at in range(1, count + 1))
    return Resolution(relabel(named, "en"), notes, title="On the sea", language="en")


@given(resolutions(), st.integers(30, 90), st.booleans(), st.booleans())
@settings(max_examples=60)
def test_what_is_written_in_the_layout_of_the_organization_reads_back(
    written: Resolution, width: int, spaced: bool, indented: bool
) -> None:
    read = read_text(un_layout(written, width, spaced, indented))
    assert (read.paragraphs, read.notes, read.title) == (written.paragraphs, written.notes, written.title)


def un_layout(value: Resolution, width: int, spaced: bool, indented: bool) -> str:
    """Wrapped lines, numbers before paragraphs, calls behind their commas, notes under a rule."""
    labels = {note.id: note.label for note in value.notes}
    blocks = [value.title]
    for each in value.paragraphs:
        calls = ",".join(labels[mark.note] for mark in each.calls)
        text = f"{each.label} {each.text}{calls}".strip()
        blocks.append(
            textwrap.fill(
                text, width, initial_indent="  " * indented, break_long_words=False, break_on_hyphens=True
            )
        )
    foot = "".join(f"{note.label} {note.text}\n" for note in value.notes)
    return ("\n\n" if spaced else "\n").join(blocks) + (f"\n__________\n{foot}" if foot else "\n")
