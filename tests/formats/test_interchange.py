"""JSON both ways, to the letter of the contract, and every way to get it wrong told with its place."""

import copy
import json

import pytest
from hypothesis import given, settings

from drafts.core.comparison import (
    Change,
    Comparison,
    MarkChange,
    NoteChange,
    Segment,
    Side,
    SponsorChanges,
)
from drafts.core.document import Doubt, Mark, Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.core.errors import ReadError
from drafts.formats.interchange import dump, from_json, load, to_json
from tests.strategies import comparisons, resolutions

RESOLUTION = Resolution(
    paragraphs=(
        Paragraph("p1", "enacting", "L’Assemblée générale,", 0),
        Paragraph(
            "p2", "preambular", "Rappelant sa résolution,", 1, "", (Mark.italic(0, 9), Mark.call(23, "n1"))
        ),
        Paragraph("p3", "operative", "Prend note.", 1, "1."),
    ),
    notes=(Note("n1", "1", "Résolution 55/25."),),
    title="Renforcement",
    sponsors=(Sponsor("Andorre", "AD"), Sponsor("Groupe des États")),
    proposal="revised draft",
    language="fr",
    symbol="A/C.3/61/L.8/Rev.1",
    masthead=Masthead(session="Soixante et unième session"),
    doubts=(Doubt("note-mark", "60/1756 read as 60/175 and note 6", "p3", 10, 7.2),),
)
RESOLUTION_JSON = {
    "format": "resolution/1",
    "language": "fr",
    "symbol": "A/C.3/61/L.8/Rev.1",
    "lineage": None,
    "masthead": {
        "organ": None,
        "session": "Soixante et unième session",
        "committee": None,
        "agenda_item": None,
        "date": None,
        "distribution": None,
        "original": None,
    },
    "proposal": "revised draft",
    "submitted": None,
    "sponsors": [{"name": "Andorre", "code": "AD"}, {"name": "Groupe des États", "code": None}],
    "title": "Renforcement",
    "paragraphs": [
        {
            "id": "p1",
            "kind": "enacting",
            "level": 0,
            "label": "",
            "text": "L’Assemblée générale,",
            "marks": [],
        },
        {
            "id": "p2",
            "kind": "preambular",
            "level": 1,
            "label": "",
            "text": "Rappelant sa résolution,",
            "marks": [{"type": "italic", "start": 0, "end": 9}, {"type": "note", "at": 23, "note": "n1"}],
        },
        {"id": "p3", "kind": "operative", "level": 1, "label": "1.", "text": "Prend note.", "marks": []},
    ],
    "notes": [{"id": "n1", "label": "1", "text": "Résolution 55/25.", "marks": []}],
    "doubts": [
        {
            "at": {"paragraph": "p3", "offset": 10},
            "code": "note-mark",
            "text": "60/1756 read as 60/175 and note 6",
            "margin": 7.2,
        }
    ],
}
COMPARISON = Comparison(
    old=Side("A/C.3/61/L.8", "fr"),
    new=Side("", "fr"),
    changes=(
        Change(
            "edited",
            ("p9",),
            ("p10",),
            (
                Segment("equal", "Prend note "),
                Segment("delete", "avec satisfaction "),
                Segment("equal", "du rapport"),
            ),
            ("1.",),
            ("2.",),
            renumbered=True,
            marks=(MarkChange("added", "italic", 0, 10), MarkChange("removed", "note", 29, 29, "n1")),
            confidence=0.97,
            why="opening words agree",
        ),
    ),
    title=(Segment("equal", "Renforcement"),),
    sponsors=SponsorChanges(("Bénin",), (), ("Andorre",)),
    notes=(NoteChange("removed", "n1", "", (Segment("delete", "Résolution 55/25."),)),),
)
COMPARISON_JSON = {
    "format": "comparison/1",
    "old": {"symbol": "A/C.3/61/L.8", "language": "fr"},
    "new": {"symbol": None, "language": "fr"},
    "summary": {
        "unchanged": 0,
        "edited": 1,
        "added": 0,
        "removed": 0,
        "moved": 0,
        "split": 0,
        "merged": 0,
        "renumbered": 1,
        "sponsors_joined": 1,
        "sponsors_withdrawn": 0,
        "notes_added": 0,
        "notes_removed": 1,
        "notes_edited": 0,
    },
    "title": {"segments": [["equal", "Renforcement"]]},
    "changes": [
        {
            "kind": "edited",
            "moved": False,
            "renumbered": True,
            "retyped": False,
            "old": ["p9"],
            "new": ["p10"],
            "old_labels": ["1."],
            "new_labels": ["2."],
            "segments": [["equal", "Prend note "], ["delete", "avec satisfaction "], ["equal", "du rapport"]],
            "marks": [
                {"change": "added", "type": "italic", "start": 0, "end": 10},
                {"change": "removed", "type": "note", "at": 29, "note": "n1"},
            ],
            "confidence": 0.97,
            "why": "opening words agree",
        }
    ],
    "sponsors": {"joined": ["Bénin"], "withdrawn": [], "kept": ["Andorre"]},
    "notes": [{"kind": "removed", "old": "n1", "new": None, "segments": [["delete", "Résolution 55/25."]]}],
}
VALUES = [(RESOLUTION, RESOLUTION_JSON), (COMPARISON, COMPARISON_JSON)]
MISSING = object()


def ordered(value):
    """The JSON with its order of fields, which == alone would not see."""
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_value_is_written_as_the_contract_says_in_its_order(value, written):
    assert ordered(to_json(value)) == ordered(written)


@pytest.mark.parametrize(("value", "written"), VALUES)
def test_contract_is_read_back_as_the_same_value(value, written):
    assert from_json(written) == value


def test_what_goes_beyond_the_contract_stands_there_only_when_it_says_something():
    change = Change("added", (), ("p1",), (Segment("insert", "x"),), named=("a resolution cited: 60/195",))
    note = NoteChange("unchanged", "n1", "n2", (Segment("equal", "x"),), reanchored=True)
    value = Comparison(Side(), Side(), (change,), notes=(note,), warnings=("two languages",))
    written = to_json(value)
    assert written["changes"][0]["named"] == ["a resolution cited: 60/195"]
    assert written["notes"][0]["reanchored"] is True
    assert written["warnings"] == ["two languages"]
    assert from_json(written) == value


@given(resolutions())
@settings(max_examples=50)
def test_any_resolution_survives_a_file(value):
    assert load(dump(value), "any.json") == value


@given(comparisons())
@settings(max_examples=50)
def test_any_comparison_survives_a_file(value):
    assert load(dump(value), "any.json") == value


def test_absent_optional_fields_are_read_as_empty():
    least = {
        "format": "resolution/1",
        "language": None,
        "symbol": None,
        "sponsors": [],
        "title": "",
        "notes": [],
    }
    assert from_json({**least, "paragraphs": []}) == Resolution()


def test_marks_in_another_order_are_put_in_order_of_place():
    turned = copy.deepcopy(RESOLUTION_JSON)
    turned["paragraphs"][1]["marks"].reverse()
    assert from_json(turned) == RESOLUTION


def put(value, path, new):
    """A copy of the JSON with another value, or none, at one place."""
    changed = copy.deepcopy(value)
    *way, last = path
    target = changed
    for step in way:
        target = target[step]
    if new is MISSING:
        del target[last]
    else:
        target[last] = new
    return changed


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (["format"], MISSING, "the field 'format' is missing."),
        (
            ["format"],
            "resolution/2",
            "format: is 'resolution/2', made by a newer program; this one reads resolution/1",
        ),
        (["format"], "essay/1", "format: is 'essay/1'; what can be read is resolution/1 or comparison/1."),
        (["paragraphs"], MISSING, "the field 'paragraphs' is missing."),
        (["paragraphs"], {}, "paragraphs: is an object, and must be a list."),
        (["paragraphs", 0], 7, "paragraphs[0]: is 7, and must be an object."),
        (["paragraphs", 1, "id"], "p1", "paragraphs[1].id: 'p1' stands here for the second time."),
        (["paragraphs", 1, "id"], [], "paragraphs[1].id: is a list, and must be a text."),
        (["paragraphs", 1, "id"], "", "paragraphs[1].id: must not be empty."),
        (["paragraphs", 1, "kind"], "verse", "paragraphs[1].kind: is 'verse', and must be one of enacting, "),
        (["paragraphs", 1, "level"], True, "paragraphs[1].level: is True, and must be a whole number."),
        (["paragraphs", 1, "level"], 5, "paragraphs[1].level: is 5, and must be 0 to 4."),
        (["paragraphs", 1, "text"], None, "paragraphs[1].text: is null, and must be a text."),
        (["paragraphs", 1, "text"], "a\ud800", "paragraphs[1].text: the character U+D800 stands in it at 1"),
        (
            ["paragraphs", 1, "marks", 0, "start"],
            -1,
            "paragraphs[1].marks[0].start: is -1, and must be 0 to 24.",
        ),
        (["paragraphs", 1, "marks", 0, "end"], 25, "paragraphs[1].marks[0].end: is 25, and must be 0 to 24."),
        (
            ["paragraphs", 1, "marks", 0, "end"],
            MISSING,
            "paragraphs[1].marks[0]: the field 'end' is missing.",
        ),
        (["paragraphs", 1, "marks", 1, "note"], "n9", "paragraphs[1].marks[1].note: there is no note 'n9'."),
        (["notes"], [], "paragraphs[1].marks[1].note: there is no note 'n1'."),
        (["proposal"], "ode", "proposal: is 'ode', and must be one of draft, revised draft"),
        (["sponsors", 0, "name"], MISSING, "sponsors[0]: the field 'name' is missing."),
        (["masthead", "organ"], 1, "masthead.organ: is 1, and must be a text."),
        (["doubts", 0, "margin"], float("inf"), "doubts[0].margin: is inf, and must be a number."),
    ],
)
def test_fault_in_a_resolution_is_told_with_its_place(path, new, message):
    with pytest.raises(ReadError) as caught:
        from_json(put(RESOLUTION_JSON, path, new), "draft.json")
    assert str(caught.value).startswith(
        f"draft.json, {message}" if "is missing" not in message else "draft.json"
    )
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (["changes", 0, "kind"], "mended", "changes[0].kind: is 'mended', and must be one of unchanged, "),
        (["changes", 0, "kind"], "added", "changes[0]: is added, with 1 old and 1 new paragraphs."),
        (
            ["changes", 0, "segments", 1],
            ["delete"],
            "changes[0].segments[1]: has 1 member, and must have two",
        ),
        (
            ["changes", 0, "segments", 1, 0],
            "erase",
            "changes[0].segments[1][0]: is 'erase', and must be one of",
        ),
        (["changes", 0, "marks", 0, "end"], 22, "changes[0].marks[0].end: is 22, and must be 0 to 21."),
        (["changes", 0, "moved"], 1, "changes[0].moved: is 1, and must be true or false."),
        (["summary", "edited"], 2, "summary.edited: is 2, but the changes listed make it 1."),
        (["old"], MISSING, "the field 'old' is missing."),
    ],
)
def test_fault_in_a_comparison_is_told_with_its_place(path, new, message):
    with pytest.raises(ReadError) as caught:
        from_json(put(COMPARISON_JSON, path, new), "report.json")
    assert str(caught.value).startswith("report.json")
    assert message in str(caught.value)


def test_paragraph_in_two_changes_is_refused():
    twice = put(COMPARISON_JSON, ["changes"], COMPARISON_JSON["changes"] * 2)
    with pytest.raises(ReadError, match=r"changes\[1\].old\[0\]: 'p9' stands here for the second time"):
        from_json(twice)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "line 1, column 1: this is not JSON"),
        (b'{"format": ', "line 1, column 12: this is not JSON"),
        (b'{"\xff', "this is not JSON that can be read"),
        (b"[" * 100_000, "this is not JSON that can be read"),
        (b"1" * 5_000, "this is not JSON that can be read"),
        (b'{"a": 1, "a": 2}', "the field 'a' stands twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b"[]", "is a list, and must be an object."),
    ],
)
def test_file_that_is_not_ours_is_refused_in_one_line(data, message):
    with pytest.raises(ReadError) as caught:
        load(data, "some.json")
    assert str(caught.value).startswith("some.json")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
