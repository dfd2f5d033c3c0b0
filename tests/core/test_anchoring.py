"""A discussion goes with its words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drafts.core import compare
from drafts.core.anchoring import Anchor, carried
from drafts.core.document import Paragraph, Resolution
from tests.builders import op, pp, resolution

RECALLS = "Recalling its resolution 60/175 of 16 December 2005,"
INVITES = "Invites Member States to contribute to the trust fund for technical assistance;"
REQUESTS = "Requests the Secretary-General to report to it at its next session."
LONG = (
    "Invites Member States to contribute to the trust fund for technical assistance, and requests the Office "
    "to publish each year a list of those that have contributed, with the purpose of each contribution;"
)


def text(*paragraphs: Paragraph) -> Resolution:
    return resolution(*paragraphs)


def gone_to(old: Resolution, quote: str, *later: Resolution, whole: bool = False) -> tuple[str, str, str]:
    """The fate of the words of ``quote``, what they are in the last text, and how its paragraph begins."""
    home = next(each for each in old.paragraphs if quote in each.text)
    at = home.text.index(quote)
    anchor = Anchor(home.id) if whole else Anchor(home.id, at, at + len(quote))
    texts = [old, *later]
    comparisons = [compare(one, two) for one, two in pairwise(texts)]
    found = carried(anchor, quote, texts, comparisons)
    there = texts[-1].by_id.get(found.paragraph)
    return found.fate, there.text[found.start : found.end] if there else "", there.text[:8] if there else ""


OLD = text(pp(RECALLS), op(INVITES), op(REQUESTS))


def test_it_stays_with_a_paragraph_that_moved() -> None:
    new = text(pp(RECALLS), op(REQUESTS.replace(".", ";")), op(INVITES.replace(";", ".")))
    assert gone_to(OLD, "the trust fund", new) == ("kept", "the trust fund", "Invites ")


def test_it_tells_that_its_words_were_changed() -> None:
    new = text(pp(RECALLS), op(INVITES.replace("trust fund", "voluntary trust fund")), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", new) == ("changed", "the voluntary trust fund", "Invites ")
    other = text(pp(RECALLS), op(INVITES.replace("Invites", "Urges")), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", other) == ("kept", "the trust fund", "Urges Me")


def test_it_goes_with_its_words_into_the_part_of_a_split_paragraph_that_has_them() -> None:
    old = text(pp(RECALLS), op(LONG), op(REQUESTS))
    first, second = LONG.split(", and requests")
    new = text(pp(RECALLS), op(first + ";"), op("Requests" + second), op(REQUESTS))
    assert gone_to(old, "those that have contributed", new) == (
        "kept",
        "those that have contributed",
        "Requests",
    )
    assert gone_to(old, "the trust fund", new) == ("kept", "the trust fund", "Invites ")


def test_it_goes_with_its_words_into_a_merged_paragraph() -> None:
    old = text(pp(RECALLS), op(INVITES), op(LONG[81:].replace("and requests", "Requests")), op(REQUESTS))
    new = text(pp(RECALLS), op(LONG), op(REQUESTS))
    fate, words, _ = gone_to(old, "those that have contributed", new)
    assert (fate, words) == ("kept", "those that have contributed")


def test_words_that_are_gone_are_said_to_be_where_they_stood() -> None:
    new = text(pp(RECALLS), op(INVITES.replace(" to contribute to the trust fund", " to help")), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", new) == ("gone", "", "Invites ")
    removed = text(pp(RECALLS), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", removed) == ("gone", "", "Recallin")


def test_words_that_come_back_are_found_again() -> None:
    without = text(pp(RECALLS), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", without, OLD) == ("kept", "the trust fund", "Invites ")
    twice = text(pp(RECALLS), op(INVITES), op(INVITES), op(REQUESTS))
    assert gone_to(OLD, "the trust fund", without, twice)[0] == "gone"


def test_a_discussion_of_a_whole_paragraph_stays_with_it() -> None:
    new = text(op(REQUESTS), pp(RECALLS), op(INVITES.replace("Invites", "Urges")))
    assert gone_to(OLD, INVITES, new, whole=True) == ("kept", "", "Urges Me")
    assert gone_to(OLD, INVITES, text(pp(RECALLS), op(REQUESTS)), whole=True) == ("gone", "", "Recallin")


@given(st.data())
def test_where_nothing_changed_it_stands_where_it_stood(data: st.DataObject) -> None:
    home = data.draw(st.sampled_from(OLD.paragraphs))
    start, end = sorted(
        (data.draw(st.integers(0, len(home.text))), data.draw(st.integers(0, len(home.text))))
    )
    anchor = Anchor(home.id, start, end) if start < end else Anchor(home.id)
    assert carried(anchor, "", [OLD, OLD], [compare(OLD, OLD)]) == anchor


@given(st.lists(st.sampled_from([RECALLS, INVITES, REQUESTS, LONG]), max_size=4), st.integers(0, 40))
def test_it_always_stands_somewhere_within_the_text_or_is_said_to_be_gone(words: list[str], at: int) -> None:
    new = text(*map(op, words))
    anchor = Anchor(OLD.paragraphs[1].id, at, at + 9)
    found = carried(anchor, "", [OLD, new], [compare(OLD, new)])
    if found.fate == "gone":
        assert found.whole
        assert found.paragraph in {"", *new.by_id}
    else:
        assert 0 <= found.start < found.end <= len(new.by_id[found.paragraph].text)
