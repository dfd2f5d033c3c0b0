"""difflib of the standard library, on words and the white space between them."""

import difflib
import platform
import re
from collections.abc import Iterable, Iterator, Sequence

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer

Opcode = tuple[str, int, int, int, int]
Marked = list[tuple[str, str]]
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def run(sides: tuple[str, str]) -> Marked:
    old, new = map(_WORD.findall, sides)
    return list(segments(difflib.SequenceMatcher(None, old, new).get_opcodes(), old, new))


def read(raw: Marked, case: Case) -> Answer:
    return from_segments(raw, case.old, case.new)


def segments(opcodes: Iterable[Opcode], old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What difflib's opcodes say of the tokens of two texts."""
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            yield "equal", "".join(old[i1:i2])
        else:
            yield "delete", "".join(old[i1:i2])
            yield "insert", "".join(new[j1:j2])


WORDS = Peer("difflib, words", f"Python {platform.python_version()}", run, read)
