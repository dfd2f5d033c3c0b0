"""Writes: one function a deed. Each is atomic, says who does it (``by``), and leaves nothing half done."""

from drafts.actions.intake import read_now, read_promptly, resume_readings, start_reading, start_readings
from drafts.actions.pairings import make_pairing, take_back_pairing
from drafts.actions.readings import (
    correct_reading,
    discard_reading,
    keep_reading,
    put_reading_aside,
    resolution_of,
    stands_alone,
    undo_correction,
)
from drafts.actions.settlements import reopen_doubt, settle_doubt
from drafts.actions.sponsors import change_sponsor, join_sponsors, withdraw_sponsor
from drafts.actions.states import move_draft
from drafts.actions.versions import add_version, start_draft

__all__ = [
    "add_version",
    "change_sponsor",
    "correct_reading",
    "discard_reading",
    "join_sponsors",
    "keep_reading",
    "make_pairing",
    "move_draft",
    "put_reading_aside",
    "read_now",
    "read_promptly",
    "reopen_doubt",
    "resolution_of",
    "resume_readings",
    "settle_doubt",
    "stands_alone",
    "start_draft",
    "start_reading",
    "start_readings",
    "take_back_pairing",
    "undo_correction",
    "withdraw_sponsor",
]
