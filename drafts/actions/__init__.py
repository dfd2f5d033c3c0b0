"""Writes: one function a deed. Each is atomic, says who does it (``by``), and leaves nothing half done."""

from drafts.actions.pairings import make_pairing, take_back_pairing
from drafts.actions.readings import (
    correct_reading,
    keep_reading,
    put_reading_aside,
    resolution_of,
    start_reading,
    undo_correction,
)
from drafts.actions.sponsors import change_sponsor, join_sponsors, withdraw_sponsor
from drafts.actions.states import move_draft
from drafts.actions.versions import add_version, start_draft

__all__ = [
    "add_version",
    "change_sponsor",
    "correct_reading",
    "join_sponsors",
    "keep_reading",
    "make_pairing",
    "move_draft",
    "put_reading_aside",
    "resolution_of",
    "start_draft",
    "start_reading",
    "take_back_pairing",
    "undo_correction",
    "withdraw_sponsor",
]
