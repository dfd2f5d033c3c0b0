from hypothesis import given
from hypothesis import strategies as st

from drafts.core import codes


def test_a_code_is_of_letters_and_digits_that_nobody_confuses() -> None:
    made = {codes.fresh() for _ in range(200)}
    assert len(made) == 200
    assert set("".join(made)) <= set(codes.ALPHABET)
    assert not set(codes.ALPHABET) & set("0O1IL2Z5S8BU")


@given(st.text(codes.ALPHABET, min_size=codes.LENGTH, max_size=codes.LENGTH))
def test_a_code_is_known_however_it_is_typed(code: str) -> None:
    shown = codes.shown(code)
    assert codes.typed(shown) == codes.typed(f"  {shown.lower().replace('-', ' ')} ") == code
