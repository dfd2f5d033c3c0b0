"""Where a draft stands, and where it may go from there.

A draft is written (*drafting*), issued as a document, negotiated in informal consultations, and in the end
adopted, withdrawn by its sponsors, or lapsed with its session. A withdrawn motion may be reintroduced, and an
adopted one reconsidered (rules of procedure of the General Assembly, rules 80 and 81; 122 and 123 in the
committees); a lapsed one is sometimes taken up at a later session.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

State = Literal["drafting", "issued", "negotiation", "adopted", "withdrawn", "lapsed"]
STATES: tuple[State, ...] = get_args(State)
OF_DOCUMENTS: frozenset[State] = frozenset({"issued", "adopted"})  # only of what was issued
OPEN: frozenset[State] = frozenset({"drafting", "issued", "negotiation"})  # its text may still change

WORDS: dict[State, str] = {
    "drafting": "drafting",
    "issued": "issued",
    "negotiation": "under negotiation",
    "adopted": "adopted",
    "withdrawn": "withdrawn",
    "lapsed": "lapsed",
}


class Move(NamedTuple):
    """A way from one state to another. ``why`` is what a reason is asked for with; empty: none is needed."""

    old: State
    new: State
    deed: str
    why: str = ""


MOVES = (
    Move("drafting", "issued", "Say that it was issued"),
    Move("drafting", "negotiation", "Open negotiation"),
    Move("drafting", "withdrawn", "Give it up", "Why is it given up?"),
    Move("drafting", "lapsed", "Let it lapse", "Why does it lapse?"),
    Move("issued", "negotiation", "Open negotiation"),
    Move("issued", "adopted", "Record its adoption"),
    Move("issued", "withdrawn", "Withdraw it", "Why do its sponsors withdraw it?"),
    Move("issued", "lapsed", "Let it lapse", "Why does it lapse?"),
    Move("negotiation", "issued", "Close negotiation", "What came of it?"),
    Move("negotiation", "adopted", "Record its adoption"),
    Move("negotiation", "withdrawn", "Withdraw it", "Why do its sponsors withdraw it?"),
    Move("negotiation", "lapsed", "Let it lapse", "Why does it lapse?"),
    Move("adopted", "issued", "Open it again", "Was it reconsidered, or recorded by mistake?"),
    Move("withdrawn", "issued", "Reintroduce it", "Who reintroduces it?"),
    Move("withdrawn", "drafting", "Take it up again", "Who takes it up?"),
    Move("lapsed", "drafting", "Take it up again", "At which session, and who takes it up?"),
)


def moves_from(state: str) -> tuple[Move, ...]:
    """Where a draft in this state may go."""
    return tuple(move for move in MOVES if move.old == state)


def move(old: str, new: str) -> Move | None:
    """The way from one state to the other, if there is one."""
    return next((each for each in MOVES if (each.old, each.new) == (old, new)), None)
