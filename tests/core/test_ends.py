from hypothesis import given
from hypothesis import strategies as st

from drafts.core.ends import common_ends, common_head, common_tail, head_by_halves, tail_by_halves

# Few letters, so that something is common; and lone halves of pairs, which rapidfuzz must read as we do.
strings = st.text(st.sampled_from("ab é’大\ud800"), max_size=12)


@given(strings, strings, strings)
def test_without_rapidfuzz_the_ends_are_the_same(same: str, old: str, new: str) -> None:
    assert head_by_halves(same + old, same + new) == common_head(same + old, same + new)
    assert tail_by_halves(old + same, new + same) == common_tail(old + same, new + same)


@given(strings, strings)
def test_no_letter_counts_twice_at_start_and_end(old: str, new: str) -> None:
    head = common_head(old, new)
    assert common_ends(old, new) == head + common_tail(old[head:], new[head:])


def test_the_ends_of_two_texts() -> None:
    assert common_ends("the old report;", "the new report;") == len("the ") + len(" report;")
