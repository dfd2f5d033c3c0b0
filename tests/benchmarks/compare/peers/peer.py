"""What every tool on the bench is asked: one run, and its answer in our shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.compare.answer import Answer
from tests.benchmarks.compare.cases import Case


class MissingError(Exception):
    """A tool that is not on this machine; says what is missing."""


def plain(case: Case) -> tuple[str, str]:
    """Old and new text, a line a paragraph: what most tools are given."""
    return case.old.plain, case.new.plain


@dataclass(frozen=True)
class Peer:
    """``prepare`` brings a case into the form the tool takes, ``run`` is the tool's own work and alone is
    timed, ``read`` turns its result, whatever it is, into an answer.

    ``limit`` is the length of old and new text, in characters, past which the tool is not asked, since it
    would not come back in a useful time.
    """

    name: str
    version: str
    run: Callable[[Any], Any]
    read: Callable[[Any, Case], Answer]
    prepare: Callable[[Case], Any] = plain
    limit: int | None = None

    def takes(self, case: Case) -> bool:
        return self.limit is None or len(case.old.plain) + len(case.new.plain) <= self.limit

    def answer(self, case: Case) -> Answer:
        return self.read(self.run(self.prepare(case)), case)
