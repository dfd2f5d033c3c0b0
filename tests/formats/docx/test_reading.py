"""Word files that nobody made for us, into resolutions."""

from drafts.core.document import Mark, Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.formats import Hand, read, read_sides
from tests.corpus import CORPUS, needs_corpus
from tests.word_files import called, deleted, docx, field, ins, levels, lists, note, p, r

ITALIC = "<w:i/>"
TAB = "<w:r><w:tab/></w:r>"
RAISED = "<w:vertAlign w:val='superscript'/>"
NUMBERS = levels("%1.", "(%2)") + lists("1:1")


def cells(*texts: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(r(text))}</w:tc>" for text in texts) + "</w:tr>"


def test_draft_with_masthead_sponsors_notes_and_numbers() -> None:
    above = ("Eightieth session", "Third Committee", "Agenda item 71", "Crime prevention")
    rows = cells("United Nations", "A/C.3/80/L.99") + cells("General Assembly", "Distr.: Limited")
    file = docx(
        f"<w:tbl>{rows}</w:tbl>",
        *(p(r(text)) for text in above),
        p(r("Austria and Chile: draft resolution"), called(1, label="*")),
        p(r("On books\u00ad"), "<w:r><w:br/></w:r>", r("and maps")),
        p(),
        p(r("The General Assembly", ITALIC), r(",")),
        p(r("Recalling", ITALIC), r(" its resolution 55/25,"), called(2)),
        p(r("Requests", ITALIC), r("  all:"), number=(1, 0)),
        p(r("to read;"), number=(1, 1)),
        p(r("Decides", ITALIC), r(" to go on."), number=(1, 0)),
        f"<w:tbl>{cells('Post', 'Number')}{cells('P-5', '12')}</w:tbl>",
        footnotes=note(1, r("* Any changes will be told.")) + note(2, r("See annex.")),
        numbering=NUMBERS,
    )  # fmt: skip
    assert read(file, "a.docx") == Resolution(
        (
            Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
            Paragraph(
                "p2", "preambular", "Recalling its resolution 55/25,", 1, "",
                (Mark.italic(0, 9), Mark.call(31, "n2")),
            ),
            Paragraph("p3", "operative", "Requests all:", 1, "1.", (Mark.italic(0, 8),)),
            Paragraph("p4", "operative", "to read;", 2, "(a)"),
            Paragraph("p5", "operative", "Decides to go on.", 1, "2.", (Mark.italic(0, 7),)),
            Paragraph("p6", "text", "Post\tNumber", 0),
            Paragraph("p7", "text", "P-5\t12", 0),
        ),
        (Note("n1", "*", "Any changes will be told."), Note("n2", "1", "See annex.")),
        title="On books and maps",
        sponsors=(Sponsor("Austria", "AT"), Sponsor("Chile", "CL")),
        proposal="draft",
        language="en",
        symbol="A/C.3/80/L.99",
        masthead=Masthead(
            organ="General Assembly", session="Eightieth session", committee="Third Committee",
            agenda_item="Agenda item 71 Crime prevention", distribution="Limited",
        ),
    )  # fmt: skip


def test_masthead_in_the_header_of_the_first_page_is_read_if_the_body_has_none() -> None:
    section = "<w:sectPr><w:headerReference w:type='first' r:id='header'/><w:titlePg/></w:sectPr>"
    header = p(r("General Assembly"), TAB, r("A/C.3/80/L.9"))
    text = (p(r("The General Assembly,")), p(r("Decides to rest.")))
    found = read(docx(*text, section, header=header), "a.docx")
    assert (found.symbol, found.masthead.organ, len(found.paragraphs)) == (
        "A/C.3/80/L.9",
        "General Assembly",
        2,
    )
    own = read(docx(p(r("A/C.3/80/L.8")), *text, section, header=header), "a.docx")
    assert (own.symbol, own.masthead.organ) == ("A/C.3/80/L.8", "")
    plain = read(docx(*text, section, header=p(r("Draft, do not quote"))), "a.docx")
    assert (plain.title, len(plain.paragraphs)) == ("", 2)


def test_numbers_typed_by_hand_and_line_breaks_within_a_paragraph() -> None:
    file = docx(
        p(r("The General Assembly,"), "<w:r><w:br/></w:r>", r("Recalling its books,", ITALIC)),
        p(r("1."), TAB, r("Requests all to read,")),
        p(r("(a)"), TAB, r("At home;")),
        p(r("2. Decides to rest.")),
    )
    found = read(file, "a.docx").paragraphs
    assert [(each.kind, each.level, each.label, each.text) for each in found] == [
        ("enacting", 0, "", "The General Assembly,"),
        ("preambular", 1, "", "Recalling its books,"),
        ("operative", 1, "1.", "Requests all to read,"),
        ("operative", 2, "(a)", "At home;"),
        ("operative", 1, "2.", "Decides to rest."),
    ]
    assert [each.italics for each in found[:2]] == [(), (Mark.italic(0, 20),)]


def test_level_of_a_list_tells_the_letter_i_from_the_number() -> None:
    numbering = levels("%1.", "(%2)", "(%3)") + lists("1:1")
    letters = [p(r(f"sub {at};"), number=(1, 1)) for at in range(9)]
    file = docx(
        p(r("The General Assembly,")), p(r("Requests all:"), number=(1, 0)), *letters, numbering=numbering
    )
    assert [(each.label, each.level) for each in read(file, "a.docx").paragraphs][-1] == ("(i)", 2)


def test_raised_numbers_call_notes_that_were_typed_by_hand() -> None:
    file = docx(
        p(r("The General Assembly,")),
        p(r("Recalling the Protocol,"), r("1", RAISED), r(" and 5 m²")),
        p(r("Noting it,²"), r(" and the Convention"), r("1, 2", "<w:position w:val='8'/>"), r(",")),
        p(r("1. Decides to rest.")),
        p(r("________________")),
        p(r("1", RAISED), r(" See A/80/1.")),
        p(r("² Ibid.")),
    )
    found = read(file, "a.docx")
    assert [(each.text, [(mark.start, mark.note) for mark in each.calls]) for each in found.paragraphs] == [
        ("The General Assembly,", []),
        ("Recalling the Protocol, and 5 m²", [(23, "n1")]),
        ("Noting it, and the Convention,", [(10, "n2"), (29, "n1"), (29, "n2")]),
        ("Decides to rest.", []),
    ]
    assert found.notes == (Note("n1", "1", "See A/80/1."), Note("n2", "2", "Ibid."))


def test_heading_is_known_by_its_outline() -> None:
    file = docx(
        p(r("The General Assembly,")), p(r("Recalling its books,")),
        p(r("of the sea"), more="<w:outlineLvl w:val='0'/>"), p(r("Decides to rest."), number=(1, 0)),
        numbering=NUMBERS,
    )  # fmt: skip
    assert [each.kind for each in read(file, "a.docx").paragraphs] == [
        "enacting", "preambular", "heading", "operative"
    ]  # fmt: skip


def test_note_cited_again_has_two_calls() -> None:
    mark = f"<w:bookmarkStart w:id='5' w:name='_R'/>{called(2)}<w:bookmarkEnd w:id='5'/>"
    file = docx(
        p(r("The General Assembly,")), p(r("Recalling it,"), mark),
        p(r("1. Decides so"), field("NOTEREF _R", r("1", RAISED)), r(".")),
        footnotes=note(2, r("A/80/1.")),
    )  # fmt: skip
    found = read(file, "a.docx")
    assert [each.calls for each in found.paragraphs] == [(), (Mark.call(13, "n1"),), (Mark.call(10, "n1"),)]
    assert found.notes == (Note("n1", "1", "A/80/1."),)


TRACKED = docx(
    p(r("The General Assembly,")),
    p(ins(r("Recalling its books,")), mark=ins()),
    p(r("Takes note", ITALIC), deleted(" with joy"), r(" of it;"), number=(1, 0)),
    p(r("Decides to rest."), number=(1, 0)),
    numbering=NUMBERS,
)


def test_tracked_changes_are_accepted_rejected_or_read_as_two_texts() -> None:
    sides = read_sides(TRACKED, "a.docx")
    assert sides is not None
    assert read(TRACKED, "a.docx") == sides.new
    assert read(TRACKED, "a.docx", tracked="rejected") == sides.old
    assert [each.text for each in sides.old.paragraphs[1:]] == [
        "Takes note with joy of it;",
        "Decides to rest.",
    ]
    assert [each.text for each in sides.new.paragraphs[1:]] == [
        "Recalling its books,", "Takes note of it;", "Decides to rest."
    ]  # fmt: skip
    assert sides.authors == (Hand("Ana", 3, "2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),)


def test_file_without_tracked_changes_or_of_another_form_has_no_sides() -> None:
    assert read_sides(docx(p(r("words"))), "a.docx") is None
    assert read_sides(b"words", "a.txt") is None


@needs_corpus
def test_genuine_pairs_and_moves() -> None:
    def texts(name: str, tracked: str = "accepted") -> list[str]:
        found = read((CORPUS / "docx" / name).read_bytes(), name, tracked=tracked)  # type: ignore[arg-type]
        return [each.text for each in found.paragraphs]

    old, new = texts("WC004-Large.docx"), texts("WC004-Large-Mod.docx")
    assert (len(old), len(new)) == (260, 260)
    assert sum(before != after for before, after in zip(old, new, strict=True)) == 1
    moved = "TestFiles__RP__RP015-MoveFrom-MoveTo.docx"
    before, after = texts(moved, "rejected"), texts(moved)
    assert (before != after, sorted(before) == sorted(after)) == (True, True)
