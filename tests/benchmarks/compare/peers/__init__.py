"""Tools that people use today, each brought to answer the same question. All but the first are optional."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from tests.benchmarks.compare.peers.peer import MissingError, Peer

__all__ = ["PEERS", "Peer", "load"]

# Name on the command line, and where it is: a module of this package and a value in it.
PEERS = {
    "ours": ("ours", "RAPPORTEUR"),
    "difflib": ("python_difflib", "WORDS"),
    "dmp": ("google_dmp", "DEFAULT"),
    "dmp-unlimited": ("google_dmp", "UNLIMITED"),
    "fast-dmp": ("fast_dmp", "CHARACTERS"),
    "redlines": ("redlines_text", "WORDS"),
    "jsdiff": ("jsdiff", "WORDS"),
    "git": ("git", "WORD_DIFF"),
    "git-regex": ("git", "WORD_DIFF_REGEX"),
    "docxodus": ("docxodus", "WORD_COMPARE"),
}


def load(names: Iterable[str]) -> tuple[dict[str, Peer], dict[str, str]]:
    """The tools of these names that are on this machine, and why each of the others is not."""
    found: dict[str, Peer] = {}
    missing: dict[str, str] = {}
    for name in names:
        module, value = PEERS[name]
        try:
            found[name] = getattr(import_module(f"{__name__}.{module}"), value)
        except (ImportError, MissingError) as error:
            missing[name] = str(error)
    return found, missing
