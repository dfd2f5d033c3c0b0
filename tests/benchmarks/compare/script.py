"""The random edit script: an old text, and a new one made from it, of which everything is known."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from tests.benchmarks.compare import edits
from tests.benchmarks.compare.tokens import Token, Tokens
from tests.benchmarks.compare.writer import Kind, Piece, Writer

Pieces = list[Piece]
SHORTEST_HALF = 10  # tokens of a half when a paragraph is split: an opening phrase and something to say


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a revision is made: chances per old paragraph, and numbers of edits from–to.

    ``near_copies`` is the share of the text in families of near-copies, ``copied`` that of paragraphs copied
    from one that stays. ``inner`` is the chance of edits inside a
    paragraph that was also moved, split or merged; ``recalled`` that of gaining or losing a call of a note;
    ``renoted`` that of a note to be reworded.
    """

    edited: float = 0.28
    odd: float = 0.06
    removed: float = 0.05
    inserted: float = 0.06
    moved: float = 0.05
    split: float = 0.03
    merged: float = 0.03
    retyped: float = 0.0
    edits: tuple[int, int] = (1, 3)
    inner: float = 0.3
    near_copies: float = 0.0
    copied: float = 0.0
    shifts: float = 0.0
    recalled: float = 0.05
    renoted: float = 0.1


ORDINARY = Recipe()
HARD = Recipe(
    edits=(2, 5),
    inner=0.8,
    near_copies=0.3,
    moved=0.08,
    split=0.05,
    merged=0.05,
    retyped=0.01,
    copied=0.02,
    shifts=0.1,
)
LIGHT = Recipe(  # a second reading: one paragraph in ten is touched, one note in fifty
    edited=0.08,
    odd=0.01,
    removed=0.01,
    inserted=0.01,
    moved=0.005,
    split=0.003,
    merged=0.003,
    edits=(1, 2),
    near_copies=0.05,
    recalled=0.005,
    renoted=0.02,
)


def old_text(writer: Writer, size: int, recipe: Recipe) -> Pieces:
    """Enacting words and ``size`` paragraphs, two fifths of them preambular."""
    preamble = max(1, round(0.4 * size))
    pieces = [writer.enacting()]
    parts: tuple[tuple[Kind, int], ...] = (("preambular", preamble), ("operative", size - preamble))
    for kind, number in parts:
        part: Pieces = []
        while len(part) < number:
            part += (
                writer.family(kind)
                if writer.rng.random() < recipe.near_copies / 3
                else [writer.paragraph(kind)]
            )
        pieces += _spread(writer.rng, part[:number])
    pieces = [replace(piece, sources=(at,)) for at, piece in enumerate(pieces)]
    return _finished(writer, pieces)


def revised(writer: Writer, old: Pieces, recipe: Recipe) -> Pieces:
    """A revision of the old text: cut, edited, joined, grown and reordered, in that order."""
    pieces = old[:1] + _refashioned(writer, old[1:], recipe)
    pieces = _reordered(writer, pieces, old, recipe)
    pieces = _grown(writer, pieces, _rounded(writer.rng, recipe.inserted * len(old)))
    pieces = _copied(writer, pieces, old, _rounded(writer.rng, recipe.copied * len(old)))
    return _finished(writer, pieces)


def _spread(rng: random.Random, part: Pieces) -> Pieces:
    """Near-copies partly side by side and partly far apart, as genuine texts have them."""
    if rng.random() < 0.5:
        rng.shuffle(part)
    return part


def _refashioned(writer: Writer, old: Pieces, recipe: Recipe) -> Pieces:
    new: Pieces = []
    at = 0
    while at < len(old):
        fate = _fate(writer, recipe)
        follower = old[at + 1] if at + 1 < len(old) else None
        if fate == "merged" and follower and follower.kind == old[at].kind:
            new.append(_merged(writer, old[at], follower, recipe))
            at += 1
        else:
            new += _with_fate(writer, old[at], fate, recipe)
        at += 1
    return sorted(new, key=lambda piece: piece.kind == "operative")  # a retyped one goes over to its new kind


def _fate(writer: Writer, recipe: Recipe) -> str:
    names = ("edited", "odd", "removed", "split", "merged", "retyped")
    chances = [getattr(recipe, name) for name in names]
    return writer.rng.choices((*names, "kept"), (*chances, 1 - sum(chances)))[0]


def _with_fate(writer: Writer, piece: Piece, fate: str, recipe: Recipe) -> Pieces:
    if fate == "removed":
        return []
    if fate == "split":
        return _split(writer, piece, recipe)
    if fate == "edited":
        return [_reworded(writer, piece, recipe)]
    if fate == "odd":
        return [replace(piece, tokens=edits.edited(writer, piece.tokens, piece.kind, 1, edits.ODDITIES))]
    if fate == "retyped":
        return [_retyped(writer, piece)]
    return [piece]


def _reworded(writer: Writer, piece: Piece, recipe: Recipe, *parts: Tokens) -> Piece:
    menu = edits.WORDINGS + (edits.SHIFTS if writer.rng.random() < recipe.shifts else ())
    times = writer.rng.randint(*recipe.edits)
    return replace(piece, tokens=edits.edited(writer, piece.tokens, piece.kind, times, menu, *parts))


def _retyped(writer: Writer, piece: Piece) -> Piece:
    """An operative paragraph that comes back as a preambular one, or the reverse, newly opened."""
    kind: Kind = "preambular" if piece.kind == "operative" else "operative"
    return replace(piece, kind=kind, level=1, tokens=edits.reopen(writer, piece.tokens, kind))


def _split(writer: Writer, piece: Piece, recipe: Recipe) -> Pieces:
    """Two of one, parted between clauses: ``[A , and B ;]`` → ``[A ;] [Urges B ;]``."""
    tokens = piece.tokens
    ends = [at for at in edits.clause_ends(tokens) if SHORTEST_HALF <= at < len(tokens) - SHORTEST_HALF]
    if not ends or any(token.fixed for token in tokens):
        return [piece]
    end = writer.rng.choice(ends)
    start = end + 2 if tokens[end + 1].text == writer.grammar.say("and") else end + 1
    opener = writer.mint.tokens(writer.opener(piece.kind), italic=True)
    first = replace(piece, tokens=(*tokens[:end], writer.stop(piece.kind, False)))
    second = replace(piece, key=writer.mint.id(), tokens=(*opener, *tokens[start:]))
    return [
        _perhaps_edited(writer, first, recipe, tokens[:end]),
        _perhaps_edited(writer, second, recipe, tokens[start:]),
    ]


def _merged(writer: Writer, first: Piece, second: Piece, recipe: Recipe) -> Piece:
    """One paragraph of two: ``[A ;] [Urges B ;]`` → ``[A , and urges B ;]``."""
    lower = second.tokens[0].text[0].lower() + second.tokens[0].text[1:]
    head = writer.mint.again(second.tokens[0], lower)._replace(gap=" ", italic=False)
    tokens = (*first.tokens[:-1], *writer.phrase("joint"), head, *second.tokens[1:])
    whole = replace(first, tokens=tokens, sources=first.sources + second.sources)
    return _perhaps_edited(writer, whole, recipe, first.tokens, second.tokens)


def _perhaps_edited(writer: Writer, piece: Piece, recipe: Recipe, *parts: Tokens) -> Piece:
    return _reworded(writer, piece, recipe, *parts) if writer.rng.random() < recipe.inner else piece


def _reordered(writer: Writer, pieces: Pieces, old: Pieces, recipe: Recipe) -> Pieces:
    """Some paragraphs taken to another place among their kind; now and then an edit goes with it."""
    for _ in range(_rounded(writer.rng, recipe.moved * len(pieces))):
        at = writer.rng.randrange(1, len(pieces)) if len(pieces) > 1 else 0
        piece = pieces[at]
        others = [i for i, each in enumerate(pieces) if each.kind == piece.kind and abs(i - at) > 1]
        if at and others and _alone(piece, pieces):
            to = writer.rng.choice(others)
            pieces = pieces[:at] + pieces[at + 1 :]
            untouched = piece.tokens == old[piece.sources[0]].tokens
            pieces.insert(to, _perhaps_edited(writer, piece, recipe) if untouched else piece)
    return pieces


def _alone(piece: Piece, pieces: Pieces) -> bool:
    """Neither half of a split nor a merged one: those keep their place, so that truth stays plain."""
    return len(piece.sources) == 1 and sum(each.sources == piece.sources for each in pieces) == 1


def _grown(writer: Writer, pieces: Pieces, number: int) -> Pieces:
    for _ in range(number):
        at = writer.rng.randrange(1, len(pieces) + 1)
        kind = pieces[max(1, at - 1)].kind if len(pieces) > 1 else "operative"
        pieces = [*pieces[:at], writer.paragraph(kind), *pieces[at:]]
    return pieces


def _copied(writer: Writer, pieces: Pieces, old: Pieces, number: int) -> Pieces:
    """As drafters copy a paragraph and change a word or two: the copy is new, the first one still there."""
    for _ in range(number):
        untouched = [
            each for each in pieces[1:] if each.sources and each.tokens == old[each.sources[0]].tokens
        ]
        if not untouched:
            break
        first = writer.rng.choice(untouched)
        tokens = edits.copied(writer, first.tokens, first.kind)
        kind_places = [at for at, each in enumerate(pieces) if each.kind == first.kind]
        at = writer.rng.choice(kind_places) + 1
        pieces = [*pieces[:at], Piece(writer.mint.id(), first.kind, tokens, first.level), *pieces[at:]]
    return pieces


def _finished(writer: Writer, pieces: Pieces) -> Pieces:
    """Every paragraph with the stop its place asks for; a stop that changes is a new token."""
    return [
        replace(piece, tokens=_stopped(piece.tokens, writer.stop(piece.kind, piece is pieces[-1])))
        for piece in pieces
    ]


def _stopped(tokens: Tokens, stop: Token) -> Tokens:
    return tokens if tokens[-1].text == stop.text else (*tokens[:-1], stop._replace(note=tokens[-1].note))


def _rounded(rng: random.Random, number: float) -> int:
    """A whole number whose mean is ``number``."""
    return int(number) + (rng.random() < number % 1)
