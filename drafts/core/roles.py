"""Who may do what on a draft, and when. This table is the only place that says so.

Roles are a ladder: each may do all that the one below it may.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple, get_args

from drafts.core.states import OPEN, STATES, WORDS, State

Role = Literal["facilitator", "drafter", "delegate", "reader", "public"]
LADDER: tuple[Role, ...] = get_args(Role)  # from the top down
GIVEN: tuple[Role, ...] = LADDER[:-1]  # what a person can be; "public" is whoever has the public link

MEANINGS: dict[Role, str] = {
    "facilitator": "runs the draft: people, states, records",
    "drafter": "edits the text and issues versions",
    "delegate": "reads and comments",
    "reader": "reads",
    "public": "reads by the public link",
}

Deed = Literal[
    "see", "follow", "discuss", "pair", "read live", "write", "sponsor", "issue", "withdraw version",
    "people", "link", "state", "audit", "export",
]  # fmt: skip


class Rule(NamedTuple):
    """The lowest role that may do a deed, the states in which it can be done, and the deed in words."""

    role: Role
    states: Collection[State]
    words: str


EVERY = frozenset(STATES)

RULES: dict[Deed, Rule] = {
    "see": Rule("public", EVERY, "read this draft and compare its versions"),
    "follow": Rule("reader", EVERY, "see its people and its timeline"),
    "discuss": Rule("delegate", OPEN, "take part in the discussion"),
    "pair": Rule("drafter", EVERY, "say which paragraphs belong together"),
    "sponsor": Rule("drafter", OPEN, "keep the list of sponsors"),
    "read live": Rule("reader", EVERY, "read the live text"),
    "write": Rule("drafter", OPEN, "write in the live text"),
    "issue": Rule("drafter", OPEN, "bring in a text or issue a version"),
    "withdraw version": Rule("facilitator", OPEN, "withdraw a version"),
    "people": Rule("facilitator", EVERY, "invite people, change or remove them"),
    "link": Rule("facilitator", EVERY, "open or close the public link"),
    "state": Rule("facilitator", EVERY, "say where the draft stands"),
    "audit": Rule("facilitator", EVERY, "read the record of all that was done"),
    "export": Rule("facilitator", EVERY, "take the whole draft out"),
}


def may(role: str, deed: Deed) -> bool:
    """Whether a role may do a deed at all, whatever the state. Any other word is a stranger's."""
    return role in LADDER[: LADDER.index(RULES[deed].role) + 1]


def deeds_open_to(role: str, state: str) -> frozenset[Deed]:
    """What a role may do on a draft in this state."""
    return frozenset(deed for deed, rule in RULES.items() if may(role, deed) and state in rule.states)


def refusal(role: str, state: str, deed: Deed) -> str:
    """Why this role may not do this deed now, for a person; empty if it may.

    Says first what no state would change: who one is.
    """
    rule = RULES[deed]
    if not may(role, deed):
        allowed = [each for each in GIVEN if may(each, deed)]
        names = " or ".join(f"a {each}" for each in allowed)
        you = f"; you are a {role} here" if role in GIVEN else ""
        return f"Only {names} of a draft can {rule.words}{you}."
    if state not in rule.states:
        return f"This draft is {WORDS[state]}, and in that state nobody can {rule.words}."  # type: ignore[index]
    return ""
