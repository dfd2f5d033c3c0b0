"""The live text in a draft's archive: its whole log goes along, so that every moment can be shown elsewhere.

``live/log.jsonl`` has a line for each update, in their order: who wrote it, when, and the update in Base64.
``live/live.json`` says what came whole, and has the document of each version.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pycrdt import Doc

from drafts.actions.history import keep_checkpoints
from drafts.actions.live import compact
from drafts.formats.shared import new_doc
from drafts.formats.shared.lib0 import BadMessageError
from drafts.formats.shared.updates import reach
from drafts.models import Draft, LiveEntry, LiveText, LiveUpdate, LiveVersion, Version

LOG, REST = "live/log.jsonl", "live/live.json"
MOST_UPDATES = 1_000_000  # ten times the longest log that we tried
AT_ONCE = 2000  # rows written by one statement


@dataclass(frozen=True)
class LiveArchive:
    """What an archive holds of a live text: ``updates`` as account, time and bytes; ``entries`` as update,
    version's number and moment; ``versions`` the documents by number.
    """

    updates: tuple[tuple[int, datetime, bytes], ...]
    entries: tuple[tuple[int, int | None, int | None], ...]
    versions: Mapping[int, bytes]


def live_files(draft: Draft) -> Iterator[tuple[str, bytes]]:
    """The files of a draft's live text, by name; none, where nobody has opened one."""
    if not LiveText.objects.filter(pk=draft.pk).exists():
        return
    rows = LiveUpdate.objects.filter(draft=draft).order_by("seq").values_list("user_id", "at", "data")
    lines = (json.dumps([user, at.isoformat(), _told(data)]) for user, at, data in rows.iterator(AT_ONCE))
    yield LOG, "".join(f"{line}\n" for line in lines).encode()
    entries = LiveEntry.objects.filter(draft=draft).values_list("seq", "version__number", "moment")
    documents = LiveVersion.objects.filter(version__draft=draft).values_list("version__number", "snapshot")
    rest = {"entries": list(entries), "versions": {number: _told(data) for number, data in documents}}
    yield REST, json.dumps(rest, indent=1).encode() + b"\n"


def read_live(files: Mapping[str, bytes], say: Callable[[str], None]) -> LiveArchive | None:
    """The live text of an archive, each of its updates tried; None, where it has none.

    ``say`` is told which place is being read.

    Raises:
        ValueError: something in it cannot be.
    """
    if LOG not in files:
        return None
    say(REST)
    rest = json.loads(files[REST])
    entries = tuple(_entry(*row) for row in rest["entries"])
    versions = {int(number): _tried(data) for number, data in rest["versions"].items()}
    lines = files[LOG].splitlines()
    if not 0 < len(lines) <= MOST_UPDATES:
        raise ValueError(f"it has {len(lines):,} updates, and a live text has 1 to {MOST_UPDATES:,}")
    doc, updates = new_doc(), []
    for number, line in enumerate(lines, 1):
        say(f"{LOG}, line {number}")
        user, at, data = json.loads(line)
        update = _bytes(data)
        _apply(doc, update)
        updates.append((int(user), _moment(at), update))
    say(REST)
    for seq, _, moment in entries:
        if not 0 < seq <= len(updates) or not 0 <= (moment or 0) < seq:
            raise ValueError(f"update {seq} did not come after what it took up")
    return LiveArchive(tuple(updates), entries, versions)


def write_live(live: LiveArchive, draft: Draft, account: Callable[[int], int]) -> None:
    """Keep a live text as it was; ``account`` gives the id here of somebody by that in the archive."""
    LiveText.objects.create(draft=draft, seq=len(live.updates))
    rows = (
        LiveUpdate(draft=draft, seq=seq, user_id=account(user), at=at, data=data)
        for seq, (user, at, data) in enumerate(live.updates, 1)
    )
    LiveUpdate.objects.bulk_create(rows, batch_size=AT_ONCE)
    versions = {version.number: version for version in Version.objects.filter(draft=draft)}
    for seq, number, moment in live.entries:
        version = versions[number] if number is not None else None
        LiveEntry.objects.create(draft=draft, seq=seq, version=version, moment=moment)
    for number, snapshot in live.versions.items():
        LiveVersion.objects.create(version=versions[number], snapshot=snapshot)
    compact(draft.pk)
    keep_checkpoints(draft.pk)


def _told(data: bytes | memoryview) -> str:
    return b64encode(bytes(data)).decode()


def _bytes(told: Any) -> bytes:
    """An update that is one."""
    data = b64decode(told, validate=True)
    try:
        reach(data)
    except BadMessageError as error:
        raise ValueError(f"that is no update: {error}") from error
    return data


def _tried(told: Any) -> bytes:
    data = _bytes(told)
    _apply(new_doc(), data)
    return data


def _apply(doc: Doc[Any], update: bytes) -> None:
    """What ``reach`` lets through can still hang on nothing that is there."""
    try:
        doc.apply_update(update)
    except (ValueError, RuntimeError) as error:
        raise ValueError(f"that is no update of this text: {error}") from error


def _moment(told: str) -> datetime:
    at = datetime.fromisoformat(told)
    if at.tzinfo is None:
        raise ValueError(f"{told} does not say of which time zone it is")
    return at


def _entry(seq: int, version: int | None, moment: int | None) -> tuple[int, int | None, int | None]:
    if not all(each is None or type(each) is int for each in (version, moment)) or type(seq) is not int:
        raise ValueError("what came whole is told in whole numbers")
    return seq, version, moment
