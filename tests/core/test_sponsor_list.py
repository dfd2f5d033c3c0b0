"""Lists of sponsors as people paste them: nothing is lost, and what is known is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.members import LANGUAGES, codes, name_of
from drafts.core.sponsor_line import listed
from drafts.core.sponsor_list import names_in, understand
from drafts.core.state_names import closest, matching


def read(pasted: str) -> list[str]:
    """Codes, and what is no State's name as written."""
    return [each.proposer.code or each.written for each in understand(pasted)]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        ("Slovénie et Suède : projet de résolution révisé", ["SI", "SE"]),
        ("Andorre, République\ndominicaine,\nSuède", ["AD", "DO", "SE"]),
        ("Suède\nAndorre\nSaint Vincent\nand the Grenadines", ["SE", "AD", "VC"]),
        ("1. Andorra\n2) Austria\n- Benin", ["AD", "AT", "BJ"]),
        ("1) Andorra, 2) Austria, 3) Benin", ["AD", "AT", "BJ"]),
        ("Nigeria,* Norway, Bahamas (The)", ["NG", "NO", "BS"]),
        ("Bosnia and Herzegovina and Antigua and Barbuda and Autriche", ["BA", "AG", "AT"]),
        ("Guinea, Francia e Italia", ["GN", "FR", "IT"]),
        ("Австрия и Италия: проект резолюции", ["AT", "IT"]),
        ("奥地利、安提瓜和巴布达、意大利和荷兰：决议草案", ["AT", "AG", "IT", "NL"]),
        ("الأردن، وباكستان، والولايات المتحدة الأمريكية: مشروع قرار*", ["JO", "PK", "US"]),
        ("Austria Belgium Bosnia and Herzegovina Bulgaria", ["AT", "BE", "BA", "BG"]),
        ("Austria\tBelgium;Chad|Chile", ["AT", "BE", "TD", "CL"]),
        ("Italy, Group of 77 and China", ["IT", "Group of 77 and China"]),
        ("Pays-Bas, Turkey, Swaziland", ["NL", "TR", "SZ"]),
        ("Italy, Ruritania and Autrishe", ["IT", "Ruritania", "Autrishe"]),
        (
            "Italy and the Committee on Trade and Development",
            ["IT", "the Committee on Trade and Development"],
        ),
        ("Saint Vincent\nand the Grenadines and Italy\nBenin", ["VC", "IT", "BJ"]),
        ("Ruritania\nItaly\nElbonia", ["Ruritania", "IT", "Elbonia"]),
        ("", []),
        (" and \n, ;", []),
    ],
)
def test_a_list_is_understood(pasted: str, expected: list[str]) -> None:
    assert read(pasted) == expected


def test_whom_somebody_speaks_for_is_understood() -> None:
    found = understand("Gabon (on behalf of the Group of African States), Égypte (au nom du Groupe arabe)")
    assert [(each.proposer.code, each.proposer.behalf) for each in found] == [
        ("GA", "the Group of African States"),
        ("EG", "le Groupe arabe"),
    ]


def test_an_unknown_name_comes_with_what_it_may_mean() -> None:
    found = understand("Kirgistan; Autrishe; Xyzzy; Group of 77 and China")
    assert [(each.written, each.suggestions[:1], each.known) for each in found] == [
        ("Kirgistan", ("KG",), False),
        ("Autrishe", ("AT",), False),
        ("Xyzzy", (), False),
        ("Group of 77 and China", (), True),
    ]


def test_a_state_named_twice_in_any_spelling_is_told() -> None:
    assert [each.again for each in understand("Italy, Austria, Italie")] == [False, False, True]


@given(st.data())
def test_what_a_document_prints_is_understood_whatever_its_language(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    wanted = data.draw(st.lists(st.sampled_from(codes()), min_size=1, max_size=12, unique=True))
    assert read(listed([name_of(code, language) for code in wanted], language)) == wanted


@given(st.text(max_size=80))
def test_nothing_pasted_hides_its_neighbours(pasted: str) -> None:
    found = names_in("Italy, " + pasted.replace(":", "").replace("：", "") + ", Chad")
    assert (found[0], found[-1]) == ("Italy", "Chad")


def test_typing_finds_a_state_in_any_language_and_gives_its_name_in_the_drafts() -> None:
    assert [(match.code, match.name) for match in matching("ital", "ru")] == [("IT", "Италия")]
    assert [(match.code, match.by) for match in matching("swaz", "fr")] == [("SZ", "Swaziland")]
    assert [match.code for match in matching("korea", "en")] == ["KP", "KR"]
    assert [match.code for match in matching("荷", "en")] == ["NL"]
    assert matching(" ", "en") == ()
    assert matching("zzz", "en") == ()


def test_what_is_nothing_like_a_state_has_no_suggestion() -> None:
    assert closest("the Vice-Chair of the Committee") == ()


@pytest.mark.parametrize(
    "pasted",
    [
        "Italy and " * 1900, "xy and " * 2800, "Italy\n" * 3000, "qwer\n" * 4000, "a " * 9000, "a," * 9000,
        "(" * 20_000, "和" * 20_000, " و" * 10_000, "Bosnia and Herzegovina and " * 700, "x" * 20_000,
    ],
    ids=lambda pasted: repr(pasted[:12]),
)  # fmt: skip
def test_hostile_lists_are_read_like_any_other(pasted: str) -> None:
    """A first version tried every way of parting them, and never ended."""
    understand(pasted)
