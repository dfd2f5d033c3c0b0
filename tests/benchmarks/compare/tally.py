"""Sums that are kept while cases are scored."""

from __future__ import annotations

from collections.abc import Hashable, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Right, wrong and missed; they add up."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was to find and nothing was claimed."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """How much was done against how much was needed; they add up."""

    done: int = 0
    needed: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.done + other.done, self.needed + other.needed)

    @property
    def ratio(self) -> float:
        return self.done / self.needed if self.needed else 1.0 if not self.done else float("inf")


def found(claimed: Set[Hashable], true: Set[Hashable]) -> Found:
    return Found(len(claimed & true), len(claimed - true), len(true - claimed))
