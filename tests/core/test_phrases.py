"""How paragraphs open in each language, and which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.phrases import PHRASEBOOKS, Recognised, language_of, opener, recognise
from drafts.core.phrases.phrasebook import OpenerKind

OPENERS: list[tuple[str, OpenerKind, str, str]] = [
    ("en", "preambular", "Recalling also", " its resolution"),
    ("en", "preambular", "Deeply concerned", " about the delays"),
    ("en", "preambular", "Noting with grave concern", " that"),
    ("en", "preambular", "Expressing its deep appreciation", " to those"),
    ("en", "preambular", "Reaffirming", " its commitment to"),
    ("en", "preambular", "Taking note with appreciation", " of the report"),
    ("en", "operative", "Also takes note", " of the"),
    ("en", "operative", "Strongly condemns", " all"),
    ("en", "operative", "Calls upon", " all States"),
    ("en", "operative", "Recognises", " that"),
    ("en", "operative", "Condemns in the strongest possible terms", " the"),
    ("en", "operative", "Reaffirms its conviction", " that"),
    ("fr", "preambular", "Ayant également à l’esprit", " les efforts"),
    ("fr", "preambular", "Gardant à l'esprit", " que"),
    ("fr", "preambular", "Se déclarant gravement préoccupée", " par"),
    ("fr", "preambular", "Se félicitant également", " de la"),
    ("fr", "preambular", "Exprimant sa profonde préoccupation", " au sujet"),
    ("fr", "preambular", "Consciente", " du rôle"),
    ("fr", "operative", "Prend note avec satisfaction", " du rapport"),
    ("fr", "operative", "Affirme à nouveau", " l’importance"),
    ("fr", "operative", "Invite de même instamment", " les"),
    ("fr", "operative", "Sait gré", " au"),
    ("fr", "operative", "Réaffirme", " sa"),
    ("es", "preambular", "Teniendo presente", " que"),
    ("es", "operative", "Acoge con beneplácito", " el informe"),
    ("ru", "preambular", "ссылаясь также", " на"),
    ("ru", "operative", "настоятельно призывает", " все"),
    ("zh", "preambular", "回顾", "其决议"),
    ("ar", "preambular", "وإذ تشير", " إلى"),
]


@pytest.mark.parametrize(("language", "kind", "phrase", "rest"), OPENERS)
def test_opener_is_the_longest_known_phrase(language: str, kind: OpenerKind, phrase: str, rest: str) -> None:
    assert opener(phrase + rest, language, kind) == len(phrase)


@pytest.mark.parametrize("text", ["Ruritania shall", "recalling its", "Recallings", "", "Notesworthy"])
def test_unknown_opener_is_no_error(text: str) -> None:
    assert opener(text, "en", "preambular") == opener(text, "en", "operative") == 0
    assert opener(text, "", "operative") == opener(text, "tlh", "operative") == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The General Assembly,"),
        ("fr", "L’Assemblée générale,"),
        ("fr", "L'Assemblée générale ,"),
        ("es", "La Asamblea General,"),
        ("ru", "Генеральная Ассамблея,"),
        ("zh", "大会，"),
        ("ar", "إن الجمعية العامة،"),
    ],
)
def test_enacting_words_tell_the_language(language: str, words: str) -> None:
    assert PHRASEBOOKS[language].enacts(words) == len(words)
    assert language_of(f"Title\n  {words}\nthe and of and the, le la les\n") == language


def test_a_sentence_about_the_organ_is_no_enacting_words() -> None:
    assert PHRASEBOOKS["en"].enacts("The General Assembly decided on 3 May that") == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "les droits de la personne et des peuples dans le monde"),
        ("en", "the rights of the person and of peoples"),
        ("es", "los derechos de la persona y de los pueblos"),
        ("ru", "признавая, что права человека"),
        ("zh", "人人有权在任何地方读书。"),
        ("ar", "لكل إنسان الحق في أن يقرأ الكتب حيثما كان"),
    ],
)
def test_without_enacting_words_the_words_themselves_tell(language: str, words: str) -> None:
    assert recognise(words) == Recognised(language)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "Die Versammlung der Bücher nimmt Kenntnis von dem Bericht über die Karten des Meeres"),
        ("pt", "A assembleia dos livros toma nota do relatório sobre os mapas do mar e não só"),
        ("uk", "Асамблея книжок бере до уваги доповідь про мапи моря та її висновки"),
        ("ja", "本の総会は海の地図についての報告に留意し、すべての国に読むよう要請する。"),
        ("fa", "مجمع کتاب‌ها با توجه به گزارش نقشه‌های دریا از همه کشورها درخواست می‌کند"),
    ],
)
def test_language_that_is_none_of_the_six_is_named_in_a_doubt(code: str, words: str) -> None:
    found = recognise(words)
    assert (found.language, f"it may be “{code}”" in found.doubt) == ("", True)


def test_too_few_words_name_no_language() -> None:
    assert language_of("x y z") == ""
    assert "too few words" in recognise("x y z").doubt


def test_enacting_words_over_a_text_in_another_script_are_believed_with_a_doubt() -> None:
    found = recognise("The General Assembly,\n" + "признавая, что права человека " * 3)
    assert found.language == "en"
    assert "most letters are of another script" in found.doubt


@given(st.sampled_from(sorted(PHRASEBOOKS)), st.text(max_size=60))
def test_opener_lies_within_its_text(language: str, text: str) -> None:
    for kind in ("preambular", "operative"):
        assert 0 <= opener(text, language, kind) <= len(text)  # type: ignore[arg-type]
