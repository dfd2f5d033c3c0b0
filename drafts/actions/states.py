"""Saying where a draft stands."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from drafts.actions.catalogue import catalogue
from drafts.actions.deeds import lock, record
from drafts.core import states, symbols
from drafts.core.deed_words import done
from drafts.core.errors import DeedError, OvertakenError
from drafts.core.worded import worded
from drafts.models import Draft, User
from drafts.queries import permissions


@transaction.atomic
def move_draft(
    draft: Draft,
    state: states.State,
    *,
    by: User,
    seen: str,
    date: datetime.date | None = None,
    why: str = "",
    symbol: str = "",
) -> Draft:
    """Record that a draft stands elsewhere now; ``seen`` is the state that ``by`` saw it in.

    ``date`` is the day it happened (today if not given), ``why`` the reason where one is needed, ``symbol``
    that of the adopted text.

    Raises:
        NotAllowedError: ``by`` may not.
        OvertakenError: somebody else moved it meanwhile.
        DeedError: no way leads from here to there, or the reason, the symbol or a version is missing.
    """
    draft = lock(draft)
    permissions.require(draft, "state", by=by)
    _check_move(draft, state, seen=seen, why=why)
    enter_state(draft, state, by=by, date=date, why=why.strip(), symbol=_adopted_symbol(state, symbol))
    catalogue(draft)  # by the symbol of the adopted text, too
    return draft


def _check_move(draft: Draft, state: states.State, *, seen: str, why: str) -> None:
    """Refuse what ``move_draft`` says that it refuses."""
    if draft.state != seen:
        raise OvertakenError(
            worded(
                "This draft is {state} by now: somebody changed it while your page was open. "
                "Look at its timeline before you go on.",
                state=draft.state_words,
            )
        )
    move = states.move(draft.state, state)
    if move is None:
        raise DeedError(
            worded(
                "A draft that is {state} cannot become {new}.",
                state=draft.state_words,
                new=states.WORDS[state],
            )
        )
    if state in states.OF_DOCUMENTS and draft.in_force is None:
        raise DeedError(
            worded("Nothing of this draft was issued yet. Issue the live text as its first version.")
        )
    if move.why and not why.strip():
        raise DeedError(worded("{why} Say it in a few words, for the record.", why=move.why))


def enter_state(
    draft: Draft,
    state: states.State,
    *,
    by: User,
    date: datetime.date | None = None,
    why: str = "",
    symbol: str = "",
) -> None:
    """Put a locked draft into a state and record it."""
    old, draft.state, draft.adopted_as = draft.state, state, symbol
    draft.save(update_fields=["state", "adopted_as"])
    sentence = " ".join(("state-changed", *(["as"] if symbol else []), *(["why"] if why else [])))
    told = {"state": states.WORDS[state], "symbol": symbol, "why": why}
    record(
        draft,
        "state-changed",
        done(sentence, **told),
        by=by,
        date=date or timezone.localdate(),
        old=old,
        new=state,
        why=why,
        symbol=symbol,
    )


def _adopted_symbol(state: str, typed: str) -> str:
    """The symbol of the adopted text in its proper spelling; empty for every other state."""
    if state != "adopted":
        return ""
    symbol = symbols.parse(typed)
    if not symbol.adopted:
        raise DeedError(
            worded(
                "{symbol} is not the symbol of an adopted text: such a one is A/RES/61/181.", symbol=symbol
            )
        )
    return str(symbol)
