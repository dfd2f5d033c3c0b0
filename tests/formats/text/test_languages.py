"""Spanish, Russian, Chinese and Arabic texts are read as English and French ones are."""

import pytest

from drafts.core.document import Resolution
from drafts.formats import read
from drafts.formats.html import read_html
from drafts.formats.text import read_text
from drafts.formats.text.markers import number, sub_label
from tests.corpus import CORPUS, needs_corpus

SPANISH = """Naciones Unidas
A/C.3/80/L.9
Asamblea General
Distr. limitada
17 de octubre de 2025
Original: español
Octogésimo período de sesiones
Tercera Comisión
Tema 71 del programa
Los mares

Andorra, España y Francia: proyecto de resolución revisado

Los mapas del mar

La Asamblea General,
Recordando sus mapas1,
Profundamente preocupada por los mares,
1. Acoge con beneplácito los mapas;
2. Pide al Secretario General que:
a) Lea los mapas;
b) Escriba:
i) Libros;
ii) Cartas.
Anexo
1. Los mapas son azules.
__________
1 A/80/1.
"""
RUSSIAN = """Франция и Испания: проект резолюции

Карты моря

Генеральная Ассамблея,
ссылаясь на свои карты,
будучи глубоко обеспокоена состоянием морей,
1. с удовлетворением отмечает карты;
2. настоятельно призывает государства:
a) читать карты;
b) писать книги.
64-е пленарное заседание
"""
CHINESE = """法国和西班牙：决议草案

海图

大会，
回顾其海图，
深为关切海洋状况，
1. 赞赏地注意到海图；
2. 请秘书长：
(a) 阅读海图；
(b) 编写：
㈠ 书籍；
㈡ 信函。
第64次全体会议
"""
ARABIC = """فرنسا وإسبانيا: مشروع قرار

خرائط البحر

إن الجمعية العامة،
إذ تشير إلى خرائطها،
وإذ يساورها القلق إزاء البحار،
١ - ترحب بالخرائط؛
٢ - تطلب إلى الأمين العام:
(أ) أن يقرأ الخرائط؛
(ب) أن يكتب الكتب.
"""


def shape(value: Resolution) -> list[tuple[str, int, str, bool]]:
    """Kind, level and label of each paragraph, and whether its opening words are known."""
    return [(each.kind, each.level, each.label, bool(each.italics)) for each in value.paragraphs]


FRAME = [
    ("enacting", 0, "", True),
    ("preambular", 1, "", True),
    ("preambular", 1, "", True),
    ("operative", 1, "1.", True),
    ("operative", 1, "2.", True),
]


@pytest.mark.parametrize(
    ("text", "language", "below"),
    [
        (
            SPANISH,
            "es",
            [("operative", 2, "a)", False), ("operative", 2, "b)", False), ("operative", 3, "i)", False),
             ("operative", 3, "ii)", False), ("annex", 0, "", False), ("text", 1, "1.", False)],
        ),
        (
            RUSSIAN,
            "ru",
            [("operative", 2, "a)", False), ("operative", 2, "b)", False), ("text", 0, "", False)],
        ),
        (
            CHINESE,
            "zh",
            [("operative", 2, "(a)", False), ("operative", 2, "(b)", False), ("operative", 3, "㈠", False),
             ("operative", 3, "㈡", False), ("text", 0, "", False)],
        ),
        (ARABIC, "ar", [("operative", 2, "(أ)", False), ("operative", 2, "(ب)", False)]),
    ],
    ids=["es", "ru", "zh", "ar"],
)  # fmt: skip
def test_text_is_read_with_its_kinds_levels_labels_and_openers(
    text: str, language: str, below: list[tuple[str, int, str, bool]]
) -> None:
    value = read_text(text).check()
    assert value.language == language
    assert shape(value) == FRAME + below
    assert value.proposal in ("draft", "revised draft")
    assert {"FR", "ES"} <= {sponsor.code for sponsor in value.sponsors}
    assert value.title


def test_spanish_masthead_is_told_field_by_field() -> None:
    value = read_text(SPANISH)
    assert (value.symbol, value.proposal) == ("A/C.3/80/L.9", "revised draft")
    assert (value.masthead.date, value.masthead.original) == ("17 de octubre de 2025", "español")
    assert (value.masthead.session, value.masthead.committee) == (
        "Octogésimo período de sesiones", "Tercera Comisión"
    )  # fmt: skip
    assert [(mark.start, mark.note) for mark in value.paragraphs[1].calls] == [(20, "n1")]


@pytest.mark.parametrize(
    ("line", "value", "rest"),
    [
        ("٣ - تحيط علما", 3, "تحيط علما"),
        ("12 - تحيط علما", 12, "تحيط علما"),
        ("3、注意到", 3, "注意到"),
        ("3.注意到", 3, "注意到"),
        ("３．注意到", 3, "注意到"),
    ],
)
def test_number_of_any_script_opens_a_paragraph(line: str, value: int, rest: str) -> None:
    found = number(line)
    assert found is not None
    assert (found.value, found.label, found.rest, found.stopped) == (value, f"{value}.", rest, True)


def test_range_of_numbers_opens_none() -> None:
    found = number("3 - 5 years")
    assert found is None or not found.stopped


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("(هـ) أن", "(هـ)", "أن"),
        ("‘١’ أن", "‘١’", "أن"),
        ("б) читать", "б)", "читать"),
        ("(a)阅读", "(a)", "阅读"),
        ("（一）阅读", "（一）", "阅读"),
        ("㈠阅读", "㈠", "阅读"),
    ],
)
def test_label_of_any_script_opens_a_sub_paragraph(line: str, label: str, rest: str) -> None:
    assert sub_label(line) == (label, rest)


@needs_corpus
@pytest.mark.parametrize(
    ("name", "language"),
    [("arb", "ar"), ("cmn_hans", "zh"), ("eng", "en"), ("fra", "fr"), ("rus", "ru"), ("spa", "es")],
)
def test_resolution_217_a_is_read_alike_in_six_languages(name: str, language: str) -> None:
    path = CORPUS / "languages" / f"{name}.html"
    value = read_html(path.read_bytes(), path.name).check()
    kinds = [each.kind for each in value.paragraphs]
    recitals = [each for each in value.of_kind("preambular") if len(each.text) > 17]  # not “Now, therefore,”
    assert (value.language, kinds.count("enacting"), kinds.count("heading")) == (language, 1, 31)
    assert len(recitals) == (6 if language == "ar" else 7)  # Arabic says two of them in one
    assert kinds.index("preambular") < kinds.index("enacting") < kinds.index("operative")
    assert len(value.of_kind("operative")) == 33  # the proclamation, and what articles number
    assert value.title
    assert read(path.read_bytes(), path.name) == value
