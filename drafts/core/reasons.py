"""What a pairing rests on, in plain words, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping

from drafts.core.align import Link
from drafts.core.comparison import Segments
from drafts.core.recalling import Kind, Sentences
from drafts.core.worded import Share, Worded, worded

_SHARE: Mapping[str, Worded] = {
    "opening": worded("opening words and {share} of the words agree"),
    "words": worded("{share} of the words agree"),
}
_GROUNDS: Mapping[str, Worded] = {
    "key": worded("the same paragraph of one draft"),
    "same": worded("the same words"),
    "hand": worded("paired by hand"),
    "joint": worded("the words run on in the paragraphs beside it, and {agreed}"),
    "contained": worded("the only candidate there, the one text holds the other; {agreed}"),
    "rewritten": worded("the likeliest candidate there; {agreed}"),
}
_PERCENT: Kind = (r"\d+ %", lambda said: Share(int(said.removesuffix(" %"))))
_CERTAIN = frozenset({"key", "same", "hand"})
OPENING = 12  # characters of a common opening: two words or more
_SHARES = Sentences(_SHARE, {"share": _PERCENT})
_REASONS = Sentences(
    {"elsewhere": worded("{ground}, in another place"), **_GROUNDS, **_SHARE},
    {
        "share": _PERCENT,
        "agreed": (".*?", lambda said: _SHARES.recalled("", said)),
        "ground": (".*", lambda said: recalled(said)),
    },
)

Reason = tuple[float, str]  # how sure a pairing is, from 0 to 1 to two places, and one line that says why


def certain(link: Link, *, moved: bool) -> Reason | None:
    """The reason of a pairing that does not rest on how many words agree; None for any other."""
    return (1.0, _placed(_GROUNDS[link.ground], link, moved)) if link.ground in _CERTAIN else None


def judged(link: Link, segments: Segments, *, moved: bool) -> Reason:
    """The reason of any pairing, in words for a drafter."""
    if reason := certain(link, moved=moved):
        return reason
    share = agreement(segments)
    opens = segments and segments[0].op == "equal" and len(segments[0].text) >= OPENING
    agreed = _SHARES.say("opening" if opens else "words", share=Share(round(100 * share)))
    ground = _REASONS.say(link.ground, agreed=agreed) if link.ground in _GROUNDS else agreed
    return round(0.5 + share / 2, 2), _placed(ground, link, moved)


def recalled(why: str) -> str:
    """A reason as it is kept with a comparison, to be said in any language (``core.worded``)."""
    return _REASONS.recalled("", why)


def _placed(ground: Worded, link: Link, moved: bool) -> Worded:
    return _REASONS.say("elsewhere", ground=ground) if moved and link.ground != "hand" else ground


def agreement(segments: Segments) -> float:
    """The share of both texts that is common, by letters: 1.0 the same, 0.0 nothing."""
    kept = total = 0
    for op, text in segments:
        kept += 2 * len(text) if op == "equal" else 0
        total += 2 * len(text) if op == "equal" else len(text)
    return kept / total if total else 1.0
