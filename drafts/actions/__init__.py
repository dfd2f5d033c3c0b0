"""Writes: one function a deed. Each is atomic, says who does it (``by``), and leaves nothing half done."""

from drafts.actions.batches import (
    cancel_batch,
    is_batch_kept,
    make_batch,
    reopen_batch,
    resume_batches,
    start_batch,
    zip_of,
)
from drafts.actions.deeds import record_export
from drafts.actions.digests import stop_digests
from drafts.actions.discussion import (
    answer_thread,
    reopen_thread,
    resolve_thread,
    start_live_thread,
    start_thread,
)
from drafts.actions.exports import export_draft
from drafts.actions.following import see_all
from drafts.actions.history import keep_checkpoints, take_up_moment
from drafts.actions.imports import import_draft
from drafts.actions.intake import (
    read_now,
    read_promptly,
    reopen_reading,
    resume_readings,
    start_reading,
    start_readings,
)
from drafts.actions.languages import speak
from drafts.actions.limits import forget_uses, give_back, spend
from drafts.actions.links import close_public_link, open_public_link
from drafts.actions.live import edit_live_text, open_live_text, take_up_live_text
from drafts.actions.pairings import make_pairing, take_back_pairing
from drafts.actions.people import (
    change_person,
    invite,
    join_draft,
    leave_draft,
    remove_person,
    take_back_invitation,
)
from drafts.actions.readings import (
    correct_reading,
    discard_reading,
    keep_reading,
    put_reading_aside,
    resolution_of,
    stands_alone,
    take_up_version,
    undo_correction,
)
from drafts.actions.reports import file_of, have_report, reopen_report, resume_reports
from drafts.actions.settlements import reopen_doubt, settle_doubt
from drafts.actions.sign_ins import end_sign_in, end_sign_ins, move_sign_in
from drafts.actions.sponsors import change_sponsor, join_sponsors, withdraw_sponsor
from drafts.actions.states import move_draft
from drafts.actions.undoing import (
    Stood,
    come_back,
    give_invitation_again,
    open_link_again,
    standing_of,
    take_person_back,
    take_reading_up,
)
from drafts.actions.versions import add_version, start_draft, start_writing
from drafts.actions.withdrawals import withdraw_version

__all__ = [
    "Stood",
    "add_version",
    "answer_thread",
    "cancel_batch",
    "change_person",
    "change_sponsor",
    "close_public_link",
    "come_back",
    "correct_reading",
    "discard_reading",
    "edit_live_text",
    "end_sign_in",
    "end_sign_ins",
    "export_draft",
    "file_of",
    "forget_uses",
    "give_back",
    "give_invitation_again",
    "have_report",
    "import_draft",
    "invite",
    "is_batch_kept",
    "join_draft",
    "join_sponsors",
    "keep_checkpoints",
    "keep_reading",
    "leave_draft",
    "make_batch",
    "make_pairing",
    "move_draft",
    "move_sign_in",
    "open_link_again",
    "open_live_text",
    "open_public_link",
    "put_reading_aside",
    "read_now",
    "read_promptly",
    "record_export",
    "remove_person",
    "reopen_batch",
    "reopen_doubt",
    "reopen_reading",
    "reopen_report",
    "reopen_thread",
    "resolution_of",
    "resolve_thread",
    "resume_batches",
    "resume_readings",
    "resume_reports",
    "see_all",
    "settle_doubt",
    "speak",
    "spend",
    "standing_of",
    "stands_alone",
    "start_batch",
    "start_draft",
    "start_live_thread",
    "start_reading",
    "start_readings",
    "start_thread",
    "start_writing",
    "stop_digests",
    "take_back_invitation",
    "take_back_pairing",
    "take_person_back",
    "take_reading_up",
    "take_up_live_text",
    "take_up_moment",
    "take_up_version",
    "undo_correction",
    "withdraw_sponsor",
    "withdraw_version",
    "zip_of",
]
