"""Pages and clipboards in the manner of the programs that people copy from, read by what a person sees."""

from pathlib import Path
from random import Random

import pytest

from drafts.core.document import Doubt, Mark, Note, Paragraph, Resolution
from drafts.core.errors import ReadError
from drafts.formats import read
from drafts.formats.html import read_markup

ENACTING = Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),))
RECALLING = Paragraph(
    "p2", "preambular", "Recalling its maps,", 1, "", (Mark.italic(0, 9), Mark.call(19, "n1"))
)
URGES = Paragraph("p3", "operative", "Urges all:", 1, "1.", (Mark.italic(0, 5),))
READ = Paragraph("p4", "operative", "To read;", 2, "(a)")
DECIDES = Paragraph("p5", "operative", "Decides to rest.", 1, "2.", (Mark.italic(0, 7),))
WHOLE = (ENACTING, RECALLING, URGES, READ, DECIDES)
NOTE = Note("n1", "1", "See A/80/1.")

CLIPBOARDS = sorted((Path(__file__).parent / "clipboards").glob("*.html"))


@pytest.mark.parametrize("clipboard", CLIPBOARDS, ids=lambda path: path.stem)
def test_what_a_program_puts_on_the_clipboard_is_read_as_a_person_sees_it(clipboard: Path) -> None:
    value = read_markup(clipboard.read_text(encoding="utf-8")).resolution.check()
    assert value.paragraphs == WHOLE
    assert value.notes == (NOTE,)


def paragraphs(markup: str) -> list[tuple[str, str, str]]:
    value = read_markup(f"<p>The General Assembly,</p>{markup}").resolution.check()
    return [(each.kind, each.label, each.text) for each in value.paragraphs[1:]]


def test_list_is_numbered_as_a_browser_prints_it() -> None:
    assert paragraphs(
        '<ol start="3"><li>Urges all;<li value="5">Decides:<ol type="a"><li>To read;<li>To write:'
        '<ol style="list-style: lower-roman"><li>Aloud;</ol></ol></ol>'
    ) == [
        ("operative", "3.", "Urges all;"),
        ("operative", "5.", "Decides:"),
        ("operative", "(a)", "To read;"),
        ("operative", "(b)", "To write:"),
        ("operative", "(i)", "Aloud;"),
    ]


def test_bullets_print_no_number() -> None:
    assert paragraphs("<ul><li>Recalling its maps,<li>Noting the sea,</ul>") == [
        ("preambular", "", "Recalling its maps,"),
        ("preambular", "", "Noting the sea,"),
    ]


def test_table_is_read_row_by_row_and_a_layout_as_its_blocks() -> None:
    assert paragraphs("<p>1. Decides:</p><table><tr><td>Maps<td>12<tr><td>Books<td>7</table>") == [
        ("operative", "1.", "Decides:"),
        ("text", "", "Maps\t12"),
        ("text", "", "Books\t7"),
    ]
    laid_out = (
        "<table><tr><td><p>Recalling its maps,</p><p>Noting the sea,</p><p>1. Urges all;</p><td></table>"
    )
    assert paragraphs(laid_out) == [
        ("preambular", "", "Recalling its maps,"),
        ("preambular", "", "Noting the sea,"),
        ("operative", "1.", "Urges all;"),
    ]


@pytest.mark.parametrize(
    ("raised", "text", "calls"),
    [
        ("maps<sup>1</sup>,", "Noting maps,", [11]),
        ("maps<sup>1, 2</sup>,", "Noting maps,", [11, 11]),
        ("maps<sup>[1]</sup>,", "Noting maps,", [11]),
        ("10 km<sup>2</sup> of sea,", "Noting 10 km² of sea,", []),
        ("the 1<sup>st</sup> map,", "Noting the 1st map,", []),
        ("CO<sub>2</sub> in maps,", "Noting CO2 in maps,", []),
    ],
)
def test_raised_numbers_call_notes_and_powers_and_ordinals_do_not(
    raised: str, text: str, calls: list[int]
) -> None:
    value = read_markup(f"<p>The General Assembly,</p><p>Noting {raised}</p>").resolution.check()
    assert value.paragraphs[1].text == text
    assert [mark.start for mark in value.paragraphs[1].calls] == calls


def test_marked_changes_are_taken_as_made_with_a_doubt() -> None:
    value = read_markup(
        "<p>The General Assembly,</p><p>1. Urges <del>some</del><ins>all</ins>;</p><p>2. Decides.</p>"
    ).resolution
    assert value.paragraphs[1].text == "Urges all;"
    assert Doubt("tracked-changes", "2 marked changes were taken as made.") in value.doubts


def test_page_in_another_encoding_says_so_itself() -> None:
    page = '<html><meta charset="windows-1252"><p>L’Assemblée générale,</p>'.encode("windows-1252")
    assert [each.text for each in read(page, "a.htm").paragraphs] == ["L’Assemblée générale,"]


def test_page_without_words_is_an_empty_text() -> None:
    assert read(b"<html><script>1</script></html>", "a.html") == Resolution(
        doubts=(Doubt("empty", "There is no text here."),)
    )


@pytest.mark.parametrize("markup", ["<div>" * 50_000, "<b>" * 50_000 + "x", "<table><tr><td>" * 10_000])
def test_elements_within_each_other_beyond_all_sense_are_refused(markup: str) -> None:
    with pytest.raises(
        ReadError, match="a.html: more than 100 elements stand within each other. Copy the words"
    ):
        read_markup(markup, "a.html")


HOSTILE = {
    "paragraphs": "<p>x" * 20_000,
    "calls": "<p><i>a</i><sup>1</sup>" * 5_000,
    "calls_in_one_block": "<p>a" + "b<sup>1</sup>" * 20_000,
    "links_to_one_place": "<a href=#a>1</a>" * 3_000 + "<div id=a>" + "<a href=#b>1</a>" * 3_000,
    "lists": "<ul><li>a" * 99,
    "tables": "<table><tr><td>a<td>" * 99,
    "items": "<ol>" + "<li>a" * 20_000,
    "brackets": "<" * 100_000,
    "styles": "<p style='" + "font-style:" * 20_000 + "'>a",
    "raised_digits": "<p>a<sup>" + "1, " * 50_000 + "x</sup>",
    "one_line": "<p>The General Assembly, " + "word " * 100_000,
}


@pytest.mark.parametrize("markup", HOSTILE.values(), ids=HOSTILE)
def test_hostile_page_is_read_into_a_sound_resolution(markup: str) -> None:
    read_markup(markup).resolution.check()


@pytest.mark.parametrize("clipboard", CLIPBOARDS, ids=lambda path: path.stem)
def test_damaged_clipboard_is_read_into_a_sound_resolution(clipboard: Path) -> None:
    random, markup = Random(3), clipboard.read_text(encoding="utf-8")
    for _ in range(40):
        at, to = sorted(random.randrange(len(markup)) for _ in range(2))
        read_markup(markup[:at] + markup[to : to + random.randrange(400)] + markup[at:]).resolution.check()
