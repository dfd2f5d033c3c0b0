import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.comparison import new_text, old_text
from drafts.core.words import compare_words, replace_words

# Words that occur on both sides, so that there is something to find; and whatever else Unicode has.
some_words = st.sampled_from(
    ["the ", "of ", "report", "l’", "État", ", ", "\n", "  ", "é", "e\u0301", "大", "60/175 "]
)
texts = st.lists(some_words | st.text(max_size=3), max_size=14).map("".join)


def shown(old: str, new: str) -> str:
    """Deletions in [ ], insertions in { }."""
    signs = {"equal": "%s", "delete": "[%s]", "insert": "{%s}"}
    return "".join(signs[op] % text for op, text in compare_words(old, new))


@given(texts, texts)
def test_either_side_can_be_read_back(old: str, new: str) -> None:
    segments = compare_words(old, new)
    assert (old_text(segments), new_text(segments)) == (old, new)


@given(texts, texts)
def test_segments_are_as_few_as_can_be(old: str, new: str) -> None:
    segments = compare_words(old, new)
    assert all(text for _, text in segments)
    assert all(
        before.op != after.op and (before.op, after.op) != ("insert", "delete")
        for before, after in pairwise(segments)
    )


plain_words = st.lists(st.sampled_from(["the", "of", "report", "l’État", "60/175,", "大会"]), min_size=1)


@given(plain_words.map(" ".join), plain_words.map(" ".join))
def test_words_that_came_before_all_others_take_none_away(came: str, text: str) -> None:
    segments = compare_words(text, f"{came} {text}")
    assert {op for op, _ in segments} == {"insert", "equal"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Prend note du rapport",
            "Prend note avec satisfaction du rapport",
            "Prend note {avec satisfaction }du rapport",
        ),
        ("of the fifth report;", "of the sixth report;", "of the [fifth]{sixth} report;"),
        ("champs et forêts", "chats et forêts", "[champs]{chats} et forêts"),
        ("consciente de l’État", "conscient de l’État", "[consciente]{conscient} de l’État"),
        ("la mesure de l’État", "la mesure des États", "la mesure [de l’État]{des États}"),
        ("the States; and", "the States, and", "the States[;]{,} and"),
        ("a  b", "a b", "a [ ]b"),
        (
            "the fifth and final report",
            "the sixth and next report",
            "the [fifth]{sixth} and [final]{next} report",
        ),
        ("Urges", "urges", "[Urges]{urges}"),
        ("大会回顾", "大会又回顾", "大会{又}回顾"),
    ],
)
def test_what_a_drafter_would_mark(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_rewritten_phrases_join_across_a_small_word() -> None:
    old = "promote fair and lasting trade of goods made by the poor"
    new = "promote wide, open exchange of all that anyone can offer to the poor"
    assert "[fair and lasting trade of goods" in shown(old, new)


def test_a_phrase_that_moved_within_its_paragraph_stays_whole() -> None:
    old = "Urges all States, in close consultation with the Secretariat, to ratify the Convention;"
    new = "Urges all States to ratify the Convention, in close consultation with the Secretariat;"
    assert shown(old, new) == (
        "Urges all States{ to ratify the Convention}, in close consultation with the Secretariat"
        "[, to ratify the Convention];"
    )


def test_two_edits_far_apart_leave_what_lies_between_whole() -> None:
    between = " the reports of the Commission on its work in the field of rural development since"
    assert shown(f"Welcomes{between} 1998;", f"Notes{between} 2006;") == (
        f"[Welcomes]{{Notes}}{between} [1998]{{2006}};"
    )


def test_words_put_before_a_phrase_that_returns_are_one_insertion() -> None:
    assert shown(
        "with legal aid, and in this regard", "with legal aid, as well as tax, and in this regard"
    ) == ("with legal aid, {as well as tax, }and in this regard")


def test_words_of_two_languages_are_replaced_whole() -> None:
    assert replace_words("Urges 5 States", "Exhorte 5 États") == (
        ("delete", "Urges 5 States"),
        ("insert", "Exhorte 5 États"),
    )


@pytest.mark.parametrize("different", [100, 3000, 50_000])
def test_twenty_thousand_words_against_twenty_thousand_others(different: int) -> None:
    words = random.Random(different)
    old, new = (" ".join(f"w{words.randrange(different)}" for _ in range(20_000)) for _ in "ab")
    segments = compare_words(old, new)
    assert (old_text(segments), new_text(segments)) == (old, new)


def test_one_word_more_in_twenty_thousand_is_found() -> None:
    words = [f"w{number % 700}" for number in range(20_000)]
    old, new = " ".join(words), " ".join([*words[:9000], "new", *words[9000:]])
    assert [text for op, text in compare_words(old, new) if op != "equal"] == ["new "]
