"""What a report shows under each option; the words are those of the language asked for."""

from __future__ import annotations

import pytest

from drafts.core import compare
from drafts.core.comparison import Segment
from drafts.core.errors import ReportError
from drafts.core.layout import Departure, Entry, Fold, Layout, lay_out
from drafts.core.options import Cover, Covered, Options
from drafts.core.report import Report
from tests.builders import op, pp, resolution

OLD = resolution(
    pp("Recalling its resolution 60/175 of 16 December 2005,", "a"),
    pp("Bearing in mind the needs of developing countries,", "b"),
    pp("Noting the report of the Secretary-General,", "c"),
    op("Invites Member States to contribute to the trust fund;", "d"),
    op("Decides to return to the matter at its next session.", "e"),
    sponsors=("Andorra", "Italy"),
    title="Crime prevention",
    symbol="L.8",
)
NEW = resolution(
    pp("Recalling its resolution 60/175 of 16 December 2005,", "a"),
    pp("Bearing in mind the needs of developing countries,", "b"),
    pp("Noting the report of the Secretary-General,", "c"),
    op("Thanks the Office for its work in all regions;", "x"),
    op("Invites Member States to contribute to the trust fund;", "d"),
    op("Decides to return to the matter at its next session.", "e"),
    sponsors=("Andorra", "Benin", "Italy"),
    title="Crime prevention",
    symbol="L.8/Rev.1",
)


def laid(**options: object) -> Layout:
    return lay_out(Report.of(compare(OLD, NEW), OLD, NEW), Options(**options))  # type: ignore[arg-type]


def shape(layout: Layout) -> list[str]:
    return [part.row.name if isinstance(part, Entry) else part.says for part in layout.parts]


def test_all_shows_every_paragraph() -> None:
    assert shape(laid()) == ["PP 1", "PP 2", "PP 3", "OP 1", "OP 2", "OP 3"]


def test_context_shows_paragraphs_around_a_change_and_folds_the_rest() -> None:
    assert shape(laid(show="context", context=2)) == [
        "1 unchanged paragraph, PP 1", "PP 2", "PP 3", "OP 1", "OP 2", "OP 3",
    ]  # fmt: skip
    assert shape(laid(show="context")) == [
        "2 unchanged paragraphs, PP 1 to PP 2", "PP 3", "OP 1", "OP 2", "1 unchanged paragraph, OP 3",
    ]  # fmt: skip


def test_changes_show_nothing_that_stayed() -> None:
    layout = laid(show="changes")
    assert [type(part) for part in layout.parts] == [Fold, Entry, Fold]
    assert [entry.row.name for entry in layout.entries] == ["OP 1"]
    assert layout.sponsors == (Segment("insert", "Benin"),)
    assert layout.heading == ()
    assert layout.renumbered == ("OP 2 (was OP 1)", "OP 3 (was OP 2)")


def test_summary_names_changes_without_their_words() -> None:
    layout = laid(show="summary")
    assert [(entry.tag, entry.place, entry.row.runs) for entry in layout.entries] == [("added", "OP 1", ())]


def test_table_has_every_paragraph_unless_a_context_is_chosen() -> None:
    assert len(laid(show="table").parts) == 6
    assert shape(laid(show="table", context=0)) == shape(laid(show="changes"))


def test_sponsors_and_notes_left_out_are_not_counted_either() -> None:
    assert laid().counts == ("Paragraphs: 1 added, 2 renumbered, 5 unchanged", "1 sponsor joined")
    assert laid(sponsors=False).counts == ("Paragraphs: 1 added, 2 renumbered, 5 unchanged",)
    assert laid(sponsors=False).sponsors == ()


def test_paragraphs_are_called_as_the_language_of_the_report_calls_them() -> None:
    layout = laid(labels="fr", show="changes")
    assert shape(layout) == [
        "3 paragraphes inchangés, de al. 1 du préambule à al. 3 du préambule",
        "par. 1",
        "2 paragraphes inchangés, de par. 2 à par. 3",
    ]
    assert layout.title == "Ce qui a changé de L.8 à L.8/Rev.1"


def test_moved_paragraph_leaves_a_line_where_it_stood() -> None:
    new = resolution(*(OLD.paragraphs[at] for at in (1, 2, 0, 3, 4)))
    layout = lay_out(Report.of(compare(OLD, new), OLD, new), Options())
    assert Departure in {type(part) for part in layout.parts}
    assert "PP 1 stood here and is now PP 3" in shape(layout)


def test_cover_sheet_names_both_texts_and_what_made_it() -> None:
    cover = Cover(
        Covered("L.8", "Crime prevention", "13 October 2026", "l8.pdf", "ab", "cd"),
        Covered("L.8/Rev.1", "Crime prevention", "9 November 2026", "", "", "ef"),
        "Rapporteur 0.1.0",
        "2026-11-25T02:30:00Z",
    )
    sheet = laid(cover=cover).cover
    assert sheet is not None
    assert sheet.compared == (
        ("Symbol", "L.8", "L.8/Rev.1"),
        ("Title", "Crime prevention", "Crime prevention"),
        ("Date", "13 October 2026", "9 November 2026"),
        ("File", "l8.pdf", ""),
    )
    assert sheet.digests == (
        ("SHA-256 of the file", "Old", "ab"),
        ("SHA-256 of the text", "Old", "cd"),
        ("SHA-256 of the text", "New", "ef"),
    )
    assert sheet.made == (("Compared by", "Rapporteur 0.1.0"), ("Made", "2026-11-25 at 02:30 UTC"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"show": "everything"}, "they show all, context, changes, table, summary"),
        ({"context": -1}, "0 to 99 paragraphs, not -1"),
        ({"labels": "tlh"}, "No report speaks 'tlh'"),
    ],
)
def test_option_that_is_none_is_refused(options: dict[str, object], told: str) -> None:
    with pytest.raises(ReportError, match=told):
        Options(**options)  # type: ignore[arg-type]
