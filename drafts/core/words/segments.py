"""From two texts to segments: cut into words, match them, tell it in stretches a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from drafts.core.comparison import Segment, Segments
from drafts.core.ends import common_head, common_tail
from drafts.core.tokens import Token, tokenise
from drafts.core.vocabulary import Vocabulary
from drafts.core.words.matches import blocks
from drafts.core.words.stretches import stretches


def compare_words(old: str, new: str) -> Segments:
    """Segments from the one text to the other: no word is cut, none dropped, whatever the size."""
    if old == new:
        return (Segment("equal", old),) if old else ()
    head, tail = _common_words(old, new)
    old_end, new_end = len(old) - tail, len(new) - tail
    middle = _compare_tokens(tokenise(old[head:old_end]), tokenise(new[head:new_end]))
    return tuple(_joined([Segment("equal", old[:head]), *middle, Segment("equal", old[old_end:])]))


def replace_words(old: str, new: str) -> Segments:
    """The one text for the other, whole: for texts in two languages, of which single words tell nothing."""
    return compare_words(old, new) if old == new else tuple(_filled("", old, new))


def _common_words(old: str, new: str) -> tuple[int, int]:
    """Lengths of the common start and end, drawn back to a space, which never stands within a word.

    old   … of the |Programme|, …          l’État | l’Étape : back to before "l’", and the words decide
    new   … of the |Plan|, …
    """
    head = common_head(old, new)
    if head < max(len(old), len(new)):
        head = old.rfind(" ", 0, head) + 1
    tail = common_tail(old[head:], new[head:])
    space = old.find(" ", len(old) - tail)
    return head, len(old) - space - 1 if space >= 0 else 0


def _compare_tokens(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Segment]:
    vocabulary = Vocabulary()
    coded_old, coded_new = (
        vocabulary.code([word for word, _ in old]),
        vocabulary.code([word for word, _ in new]),
    )
    for equal, old_start, old_end, new_start, new_end in stretches(old, new, blocks(coded_old, coded_new)):
        if equal:
            yield from _kept(old[old_start:old_end], new[new_start:new_end])
        else:
            yield Segment("delete", _text(old[old_start:old_end]))
            yield Segment("insert", _text(new[new_start:new_end]))


def _kept(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Segment]:
    """The same words on both sides; the spaces between them may differ."""
    if old == new:
        yield Segment("equal", _text(old))
        return
    for (old_word, old_space), (new_word, new_space) in zip(old, new, strict=True):
        if old_word == new_word:
            yield Segment("equal", old_word)
        else:  # past a million different words two may have had one character
            yield from (Segment("delete", old_word), Segment("insert", new_word))
        yield from (Segment("delete", old_space), Segment("insert", new_space))


def _text(tokens: Iterable[Token]) -> str:
    return "".join([word + space for word, space in tokens])


def _joined(pieces: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbours of one kind made one; between two equals at most a deletion and then an insertion."""
    equal = deleted = inserted = ""
    for op, text in pieces:
        if op == "delete":
            deleted += text
        elif op == "insert":
            inserted += text
        elif text:
            before, gone, come, after = _without_common_space(deleted, inserted)
            yield from _filled(equal + before, gone, come) if gone or come else ()
            equal = after + text if gone or come else equal + before + text
            deleted = inserted = ""
    before, gone, come, after = _without_common_space(deleted, inserted)
    yield from _filled(equal + before, gone, come)
    yield from _filled(after, "", "")


def _without_common_space(deleted: str, inserted: str) -> tuple[str, str, str, str]:
    """A space that both have at an end did not change: "a |old |b" to "a |new |b" changes three letters."""
    head = _common_space(deleted, inserted)
    before, deleted, inserted = deleted[:head], deleted[head:], inserted[head:]
    tail = _common_space(deleted[::-1], inserted[::-1])
    cut = len(deleted) - tail
    return before, deleted[:cut], inserted[: len(inserted) - tail], deleted[cut:]


def _common_space(deleted: str, inserted: str) -> int:
    """How many spaces both start with."""
    for count, (gone, come) in enumerate(zip(deleted, inserted, strict=False)):
        if gone != come or not gone.isspace():
            return count
    return min(len(deleted), len(inserted))


def _filled(equal: str, deleted: str, inserted: str) -> Iterator[Segment]:
    if equal:
        yield Segment("equal", equal)
    if deleted:
        yield Segment("delete", deleted)
    if inserted:
        yield Segment("insert", inserted)
