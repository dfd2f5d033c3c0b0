"""Where a draft stands, and where it may go from there.

A draft is written (*drafting*), issued as a document, negotiated in informal consultations, and in the end
adopted, withdrawn by its sponsors, or lapsed with its session. A withdrawn motion may be reintroduced, and an
adopted one reconsidered (rules of procedure of the General Assembly, rules 80 and 81; 122 and 123 in the
committees); a lapsed one is sometimes taken up at a later session.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from drafts.core.worded import worded

State = Literal["drafting", "issued", "negotiation", "adopted", "withdrawn", "lapsed"]
STATES: tuple[State, ...] = get_args(State)
OF_DOCUMENTS: frozenset[State] = frozenset({"issued", "adopted"})  # only of what was issued
OPEN: frozenset[State] = frozenset({"drafting", "issued", "negotiation"})  # its text may still change

WORDS: dict[State, str] = {
    "drafting": worded("drafting"),
    "issued": worded("issued"),
    "negotiation": worded("under negotiation"),
    "adopted": worded("adopted"),
    "withdrawn": worded("withdrawn"),
    "lapsed": worded("lapsed"),
}


class Move(NamedTuple):
    """A way from one state to another. ``why`` is what a reason is asked for with; empty: none is needed."""

    old: State
    new: State
    deed: str
    why: str = ""


MOVES = (
    Move("drafting", "issued", worded("Say that it was issued")),
    Move("drafting", "negotiation", worded("Open negotiation")),
    Move("drafting", "withdrawn", worded("Give it up"), worded("Why is it given up?")),
    Move("drafting", "lapsed", worded("Let it lapse"), worded("Why does it lapse?")),
    Move("issued", "negotiation", worded("Open negotiation")),
    Move("issued", "adopted", worded("Record its adoption")),
    Move("issued", "withdrawn", worded("Withdraw it"), worded("Why do its sponsors withdraw it?")),
    Move("issued", "lapsed", worded("Let it lapse"), worded("Why does it lapse?")),
    Move("negotiation", "issued", worded("Close negotiation"), worded("What came of it?")),
    Move("negotiation", "adopted", worded("Record its adoption")),
    Move("negotiation", "withdrawn", worded("Withdraw it"), worded("Why do its sponsors withdraw it?")),
    Move("negotiation", "lapsed", worded("Let it lapse"), worded("Why does it lapse?")),
    Move(
        "adopted", "issued", worded("Open it again"), worded("Was it reconsidered, or recorded by mistake?")
    ),
    Move("withdrawn", "issued", worded("Reintroduce it"), worded("Who reintroduces it?")),
    Move("withdrawn", "drafting", worded("Take it up again"), worded("Who takes it up?")),
    Move("lapsed", "drafting", worded("Take it up again"), worded("At which session, and who takes it up?")),
)


def moves_from(state: str) -> tuple[Move, ...]:
    """Where a draft in this state may go."""
    return tuple(move for move in MOVES if move.old == state)


def move(old: str, new: str) -> Move | None:
    """The way from one state to the other, if there is one."""
    return next((each for each in MOVES if (each.old, each.new) == (old, new)), None)
