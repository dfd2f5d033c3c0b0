"""Who may do what on a draft, and when. This table is the only place that says so.

Roles are a ladder: each may do all that the one below it may.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple, get_args

from drafts.core.states import OPEN, STATES, WORDS, State
from drafts.core.worded import Worded, one_of, worded

Role = Literal["facilitator", "drafter", "delegate", "reader", "public"]
LADDER: tuple[Role, ...] = get_args(Role)  # from the top down
GIVEN: tuple[Role, ...] = LADDER[:-1]  # what a person can be; "public" is whoever has the public link

WORDS_OF: dict[str, Worded] = {
    "facilitator": worded("facilitator"),
    "drafter": worded("drafter"),
    "delegate": worded("delegate"),
    "reader": worded("reader"),
    "public": worded("public"),
}
A_ROLE: dict[str, Worded] = {
    "facilitator": worded("a facilitator"),
    "drafter": worded("a drafter"),
    "delegate": worded("a delegate"),
    "reader": worded("a reader"),
    "public": worded("a public reader"),
}
MEANINGS: dict[Role, str] = {
    "facilitator": worded("runs the draft: people, states, records"),
    "drafter": worded("edits the text and issues versions"),
    "delegate": worded("reads and comments"),
    "reader": worded("reads"),
    "public": worded("reads by the public link"),
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
    "see": Rule("public", EVERY, worded("read this draft and compare its versions")),
    "follow": Rule("reader", EVERY, worded("see its people and its timeline")),
    "discuss": Rule("delegate", OPEN, worded("take part in the discussion")),
    "pair": Rule("drafter", EVERY, worded("say which paragraphs belong together")),
    "sponsor": Rule("drafter", OPEN, worded("keep the list of sponsors")),
    "read live": Rule("reader", EVERY, worded("read the live text")),
    "write": Rule("drafter", OPEN, worded("write in the live text")),
    "issue": Rule("drafter", OPEN, worded("bring in a text or issue a version")),
    "withdraw version": Rule("facilitator", OPEN, worded("withdraw a version")),
    "people": Rule("facilitator", EVERY, worded("invite people, change or remove them")),
    "link": Rule("facilitator", EVERY, worded("open or close the public link")),
    "state": Rule("facilitator", EVERY, worded("say where the draft stands")),
    "audit": Rule("facilitator", EVERY, worded("read the record of all that was done")),
    "export": Rule("facilitator", EVERY, worded("take the whole draft out")),
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
        names = one_of([A_ROLE[each] for each in allowed])
        if role not in GIVEN:
            return worded("Only {names} of a draft can {deed}.", names=names, deed=rule.words)
        you = A_ROLE[role]
        return worded(
            "Only {names} of a draft can {deed}; you are {you} here.", names=names, deed=rule.words, you=you
        )
    if state not in rule.states:
        return worded(
            "This draft is {state}, and in that state nobody can {deed}.",
            state=WORDS[state],  # type: ignore[index]
            deed=rule.words,
        )
    return ""
