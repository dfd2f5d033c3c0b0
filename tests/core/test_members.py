"""States are known by any of their names."""

import pytest

from drafts.core.members import LANGUAGES, code_of, name_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Andorre", "AD"),
        ("Netherlands (Kingdom of the)", "NL"),
        ("Pays-Bas", "NL"),
        ("Bahamas (The)", "BS"),
        ("the Gambia", "GM"),
        ("Iran (République islamique d’)", "IR"),
        ("Côte d’Ivoire", "CI"),
        ("COTE D'IVOIRE", "CI"),
        ("Turkey", "TR"),
        ("ex-République yougoslave de Macédoine", "MK"),
        ("Российская Федерация", "RU"),
        ("中国", "CN"),
        ("Alemania", "DE"),
    ],
)
def test_name_in_any_language_or_older_form_is_known(name: str, code: str) -> None:
    assert code_of(name) == code


@pytest.mark.parametrize("name", ["", "Ruritania", "European Union", "and", "Guinea and Gabon", "la", "("])
def test_other_names_are_not_states(name: str) -> None:
    assert code_of(name) == ""


def test_names_of_today() -> None:
    assert [name_of("NL", language) for language in ("en", "fr")] == [
        "Netherlands (Kingdom of the)",
        "Pays-Bas (Royaume des)",
    ]
    assert (name_of("XX", "en"), name_of("NL", "de")) == ("", "")


def test_every_name_of_today_leads_back_to_its_state() -> None:
    for code in ("AF", "CD", "CG", "GN", "GW", "GQ", "KP", "KR", "NE", "NG", "SD", "SS", "DM", "DO", "PG"):
        assert {code_of(name_of(code, language)) for language in LANGUAGES} == {code}
