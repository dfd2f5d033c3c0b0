"""What a pairing rests on, in plain words, and how sure it is."""

from __future__ import annotations

from drafts.core.align import Link
from drafts.core.comparison import Segments


def confidence_in(link: Link | None, segments: Segments) -> float:
    """From 0 to 1, to two places."""
    if link is None or link.ground in ("hand", "key", "same"):
        return 1.0
    return round(0.5 + agreement(segments) / 2, 2)


def reason_for(link: Link | None, segments: Segments, *, moved: bool) -> str:
    """One line for a drafter."""
    if link is None:
        return ""
    if link.ground == "hand":
        return "paired by hand"
    percent = round(100 * agreement(segments))
    where = "in another place" if moved else "in the same place"
    match link.ground:
        case "key":
            return "the same paragraph of one draft"
        case "same":
            return f"the same words {where}"
        case "joint":
            return f"the words run on in the paragraphs beside it; {percent} % agree"
        case "contained":
            return f"the only candidate {where}, and the one text holds the other"
        case "rewritten":
            return f"the best candidate {where}; {percent} % of the words agree"
    return f"{percent} % of the words agree, {where}"


def agreement(segments: Segments) -> float:
    """The share of both texts that is common, by letters: 1.0 the same, 0.0 nothing."""
    kept = sum(len(text) for op, text in segments if op == "equal")
    total = 2 * kept + sum(len(text) for op, text in segments if op != "equal")
    return 2 * kept / total if total else 1.0
