"""Tracked changes, all accepted or all rejected."""

import pytest

from drafts.formats.docx.content import read_document
from drafts.formats.docx.package import open_package
from drafts.formats.docx.tracked import Hand
from tests.word_files import called, deleted, docx, field, ins, levels, lists, note, p, r


def sides(*paragraphs: str, **parts: str) -> tuple[list[str], list[str]]:
    """What is read with all changes rejected, and accepted; a number and a space before what has one."""
    document = read_document(open_package(docx(*paragraphs, **parts), "a.docx"))
    old, new = (document.content(side).blocks for side in ("rejected", "accepted"))
    return _shown(old), _shown(new)


def _shown(blocks) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in blocks]


MARK = {kind: ins(kind=kind) for kind in ("ins", "del", "moveFrom", "moveTo")}


@pytest.mark.parametrize(
    ("runs", "old", "new"),
    [
        ([r("a"), ins(r("b")), r("c")], "ac", "abc"),
        ([r("a"), deleted("b"), r("c")], "abc", "ac"),
        ([ins(deleted("x"), r("y")), r("z")], "z", "yz"),
        ([ins(r("a"), kind="moveTo"), r("b"), ins(r("c"), kind="moveFrom")], "bc", "ab"),
        ([ins(ins(r("a")), deleted("b"), kind="moveFrom"), r("c")], "bc", "c"),
        ([f"<w:hyperlink>{ins(r('a'))}{deleted('b')}</w:hyperlink>"], "b", "a"),
        ([r("a"), ins(field("REF x", r("b")))], "a", "ab"),
        ([r("a"), deleted("b").replace("delText", "delInstrText"), r("c")], "ac", "ac"),
    ],
)
def test_runs(runs: list[str], old: str, new: str) -> None:
    assert sides(p(*runs)) == ([old], [new])


def test_inserted_paragraph() -> None:
    assert sides(p(r("a")), p(ins(r("b")), mark=MARK["ins"]), p(r("c"))) == (["a", "c"], ["a", "b", "c"])


def test_deleted_paragraph() -> None:
    assert sides(p(r("a")), p(deleted("b"), mark=MARK["del"]), p(r("c"))) == (["a", "b", "c"], ["a", "c"])


def test_split_paragraph() -> None:
    assert sides(p(r("a"), mark=MARK["ins"]), p(r("b"))) == (["ab"], ["a", "b"])


def test_joined_paragraphs() -> None:
    both = (p(r("a"), mark=MARK["del"]), p(r("b"), mark=MARK["del"]), p(r("c")))
    assert sides(*both) == (["a", "b", "c"], ["abc"])


def test_many_paragraphs_joined_in_a_row_are_one_in_their_order() -> None:
    """Each is taken into the first as it comes; from the other end all words would move again and again."""
    parts = [p(r(f"{at} "), mark=MARK["del"]) for at in range(3_000)]
    assert sides(*parts, p(r("end")))[1] == [" ".join(map(str, range(3_000))) + " end"]


def test_marks_between_paragraphs_do_not_part_them() -> None:
    between = "<w:bookmarkEnd w:id='1'/><w:moveToRangeEnd w:id='2'/>"
    assert sides(p(r("a"), mark=MARK["del"]), between, p(r("b"))) == (["a", "b"], ["ab"])


def test_moved_paragraph_stands_on_each_side_once() -> None:
    moved = [
        p(ins(r("a"), kind="moveTo"), mark=MARK["moveTo"]),
        p(r("b")),
        p(ins(r("a"), kind="moveFrom"), mark=MARK["moveFrom"]),
        p(r("c")),
    ]
    assert sides(*moved) == (["b", "a", "c"], ["a", "b", "c"])


def test_last_paragraph_goes_with_its_words_even_if_none_follows() -> None:
    assert sides(p(r("a")), p(ins(r("b")), mark=MARK["ins"])) == (["a"], ["a", "b"])


def test_mark_before_a_table_cannot_go_but_an_empty_paragraph_can() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('x'))}</w:tc></w:tr></w:tbl>"
    assert sides(p(r("a"), mark=MARK["del"]), table) == (["a", "x"], ["a", "x"])
    assert sides(p(deleted("a"), mark=MARK["del"]), table) == (["a", "x"], ["x"])


def test_rows_and_cells() -> None:
    def row(*cells: str, tracked: str = "") -> str:
        return f"<w:tr><w:trPr>{tracked}</w:trPr>{''.join(cells)}</w:tr>"

    def cell(text: str, tracked: str = "") -> str:
        return f"<w:tc><w:tcPr>{tracked}</w:tcPr>{p(r(text))}</w:tc>"

    table = "<w:tbl>{}</w:tbl>".format
    rows = row(cell("a")) + row(cell("b"), tracked=MARK["ins"]) + row(cell("c"), tracked=MARK["del"])
    assert sides(table(rows)) == (["a", "c"], ["a", "b"])
    cells = row(cell("a"), cell("b", ins(kind="cellIns")), cell("c", ins(kind="cellDel")), cell("d"))
    assert sides(table(cells)) == (["a\tc\td"], ["a\tb\td"])
    assert sides(table(row(cell("a"), tracked=MARK["ins"])), p(r("z"))) == (["z"], ["a", "z"])


def test_properties_come_back_as_they_were() -> None:
    look = ins("<w:rPr><w:i/></w:rPr>", kind="rPrChange")
    style = ins("<w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>", kind="pPrChange")
    document = read_document(
        open_package(docx(p(r("a", look), more=style), numbering=levels("%1.") + lists("1:1")), "a.docx")
    )
    old, new = (document.content(side).blocks[0] for side in ("rejected", "accepted"))
    assert (old.label, len(old.marks)) == ("1.", 1)
    assert (new.label, len(new.marks)) == ("", 0)


def test_number_that_somebody_gave_and_numbers_count_on_each_side() -> None:
    given = f"<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/>{MARK['ins']}</w:numPr>"
    read = sides(
        p(r("a"), more=given), p(ins(r("b")), number=(1, 0), mark=MARK["ins"]), p(r("c"), number=(1, 0)),
        numbering=levels("%1.") + lists("1:1"),
    )  # fmt: skip
    assert read == (["a", "1. c"], ["1. a", "2. b", "3. c"])


def test_joined_paragraphs_look_like_the_first_that_has_words() -> None:
    parts = {"numbering": levels("%1.") + lists("1:1")}
    first = (p(r("a"), number=(1, 0), mark=MARK["del"]), p(r("b")))
    second = (p(deleted("a"), mark=MARK["del"]), p(r("b"), number=(1, 0)))
    assert sides(*first, **parts) == (["1. a", "b"], ["1. ab"])
    assert sides(*second, **parts) == (["a", "1. b"], ["1. b"])


def test_notes_are_settled_with_the_text_and_go_with_their_calls() -> None:
    document = read_document(
        open_package(
            docx(
                p(r("a"), ins(called(2)), called(3)),
                footnotes=note(2, r("New.")) + note(3, deleted("Old"), ins(r("Other")), r(".")),
            ),
            "a.docx",
        )
    )
    notes = {
        side: [(each.label, each.text) for each in document.content(side).notes]
        for side in ("rejected", "accepted")
    }
    assert notes == {"rejected": [("1", "Old.")], "accepted": [("1", "New."), ("2", "Other.")]}


def test_field_cut_by_a_deletion_loses_no_words() -> None:
    begin, rest = field("REF x", r("b")).split("</w:r>", 1)
    cut = ins(f"{begin}</w:r>", kind="del") + rest
    assert sides(p(r("a"), cut, r("c"))) == (["abc"], ["abc"])


def test_hands_are_told_with_their_first_and_last_change() -> None:
    file = docx(
        p(
            ins(r("a"), by="Ana", at="2026-03-01T00:00:00Z"),
            deleted("b", by="Ben", at="2026-02-01T00:00:00Z"),
        ),
        p(r("c"), mark=ins(by="Ana", at="2026-01-01T00:00:00Z")),
        p(ins(called(2), by="Ben", at="")),
        footnotes=note(2, ins(r("N"), by="", at="")),
    )
    assert read_document(open_package(file, "a.docx")).hands == (
        Hand("Ana", 2, "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"),
        Hand("Ben", 2, "2026-02-01T00:00:00Z", "2026-02-01T00:00:00Z"),
        Hand("", 1),
    )
    assert read_document(open_package(docx(p(r("a"))), "a.docx")).hands == ()
