"""Taking a whole draft out: its versions, people, ledger and record, as files that another can read."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction

from drafts.actions.deeds import lock, record
from drafts.actions.live_archives import live_files
from drafts.core.deed_words import done
from drafts.formats import to_json, write
from drafts.formats.plain import plain_text
from drafts.models import Draft, User
from drafts.queries import permissions
from drafts.queries.archives import TABLES, accounts_of, rows_of
from drafts.queries.versions import whole

DRAFT = "draft.json"


@transaction.atomic
def export_draft(draft: Draft, *, by: User) -> dict[str, bytes]:
    """All of a draft as files by name, for ``formats.archive``; that it was taken out is in its record.

    ``draft.json`` holds the rows; ``versions/`` each version as ``resolution/1``, as plain text and for Word,
    with the text it was read from; ``files/`` the files that were brought in, byte for byte; ``live/`` the
    live text with all its past.

    Raises:
        NotAllowedError: ``by`` may not.
    """
    draft = lock(draft)
    permissions.require(draft, "export", by=by)
    record(draft, "draft-exported", done("draft-exported"), by=by)
    files = {DRAFT: _json(_rows(draft))}
    for version in whole(draft.versions.order_by("number")):
        resolution, name = version.resolution(), f"versions/{version.number}"
        files[f"{name}.json"] = _json(to_json(resolution))
        files[f"{name}.txt"] = plain_text(resolution).encode()
        files[f"{name}.docx"] = write(resolution, "docx")
        files[f"{name}.source.txt"] = version.source.encode()
        if version.file:
            files[f"files/{version.file.pk}"] = bytes(version.file.data)
    return {**files, **dict(live_files(draft))}


def _rows(draft: Draft) -> dict[str, Any]:
    return {
        "id": str(draft.pk),
        "state": draft.state,
        "adopted_as": draft.adopted_as,
        "title": draft.title,
        "language": draft.language,
        "created_at": draft.created_at,
        "created_by": draft.created_by_id,
        "accounts": accounts_of(draft),
        **{table.name: rows_of(draft, table) for table in TABLES},
    }


def _json(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, indent=1, default=lambda moment: moment.isoformat())
    return text.encode() + b"\n"
