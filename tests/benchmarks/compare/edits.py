"""Edits inside one paragraph. Each takes tokens and gives tokens; what stays keeps its identity.

Every edit keeps off ``fixed`` tokens and off the closing stop, and gives back the tokens unchanged where it
finds no place, so that the caller can draw another.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.benchmarks.compare.tokens import Tokens
from tests.benchmarks.compare.writer import Kind, Writer

Edit = Callable[[Writer, Tokens, Kind], Tokens]
PLAIN = 8  # tokens by which a person knows a sentence again; fewer may be anyone's: "in accordance with …"
_PHRASE = (2, 5)  # tokens of a phrase taken out


def substitute(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """One word for another of its class: ``lasting`` → ``gradual``, ``60/175`` → ``61/20``."""
    at = _somewhere(
        writer, [i for i, t in enumerate(tokens) if _content(t.text) and not t.fixed and not t.italic]
    )
    if at is None:
        return tokens
    unwanted = frozenset(token.text for token in tokens)
    word = writer.grammar.other(tokens[at].text, unwanted)
    return (*tokens[:at], writer.mint.again(tokens[at], word), *tokens[at + 1 :])


def add_phrase(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A few words more, after a whole word and not before an elision's noun."""
    return _insert(writer, tokens, writer.phrase("phrase"))


def add_sentence(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A clause or two more, at the end of a clause, as resolutions grow: one sentence a paragraph."""
    clauses = writer.phrase("clause") + (writer.phrase("clause") if writer.rng.random() < 0.5 else ())
    at = writer.rng.choice(clause_ends(tokens))
    return (*tokens[:at], *clauses, *tokens[at:])


def drop_phrase(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A few words less, wherever they stand."""
    length = writer.rng.randint(*_PHRASE)
    last = len(tokens) - 1 - length
    if last <= 3:
        return tokens
    start = writer.rng.randrange(3, last)
    gone = tokens[start : start + length]
    if any(token.fixed for token in gone) or tokens[start - 1].elided or gone[-1].elided:
        return tokens
    return tokens[:start] + tokens[start + length :]


def drop_sentence(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A whole clause less, from its comma to the next."""
    ends = clause_ends(tokens)
    if len(ends) < 2:
        return tokens
    which = writer.rng.randrange(len(ends) - 1)
    start, end = ends[which], ends[which + 1]
    return tokens if any(token.fixed for token in tokens[start:end]) else tokens[:start] + tokens[end:]


def reopen(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """Another opening phrase: Invites → Urges. Words the two share are kept."""
    length = sum(token.italic for token in tokens)
    if not length or any(token.fixed for token in tokens[:length]):
        return tokens
    fresh = writer.mint.tokens(writer.opener(kind), italic=True)
    shared = 0
    while shared < min(length, len(fresh)) and fresh[shared].text == tokens[shared].text:
        shared += 1
    return (*tokens[:shared], *fresh[shared:], *tokens[length:])


def punctuate(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A comma more or less, and nothing else."""
    commas = [i for i, token in enumerate(tokens[:-1]) if token.text == ","]
    if commas and writer.rng.random() < 0.5:
        at = writer.rng.choice(commas)
        return (*tokens[:at], *tokens[at + 1 :])
    return _insert(writer, tokens, writer.mint.tokens(","))


def recase(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A capital for a small letter, or the reverse."""
    at = _somewhere(
        writer,
        [i for i, t in enumerate(tokens) if i and t.text.isalpha() and len(t.text) > 3 and not t.fixed],
    )
    if at is None:
        return tokens
    word = tokens[at].text
    return (*tokens[:at], writer.mint.again(tokens[at], word[0].swapcase() + word[1:]), *tokens[at + 1 :])


def italicize(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """Italics put on or off a word: no letter changes, so no token is new."""
    at = writer.rng.randrange(len(tokens) - 1)
    return (*tokens[:at], tokens[at]._replace(italic=not tokens[at].italic), *tokens[at + 1 :])


def shift_phrase(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """A phrase taken to another place of the same paragraph."""
    if len(tokens) < 16:
        return tokens
    start = writer.rng.randrange(3, len(tokens) - 9)
    phrase, rest = tokens[start : start + 4], tokens[:start] + tokens[start + 4 :]
    if any(token.fixed or token.elided for token in (*phrase, tokens[start - 1])):
        return tokens
    return _insert(writer, rest, phrase)


def copied(writer: Writer, tokens: Tokens, kind: Kind) -> Tokens:
    """Tokens of their own that read like these but for one to three words."""
    fresh = tuple(token._replace(id=writer.mint.id(), note="", fixed=False) for token in tokens)
    for _ in range(writer.rng.randint(1, 3)):
        fresh = substitute(writer, fresh, kind)
    return fresh


def _insert(writer: Writer, tokens: Tokens, fresh: Tokens) -> Tokens:
    """Put tokens in after a word, away from the opening, from fixed words and from elisions."""
    places = [
        i + 1
        for i, token in enumerate(tokens[:-1])
        if i > 2
        and _content(token.text)
        and not token.elided
        and not token.fixed
        and tokens[i + 1].text != ","
    ]
    at = _somewhere(writer, places)
    return tokens if at is None else (*tokens[:at], *fresh, *tokens[at:])


def clause_ends(tokens: Tokens) -> list[int]:
    """Where a clause ends: before each comma past the opening words, and before the closing stop."""
    last = len(tokens) - 1
    return [at for at in range(5, last) if tokens[at].text == ","] + [last]


def _somewhere(writer: Writer, places: list[int]) -> int | None:
    return writer.rng.choice(places) if places else None


def _content(text: str) -> bool:
    """A word that carries meaning, by its length: longer than articles and prepositions are."""
    return len(text) > 4 and text[0].isalnum()


WORDINGS: tuple[tuple[Edit, int], ...] = (  # weights after what revisions of genuine drafts mostly do
    (substitute, 8),
    (add_phrase, 5),
    (drop_phrase, 4),
    (add_sentence, 3),
    (drop_sentence, 2),
    (reopen, 3),
)
ODDITIES: tuple[tuple[Edit, int], ...] = ((punctuate, 3), (recase, 2), (italicize, 2))
SHIFTS: tuple[tuple[Edit, int], ...] = ((shift_phrase, 1),)


def draw(writer: Writer, menu: tuple[tuple[Edit, int], ...]) -> Edit:
    edits, weights = zip(*menu, strict=True)
    chosen: Edit = writer.rng.choices(edits, weights)[0]
    return chosen


def edited(
    writer: Writer, tokens: Tokens, kind: Kind, times: int, menu: tuple[tuple[Edit, int], ...], *parts: Tokens
) -> Tokens:
    """The tokens after ``times`` edits that took hold, or as many as did in 20 tries.

    No edit takes a paragraph past what a person would still call the same one (:func:`recognizable`).
    ``parts`` are what it has from the old text, where that is not simply ``tokens``: the paragraphs merged
    into it, or the piece of a paragraph that was split.
    """
    done, now = 0, tokens
    for _ in range(20):
        if done == times:
            break
        tried = draw(writer, menu)(writer, now, kind)
        if tried != now and recognizable(parts or (tokens,), tried):
            now, done = tried, done + 1
    return now


def recognizable(parts: tuple[Tokens, ...], after: Tokens) -> bool:
    """Whether the truth is still plain, and not a matter of taste.

    Of each part half the tokens stay, and :data:`PLAIN` at least; all that stays is three fifths of the
    shorter side, and three tenths of the new text.
    """
    ids = {token.id for token in after}
    kept = [sum(token.id in ids for token in part) for part in parts]
    before = sum(map(len, parts))
    return all(
        stays >= max(0.5 * len(part), min(PLAIN, len(part) - 2))
        for stays, part in zip(kept, parts, strict=True)
    ) and sum(kept) >= max(0.6 * min(before, len(after)), 0.3 * len(after))
