"""What a pairing rests on, in plain words, and how sure it is."""

from __future__ import annotations

from drafts.core.align import Link
from drafts.core.comparison import Segments

_CERTAIN = {"key": "the same paragraph of one draft", "same": "the same words", "hand": "paired by hand"}
_LIKELY = {
    "joint": "the words run on in the paragraphs beside it, and ",
    "contained": "the only candidate there, the one text holds the other; ",
    "rewritten": "the likeliest candidate there; ",
}
ELSEWHERE = ", in another place"
OPENING = 12  # characters of a common opening: two words or more


def judged(link: Link, segments: Segments, *, moved: bool) -> tuple[float, str]:
    """How sure a pairing is, from 0 to 1 to two places, and one line for a drafter that says why."""
    where = ELSEWHERE if moved and link.ground != "hand" else ""
    if reason := _CERTAIN.get(link.ground):
        return 1.0, reason + where
    agreed = agreement(segments)
    opens = segments and segments[0].op == "equal" and len(segments[0].text) >= OPENING
    opening = "opening words and " if opens else ""
    reason = f"{_LIKELY.get(link.ground, '')}{opening}{round(100 * agreed)} % of the words agree{where}"
    return round(0.5 + agreed / 2, 2), reason


def agreement(segments: Segments) -> float:
    """The share of both texts that is common, by letters: 1.0 the same, 0.0 nothing."""
    kept = total = 0
    for op, text in segments:
        kept += 2 * len(text) if op == "equal" else 0
        total += 2 * len(text) if op == "equal" else len(text)
    return kept / total if total else 1.0
