import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from drafts.formats.tables import to_csv


def back(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def test_a_table_comes_back_as_it_was() -> None:
    table = to_csv(["who", "what"], [["Élise (Côte d’Ivoire)", 'said "no",\nand left'], [None, 3]])
    assert back(table) == [["who", "what"], ["Élise (Côte d’Ivoire)", 'said "no",\nand left'], ["", "3"]]


@given(
    st.sampled_from("=+-@\t\r"), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
)
def test_nothing_is_taken_for_a_formula(first: str, rest: str) -> None:
    [_, [cell]] = back(to_csv(["what"], [[first + rest]]))
    assert cell.startswith("'")
