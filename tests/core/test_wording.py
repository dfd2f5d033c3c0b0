"""The words of a report: the same in all six languages, and all that a comparison tells is told in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import pytest

from drafts.core import compare, numbering
from drafts.core.comparison import MarkChange, Segment
from drafts.core.document import Paragraph
from drafts.core.languages import ENGLISH_NAMES
from drafts.core.layout import lay_out
from drafts.core.naming import name_changes, name_marks
from drafts.core.options import Options
from drafts.core.report import Report
from drafts.core.tellings import TELLINGS, said_in
from drafts.core.wording import WORDINGS, counted
from tests.builders import op, pp, resolution

ENGLISH = WORDINGS["en"]
OTHERS = sorted(set(WORDINGS) - {"en"})


def test_reports_speak_the_six_languages() -> None:
    assert set(WORDINGS) == set(ENGLISH_NAMES)


@pytest.mark.parametrize("language", OTHERS)
def test_language_has_every_word_with_the_same_places_in_it(language: str) -> None:
    for each in fields(ENGLISH):
        english, own = getattr(ENGLISH, each.name), getattr(WORDINGS[language], each.name)
        if isinstance(english, Mapping):
            assert {key: _places(words) for key, words in own.items()} == {
                key: _places(words) for key, words in english.items()
            }, each.name
    for each in fields(numbering.ENGLISH):
        english, own = (getattr(wording.names, each.name) for wording in (ENGLISH, WORDINGS[language]))
        assert _places(own) == _places(english), each.name


def _places(words: str | tuple[str, ...]) -> int:
    return words.count("{") if isinstance(words, str) else max(each.count("{") for each in words)


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_was_left_in_english(language: str) -> None:
    own = WORDINGS[language]
    same = {"fr": {"Session", "Date", "Distribution", "Original", "Notes", "note {}"}, "es": {"Original"}}
    for table in ("kinds", "says", "fields", "cover", "table", "tellings", "warnings", "languages"):
        english, said = getattr(ENGLISH, table), getattr(own, table)
        left = {said[key] for key in said if said[key] == english[key] and said[key].strip("{} →:")}
        assert left <= same.get(language, set()), table


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 1, "1 sponsor joined"),
        ("fr", 2, "2 auteurs se sont joints"),
        ("es", 2, "2 patrocinadores se sumaron"),
        ("ru", 1, "1 автор присоединился"),
        ("ru", 3, "3 автора присоединились"),
        ("ru", 12, "12 авторов присоединилось"),
        ("ru", 21, "21 автор присоединился"),
        ("zh", 2, "加入的提案方2个"),
        ("ar", 2, "المقدمون المنضمون: 2"),
    ],
)
def test_count_agrees_with_its_noun(language: str, number: int, said: str) -> None:
    summary = dict.fromkeys(ENGLISH.counts, 0) | {"sponsors_joined": number}
    assert list(counted(summary, WORDINGS[language])) == [("sponsors_joined", said)]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Enacting words", "PP 1", "PP 1 (a)", "OP 1", "OP 1 (a)", "OP 1 (a) (i)", "OP 2"]),
        ("fr", ["Formule liminaire", "al. 1 du préambule", "al. 1 a) du préambule", "par. 1", "par. 1 a)",
                "par. 1 a) i)", "par. 2"]),
        ("zh", ["起首语", "序言部分第1段", "序言部分第1(a)段", "第1段", "第1(a)段", "第1(a)(i)段", "第2段"]),
    ],
)  # fmt: skip
def test_paragraphs_are_called_as_documents_of_the_language_call_them(
    language: str, names: list[str]
) -> None:
    text = resolution(
        Paragraph("", "enacting", "The General Assembly,", 0), pp("Recalling:"), pp("Its maps,", level=2),
        op("Urges:"), op("To read:", level=2), op("Aloud;", level=3), op("Decides."),
    )  # fmt: skip
    assert list(numbering.names(text.paragraphs, WORDINGS[language].names).values()) == names


# For each thing that a comparison tells, two texts of which it tells just that.
TOLD = {
    "capitals": ("Notes the office;", "Notes the Office;"),
    "spaces": ("Notes the report of the Office;", "Notes the report ofthe Office;"),
    "punctuation": ("Notes the report, of the Office;", "Notes the report of the Office;"),
    "opening": ("Invites the Office to go on;", "Urges the Office to go on;"),
    "resolution": ("Notes its resolution 60/175 on it;", "Notes its resolution 60/176 on it;"),
    "resolution came": ("Notes its work on it;", "Notes its work and its resolution 60/176 on it;"),
    "resolution went": ("Notes its work and its resolution 60/176 on it;", "Notes its work on it;"),
    "document": ("Notes the report A/60/1 on it;", "Notes the report A/60/2 on it;"),
    "document came": ("Notes the report on it;", "Notes the report A/60/2 on it;"),
    "document went": ("Notes the report A/60/2 on it;", "Notes the report on it;"),
    "date": ("Notes what was said on 3 May 2025;", "Notes what was said on 4 May 2025;"),
    "date came": ("Notes what was said there;", "Notes what was said there on 4 May 2025;"),
    "date went": ("Notes what was said there on 4 May 2025;", "Notes what was said there;"),
    "number": ("Notes what 12 States have said;", "Notes what 13 States have said;"),
    "number came": ("Notes what States have said;", "Notes what 13 States have said;"),
    "number went": ("Notes what 13 States have said;", "Notes what States have said;"),
    "shifted": (
        "Notes the report of the Office, and calls for more work within its mandate in all regions;",
        "Notes, within its mandate, the report of the Office, and calls for more work in all regions;",
    ),
}


@pytest.mark.parametrize("code", sorted(TELLINGS))
def test_whatever_a_comparison_tells_is_told_in_every_language(code: str) -> None:
    if code in MARKS:
        (said,) = name_marks([MARKS[code]])
    elif code == "typesetting":
        (said,) = name_changes((Segment("delete", "’"), Segment("insert", "'")), (), (), "en")
    else:
        old, new = (resolution(op(words, "p")) for words in TOLD[code])
        (change,) = compare(old, new).changes
        (said,) = change.named
    assert said_in(said, TELLINGS, {each: each for each in TELLINGS}) == code
    assert {said_in(said, TELLINGS, WORDINGS[language].tellings) for language in OTHERS}.isdisjoint({said})


MARKS = {
    "called": MarkChange("added", "note", 3, 3, "n1"),
    "uncalled": MarkChange("removed", "note", 3, 3, "n1"),
    "italics": MarkChange("added", "italic", 0, 3),
}


def test_texts_that_share_nothing_are_warned_of_in_the_language_of_the_report() -> None:
    old = resolution(op("Recalls the voyages of the whales in the northern seas, and their songs;"))
    new = resolution(op("Decides upon a budget for bridges, tunnels and all that crosses water;"))
    layout = lay_out(Report.of(compare(old, new), old, new), Options(labels="fr"))
    assert layout.warnings[0].startswith("Ces textes n’ont presque rien en commun : ")


def test_two_languages_are_named_in_the_language_of_the_report() -> None:
    old, new = resolution(op("Decides."), language="en"), resolution(op("Décide."), language="fr")
    layout = lay_out(Report.of(compare(old, new), old, new), Options(labels="es"))
    assert layout.warnings == (
        "Los textos están en dos idiomas, inglés y francés: sus palabras no se comparan.",
    )


def test_phrase_that_is_not_known_stays_as_it_is() -> None:
    assert said_in("a rhyme: moon → June", TELLINGS, WORDINGS["fr"].tellings) == "a rhyme: moon → June"
