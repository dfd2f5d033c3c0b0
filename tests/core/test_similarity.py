from hypothesis import given
from hypothesis import strategies as st

from drafts.core.similarity import ratio, shared, shared_by_bits

few_letters = st.text("abcd", max_size=80)


@given(few_letters, few_letters)
def test_without_rapidfuzz_the_count_is_the_same(old: str, new: str) -> None:
    assert shared_by_bits(old, new) == shared(old, new)


@given(st.text(max_size=40), st.text(max_size=40))
def test_without_rapidfuzz_the_count_is_the_same_on_any_letters(old: str, new: str) -> None:
    assert shared_by_bits(old, new) == shared(old, new)


def test_a_ratio_is_twice_the_shared_by_the_whole() -> None:
    assert (ratio("abcd", "abxd"), ratio("", ""), ratio("ab", "xy")) == (0.75, 1.0, 0.0)
