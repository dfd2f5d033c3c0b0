"""Genuine texts, whose truth is not known: no more is highlighted than must change, and no word is cut."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import LCSseq

from drafts.core.compare import compare
from drafts.core.comparison import Change, Comparison
from drafts.core.document import Resolution
from drafts.core.errors import RapporteurError
from drafts.formats import read
from tests.benchmarks.compare.hostile import sound
from tests.benchmarks.compare.score import cut_at
from tests.benchmarks.compare.tally import Share
from tests.benchmarks.compare.tokens import words_of

CORPUS = Path(os.environ.get("RESOLUTIONS_CORPUS", Path(__file__).parents[4] / "shared" / "corpus"))
CHAINS = (  # as in the corpus's manifest
    ("french/A_RES_76_187.fr.txt", "french/A_RES_77_237.fr.txt"),
    ("drafts/A_C.2_80_L.4.pdf", "drafts/A_C.2_80_L.56.pdf", "adopted/A_RES_80_156.pdf"),
    ("drafts/A_C.3_80_L.3.pdf", "adopted/A_RES_80_229.pdf"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a genuine pair shows; ``refused`` says why it could not be read, and the rest is empty then."""

    name: str
    refused: str = ""
    summary: str = ""
    highlighted: Share = field(default_factory=Share)
    cuts: int = 0
    sound: bool = False


def findings() -> Iterator[Finding]:
    """Each step of each chain. Without the corpus there are none."""
    for chain in CHAINS if CORPUS.is_dir() else ():
        for old, new in pairwise(chain):
            yield _finding(f"{Path(old).name} → {Path(new).name}", CORPUS / old, CORPUS / new)


def _finding(name: str, old_path: Path, new_path: Path) -> Finding:
    try:
        old, new = (read(path.read_bytes(), path.name) for path in (old_path, new_path))
    except RapporteurError as error:
        return Finding(name, refused=str(error))
    comparison = compare(old, new)
    counts = ", ".join(f"{number} {kind}" for kind, number in comparison.summary.items() if number)
    changes = [change for change in comparison.changes if change.old and change.new]
    highlighted = sum((_highlighted(change, old, new) for change in changes), Share())
    return Finding(name, "", counts, highlighted, _cuts(comparison), sound(comparison, old, new))


def _highlighted(change: Change, old: Resolution, new: Resolution) -> Share:
    """Characters marked in a pair, against those of the words outside its longest common subsequence."""
    before = words_of("\n".join(old.by_id[each].text for each in change.old))
    after = words_of("\n".join(new.by_id[each].text for each in change.new))
    marked = sum(len("".join(text.split())) for op, text in change.segments if op != "equal")
    return Share(marked, _outside_common(before, after))


def _outside_common(old: Sequence[str], new: Sequence[str]) -> int:
    edits = LCSseq.editops(old, new)
    gone = (old[edit.src_pos] for edit in edits if edit.tag == "delete")
    fresh = (new[edit.dest_pos] for edit in edits if edit.tag == "insert")
    return sum(map(len, (*gone, *fresh)))


def _cuts(comparison: Comparison) -> int:
    return sum(_side_cuts(change, other) for change in comparison.changes for other in ("insert", "delete"))


def _side_cuts(change: Change, other: str) -> int:
    """Borders between what stayed and what did not that fall inside a word of one side."""
    text, borders = "", []
    for op, piece in change.segments:
        if op != other:
            borders.append(len(text))
            text += piece
    return sum(cut_at(text, at) for at in borders)
