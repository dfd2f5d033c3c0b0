"""Calls glued to words and numbers are found: on generated texts whose truth is known."""

from dataclasses import dataclass
from random import Random

import pytest

from drafts.formats.text import read_text

TEXTS = 150  # of each language and way of writing
LEAST_PRECISION = LEAST_RECALL = 0.98  # measured .985 glued on, .99 and above set apart

NOUNS = {
    "en": ("sea", "islands", "sailors", "Charter", "Convention", "harbours", "maps", "Protocol", "wind"),
    "fr": ("mer", "îles", "marins", "Charte", "Convention", "ports", "cartes", "Protocole", "vent"),
}
JOINING = {
    "en": ("of the", "and", "with all its", "to be found by", "which are still", "in", "there", "who sail"),
    "fr": (
        "de la",
        "et",
        "avec toutes ses",
        "à trouver par",
        "qui sont encore",
        "dans",
        "là",
        "qui naviguent",
    ),
}
# Numbers of the text, each a trap of its own.
NUMBERS = {
    "en": (
        "resolution 60/175", "decision 2006/19", "on 3 May 2006", "in 2015", "paragraph 5", "5 per cent",
        "CO2", "the G20", "A/61/179", "COVID-19", "some 1,250", "article 12", "the 2030 Agenda",
        "paragraphs 3, 4 and 7",
    ),
    "fr": (
        "la résolution 60/175", "la décision 2006/19", "le 3 mai 2006", "en 2015", "le paragraphe 5",
        "le CO2", "5 pour cent", "le G20", "A/61/179", "la COVID-19", "l’article 12", "le Programme 2030",
    ),
}  # fmt: skip
FRAME = {
    "en": ("The General Assembly,\n", "Recalling ", "1. Urges all to swim;\n2. Decides to rest.\n"),
    "fr": ("L’Assemblée générale,\n", "Rappelant ", "1. Prie chacun de nager ;\n2. Décide de chanter.\n"),
}


@dataclass
class Made:
    """A text, and for each preambular paragraph its words and calls as (offset, label)."""

    text: str
    truth: list[tuple[str, list[tuple[int, str]]]]


@pytest.mark.parametrize("apart", [False, True], ids=["glued", "set_apart"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_calls_of_generated_texts_are_found(language: str, apart: bool) -> None:
    found = wrong = missed = sure_and_wrong = 0
    for seed in range(TEXTS):
        made = generated(Random(f"{language} {apart} {seed}"), language, apart)
        read = read_text(made.text).check()
        labels = {note.id: note.label for note in read.notes}
        doubted = {doubt.paragraph for doubt in read.doubts}
        paragraphs = read.of_kind("preambular")
        assert len(paragraphs) == len(made.truth)
        for paragraph, (_, true) in zip(paragraphs, made.truth, strict=True):
            calls = [(mark.start, labels[mark.note]) for mark in paragraph.calls]
            found += len(set(calls) & set(true))
            wrong += len(set(calls) - set(true))
            missed += len(set(true) - set(calls))
            sure_and_wrong += bool(set(calls) - set(true)) and paragraph.id not in doubted
    print(f"{language} {apart}: {found} found, {wrong} wrong ({sure_and_wrong} sure), {missed} missed")
    assert found / (found + wrong) >= LEAST_PRECISION
    assert found / (found + missed) >= LEAST_RECALL


def generated(random: Random, language: str, apart: bool) -> Made:
    """Preambular paragraphs with calls of 1, 2 … in order, as an extractor writes them, and the notes."""
    enacting, opener, rest = FRAME[language]
    text, truth, number = enacting, [], 0
    for _ in range(random.randint(2, 8)):
        pieces = [opener.strip()]
        for _ in range(random.randint(6, 20)):
            pieces.append(random.choice(random.choice((NOUNS, JOINING, NOUNS, NUMBERS))[language]))
        plain, raw, calls = "", "", []
        for at, piece in enumerate(pieces):
            called = at > 1 and piece not in JOINING[language] and random.random() < 0.2
            last = at == len(pieces) - 1
            comma = "," if last or (called and random.random() < 0.5) else ""
            gap = "" if at == 0 else " "
            number += called
            mark = f"{' ' if apart else ''}{number}" if called else ""
            before = called and (language == "fr" or not comma)
            raw += gap + piece + (mark + comma if before else comma + mark)
            plain += gap + piece + comma
            if called:
                calls.append((len(plain) - (len(comma) if before else 0), str(number)))
        text += raw + "\n"
        truth.append((plain, calls))
    notes = "".join(f"{each} Note of the {each}th kind.\n" for each in range(1, number + 1))
    return Made(text + rest + ("__________\n" + notes if number else ""), truth)
