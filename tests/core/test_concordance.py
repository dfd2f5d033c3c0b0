from itertools import pairwise

from drafts.core import compare
from drafts.core.concordance import Line, Origin, concordance, origins
from drafts.core.document import Resolution
from tests.builders import op, resolution

WATER = "Urges all riparian States to publish the levels of their rivers within the hour;"
TRADE = "Invites regional banks to lend at low interest to the makers of instruments;"
SCHOOL = "Encourages schools to teach their pupils what the signals of a station mean;"
LAST = "Decides to remain seized of the matter."


def version(letter: str, *paragraphs: str) -> Resolution:
    return resolution(*(op(each, f"{letter}{place}") for place, each in enumerate(paragraphs, 1)))


def chain(*versions: Resolution) -> tuple[tuple[Resolution, ...], list]:
    return versions, [compare(old, new) for old, new in pairwise(versions)]


def test_a_line_follows_a_paragraph_through_all_versions() -> None:
    lines = concordance(
        *chain(version("a", WATER, TRADE, LAST), version("b", TRADE, LAST), version("c", SCHOOL, TRADE, LAST))
    )
    assert lines == (
        Line((("a1",), (), ())),
        Line(((), (), ("c1",))),
        Line((("a2",), ("b1",), ("c2",))),
        Line((("a3",), ("b2",), ("c3",))),
    )
    assert [(line.came_in, line.went) for line in lines] == [(0, 1), (2, None), (0, None), (0, None)]


def test_parts_share_a_line_and_merged_paragraphs_keep_one_each() -> None:
    whole = "Urges States to publish the levels of their rivers, and to train observers for every station;"
    parts = (
        "Urges States to publish the levels of their rivers;",
        "Urges them to train observers for every station;",
    )
    lines = concordance(*chain(version("a", whole, LAST), version("b", *parts, LAST)))
    assert lines[0] == Line((("a1",), ("b1", "b2")))
    lines = concordance(*chain(version("a", *parts, LAST), version("b", whole, LAST)))
    assert lines[:2] == (Line((("a1",), ("b1",))), Line((("a2",), ("b1",))))


def test_a_move_is_noted_with_its_version() -> None:
    lines = concordance(
        *chain(version("a", WATER, TRADE, SCHOOL, LAST), version("b", TRADE, SCHOOL, WATER, LAST))
    )
    assert [line.moved for line in lines] == [(), (), (1,), ()]


def test_each_phrase_is_told_with_the_version_that_brought_it_in() -> None:
    second = WATER.replace("within the hour", "within the day")
    third = second.replace("publish", "publish freely")
    told = origins(*chain(version("a", WATER), version("b", second), version("c", third)))
    assert told == {
        "c1": (
            Origin("Urges all riparian States to publish ", 0),
            Origin("freely ", 2),
            Origin("the levels of their rivers within the ", 0),
            Origin("day", 1),
            Origin(";", 0),
        )
    }


def test_origins_restore_the_latest_text_across_a_split_and_a_merge() -> None:
    whole = "Urges States to publish the levels of their rivers, and to train observers for every station;"
    parts = (
        "Urges States to publish the levels of their rivers;",
        "Urges them to train observers for every station;",
    )
    for versions in ((whole,), parts), (parts, (whole,)):
        last = version("b", *versions[1])
        told = origins(*chain(version("a", *versions[0]), last))
        assert {id: "".join(text for text, _ in stretches) for id, stretches in told.items()} == {
            each.id: each.text for each in last.paragraphs
        }


def test_no_versions_no_lines() -> None:
    assert (concordance((), ()), origins((), ())) == ((), {})
