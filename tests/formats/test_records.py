"""A comparison as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings

from drafts.core import compare
from drafts.core.options import Options
from drafts.formats import read, write
from tests.builders import op, resolution
from tests.strategies import resolutions
from tests.texts import NEW, OLD


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_each_change_is_one_line() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    assert table(write(compare(old, new), "csv", old=old, new=new)) == [
        ["Paragraph", "Change", "Old paragraph", "New paragraph", "Old text", "New text",
         "Text with marks", "What changed"],
        ["What it calls itself", "edited", "", "", "draft resolution", "revised draft resolution", "",
         ""],
        ["Sponsor", "joined", "", "", "", "Benin", "{+Benin+}", ""],
        ["PP 1", "moved", "PP 2", "PP 1", text := "Bearing in mind the needs of developing countries,", text,
         "", ""],
        ["OP 1", "edited", "OP 1", "OP 1", "Takes note of the report of the Secretary-General;",
         "Takes note with appreciation of the report of the Secretary-General;",
         "Takes note {+with appreciation +}of the report of the Secretary-General;",
         "opening words: Takes note → Takes note with appreciation"],
        ["OP 2", "added", "", "OP 2", "", "Decides to establish a register of requests for assistance;",
         "{+Decides to establish a register of requests for assistance;+}", ""],
    ]  # fmt: skip


def test_everything_shows_what_stayed_as_well() -> None:
    old, new = read(OLD.encode(), "-"), read(NEW.encode(), "-")
    lines = table(write(compare(old, new), "csv", old=old, new=new, options=Options("all")))
    assert ["OP 3", "unchanged", "OP 2", "OP 3"] in [line[:4] for line in lines]


def test_words_that_look_like_a_formula_are_words() -> None:
    old, new = resolution(op("=1+1;", "a")), resolution(op("=1+2;", "a"))
    cells = [cell for line in table(write(compare(old, new), "csv", old=old, new=new)) for cell in line]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert "'=1+2;" in cells


def test_identical_texts_give_a_table_of_heads() -> None:
    text = read(OLD.encode(), "-")
    assert len(table(write(compare(text, text), "csv", old=text, new=text))) == 1


def test_text_is_a_table_of_its_paragraphs() -> None:
    lines = table(write(read(OLD.encode(), "-"), "csv"))
    assert lines[0] == ["Paragraph", "Kind", "Level", "Number", "Text"]
    assert lines[4] == ["OP 1", "operative", "1", "1.", "Takes note of the report of the Secretary-General;"]


@settings(max_examples=40, deadline=None)
@given(resolutions(), resolutions())
def test_any_comparison_gives_lines_of_one_length(old, new) -> None:  # type: ignore[no-untyped-def]
    lines = table(write(compare(old, new), "csv", old=old, new=new, options=Options("all", labels="fr")))
    assert {len(line) for line in lines} == {8}
