"""What every tool on the bench is asked: one run, and its answer in our shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.compare.answer import Answer
from tests.benchmarks.compare.cases import Case


class MissingError(Exception):
    """A tool that is not on this machine; says what is missing."""


@dataclass(frozen=True)
class Peer:
    """``run`` does what is timed, and gives the tool's own answer, whatever it is; ``answer`` reads it.

    ``limit`` is the length of old and new text, in characters, past which the tool is not asked, since it would
    not come back in a useful time.
    """

    name: str
    version: str
    run: Callable[[Case], Any]
    answer: Callable[[Any, Case], Answer]
    limit: int | None = None

    def takes(self, case: Case) -> bool:
        return self.limit is None or len(case.old.plain) + len(case.new.plain) <= self.limit
