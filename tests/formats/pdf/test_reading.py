"""What is made of a page, shape by shape. All documents here are drawn by the tests."""

import pytest

from drafts.core.document import Mark, Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.formats import read
from tests.formats.pdf.drawing import GAP, INDENT, LEFT, Sheet, first_sheet, pdf


def read_sheets(*sheets: Sheet) -> Resolution:
    return read(pdf(*sheets), "drawn.pdf").check()


def shown(resolution: Resolution) -> list[tuple[str, int, str, str]]:
    return [(each.kind, each.level, each.label, each.text) for each in resolution.paragraphs]


def body(resolution: Resolution) -> list[tuple[str, str]]:
    """Label and text of what stands below the enacting words."""
    return [(each.label, each.text) for each in resolution.paragraphs[1:]]


def test_a_whole_draft() -> None:
    sheet = first_sheet(sponsors="Andorra, Chad:* draft resolution")
    sheet.paragraph("_Recalling_ its resolution 60/1 of 3 May,^1^ and the", "books of the sea,^2, 3^")
    sheet.paragraph("1.   _Urges_ all to read;").paragraph("2.   _Decides_ to rest.")
    sheet.notes(
        "* Any changes will be told.",
        "^1^ See _The Sea_, vol. 1.",
        "^2^ A/80/1, which",
        "is long.",
        "^3^ Ibid.",
    )
    assert read_sheets(sheet) == Resolution(
        (
            Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
            Paragraph(
                "p2", "preambular", "Recalling its resolution 60/1 of 3 May, and the books of the sea,",
                1, "",
                (Mark.italic(0, 9), Mark.call(39, "n2"), Mark.call(65, "n3"), Mark.call(65, "n4")),
            ),
            Paragraph("p3", "operative", "Urges all to read;", 1, "1.", (Mark.italic(0, 5),)),
            Paragraph("p4", "operative", "Decides to rest.", 1, "2.", (Mark.italic(0, 7),)),
        ),
        (
            Note("n1", "*", "Any changes will be told."),
            Note("n2", "1", "See The Sea, vol. 1.", (Mark.italic(4, 11),)),
            Note("n3", "2", "A/80/1, which is long."),
            Note("n4", "3", "Ibid."),
        ),
        title="The sea",
        sponsors=(Sponsor("Andorra", "AD"), Sponsor("Chad", "TD")),
        proposal="draft",
        language="en",
        symbol="A/C.3/80/L.99",
        masthead=Masthead(
            "General Assembly", "Eightieth session", "Third Committee",
            "Agenda item 12 (b) Libraries and the sea", "3 May 2025", "Limited", "English",
        ),
    )  # fmt: skip


def test_text_and_notes_go_on_over_a_page_and_its_furniture_goes() -> None:
    first = first_sheet()
    first.paragraph("1.   _Urges_ all who read in the many libraries^1^ of")
    first.notes("^1^ A long note that goes on where the next")
    second = Sheet().frame("A/C.3/80/L.99", 2, 2, "The sea")
    second.row("the sea to sing;").paragraph("2.   _Decides_ to rest.^2^")
    second.notes("page has its own.", "^2^ A/1.")
    resolution = read_sheets(first, second)
    assert body(resolution) == [
        ("1.", "Urges all who read in the many libraries of the sea to sing;"),
        ("2.", "Decides to rest."),
    ]
    assert [note.text for note in resolution.notes] == [
        "A long note that goes on where the next page has its own.", "A/1."
    ]  # fmt: skip


def test_paragraph_that_opens_a_page_is_told_by_its_indent_or_its_number() -> None:
    first = (
        first_sheet().paragraph("_Recalling_ its books,", "and its maps,").paragraph("_Noting_ all,", "and")
    )
    second = Sheet().frame("A/C.3/80/L.99", 2, 3)
    second.row("more,").paragraph("1.   _Urges_ all to read;", "and to sing;")
    third = Sheet().frame("A/C.3/80/L.99", 3, 3)
    third.row("2.   _Decides_ to rest.", INDENT)
    assert body(read_sheets(first, second, third)) == [
        ("", "Recalling its books, and its maps,"),
        ("", "Noting all, and more,"),
        ("1.", "Urges all to read; and to sing;"),
        ("2.", "Decides to rest."),
    ]


def test_raised_number_that_is_no_notes_label_stays() -> None:
    sheet = first_sheet().paragraph("1.   _Urges_ 10^9^ to read^1^ it;").paragraph("2.   _Ends_.")
    sheet.notes("^1^ A/1.")
    assert body(read_sheets(sheet))[0] == ("1.", "Urges 109 to read it;")


def test_call_whose_shape_is_lost_is_found_where_it_must_stand() -> None:
    sheet = (
        first_sheet().paragraph("_Recalling_ books,^1^ maps2 and songs,^3^").paragraph("_Decides_ to rest.")
    )
    sheet.notes("^1^ A/1.", "^2^ A/2.", "^3^ A/3.")
    resolution = read_sheets(sheet)
    assert body(resolution)[0] == ("", "Recalling books, maps and songs,")
    assert [mark.note for mark in resolution.paragraphs[1].calls] == ["n1", "n2", "n3"]
    assert [doubt.code for doubt in resolution.doubts] == ["note-mark"]


def test_sub_paragraphs_headings_and_annex() -> None:
    sheet = first_sheet().paragraph("1.   _Decides_:").paragraph("(a)   To read:").paragraph("(i)   Books;")
    sheet.row("#On rest#", down=30).paragraph("2.   _Urges_ rest.")
    sheet.row("_64th plenary meeting_", 400, down=24).row("_3 May 2025_", 410)
    sheet.row("#Annex#", down=30, size=14).row("#Rules of rest#", down=20, size=12)
    sheet.row("1.   We all rest, and none of", down=GAP).row("us works.").row("2.   We sing.", down=GAP)
    assert shown(read_sheets(sheet))[1:] == [
        ("operative", 1, "1.", "Decides:"),
        ("operative", 2, "(a)", "To read:"),
        ("operative", 3, "(i)", "Books;"),
        ("heading", 0, "", "On rest"),
        ("operative", 1, "2.", "Urges rest."),
        ("text", 0, "", "64th plenary meeting"),
        ("text", 0, "", "3 May 2025"),
        ("annex", 0, "", "Annex"),
        ("heading", 0, "", "Rules of rest"),
        ("text", 1, "1.", "We all rest, and none of us works."),
        ("text", 1, "2.", "We sing."),
    ]


def test_row_of_a_table_is_one_paragraph_with_its_cells_parted_by_tabs() -> None:
    sheet = first_sheet().paragraph("1.   _Decides_ to have these posts.")
    sheet.row("Category", LEFT, down=24).put("Posts", 300, sheet.y)
    sheet.row("Director", LEFT, down=GAP).put("One of whom all", 300, sheet.y).row("the others know", 300)
    sheet.row("Clerk", LEFT, down=GAP).put("Two", 300, sheet.y)
    assert body(read_sheets(sheet))[1:] == [
        ("", "Category\tPosts"), ("", "Director\tOne of whom all the others know"), ("", "Clerk\tTwo")
    ]  # fmt: skip


def test_amendment_whose_instructions_hang_below_their_numbers() -> None:
    sheet = Sheet()
    sheet.put("United Nations", 123, 734, 14).put("A/80/L.19", 480, 734)
    sheet.put("#General Assembly#", 123, 705, 20).put("Distr.: Limited", 397, 705)
    sheet.put("#Eightieth session#", 60, 569)
    sheet.put("#Chad:* amendment to draft resolution A/80/#", 123, 502).put("#L.18#", 123, 490)
    sheet.put("#The sea#", 123, 465, 12)
    sheet.y = 450
    sheet.row("1.", down=GAP).put("In paragraph 3, delete all that is", INDENT, sheet.y).row("wrong.", INDENT)
    sheet.row("2.", down=GAP).put("Delete paragraph 4.", INDENT, sheet.y)
    resolution = read_sheets(sheet)
    assert (resolution.proposal, resolution.title) == ("amendment", "The sea")
    assert resolution.submitted == "Chad: amendment to draft resolution A/80/L.18"
    assert [sponsor.name for sponsor in resolution.sponsors] == ["Chad"]
    assert shown(resolution) == [
        ("text", 1, "1.", "In paragraph 3, delete all that is wrong."),
        ("text", 1, "2.", "Delete paragraph 4."),
    ]


def test_adopted_text_in_parts() -> None:
    sheet = Sheet()
    sheet.put("United Nations", 123, 734, 14).put("A/RES/80/99", 480, 734)
    sheet.put("#General Assembly#", 123, 705, 20).put("Distr.: General", 397, 705)
    sheet.put("#Eightieth session#", 60, 569).put("Agenda item 9", 60, 557).put("#The sea#", 60, 545)
    sheet.put("#Resolution adopted by the General Assembly#", 123, 510, 14).put(
        "#on 3 May 2025#", 123, 495, 14
    )
    sheet.put("[_on the report of the Third Committee (A/80/1)_]", 123, 470)
    sheet.put("#80/99.   Libraries#", 72, 445, 12)
    sheet.y = 440
    for part, words in (("A", "Books"), ("B", "Maps")):
        sheet.row(f"#{part}#", 300, down=24, size=12).row(f"#{words}#", 290, down=24, size=12)
        sheet.paragraph("_The General Assembly_,").paragraph("_Recalling_ all,").paragraph(
            "1.   _Urges_ all;"
        )
        sheet.paragraph("2.   _Ends_.")
    resolution = read_sheets(sheet)
    assert (resolution.symbol, resolution.title) == ("A/RES/80/99", "Libraries")
    assert resolution.submitted == (
        "Resolution adopted by the General Assembly on 3 May 2025"
        " [on the report of the Third Committee (A/80/1)]"
    )
    assert [(kind, label or text) for kind, _, label, text in shown(resolution)] == [
        (kind, each)
        for part in (("A", "Books"), ("B", "Maps"))
        for kind, each in (
            ("heading", part[0]), ("heading", part[1]), ("enacting", "The General Assembly,"),
            ("preambular", "Recalling all,"), ("operative", "1."), ("operative", "2."),
        )
    ]  # fmt: skip


def test_enacting_words_without_their_comma_and_one_paragraph_without_number() -> None:
    sheet = first_sheet()
    sheet.drawn.pop()
    sheet.y += GAP
    sheet.paragraph("_The General Assembly_").paragraph("_Adopts_ the rules annexed to", "the present text.")
    assert [(kind, text) for kind, _, _, text in shown(read_sheets(sheet))] == [
        ("enacting", "The General Assembly"), ("operative", "Adopts the rules annexed to the present text.")
    ]  # fmt: skip


def test_paragraphs_without_space_between_are_told_by_their_indents() -> None:
    sheet = first_sheet()
    for text in ("_Recalling_ the many books that were written of the seas and of all", "_Noting_ the sky,"):
        sheet.row(text, INDENT).row(
            "that live there and of the sky above them, whatever it may be like,", LEFT
        )
    sheet.row("1.   _Urges_ all;", INDENT).row("2.   _Ends_.", INDENT)
    assert [label or text[:9] for _, _, label, text in shown(read_sheets(sheet))] == [
        "The Gener", "Recalling", "Noting th", "1.", "2."
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "sponsors", "submitted"),
    [
        ("Draft resolution submitted by the Chair", (), "Draft resolution submitted by the Chair"),
        (
            "Gabon, on behalf of the African States:* draft resolution",
            (),
            "Gabon, on behalf of the African States: draft resolution",
        ),
        ("Nigeria,* Norway and Peru: draft resolution", ("Nigeria", "Norway", "Peru"), ""),
    ],
)
def test_sponsor_lines(line: str, sponsors: tuple[str, ...], submitted: str) -> None:
    resolution = read_sheets(first_sheet(sponsors=line).paragraph("_Decides_ to rest."))
    assert tuple(sponsor.name for sponsor in resolution.sponsors) == sponsors
    assert (resolution.submitted, resolution.title) == (submitted, "The sea")


def test_notes_longer_than_the_text_stay_notes() -> None:
    sheet = first_sheet().paragraph("_Decides_ to read all the books of the sea^1^ and all that is near.")
    long = ["and a line of the long note that says what was written of the sea and of the sky."] * 9
    sheet.notes("^1^ It begins here", *long, y=170)
    resolution = read_sheets(sheet)
    assert body(resolution) == [("", "Decides to read all the books of the sea and all that is near.")]
    assert [note.text for note in resolution.notes] == [" ".join(["It begins here", *long])]
