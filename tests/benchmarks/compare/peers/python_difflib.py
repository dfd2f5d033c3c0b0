"""difflib of the standard library, on words and the white space between them."""

import difflib
import re
from collections.abc import Iterator

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case

NAME = "difflib, words"
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


def run(case: Case) -> list[tuple[str, str]]:
    old, new = _WORD.findall(case.old.plain), _WORD.findall(case.new.plain)
    matcher = difflib.SequenceMatcher(None, old, new)
    return list(_segments(matcher.get_opcodes(), old, new))


def answer(raw: list[tuple[str, str]], case: Case) -> Answer:
    return from_segments(raw, case.old, case.new)


def _segments(
    opcodes: list[tuple[str, int, int, int, int]], old: list[str], new: list[str]
) -> Iterator[tuple[str, str]]:
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            yield "equal", "".join(old[i1:i2])
        else:
            yield "delete", "".join(old[i1:i2])
            yield "insert", "".join(new[j1:j2])
