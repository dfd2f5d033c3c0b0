"""English lines that another language can say too."""

from __future__ import annotations

import pickle

from drafts.core.worded import counted, worded


def test_a_line_is_english_and_knows_what_it_was_made_of() -> None:
    line = worded("{name} is called nowhere.", name="Note 3")
    assert (line, line.one, line.values) == (
        "Note 3 is called nowhere.",
        "{name} is called nowhere.",
        {"name": "Note 3"},
    )


def test_one_and_many_are_told_apart() -> None:
    assert [counted("{n} note", "{n} notes", n) for n in (0, 1, 2)] == ["0 notes", "1 note", "2 notes"]


def test_a_line_comes_back_from_another_process_as_it_was() -> None:
    line = counted("{n} note in {where}", "{n} notes in {where}", 2, where=worded("the annex"))
    again = pickle.loads(pickle.dumps(line))  # noqa: S301 - made here
    assert (again, again.values) == (line, line.values)


def test_braces_in_a_line_without_values_are_letters() -> None:
    assert worded("{") == "{"
