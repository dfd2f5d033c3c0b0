"""Word files that we write: read back they are the same value, and somebody's changes to them win."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import etree

from drafts.core.document import Doubt, Mark, Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.core.phrases import PHRASEBOOKS
from drafts.formats import read, write
from drafts.formats.docx.carried import NAMESPACE
from tests.builders import op, pp, resolution
from tests.corpus import CORPUS, needs_corpus
from tests.exactness.word import audit
from tests.strategies import resolutions
from tests.word_files import WORD

W = f"{{{WORD}}}"

WHOLE = Resolution(
    (
        Paragraph("k1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph(
            "k2", "preambular", "Recalling the Convention and its Protocol:", 1, "",
            (Mark.italic(0, 9), Mark.call(24, "x"), Mark.call(41, "y"), Mark.call(41, "x")),
        ),
        Paragraph("k3", "preambular", "of the first part,", 2, "(a)"),
        Paragraph("k4", "preambular", "of the second part,", 2, "(b)"),
        Paragraph("k5", "heading", "On books", 0),
        Paragraph("k6", "operative", "Requests all:", 1, "1.", (Mark.italic(0, 8),)),
        Paragraph("k7", "operative", "to read:", 2, "(a)"),
        Paragraph("k8", "operative", "at home;", 3, "(i)"),
        Paragraph("k9", "operative", "below deck;", 4, "a."),
        Paragraph("k10", "operative", "Invites some:", 1, "1 bis."),
        Paragraph("k11", "operative", "to write;", 2, "(a)"),
        Paragraph("k12", "operative", "Decides to rest.", 1, "2.", (Mark.italic(0, 7),)),
        Paragraph("k13", "text", "Post\tNumber", 0),
        Paragraph("k14", "annex", "Annex", 0),
        Paragraph("k15", "text", "Words of it.", 1, "1."),
    ),
    (
        Note("x", "1", "See A/80/1, as in note", (Mark.italic(0, 3), Mark.call(22, "y"))),
        Note("y", "2", "Ibid."),
        Note("s", "*", "Any changes will be told."),
        Note("z", "7", "Nobody calls me."),
    ),
    title="On books",
    sponsors=(Sponsor("Austria", "AT"), Sponsor("Chile", "CL")),
    proposal="draft",
    language="en",
    symbol="A/C.3/80/L.99",
    lineage="4ff4e3f5-7c7b-4b3e-8a83-5f3b7a3b6d11",
    masthead=Masthead(
        "General Assembly", "Eightieth session", "Third Committee", "Agenda item 71", "3 November 2025",
        "Limited", "English",
    ),
    doubts=(Doubt("sponsor", "Who is that?", "k2", 3, 1.5),),
)  # fmt: skip


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """The file with some words in one of its parts replaced."""
    found = parts(data)
    assert old in found[name].decode()
    found[name] = found[name].decode().replace(old, new).encode()
    return zipped(found)


def zipped(found: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, inner in found.items():
            archive.writestr(name, inner)
    return file.getvalue()


def tree(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[name])


def without_keys(value: Resolution) -> Resolution:
    """The value as one reads it who sees the paper alone."""
    ids = {each.id: f"p{at}" for at, each in enumerate(value.paragraphs, 1)}
    notes = {each.id: f"n{at}" for at, each in enumerate(value.notes, 1)}

    def marks(found):
        return tuple(mark._replace(note=notes.get(mark.note, "")) for mark in found)

    return replace(
        value,
        paragraphs=tuple(
            replace(each, id=ids[each.id], marks=marks(each.marks)) for each in value.paragraphs
        ),
        notes=tuple(replace(each, id=notes[each.id], marks=marks(each.marks)) for each in value.notes),
        lineage="",
        doubts=(),
    )


@settings(max_examples=150, deadline=None)
@given(resolutions())
def test_whatever_is_written_is_read_back_and_always_written_alike(value: Resolution) -> None:
    data = write(value, "docx")
    assert read(data, "a.docx") == value
    assert write(value, "docx") == data


def test_paper_alone_says_all_but_keys_lineage_and_doubts() -> None:
    data = parts(write(WHOLE, "docx"))
    del data["customXml/item1.xml"]
    data["word/_rels/document.xml.rels"] = re.sub(
        rb'<Relationship Id="carried"[^>]*>', b"", data["word/_rels/document.xml.rels"]
    )
    found = read(zipped(data), "a.docx")
    order = {note.label: at for at, note in enumerate(found.notes)}
    assert order == {"*": 0, "1": 1, "2": 2, "7": 3}  # as Word knows them: by where they are called
    notes = sorted(WHOLE.notes, key=lambda note: order[note.label])
    seen = without_keys(replace(WHOLE, notes=tuple(notes)))
    seen = replace(
        seen,
        # The machine that reads texts takes a tab for a space, and sees no calls within notes.
        paragraphs=tuple(replace(each, text=each.text.replace("\t", " ")) for each in seen.paragraphs),
        notes=tuple(
            replace(note, marks=tuple(mark for mark in note.marks if mark.type == "italic"))
            for note in seen.notes
        ),
    )
    assert replace(found, doubts=()) == seen
    assert [doubt.code for doubt in found.doubts] == ["note-uncalled"]


def test_words_that_somebody_changed_win_and_the_others_keep_their_keys() -> None:
    data = changed(write(WHOLE, "docx"), "word/document.xml", "to write;", "to write and to count;")
    found = read(data, "a.docx")
    assert found.lineage == WHOLE.lineage
    assert [each.id for each in found.paragraphs] == [each.id for each in WHOLE.paragraphs]
    assert found.by_id["k11"].text == "to write and to count;"
    assert (found.sponsors, found.symbol, found.title) == (WHOLE.sponsors, WHOLE.symbol, WHOLE.title)
    assert found.masthead == WHOLE.masthead
    assert [each.text for each in found.notes] == [
        "Any changes will be told.", "See A/80/1, as in note", "Ibid.", "Nobody calls me."
    ]  # fmt: skip


def test_paragraph_that_somebody_added_has_a_key_of_its_own_and_always_the_same() -> None:
    data = write(WHOLE, "docx")
    added = f'<w:p xmlns:w="{WORD}"><w:r><w:t>A new word.</w:t></w:r></w:p>'
    file = changed(
        data,
        "word/document.xml",
        '<w:p><w:pPr><w:pStyle w:val="AnnexHeading"',
        f'{added}<w:p><w:pPr><w:pStyle w:val="AnnexHeading"',
    )
    found = read(file, "a.docx")
    keys = [each.id for each in found.paragraphs]
    new = [key for key in keys if key not in WHOLE.by_id]
    assert (len(keys), len(set(keys)), len(new)) == (16, 16, 1)
    assert found.by_id[new[0]].text == "A new word."
    assert read(file, "a.docx") == found


def test_value_of_another_text_is_not_believed() -> None:
    """Somebody may put anything beside the words; it must not be taken for them."""
    other = parts(write(resolution(pp("Recalling all else,"), lineage="somebody's"), "docx"))[
        "customXml/item1.xml"
    ]
    found = read(zipped({**parts(write(WHOLE, "docx")), "customXml/item1.xml": other}), "a.docx")
    assert [each.text for each in found.paragraphs][:2] == [each.text for each in WHOLE.paragraphs][:2]


@pytest.mark.parametrize("inner", ["no JSON", '{"format": "resolution/1"}', '{"format": "comparison/1"}'])
def test_damaged_value_beside_the_words_is_left_with_a_doubt(inner: str) -> None:
    carried = f'<texts xmlns="{NAMESPACE}"><text>{inner}</text></texts>'.encode()
    found = read(zipped({**parts(write(WHOLE, "docx")), "customXml/item1.xml": carried}), "a.docx")
    assert found.paragraphs[0].text == "The General Assembly,"
    assert "carried" in {doubt.code for doubt in found.doubts}


def test_numbers_are_word_s_own_where_they_are_the_next_and_written_out_where_not() -> None:
    written = tree(write(WHOLE, "docx"))
    literal = [
        "".join(run.itertext())
        for run in written.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and style.get(f"{W}val") == "ParagraphLabel"
    ]
    assert literal == ["1 bis."]


def test_single_operative_paragraph_has_no_number_though_its_style_has_one() -> None:
    text = resolution(op("Decides to rest."))
    assert text.paragraphs[0].label == ""
    assert read(write(text, "docx"), "a.docx") == text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_labels_begin_anew_in_each_part(language: str) -> None:
    part = (
        Paragraph("", "enacting", "Words,", 0),
        op("One:"),
        op("a;", level=2),
        op("b;", level=2),
        op("Two."),
    )
    text = resolution(*part, *part, language=language)
    data = write(text, "docx")
    assert "ParagraphLabel" not in etree.tostring(tree(data)).decode()
    assert read(data, "a.docx") == text


def test_note_is_printed_once_and_called_again_by_a_field() -> None:
    written = tree(write(WHOLE, "docx"))
    references = [each.get(f"{W}id") for each in written.iter(f"{W}footnoteReference")]
    fields = [each.text.split()[:2] for each in written.iter(f"{W}instrText")]
    assert (references, fields) == (["1", "2", "3", "4"], [["NOTEREF", "_Note2"]])
    custom = [each.get(f"{W}customMarkFollows") for each in written.iter(f"{W}footnoteReference")]
    assert custom == ["1", None, None, "1"]


def test_arabic_runs_from_right_to_left() -> None:
    written = tree(write(resolution(pp("إذ تشير", marks=(Mark.italic(0, 2),)), language="ar"), "docx"))
    assert len(list(written.iter(f"{W}bidi"))) == len(list(written.iter(f"{W}p")))
    assert all(run.find(f"{W}rPr/{W}rtl") is not None for run in written.iter(f"{W}r"))


@pytest.mark.parametrize("language", [*PHRASEBOOKS, ""])
def test_files_have_no_error_that_an_auditor_knows(language: str) -> None:
    # Arabic letters for all: what counts is the form of the file.
    assert audit(write(replace(WHOLE, language=language), "docx")) == []


def test_line_that_ends_within_a_paragraph_ends_on_paper_too() -> None:
    written = tree(write(resolution(pp("a\nb"), notes=[Note("n", "*", "c\nd")]), "docx"))
    assert len(list(written.iter(f"{W}br"))) == 1


def test_signs_that_no_file_can_hold_are_left_out_of_the_words_and_come_back_all_the_same() -> None:
    text = resolution(pp("a\x01\x0b\ufffe\rb\u2028c"), title="\x02<&>")
    data = write(text, "docx")
    assert read(data, "a.docx") == text
    assert "ab\u2028c" in "".join(tree(data).itertext())


@needs_corpus
def test_seed_set_as_word_says_what_it_says_as_text() -> None:
    seed = CORPUS / "seed" / "revised-draft.fr.txt"
    text = read(seed.read_bytes(), seed.name)
    data = write(text, "docx")
    assert read(data, "a.docx") == text
    found = parts(data)
    found["customXml/item1.xml"] = b"<other/>"
    alone = read(zipped(found), "a.docx")
    assert replace(alone, doubts=text.doubts) == text
