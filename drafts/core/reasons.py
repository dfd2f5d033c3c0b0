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


Reason = tuple[float, str]  # how sure a pairing is, from 0 to 1 to two places, and one line that says why


def certain(link: Link, *, moved: bool) -> Reason | None:
    """The reason of a pairing that does not rest on how many words agree; None for any other."""
    reason = _CERTAIN.get(link.ground)
    return (1.0, reason + _where(link, moved)) if reason else None


def judged(link: Link, segments: Segments, *, moved: bool) -> Reason:
    """The reason of any pairing, in words for a drafter."""
    if reason := certain(link, moved=moved):
        return reason
    agreed = agreement(segments)
    opens = segments and segments[0].op == "equal" and len(segments[0].text) >= OPENING
    opening = "opening words and " if opens else ""
    share = f"{opening}{round(100 * agreed)} % of the words agree"
    return round(0.5 + agreed / 2, 2), _LIKELY.get(link.ground, "") + share + _where(link, moved)


def _where(link: Link, moved: bool) -> str:
    return ELSEWHERE if moved and link.ground != "hand" else ""


def agreement(segments: Segments) -> float:
    """The share of both texts that is common, by letters: 1.0 the same, 0.0 nothing."""
    kept = total = 0
    for op, text in segments:
        kept += 2 * len(text) if op == "equal" else 0
        total += 2 * len(text) if op == "equal" else len(text)
    return kept / total if total else 1.0
