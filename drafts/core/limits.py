"""How much one person, and one address, may ask of what costs much here: one table.

Each has a bucket that holds ``most``, and is full again after ``seconds`` in which nothing was asked for. So
whoever works in bursts, as people do, never notices, and whoever lets a program ask is soon at the pace at
which the bucket fills. How the numbers were chosen: decision 28.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from drafts.core.worded import Worded, counted, worded

Kind = Literal[
    "comparison", "two texts", "report", "batch", "reading", "archive in", "archive out", "search",
    "invitation", "mail", "account", "code", "password link",
]  # fmt: skip
Whose = Literal["person", "address"]

MINUTE, HOUR = 60, 3600
REPORTS_UNDER_WAY = 6  # of one person: the next is asked for when one of them is done


class Rate(NamedTuple):
    """``most`` of something at once, and as much again within ``seconds``."""

    most: int
    seconds: int

    def step(self, cost: int, percent: int = 100) -> float:
        """How many seconds the bucket takes to make good for ``cost``; never more than it holds."""
        return min(cost * self.seconds * 100 / (self.most * percent), float(self.seconds))


class Limit(NamedTuple):
    """What is said to whoever is over it, and how much there is of it for a person and for an address.

    ``person`` is None where nobody has signed in yet.
    """

    said: Worded
    person: Rate | None
    address: Rate


_COMPARED = worded("You had many texts compared within a short time.")
LIMITS: Mapping[Kind, Limit] = {
    # Two stored versions that this process has not shown yet.
    "comparison": Limit(_COMPARED, Rate(60, MINUTE), Rate(600, MINUTE)),
    # Pasted or in files, without an account too.
    "two texts": Limit(_COMPARED, Rate(30, MINUTE), Rate(120, MINUTE)),
    "report": Limit(
        worded("You had many reports made within a short time."), Rate(40, MINUTE), Rate(400, MINUTE)
    ),
    "batch": Limit(
        worded("You began many batches within a short time."), Rate(10, 10 * MINUTE), Rate(60, 10 * MINUTE)
    ),
    # Each text or file of those brought in together.
    "reading": Limit(
        worded("You brought in many texts within a short time."),
        Rate(200, 10 * MINUTE),
        Rate(1000, 10 * MINUTE),
    ),
    "archive in": Limit(
        worded("You brought in many archives within a short time."),
        Rate(20, 10 * MINUTE),
        Rate(60, 10 * MINUTE),
    ),
    "archive out": Limit(
        worded("You took many drafts out within a short time."), Rate(30, 10 * MINUTE), Rate(150, 10 * MINUTE)
    ),
    "search": Limit(
        worded("You searched many times within a short time."), Rate(60, MINUTE), Rate(600, MINUTE)
    ),
    "invitation": Limit(
        worded("You made many invitations within a short time."), Rate(120, HOUR), Rate(600, HOUR)
    ),
    "mail": Limit(worded("You had many mails sent within a short time."), Rate(60, HOUR), Rate(300, HOUR)),
    # A whole committee may make its accounts in the hour before it meets.
    "account": Limit(worded("Many accounts were made within a short time."), None, Rate(300, HOUR)),
    # Asked for by who forgot theirs; a delegation shares an address.
    "password link": Limit(
        worded("Many links for new passwords were asked for within a short time."),
        None,
        Rate(30, 15 * MINUTE),
    ),
    # Wrong ones, so that nobody finds a code by trying.
    "code": Limit(worded("Too many wrong codes."), Rate(10, 15 * MINUTE), Rate(100, 15 * MINUTE)),
}


def said_over(kind: Kind, whose: Whose, seconds: int) -> Worded:
    """To whoever is over a limit: what, why, and when again."""
    said = LIMITS[kind].said
    if whose == "address" and LIMITS[kind].person:
        said = worded("Much of this was asked for from your address within a short time.")
    return worded(
        "{said} There is a limit, so that the site stays quick for everybody. {again}",
        said=said,
        again=_again(seconds),
    )


def _again(seconds: int) -> Worded:
    if seconds < 2 * MINUTE:
        return counted("Go on in {n} second.", "Go on in {n} seconds.", seconds)
    return counted("Go on in {n} minute.", "Go on in {n} minutes.", -(-seconds // MINUTE))
