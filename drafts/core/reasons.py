"""What a pairing rests on, in plain words, and how sure it is."""

from __future__ import annotations

from drafts.core.align import Link
from drafts.core.comparison import Segments

CERTAIN = ("hand", "key", "same")
_GROUNDS = {
    "joint": "the words run on in the paragraphs beside it, and ",
    "contained": "the only candidate there, the one text holds the other; ",
    "rewritten": "the likeliest candidate there; ",
}
OPENING = 12  # characters of a common opening: two words or more


def confidence_in(link: Link | None, segments: Segments) -> float:
    """From 0 to 1, to two places."""
    if link is None or link.ground in CERTAIN:
        return 1.0
    return round(0.5 + agreement(segments) / 2, 2)


def reason_for(link: Link | None, segments: Segments, *, moved: bool) -> str:
    """One line for a drafter; empty for what has no partner."""
    if link is None:
        return ""
    where = ", in another place" if moved else ""
    if link.ground == "hand":
        return "paired by hand"
    if link.ground == "key":
        return f"the same paragraph of one draft{where}"
    if link.ground == "same":
        return f"the same words{where}"
    opening = "opening words and " if segments[0].op == "equal" and len(segments[0].text) >= OPENING else ""
    percent = round(100 * agreement(segments))
    return f"{_GROUNDS.get(link.ground, '')}{opening}{percent} % of the words agree{where}"


def agreement(segments: Segments) -> float:
    """The share of both texts that is common, by letters: 1.0 the same, 0.0 nothing."""
    kept = total = 0
    for op, text in segments:
        kept += 2 * len(text) if op == "equal" else 0
        total += 2 * len(text) if op == "equal" else len(text)
    return kept / total if total else 1.0
