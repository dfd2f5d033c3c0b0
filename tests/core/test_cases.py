"""Hard cases, each a folder of ``tests/cases`` with an old and a new text and the answer a person would give.

A line of ``expected.txt`` is a change: its kind, ``moved`` and ``retyped`` where it is, and its words, with
what went in [ ] and what came in { }; unchanged paragraphs that did not move are left out. Warnings open with
``!``.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafts.core import compare
from drafts.core.comparison import Change, Comparison
from drafts.formats import read

CASES = sorted(each.parent for each in Path(__file__).parents[1].glob("cases/*/expected.txt"))


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_answer_a_person_would_give(case: Path) -> None:
    old, new = (read((case / name).read_bytes(), name) for name in ("old.txt", "new.txt"))
    assert list(told(compare(old, new))) == (case / "expected.txt").read_text("utf-8").splitlines()


def told(comparison: Comparison) -> Iterator[str]:
    yield from (f"! {warning}" for warning in comparison.warnings)
    for change in comparison.changes:
        if not change.silent:
            extra = [name for name in ("moved", "retyped") if getattr(change, name)]
            yield f"{' '.join([change.kind, *extra])}: {shown(change)}"


def shown(change: Change) -> str:
    signs = {"equal": "%s", "delete": "[%s]", "insert": "{%s}"}
    return "".join(signs[op] % text for op, text in change.segments).replace("\n", "↵")
