"""Tools that people use today, each brought to answer the same question."""

from __future__ import annotations

from types import ModuleType

from tests.benchmarks.compare.peers import ours, python_difflib

PEERS: dict[str, ModuleType] = {"ours": ours, "difflib": python_difflib}


def available(names: list[str] | None) -> list[ModuleType]:
    return [PEERS[name] for name in (PEERS if names is None else names)]
