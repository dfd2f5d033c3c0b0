import datetime

import pytest

from drafts.core.addendum import addendum
from drafts.core.document import Resolution
from drafts.core.ledger import Proposer

JOINED = [Proposer("state", code) for code in ("SE", "AT", "NL")]


@pytest.mark.parametrize(
    ("language", "heading", "opening", "names"),
    [
        (
            "fr",
            "Additif",
            "Ajouter à la liste des auteurs du projet de résolution :",
            "Autriche, Pays-Bas et Suède.",
        ),
        (
            "en",
            "Addendum",
            "Add to the list of sponsors of the draft resolution:",
            "Austria, Netherlands and Sweden.",
        ),
        (
            "es",
            "Adición",
            "Añádanse a la lista de patrocinadores del proyecto de resolución:",
            "Austria, Países Bajos y Suecia.",
        ),
        (
            "ru",
            "Добавление",
            "Включить в число авторов (проект резолюции):",
            "Австрия, Нидерланды и Швеция.",
        ),
        ("zh", "增编", "决议草案提案国名单中增列：", "奥地利、荷兰和瑞典。"),
        ("ar", "إضافة", "تضاف إلى قائمة مقدمي مشروع قرار:", "السويد، والنمسا، وهولندا."),
    ],
)
def test_an_addendum_names_who_joined_in_the_language_of_the_draft(
    language: str, heading: str, opening: str, names: str
) -> None:
    text = Resolution(language=language, proposal="draft", symbol="A/C.3/61/L.8", title="Crime")
    made = addendum(text, JOINED, date=datetime.date(2006, 10, 20))
    assert [each.text for each in made.check().paragraphs] == [heading, opening, names]
    assert (made.symbol, made.title, made.language) == ("A/C.3/61/L.8/Add.1", "Crime", language)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/C.3/61/L.8", "A/C.3/61/L.8/Add.2"),
        ("A/C.3/61/L.8/Rev.1*", "A/C.3/61/L.8/Rev.1/Add.1"),
        ("our text", ""),
        ("", ""),
    ],
)
def test_an_addendum_takes_the_first_symbol_that_is_free(symbol: str, expected: str) -> None:
    made = addendum(
        Resolution(symbol=symbol), JOINED, date=datetime.date(2006, 10, 20), taken={"A/C.3/61/L.8/Add.1"}
    )
    assert made.symbol == expected
