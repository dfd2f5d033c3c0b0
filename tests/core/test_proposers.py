"""What a document prints of its sponsors, and whom it names."""

import datetime
import json
import shutil

import pytest

from drafts.core.document import Resolution, Sponsor
from drafts.core.ledger import Entry, Moment, Proposer
from drafts.core.members import code_of
from drafts.core.proposers import disagreement, printed, proposers_of
from drafts.core.sponsor_line import sponsor_line
from drafts.core.sponsor_list import understand
from tests.corpus import CORPUS, needs_corpus
from tests.formats.text.test_genuine import extracted, pdfs

THEN = datetime.date(2006, 10, 20)
NOW = datetime.date(2026, 10, 20)


def line(proposers: list[Proposer], language: str, date: datetime.date = THEN) -> str:
    head = printed(proposers, language, date, "revised draft")
    return sponsor_line(
        Resolution(
            sponsors=head.sponsors, submitted=head.submitted, language=language, proposal="revised draft"
        )
    )


def states(names: str) -> list[Proposer]:
    return [Proposer("state", code_of(name)) for name in names.split(", ")]


FOUR = states("Sweden, Italy, Netherlands, Kyrgyzstan")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "Italie, Kirghizistan, Pays-Bas et Suède : projet de résolution révisé"),
        ("en", "Italy, Kyrgyzstan, Netherlands and Sweden: revised draft resolution"),
        ("es", "Italia, Kirguistán, Países Bajos y Suecia: proyecto de resolución revisado"),
        ("ru", "Италия, Кыргызстан, Нидерланды и Швеция: пересмотренный проект резолюции"),
        ("zh", "意大利、吉尔吉斯斯坦、荷兰和瑞典：订正决议草案"),
        ("ar", "إيطاليا، والسويد، وقيرغيزستان، وهولندا: مشروع قرار منقح"),
        ("", "Italy, Kyrgyzstan, Netherlands and Sweden: revised draft resolution"),
    ],
)
def test_a_line_has_the_order_and_the_grammar_of_its_language(language: str, expected: str) -> None:
    assert line(FOUR, language) == expected


def test_spanish_y_gives_way_to_e_before_its_own_sound() -> None:
    assert line(states("France, Italy"), "es").startswith("Francia e Italia:")
    assert line(states("France, Honduras"), "es").startswith("Francia y Honduras:")


@pytest.mark.parametrize(
    ("code", "language", "then", "now"),
    [
        ("NL", "fr", "Pays-Bas", "Pays-Bas (Royaume des)"),
        ("NL", "en", "Netherlands", "Netherlands (Kingdom of the)"),
        ("SZ", "en", "Swaziland", "Eswatini"),
        ("TR", "fr", "Turquie", "Türkiye"),
        ("MK", "en", "the former Yugoslav Republic of Macedonia", "North Macedonia"),
        ("CZ", "es", "República Checa", "Chequia"),
        ("CV", "fr", "Cap-Vert", "Cabo Verde"),
        ("IR", "fr", "Iran (République islamique d’)", "Iran (République islamique d’)"),
    ],
)
def test_a_state_goes_by_the_name_of_the_documents_date(
    code: str, language: str, then: str, now: str
) -> None:
    proposer = Proposer("state", code)
    assert (proposer.named(language, THEN), proposer.named(language, NOW)) == (then, now)


def test_who_speaks_for_others_says_so() -> None:
    gabon = Proposer("state", "GA", behalf="le Groupe des États d’Afrique")
    assert line([gabon], "fr").startswith("Gabon, au nom du Groupe des États d’Afrique :")
    assert line([gabon, *FOUR[:1]], "fr").startswith(
        "Gabon (au nom du Groupe des États d’Afrique) et Suède :"
    )


def test_a_chairs_text_is_submitted() -> None:
    chair = Proposer("chair", name="la Présidente de la Commission")
    assert line([chair], "fr") == "Projet de résolution révisé présenté par la Présidente de la Commission"


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        (
            "Draft resolution submitted by the Vice-Chair of the Committee, Ada Roe, on the basis of talks",
            (Proposer("chair", name="the Vice-Chair of the Committee"),),
        ),
        (
            "Gabon on behalf of the Group of African States: draft resolution",
            (Proposer("state", "GA", behalf="the Group of African States"),),
        ),
        ("Projet de résolution présenté par le Président", (Proposer("chair", name="le Président"),)),
        ("进行非正式协商后主席提交的决议草案", (Proposer("chair", name="进行非正式协商后主席"),)),
        ("A line that says nothing of the kind", ()),
        ("", ()),
    ],
)
def test_a_line_that_is_no_list_names_somebody_too(submitted: str, expected: tuple[Proposer, ...]) -> None:
    assert proposers_of(Resolution(submitted=submitted)) == expected


def test_sponsors_of_a_list_are_its_proposers() -> None:
    named = Resolution(sponsors=(Sponsor("Pays-Bas", "NL"), Sponsor("European Union")))
    assert proposers_of(named) == (Proposer("state", "NL"), Proposer("group", name="European Union"))


@needs_corpus
def test_the_seeds_line_is_printed_back_letter_for_letter_from_any_order() -> None:
    expected = json.loads((CORPUS / "seed/revised-draft.fr.expected.json").read_text(encoding="utf-8"))
    *most, last = expected["sponsors"]
    written = f"{', '.join(most)} et {last} : projet de résolution révisé"
    proposers = [each.proposer for each in reversed(understand(written))]
    assert line(proposers, "fr") == written
    for language in ("en", "es", "ru", "zh", "ar"):
        assert {each.proposer for each in understand(line(proposers, language))} == set(proposers)


@needs_corpus
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext (poppler-utils) is not installed")
@pytest.mark.parametrize("pdf", pdfs("drafts"), ids=lambda pdf: pdf.stem)
def test_genuine_lists_of_2025_are_printed_back_as_they_stand(pdf: object) -> None:
    read = extracted(pdf, "-layout")  # type: ignore[arg-type]
    back = printed(proposers_of(read), "en", datetime.date(2025, 10, 20), read.proposal)
    assert back.sponsors == read.sponsors


def entry(code: str, *, after: bool, act: str = "joined") -> Entry:
    return Entry(act, Proposer("state", code), THEN, Moment(1, after))  # type: ignore[arg-type]


def told(entries: list[Entry], *names: str) -> tuple[list[str], list[str], bool] | None:
    text = Resolution(sponsors=tuple(Sponsor(name, code_of(name)) for name in names))
    found = disagreement(entries, text)
    return found and (
        [each.code for each in found.joins],
        [each.code for each in found.withdraws],
        found.ledger_is_newer,
    )


def test_a_text_and_the_ledger_can_disagree() -> None:
    ledger = [entry("IT", after=False), entry("SE", after=False)]
    assert told(ledger, "Italy", "Sweden") is None
    assert told(ledger) is None
    assert told([], "Italy") is None
    assert told(ledger, "Italy", "Benin") == (["BJ"], ["SE"], False)
    assert told([*ledger, entry("KG", after=True)], "Italy", "Sweden") == ([], ["KG"], True)
    gone = entry("SE", after=True, act="withdrew")
    assert told([*ledger, gone], "Italy", "Sweden") == (["SE"], [], True)
