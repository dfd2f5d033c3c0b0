"""From two texts to segments: cut into words, match them, tell it in stretches a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from drafts.core.comparison import Op, Segment, Segments
from drafts.core.ends import common_head, common_tail
from drafts.core.tokens import Token, fold, is_one_word, set_otherwise, tokenise
from drafts.core.vocabulary import coded
from drafts.core.words.matches import Block, blocks
from drafts.core.words.stretches import stretches

PROBE = 24  # characters looked for; four words or so, which seldom stand twice in one paragraph

Piece = tuple[Op, str]  # what becomes a segment once it is joined with its neighbours


def compare_words(old: str, new: str) -> Segments:
    """Segments from the one text to the other: no word is cut, none dropped, whatever the size."""
    if old == new:
        return (Segment("equal", old),) if old else ()
    return tuple(_joined(_compare(old, new)))


def replace_words(old: str, new: str) -> Segments:
    """The one text for the other, whole: for texts in two languages, of which single words tell nothing."""
    return compare_words(old, new) if old == new else tuple(_filled("", old, new))


def _compare(old: str, new: str) -> list[Piece]:
    """What both have at their ends, then what lies between, about the longest run they share there."""
    head, tail = _common_words(old, new)
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    middle: list[Piece]
    if not (gone and come) or (is_one_word(gone) and is_one_word(come)):
        middle = [("delete", gone), ("insert", come)]
    elif _stands_last(gone, come):
        middle = [("insert", come[: -len(gone)]), ("equal", gone)]
    elif _stands_last(come, gone):
        middle = [("delete", gone[: -len(come)]), ("equal", come)]
    elif run := _common_run(gone, come):
        old_end, new_end = run.old + run.length, run.new + run.length
        middle = _compare(gone[: run.old], come[: run.new])
        middle.append(("equal", gone[run.old : old_end]))
        middle += _compare(gone[old_end:], come[new_end:])
    else:
        middle = _compare_tokens(gone, come)
    return [("equal", old[:head]), *middle, ("equal", old[len(old) - tail :])]


def _common_words(old: str, new: str) -> tuple[int, int]:
    """Lengths of the common start and end, drawn back to a space, which never stands within a word.

    old   … of the |Programme|, …          l’État | l’Étape : back to before "l’", and the words decide
    new   … of the |Plan|, …
    """
    head = common_head(old, new)
    if head < max(len(old), len(new)):
        head = old.rfind(" ", 0, head) + 1
    tail = min(common_tail(old, new), len(old) - head, len(new) - head)
    space = old.find(" ", len(old) - tail)
    return head, len(old) - space - 1 if space >= 0 else 0


def _stands_last(short: str, long: str) -> bool:
    """Whether all that the one text has is the last of the other, from a word on: most that came or went.

    old   … the |levels| of rivers            new   … the |highest and the lowest levels| of rivers
    """
    before = len(long) - len(short) - 1
    return before >= 0 and long[before] == " " and short[0] not in (" ", long[0]) and long.endswith(short)


def _common_run(old: str, new: str) -> Block | None:
    """A run of characters that makes up half of the longer text and more, from space to space.

    What stands at the middle of the old is looked for in the new. Most edited paragraphs have two edits far
    apart, and what lies between them need not be cut into words to see that it stayed:

    old   |Urges| … forty words … |1990|            new   |Invites| … the same forty … |2006|
    """
    middle = (len(old) - PROBE) // 2
    if middle < PROBE or len(new) < 2 * middle:
        return None
    there = new.find(old[middle : middle + PROBE])
    if there < 0:
        return None
    start = middle - common_tail(old[:middle], new[:there])
    end = middle + common_head(old[middle:], new[there:])
    first, last = old.find(" ", start, end) + 1, old.rfind(" ", start, end) + 1
    if 2 * (last - first) < max(len(old), len(new)):
        return None
    return Block(first, first + there - middle, last - first)


def _compare_tokens(gone: str, come: str) -> list[Piece]:
    old, new = tokenise(gone), tokenise(come)
    old_words, new_words = [word for word, _ in old], [word for word, _ in new]
    if set_otherwise(gone, come):
        old_words, new_words = list(map(fold, old_words)), list(map(fold, new_words))
    found = blocks(*coded(old_words, new_words))
    if not found:
        return [("delete", gone), ("insert", come)]
    pieces: list[Piece] = []
    for equal, old_start, old_end, new_start, new_end in stretches(old, new, found):
        if equal:
            pieces += _kept(old[old_start:old_end], new[new_start:new_end])
        else:
            pieces.append(("delete", _text(old[old_start:old_end])))
            pieces.append(("insert", _text(new[new_start:new_end])))
    return pieces


def _kept(old: Sequence[Token], new: Sequence[Token]) -> list[Piece]:
    """The same words on both sides; the spaces between them may differ, and how the words are set."""
    if old == new:
        return [("equal", _text(old))]
    pieces: list[Piece] = []
    for (old_word, old_space), (new_word, new_space) in zip(old, new, strict=True):
        for before, after in ((old_word, new_word), (old_space, new_space)):
            if before == after:
                pieces.append(("equal", before))
            else:  # words also where past a million of them two had one character
                pieces += (("delete", before), ("insert", after))
    return pieces


def _text(tokens: Iterable[Token]) -> str:
    return "".join([word + space for word, space in tokens])


def _joined(pieces: Iterable[Piece]) -> list[Segment]:
    """Neighbours of one kind made one; between two equals at most a deletion and then an insertion."""
    joined: list[Segment] = []
    equal = deleted = inserted = ""
    for op, text in pieces:
        if op == "delete":
            deleted += text
        elif op == "insert":
            inserted += text
        elif text:
            if deleted and inserted:
                equal, deleted, inserted, text = _without_common_space(equal, deleted, inserted, text)
            if deleted or inserted:
                joined += _filled(equal, deleted, inserted)
                equal, deleted, inserted = text, "", ""
            else:
                equal += text
    after = ""
    if deleted and inserted:
        equal, deleted, inserted, after = _without_common_space(equal, deleted, inserted, "")
    return [*joined, *_filled(equal, deleted, inserted), *_filled(after, "", "")]


def _without_common_space(before: str, deleted: str, inserted: str, after: str) -> tuple[str, str, str, str]:
    """A space that both have at an end did not change: "a |old |b" to "a |new |b" changes three letters."""
    while deleted and inserted and deleted[0] == inserted[0] and deleted[0].isspace():
        before, deleted, inserted = before + deleted[0], deleted[1:], inserted[1:]
    while deleted and inserted and deleted[-1] == inserted[-1] and deleted[-1].isspace():
        after, deleted, inserted = deleted[-1] + after, deleted[:-1], inserted[:-1]
    return before, deleted, inserted, after


def _filled(equal: str, deleted: str, inserted: str) -> list[Segment]:
    pieces: tuple[Piece, ...] = (("equal", equal), ("delete", deleted), ("insert", inserted))
    return [Segment(op, text) for op, text in pieces if text]
