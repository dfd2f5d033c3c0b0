"""What the reader makes of a text, shape by shape. All texts here are our own."""

import pytest

from drafts.core.document import Mark, Masthead, Note, Paragraph, Sponsor
from drafts.formats.text import read_text

HEAD = "United Nations A/C.3/80/L.99\nGeneral Assembly Distr.: Limited\n3 May 2025\nOriginal: English\n"
HEAD += "Eightieth session\nThird Committee\nAgenda item 12 (b)\nLibraries and the sea\n\n"
SPONSORS = (
    "Andorra, Bosnia and Herzegovina and Iran (Islamic\nRepublic of):* draft resolution\n\nLibraries\n\n"
)
ENACTING = "The General Assembly,\n"


def kinds(text: str) -> list[tuple[str, int, str]]:
    return [(each.kind, each.level, each.label) for each in read_text(text).check().paragraphs]


def texts(text: str) -> list[str]:
    return [each.text for each in read_text(text).check().paragraphs]


def codes(text: str) -> list[str]:
    return [doubt.code for doubt in read_text(text).check().doubts]


def calls(text: str) -> list[tuple[str, int, str]]:
    """Paragraph, offset and label of each call."""
    read = read_text(text).check()
    labels = {note.id: note.label for note in read.notes}
    return [(each.id, mark.start, labels[mark.note]) for each in read.paragraphs for mark in each.calls]


def test_a_whole_draft() -> None:
    read = read_text(
        HEAD + SPONSORS + ENACTING + "Recalling its books,1\n1. Urges States to read;\n2. Decides to sing.\n"
        "__________\n* Any changes will be told.\n1 A/80/1.\n"
    ).check()
    assert read.masthead == Masthead(
        organ="General Assembly", session="Eightieth session", committee="Third Committee",
        agenda_item="Agenda item 12 (b) Libraries and the sea", date="3 May 2025", distribution="Limited",
        original="English",
    )  # fmt: skip
    assert (read.symbol, read.proposal, read.title) == ("A/C.3/80/L.99", "draft", "Libraries")
    assert read.sponsors == (
        Sponsor("Andorra", "AD"),
        Sponsor("Bosnia and Herzegovina", "BA"),
        Sponsor("Iran (Islamic Republic of)", "IR"),
    )
    assert read.paragraphs == (
        Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph(
            "p2", "preambular", "Recalling its books,", 1, "", (Mark.italic(0, 9), Mark.call(20, "n2"))
        ),
        Paragraph("p3", "operative", "Urges States to read;", 1, "1.", (Mark.italic(0, 5),)),
        Paragraph("p4", "operative", "Decides to sing.", 1, "2.", (Mark.italic(0, 7),)),
    )
    assert read.notes == (Note("n1", "*", "Any changes will be told."), Note("n2", "1", "A/80/1."))
    assert read.doubts == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nigeria,* Norway and Peru: draft resolution", ["Nigeria", "Norway", "Peru"]),
        (
            "Nigeria,* and United Kingdom of Great Britain and Northern Ireland: draft resolution",
            ["Nigeria", "United Kingdom of Great Britain and Northern Ireland"],
        ),
        ("Iran (Islamic Republic of),Chad: draft resolution", ["Iran (Islamic Republic of)", "Chad"]),
        ("Trinidad and Tobago: revised draft resolution", ["Trinidad and Tobago"]),
        ("Antigua and Barbuda and Austria: draft decision", ["Antigua and Barbuda", "Austria"]),
        ("Pays-Bas et Suède : projet de résolution révisé", ["Pays-Bas", "Suède"]),
        ("Ruritania, France and Spain: draft resolution", ["Ruritania", "France", "Spain"]),
        ("France y España: proyecto de resolución", ["France", "España"]),
    ],
)  # fmt: skip
def test_sponsor_lines(line: str, names: list[str]) -> None:
    enacting = {"projet": "L’Assemblée générale,", "proyecto": "La Asamblea General,"}
    words = next((each for key, each in enacting.items() if key in line), "The General Assembly,")
    read = read_text(f"{line}\nTitle\n{words}\n")
    assert [sponsor.name for sponsor in read.sponsors] == names
    assert (read.title, read.submitted) == ("Title", "")


def test_unknown_sponsor_leaves_a_doubt() -> None:
    assert "sponsor" in codes("Ruritania, France and Spain: draft resolution\nTitle\n" + ENACTING)


@pytest.mark.parametrize(
    "line",
    [
        "Draft resolution submitted by the Chair of the Committee",
        "Gabon on behalf of the Group of African States: draft resolution",
        "Chair of the Committee: draft resolution",
    ],
)
def test_what_is_no_list_of_sponsors_stays_as_written(line: str) -> None:
    read = read_text(f"{line}\n\nTitle\n\n{ENACTING}")
    assert (read.sponsors, read.submitted, read.title, read.proposal) == ((), line, "Title", "draft")


def test_sponsors_are_told_from_the_agenda_item_above_them_without_empty_lines() -> None:
    read = read_text("Agenda item 9\nThe sea\nChad and Togo: draft resolution\nTitle\n" + ENACTING)
    assert [sponsor.name for sponsor in read.sponsors] == ["Chad", "Togo"]
    assert read.masthead.agenda_item == "Agenda item 9 The sea"


def test_what_ends_the_text_in_a_full_stop_is_operative_whatever_it_opens_with() -> None:
    text = (
        ENACTING
        + "Recalling its books,\n\nCherishes with warmth all who read.\n64th plenary meeting\n3 May 2025\n"
    )
    assert kinds(text)[1:] == [
        ("preambular", 1, ""), ("operative", 1, ""), ("text", 0, ""), ("text", 0, ""),
    ]  # fmt: skip


def test_the_council_numbers_its_resolutions_by_year() -> None:
    read = read_text(
        "2025 session\nAgenda item 19 (c)\nThe sea\n"
        "Resolution adopted by the Economic and Social Council\non 3 June 2025\n2025/12. The sea\n"
        "The Economic and Social Council,\nDecides to rest."
    )
    assert (read.symbol, read.title, read.masthead.session) == ("E/RES/2025/12", "The sea", "2025 session")


def test_the_address_of_a_page_goes_on_behind_the_sign_at_a_lines_end() -> None:
    read = read_text(
        "The General Assembly,\n1. Takes note of all that is kept at www.books.example.org/the-sea.\nhtml "
        "and of the list;\n2. Decides to rest."
    )
    assert read.paragraphs[1].text == (
        "Takes note of all that is kept at www.books.example.org/the-sea.html and of the list;"
    )


def test_adopted_text_has_its_symbol_and_its_closing_lines() -> None:
    read = read_text(
        "Resolution adopted by the General Assembly\non 3 May 2025\n80/99. The sea\n"
        + ENACTING
        + "1. Urges all to swim;\n2. Decides to rest.\n64th plenary meeting\n3 May 2025\n"
    )
    assert (read.symbol, read.proposal, read.title) == ("A/RES/80/99", "adopted", "The sea")
    assert [each.text for each in read.of_kind("text")] == ["64th plenary meeting", "3 May 2025"]


def test_number_alone_on_its_line_and_number_without_its_stop() -> None:
    text = ENACTING + "Recalling it,\n1.\nUrges States\nto read;\n 2.  Invites all;\n3 Decides to rest.\n"
    assert kinds(text)[2:] == [("operative", 1, "1."), ("operative", 1, "2."), ("operative", 1, "3.")]
    assert texts(text)[2] == "Urges States to read;"


def test_number_below_the_first_line_of_its_paragraph() -> None:
    text = (
        ENACTING
        + "1. Urges all to swim;\nRecalls the conclusions\n2.\nof the meeting;\n3. Decides to rest.\n"
    )
    assert texts(text)[1:] == [
        "Urges all to swim;", "Recalls the conclusions of the meeting;", "Decides to rest."
    ]  # fmt: skip
    assert [label for _, _, label in kinds(text)[1:]] == ["1.", "2.", "3."]


def test_number_that_does_not_follow_leaves_a_doubt() -> None:
    assert codes(ENACTING + "1. Urges all;\n3. Decides to rest.\n") == ["number-jump"]


def test_line_that_opens_with_a_number_of_the_text_opens_no_paragraph() -> None:
    text = ENACTING + "1. Recalls the report of\n2. May, and the figure\n3.5 million in it;\n2. Urges all.\n"
    assert len(texts(text)) == 3


def test_single_unnumbered_operative_paragraph() -> None:
    text = ENACTING + "Recalling it,\nHaving considered the report,\nDecides to rest.\n"
    assert [kind for kind, _, _ in kinds(text)] == ["enacting", "preambular", "preambular", "operative"]


def test_sub_paragraphs_in_english_and_in_french() -> None:
    english = ENACTING + "1. Decides:\n(a) To read:\n(i) Books;\n(ii) Maps;\n(b) To sing;\n2. Urges all.\n"
    french = "L’Assemblée générale,\n1. Décide :\na) De lire :\ni) Des livres ;\nii) Des cartes ;\n"
    french += "b) De chanter ;\n2. Prie.\n"
    expected = [(1, "1."), (2, "(a)"), (3, "(i)"), (3, "(ii)"), (2, "(b)"), (1, "2.")]
    assert [(level, label) for _, level, label in kinds(english)[1:]] == expected
    assert [(level, label.replace("(", "")) for _, level, label in kinds(french)[1:]] == [
        (level, label.replace("(", "")) for level, label in expected
    ]


def test_letter_i_goes_on_after_h() -> None:
    text = (
        ENACTING
        + "1. Decides:\n"
        + "".join(f"({letter}) To do {letter} things;\n" for letter in "abcdefghij")
    )
    assert {level for _, level, _ in kinds(text)[2:]} == {2}


def test_bracketed_letter_within_a_sentence_opens_nothing() -> None:
    assert len(texts(ENACTING + "1. Recalls paragraph 1\n(a) of the Charter;\n2. Urges all.\n")) == 3


def test_sub_paragraphs_of_the_preamble() -> None:
    text = ENACTING + "Recalling:\n(a) Its books,\n(b) Its maps,\nNoting all,\n1. Urges all.\n"
    assert [(kind, level) for kind, level, _ in kinds(text)[1:5]] == [
        ("preambular", 1), ("preambular", 2), ("preambular", 2), ("preambular", 1)
    ]  # fmt: skip


def test_unknown_opener_after_an_empty_line_is_preambular_and_not_italic() -> None:
    read = read_text(ENACTING + "\nRecalling it,\n\nBookish as books are,\n\n1. Urges all.\n")
    assert [(each.kind, each.italics) for each in read.paragraphs[2:3]] == [("preambular", ())]


def test_headings_between_paragraphs() -> None:
    text = ENACTING + "1. Urges all;\n\nI\n\nOn the sea\n\n2. Invites all;\nOn land\n3. Decides to rest.\n"
    assert [(kind, text) for (kind, _, _), text in zip(kinds(text), texts(text), strict=True)][2:] == [
        ("heading", "I"), ("heading", "On the sea"), ("operative", "Invites all;"), ("heading", "On land"),
        ("operative", "Decides to rest."),
    ]  # fmt: skip


def test_parts_start_their_numbers_again() -> None:
    text = "A\n" + ENACTING + "1. Urges all;\n2. Decides to rest.\nB\n" + ENACTING + "1. Urges none.\n"
    assert [label for kind, _, label in kinds(text) if kind == "operative"] == ["1.", "2.", "1."]


def test_annex_and_what_follows_it() -> None:
    text = ENACTING + "1. Decides to rest.\n\nAnnex II\n\nRules of rest\n\n1. All rest.\n2. None works.\n"
    assert kinds(text)[2:] == [("annex", 0, ""), ("heading", 0, ""), ("text", 1, "1."), ("text", 1, "2.")]


def test_hyphen_at_a_line_end_belongs_to_the_word() -> None:
    assert texts(ENACTING + "1. Urges sub-\nregional and South -\nSouth bodies;\n2. Ends.\n")[1] == (
        "Urges sub-regional and South-South bodies;"
    )


def test_kerning_gaps_are_closed() -> None:
    assert texts(ENACTING + "1. Notes COVID -19 , the sea – all of it ;\n2. Ends.\n")[1] == (
        "Notes COVID-19, the sea – all of it ;"
    )


def test_note_block_interrupts_a_paragraph_at_a_page_break() -> None:
    text = ENACTING + "1. Urges all,1 those\n_______\n1 A/1.\n2 A/2, on\nthe sea.\n25-12345 3/9\nA/80/L.9\n"
    text += "who read2 and sing;\n2. Decides to rest.\n"
    assert texts(text)[1] == "Urges all, those who read and sing;"
    assert calls(text) == [("p2", 10, "1"), ("p2", 25, "2")]
    assert [note.text for note in read_text(text).notes] == ["A/1.", "A/2, on the sea."]


@pytest.mark.parametrize(
    ("written", "read", "places"),
    [
        ("the terms1 of it", "the terms of it", [9]),
        ("of 3 May 20061 and", "of 3 May 2006 and", [13]),
        ("resolution 60/1751 of", "resolution 60/175 of", [17]),
        ("the Protocol, 1 the sea", "the Protocol, the sea", [13]),
        ("générale 1 , de", "générale, de", [8]),
        ("“the sea”1 of", "“the sea” of", [9]),
        ("the terms¹ of", "the terms of", [9]),
        ("the terms[1] of", "the terms of", [9]),
        ("Members1, who", "Members, who", [7]),
    ],
)
def test_ways_a_call_is_glued_on(written: str, read: str, places: list[int]) -> None:
    text = f"{ENACTING}Recalling {written},\n1. Urges all.\n______\n1 A/80/1.\n"
    assert texts(text)[1] == f"Recalling {read},"
    assert [at for _, at, _ in calls(text)] == [place + len("Recalling ") for place in places]


@pytest.mark.parametrize(
    "written",
    [
        "paragraph 1 of",
        "on 1 May 2006",
        "CO1 and",
        "resolutions 60/1 and 2006/1",
        "some 1,622 books",
        "1.1 million",
    ],
)
def test_numbers_of_the_text_stay(written: str) -> None:
    text = f"{ENACTING}Recalling {written} it,\nNoting the terms1 of it,\n1. Urges all.\n______\n1 A/80/1.\n"
    assert texts(text)[1] == f"Recalling {written} it,"
    assert [paragraph for paragraph, _, _ in calls(text)] == ["p3"]


def test_list_of_paragraphs_calls_no_notes() -> None:
    text = (
        ENACTING
        + "Recalling books1 and maps,2\n1. Urges all, as in paragraphs 1, 2 and 3.\n_____\n1 A.\n2 B.\n"
    )
    assert [paragraph for paragraph, _, _ in calls(text)] == ["p2", "p2"]


def test_adjacent_calls() -> None:
    text = ENACTING + "Recalling books,1, 2 and maps1, 2 of old,\n1. Urges all.\n_____\n1 A.\n2 B.\n"
    assert texts(text)[1] == "Recalling books, and maps of old,"
    assert [label for _, _, label in calls(text)] == ["1", "2", "1", "2"]


def test_note_cited_twice_is_one_note_with_two_marks() -> None:
    text = ENACTING + "Recalling books1 and maps,2\n1. Urges all to read books.1\n_____\n1 A.\n2 B.\n"
    assert calls(text) == [("p2", 15, "1"), ("p2", 25, "2"), ("p3", 24, "1")]


def test_starred_note_in_the_text() -> None:
    text = ENACTING + "Recalling the Court,** and\nthe sea,\n1. Urges all.\n\n* Changes.\n** A, vol. 2.\n"
    assert calls(text) == [("p2", 20, "**")]
    assert texts(text)[1] == "Recalling the Court, and the sea,"


def test_call_whose_note_is_not_there() -> None:
    text = ENACTING + "Recalling the terms1 of it,\n1. Urges all.\n"
    assert (calls(text), codes(text)) == ([("p2", 19, "1")], ["note-missing"])


def test_note_that_nothing_calls() -> None:
    assert codes(ENACTING + "1. Urges all.\n_____\n1 A/80/1.\n") == ["note-uncalled"]


@pytest.mark.parametrize(
    "block",
    [
        "1 Book one.\n2 Book two.\n",
        "1\n2\n25-12345 (E)\nBook one.\nBook two.\n",
        "1\nBook one.\nBook two.\n3\nBook three.\n2\n",
        "[1] Book one.\n[2] Book two.\n",
    ],
)
def test_labels_of_notes_above_below_and_beside_their_words(block: str) -> None:
    notes = read_text(ENACTING + "Recalling a1 and b2 of c,\n1. Urges all.\n_______\n" + block).notes
    assert [(note.label, note.text) for note in notes][:2] == [("1", "Book one."), ("2", "Book two.")]


def test_amendments_are_text() -> None:
    text = "Chad:* amendment to revised draft resolution\nA/C.3/80/L.9/Rev.1\n\nThe sea\n\n"
    text += "1. In operative paragraph 3, delete “all”.\n2. After paragraph 4, insert:\nUrges all to swim;\n"
    read = read_text(text)
    assert (read.proposal, read.title, read.doubts) == ("amendment", "The sea", ())
    assert [(each.kind, each.level, each.label) for each in read.paragraphs] == [
        ("text", 1, "1."), ("text", 1, "2."), ("text", 0, "")
    ]  # fmt: skip


def test_decision_of_one_sentence() -> None:
    text = "Chad: draft decision\nThe sea\nThe General Assembly, noting the wish of Chad, decides to swim.\n"
    assert kinds(text) == [("operative", 1, "")]
    assert codes(text) == []


def test_running_heads_and_page_numbers_go() -> None:
    text = (
        "A/80/L.9\n\nThe sea and all it holds\n"
        + ENACTING
        + "Recalling books and\n\n2/9 25-12345\nA/80/L.9\n"
    )
    text += "The sea and all it holds\n\nmaps of old,\n25-12345 3/9\n\fA/80/L.9\n1. Urges all.\n"
    assert texts(text) == ["The General Assembly,", "Recalling books and maps of old,", "Urges all."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {"empty"}),
        (" \n\t\r\n\u200b", {"empty"}),
        ("<!DOCTYPE html><html><body><p>The sea</p></body></html>", {"web-page"}),
        (ENACTING + "Recalling\x00 it\x07,\n1. Urges all.\n", {"control-characters"}),
        (ENACTING + "Recalling \ud800 it,\n1. Urges all.\n", {"lone-surrogates"}),
        (ENACTING + "Recalling it,\n", {"no-operative"}),
        ("Dear Sir, the rights of the sea and of the sky are on the table.", {"no-operative", "no-enacting"}),
        ("1. Urges all the States of the world to read;\n2. Decides to rest.\n", {"no-enacting"}),
    ],
)  # fmt: skip
def test_odd_texts_are_read_with_a_doubt(text: str, expected: set[str]) -> None:
    assert expected <= set(codes(text))


def test_tags_are_text() -> None:
    text = ENACTING + "Recalling <script>alert(1)</script>,\n1. Urges <b>all</b>.\n"
    assert texts(text)[1:] == ["Recalling <script>alert(1)</script>,", "Urges <b>all</b>."]


def test_what_lies_beyond_the_longest_text_is_kept() -> None:
    read = read_text(ENACTING + "1. Urges all;\n" + "and all\n" * 30_000)
    assert sum(each.text.count("and all") for each in read.paragraphs) == 30_000
    assert [doubt.code for doubt in read.doubts] == ["too-long"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La Asamblea General,\nRecordando sus libros,\n1. Insta a todos;\n2. Decide cantar.\n"),
        ("ru", "Генеральная Ассамблея,\nссылаясь на книги,\n1. призывает всех;\n2. постановляет петь.\n"),
        ("zh", "大会，\n回顾各书，\n1. 敦促各国；\n2. 决定歌唱。\n"),
        ("ar", "إن الجمعية العامة،\nإذ تشير إلى الكتب،\n1. تحث الجميع؛\n2. تقرر الغناء.\n"),
    ],
)
def test_other_languages_of_the_organization(language: str, text: str) -> None:
    read = read_text(text).check()
    assert (read.language, read.doubts) == (language, ())
    assert [(each.kind, each.label) for each in read.paragraphs] == [
        ("enacting", ""), ("preambular", ""), ("operative", "1."), ("operative", "2.")
    ]  # fmt: skip
    assert all(each.italics for each in read.paragraphs)


def test_title_that_ends_in_a_resolutions_number_is_no_part_of_the_sponsor_line() -> None:
    read = read_text("France and Spain: draft resolution\n\nFollow-up to resolution 60/175\n\n" + ENACTING)
    assert (read.title, read.submitted) == ("Follow-up to resolution 60/175", "")


def test_line_that_ends_in_a_bracketed_call_is_no_heading() -> None:
    text = ENACTING + "Recalling the maps of vol. 3\nState-owned seas,[1]\n\n1. Urges all;\n_____\n1 A.\n"
    assert [(each.kind, each.text) for each in read_text(text).paragraphs][1:3] == [
        ("preambular", "Recalling the maps of vol. 3 State-owned seas,"),
        ("operative", "Urges all;"),
    ]
