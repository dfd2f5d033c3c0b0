"""Sponsor lists stand in the order of their language."""

import pytest

from drafts.core.document import Sponsor
from drafts.core.members import LANGUAGES, code_of, codes, name_of
from drafts.core.ordering import in_order


def ordered(language: str, names: str) -> str:
    sponsors = [Sponsor(name, code_of(name)) for name in sorted(names.split(" · "))]
    return " · ".join(sponsor.name for sponsor in in_order(sponsors, language))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fr", "Djibouti · Équateur · Espagne · États-Unis d’Amérique · Éthiopie"),
        ("fr", "République de Corée · République démocratique du Congo · Roumanie"),
        ("fr", "Espagne · ex-République yougoslave de Macédoine · Fidji"),
        ("fr", "Saint-Marin · Saint-Vincent-et-les Grenadines · Sainte-Lucie"),
        ("en", "Thailand · the former Yugoslav Republic of Macedonia · Timor-Leste · Türkiye"),
        ("en", "Guinea · Guinea-Bissau · Guyana · Iran (Islamic Republic of) · Iraq"),
        ("es", "El Salvador · Emiratos Árabes Unidos · Eslovaquia · España · Etiopía"),
        ("es", "Guinea · Guinea-Bissau · Guinea Ecuatorial · Níger · Nigeria · Panamá · Perú"),
        ("ru", "Индия · Иордания · Испания · Италия · Йемен · Эквадор · Япония"),
        ("zh", "奥地利 · 阿塞拜疆 · 巴哈马 · 中国 · 捷克 · 意大利 · 津巴布韦"),
        ("ar", "الأردن · باكستان · البرازيل · بولندا · العراق · كندا · مصر · الولايات المتحدة الأمريكية"),
        ("ar", "إسبانيا · ألمانيا · إيطاليا · الجمهورية الدومينيكية · جمهورية كوريا · هنغاريا · اليمن"),
    ],
)  # fmt: skip
def test_a_list_stands_in_the_order_of_its_language(language: str, names: str) -> None:
    assert ordered(language, names) == names


def test_observers_follow_the_members_and_groups_follow_both() -> None:
    names = "Italy · Zambia · Holy See · State of Palestine · European Union"
    assert ordered("en", names) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_is_one_whatever_order_the_names_come_in(language: str) -> None:
    sponsors = [Sponsor(name_of(code, language), code) for code in codes()]
    assert in_order(sponsors, language) == in_order(reversed(sponsors), language)
