import pytest

from drafts.core import Pairing, compare
from drafts.core.comparison import Comparison
from drafts.core.document import Paragraph, Resolution
from drafts.core.errors import InvalidPairingError
from tests.builders import op, pp, resolution

WATER = "Urges all riparian States to publish the levels of their rivers within the hour;"
TRADE = "Invites regional banks to lend at low interest to the makers of instruments;"
SCHOOL = "Encourages schools to teach their pupils what the signals of a station mean;"
LAST = "Decides to remain seized of the matter."


def text(*paragraphs: str, **more: object) -> Resolution:
    return resolution(*(op(each) for each in paragraphs), **more)


def keyed(*paragraphs: tuple[str, str]) -> Resolution:
    return resolution(*(op(words, id) for id, words in paragraphs), lineage="one draft")


def pairs(comparison: Comparison) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(change.old, change.new) for change in comparison.changes]


def kinds(comparison: Comparison) -> list[str]:
    return [change.kind + (" moved" if change.moved else "") for change in comparison.changes]


def test_a_moved_paragraph_is_one_change() -> None:
    comparison = compare(text(WATER, TRADE, SCHOOL, LAST), text(TRADE, SCHOOL, WATER, LAST))
    assert kinds(comparison) == ["unchanged", "unchanged", "unchanged moved", "unchanged"]


def test_a_moved_paragraph_may_be_edited_as_well() -> None:
    comparison = compare(
        text(WATER, TRADE, SCHOOL, LAST), text(TRADE, SCHOOL, WATER.replace("hour", "day"), LAST)
    )
    assert kinds(comparison) == ["unchanged", "unchanged", "edited moved", "unchanged"]


def test_a_split_paragraph_is_compared_across_the_joint() -> None:
    whole = "Urges States to publish the levels of their rivers, and to train observers for every station;"
    parts = (
        "Urges States to publish the levels of their rivers;",
        "Urges them to train observers for every station;",
    )
    (split, _) = compare(text(whole, LAST), text(*parts, LAST)).changes
    assert (split.kind, split.old, split.new) == ("split", ("p1",), ("p1", "p2"))
    assert split.segments[0] == ("equal", "Urges States to publish the levels of their rivers")
    (merged, _) = compare(text(*parts, LAST), text(whole, LAST)).changes
    assert (merged.kind, merged.old, merged.new) == ("merged", ("p1", "p2"), ("p1",))


def test_only_the_number_of_a_renumbered_paragraph_changed() -> None:
    (_, change) = compare(text(LAST), text(WATER, LAST)).changes
    assert (change.kind, change.renumbered, change.old_labels, change.new_labels) == (
        "unchanged",
        True,
        ("",),
        ("2.",),
    )


def test_brackets_around_a_number_are_no_renumbering() -> None:
    sides = [Resolution((Paragraph("p1", "operative", WATER, 2, label),)) for label in ("(a)", "a)")]
    assert not compare(*sides).changes[0].renumbered


def test_an_operative_paragraph_made_preambular_is_retyped() -> None:
    (change, _) = compare(resolution(op(WATER), op(LAST)), resolution(pp(WATER), op(LAST))).changes
    assert (change.kind, change.retyped) == ("unchanged", True)


def test_typesetting_alone_is_no_change_and_still_exact() -> None:
    (change,) = compare(text("l’État membre"), text("l'État membre")).changes
    assert (change.kind, change.silent, change.named) == ("unchanged", True, ("typesetting only",))
    assert change.segments == (("delete", "l’"), ("insert", "l'"), ("equal", "État membre"))


def test_equal_keys_of_one_draft_pair_whatever_the_words() -> None:
    old = keyed(("k1", WATER), ("k2", LAST))
    new = keyed(("k1", "Deplores what happened to the boats of the fishers of Hanvel;"), ("k2", LAST))
    assert pairs(compare(old, new)) == [(("k1",), ("k1",)), (("k2",), ("k2",))]


def test_keys_of_two_drafts_mean_nothing() -> None:
    old = resolution(op(WATER, "a"), op(TRADE, "b"), lineage="one")
    new = resolution(op(TRADE, "a"), op(WATER, "b"), lineage="two")
    assert set(pairs(compare(old, new))) == {(("a",), ("b",)), (("b",), ("a",))}


def test_words_decide_where_a_key_was_emptied_and_filled_anew() -> None:
    new = keyed(("k1", "Welcomes the visit of the chess players of Elbonia;"), ("k9", WATER), ("k2", LAST))
    comparison = compare(keyed(("k1", WATER), ("k2", LAST)), new)
    assert pairs(comparison) == [((), ("k1",)), (("k1",), ("k9",)), (("k2",), ("k2",))]


def test_the_half_without_a_key_is_still_part_of_the_split() -> None:
    whole = "Urges States to publish the levels of their rivers, and to train observers for every station;"
    new = keyed(
        ("k1", "Urges States to publish the levels of their rivers;"),
        ("k9", "Urges them to train observers for every station;"),
        ("k2", LAST),
    )
    (split, _) = compare(keyed(("k1", whole), ("k2", LAST)), new).changes
    assert (split.kind, split.new, split.why) == ("split", ("k1", "k9"), "the same paragraph of one draft")


def test_a_pairing_by_hand_is_obeyed() -> None:
    old, new = text(WATER, LAST), text(TRADE, LAST)
    assert pairs(compare(old, new))[:2] == [(("p1",), ()), ((), ("p1",))]
    (change, _) = compare(old, new, pairings=[Pairing(("p1",), ("p1",))]).changes
    assert (change.old, change.new, change.confidence, change.why) == (
        ("p1",),
        ("p1",),
        1.0,
        "paired by hand",
    )


def test_paragraphs_kept_apart_by_hand_stay_apart() -> None:
    old, new = text(WATER, LAST), text(WATER.replace("hour", "day"), LAST)
    apart = compare(old, new, pairings=[Pairing(("p1",), ("p1",), together=False)])
    assert pairs(apart) == [(("p1",), ()), ((), ("p1",)), (("p2",), ("p2",))]


def test_even_equal_words_are_kept_apart_by_hand() -> None:
    apart = compare(
        text(WATER, LAST), text(WATER, LAST), pairings=[Pairing(("p1",), ("p1",), together=False)]
    )
    assert pairs(apart) == [(("p1",), ()), ((), ("p1",)), (("p2",), ("p2",))]


def test_a_paragraph_left_alone_by_hand_is_removed() -> None:
    old, new = text(WATER, LAST), text(WATER, LAST)
    assert kinds(compare(old, new, pairings=[Pairing(("p1",), ())])) == ["removed", "added", "unchanged"]


def test_a_split_by_hand_is_obeyed() -> None:
    (change, _) = compare(
        text(WATER, LAST), text(TRADE, SCHOOL, LAST), pairings=[Pairing(("p1",), ("p1", "p2"))]
    ).changes
    assert (change.kind, change.new) == ("split", ("p1", "p2"))


def test_of_two_pairings_of_one_paragraph_the_later_holds() -> None:
    pairings = [Pairing(("p1",), ("p1",)), Pairing(("p1",), ("p2",))]
    comparison = compare(text(WATER), text(TRADE, SCHOOL), pairings=pairings)
    assert pairs(comparison) == [((), ("p1",)), (("p1",), ("p2",))]


@pytest.mark.parametrize(("old", "new"), [((), ()), (("p1", "p2"), ("p1", "p2"))])
def test_impossible_pairings_are_refused(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    with pytest.raises(InvalidPairingError):
        Pairing(old, new)


def test_a_pairing_of_a_paragraph_that_is_not_there_is_refused() -> None:
    with pytest.raises(InvalidPairingError, match="'p7'"):
        compare(text(WATER), text(WATER), pairings=[Pairing(("p7",), ("p1",))])


def test_texts_in_two_languages_are_not_compared_by_words() -> None:
    comparison = compare(text("Decides 60/175.", language="en"), text("Décide 60/175.", language="fr"))
    assert kinds(comparison) == ["removed", "added"]
    assert comparison.warnings == (
        "The texts are in two languages, English and French: their words are not compared.",
    )


def test_one_draft_in_two_languages_pairs_by_key_and_marks_whole_texts() -> None:
    old = resolution(op("Decides.", "k"), language="en", lineage="one")
    new = resolution(op("Décide.", "k"), language="fr", lineage="one")
    (change,) = compare(old, new).changes
    assert change.segments == (("delete", "Decides."), ("insert", "Décide."))


def test_texts_that_share_nothing_say_so_and_pair_nothing() -> None:
    comparison = compare(
        text(WATER, TRADE, LAST),
        text(SCHOOL, "Mourns the sinking of the ferry between the two islands last winter;", LAST),
    )
    assert kinds(comparison) == ["removed", "removed", "added", "added", "unchanged"]
    assert len(comparison.warnings) == 1
    assert comparison.warnings[0].startswith("These texts share almost nothing")
