"""The three sets of cases: fixed seeds, and unseen ones by ``shift``."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tests.benchmarks.compare.printing import Surroundings, Text, printed
from tests.benchmarks.compare.script import HARD, LIGHT, ORDINARY, Pieces, Recipe, old_text, revised
from tests.benchmarks.compare.stock import rules
from tests.benchmarks.compare.tokens import words_of
from tests.benchmarks.compare.truth import Truth, truth_of
from tests.benchmarks.compare.writer import Piece, Writer

SetName = Literal["ordinary", "hard", "glued"]
SETS: dict[SetName, Recipe] = {"ordinary": ORDINARY, "hard": HARD, "glued": ORDINARY}
SIZES = (
    10,
    14,
    18,
    24,
    30,
    36,
    45,
    60,
    80,
    120,
)  # paragraphs; genuine drafts have 10 to 60, omnibus ones over 100
NOTED = 0.25  # share of paragraphs that call a note: about one in four does in the drafts of the 80th session


@dataclass(frozen=True)
class Case:
    """Two texts of one draft and what is known about them."""

    name: str
    old: Text
    new: Text
    truth: Truth


def cases(name: SetName, number: int, shift: int = 0) -> Iterator[Case]:
    """``number`` cases of a set, French and English by turns. Another ``shift`` gives others, never seen."""
    for at in range(number):
        language = "fr" if at % 2 else "en"
        seed = f"{name} {at} {shift}"
        yield case(seed, language, SIZES[at // 2 % len(SIZES)], SETS[name], glued=name == "glued")


def light_case(size: int, language: str = "fr", seed: str = "light") -> Case:
    """A long text after a light revision: what time and memory are measured on."""
    return case(f"{seed} {size}", language, size, LIGHT)


def case(seed: str, language: str, size: int, recipe: Recipe, *, glued: bool = False) -> Case:
    """One case: ``size`` old paragraphs besides the enacting words."""
    writer = Writer(language, random.Random(seed))
    old = [_noted(writer, piece) for piece in old_text(writer, size, recipe)]
    new = [_recalled(writer, piece, recipe.recalled) for piece in revised(writer, old, recipe)]
    before = _surroundings(writer, old)
    after = _resurrounded(writer, before, new, recipe.renoted)
    texts = printed(old, before, glued=glued), printed(new, after, glued=glued)
    return Case(f"{seed} {language} {size}", *texts, truth_of(*texts))


def _noted(writer: Writer, piece: Piece) -> Piece:
    """The paragraph, now and then with a call of a note after one of its words."""
    if piece.level == 0 or writer.rng.random() >= NOTED:
        return piece
    at = writer.rng.choice([i for i, token in enumerate(piece.tokens[:-1]) if i > 1 and not token.elided])
    called = piece.tokens[at]._replace(note=f"n{writer.mint.id()}")
    return replace(piece, tokens=(*piece.tokens[:at], called, *piece.tokens[at + 1 :]))


def _recalled(writer: Writer, piece: Piece, chance: float) -> Piece:
    """A paragraph new to the text may call a note as well, and a few others gain or lose a call."""
    if not piece.sources:
        return _noted(writer, piece)
    if writer.rng.random() >= chance:
        return piece
    if any(token.note for token in piece.tokens):
        return replace(piece, tokens=tuple(token._replace(note="") for token in piece.tokens))
    return _noted(writer, piece)


def _surroundings(writer: Writer, pieces: Pieces) -> Surroundings:
    names = rules(writer.language)["sponsor"]
    sponsors = writer.rng.sample(names, writer.rng.randint(1, 30))
    notes = {note: writer.grammar.say("note") for note in _called(pieces)}
    return Surroundings(
        writer.language, writer.grammar.say("title"), tuple(sorted(sponsors, key=names.index)), notes
    )


def _resurrounded(writer: Writer, before: Surroundings, pieces: Pieces, renoted: float) -> Surroundings:
    """Sponsors join and withdraw, some notes are reworded, the title changes in one text out of five."""
    names, rng = rules(writer.language)["sponsor"], writer.rng
    staying = [name for name in before.sponsors if rng.random() > 0.05]
    joining = [name for name in names if name not in before.sponsors and rng.random() < 0.1]
    title = writer.grammar.say("title") if rng.random() < 0.2 else before.title
    notes = {note: _note(writer, before.notes.get(note, ""), renoted) for note in _called(pieces)}
    return Surroundings(before.language, title, tuple(sorted(staying + joining, key=names.index)), notes)


def _note(writer: Writer, text: str, chance: float) -> str:
    """A note's text in the revision: a fresh one, or the old one, by that chance with another number."""
    if not text:
        return writer.grammar.say("note")
    numbers = [word for word in words_of(text) if word[0].isdigit()]
    if writer.rng.random() > chance or not numbers:
        return text
    word = writer.rng.choice(numbers)
    return text.replace(word, writer.grammar.other(word, frozenset(numbers)), 1)


def _called(pieces: Pieces) -> tuple[str, ...]:
    return tuple(token.note for piece in pieces for token in piece.tokens if token.note)
