"""The history of a long live text: what it takes to keep, and how long its pages take to make.

``python -m tests.benchmarks.history [--paragraphs 1000] [--updates 100000]``

Ten people write in a draft on SQLite, a letter at a time. Times are of this process's processor time, which
counts other programs less than the clock does.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

WRITERS = 10
PER_ROUND = 5000  # updates made at once
WORDS = ("takes", "note", "of", "the", "report", "on", "technical", "cooperation", "and", "invites", "Member")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=1000)
    parser.add_argument("--updates", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["RAPPORTEUR_DATA"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "drafts.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        measure(asked.paragraphs, asked.updates, Path(folder))


def measure(paragraphs: int, updates: int, folder: Path) -> None:
    from django.test import Client
    from django.urls import reverse

    from drafts import actions
    from drafts.actions.live import compact
    from drafts.models import LiveCheckpoint

    draft = begin(paragraphs)
    before = _size(folder)
    write(draft, updates)
    print(f"the log of {updates:,} updates: {(_size(folder) - before) / 1e6:.1f} MB on disk")
    before = _size(folder)
    _timed("all checkpoints made", lambda: actions.keep_checkpoints(draft.pk))
    kept = LiveCheckpoint.objects.filter(draft=draft)
    sizes = [(len(each.doc), len(each.authors)) for each in kept]
    print(f"{len(sizes)} checkpoints: {(_size(folder) - before) / 1e6:.1f} MB on disk")
    print(f"the last: {sizes[-1][0] / 1e3:.0f} kB of text, {sizes[-1][1] / 1e3:.0f} kB of authors")
    compact(draft.pk)
    _timed("live text opened", lambda: actions.open_live_text(draft.pk))
    client = Client()
    client.force_login(draft.created_by)
    address = reverse("live-history", args=[draft.pk])
    for view in ("text", "authors", "changes"):
        for at in (updates // 2 - 1, updates):
            _timed(
                f"page of moment {at:,}, {view}",
                lambda at=at, view=view: client.get(
                    address, {"at": at, "view": view}, headers={"host": "localhost"}
                ),
            )


def begin(paragraphs: int):
    from drafts import actions
    from drafts.core import numbering
    from drafts.core.document import Paragraph, Resolution
    from drafts.models import User

    chance = random.Random(1)
    for number in range(1, WRITERS):
        User.objects.create_user(f"writer-{number}")
    by = User.objects.create_user("anna")
    written = [
        Paragraph(f"p{at}", "operative", " ".join(chance.choices(WORDS, k=80)) + ";")
        for at in range(paragraphs)
    ]
    return actions.start_draft(Resolution(numbering.relabel(written, "en"), language="en"), by=by)


def write(draft, updates: int) -> None:
    """Each writer types at a place of their own, deletes now and then, and goes elsewhere."""
    from drafts import actions
    from drafts.models import LiveText, LiveUpdate

    kept = actions.open_live_text(draft.pk)
    made = _typed(kept.doc, draft)
    at, now = kept.seq, datetime.datetime(2026, 11, 1, 9, tzinfo=datetime.UTC)
    while at < updates:
        rows = []
        for _ in range(min(PER_ROUND, updates - at)):
            at += 1
            now += datetime.timedelta(seconds=0.5 if at % 2000 else 7200)
            user, data = next(made)
            rows.append(LiveUpdate(draft=draft, seq=at, data=data, user_id=user, at=now))
        LiveUpdate.objects.bulk_create(rows)
        LiveText.objects.filter(pk=draft.pk).update(seq=at)


def _typed(doc, draft) -> Iterator[tuple[int, bytes]]:
    from drafts.formats.shared import new_doc
    from drafts.models import User

    chance = random.Random(2)
    pages = []
    for user in User.objects.order_by("pk"):
        page = new_doc()
        page.apply_update(doc.get_update())
        pages.append([user.pk, page, "", 0])
    keys = sorted(doc["paragraphs"])
    told: list[bytes] = []
    for _, page, _, _ in pages:
        page.observe(lambda event: told.append(event.update))
    while True:
        writer = chance.choice(pages)
        user, page, key, at = writer
        if not key or chance.random() < 0.02:
            key, at = chance.choice(keys), chance.randrange(300)
        text = page["paragraphs"][key]["text"]
        if chance.random() < 0.15 and at > 1:
            del text[at - 1 : at]
            at -= 1
        else:
            text.insert(at, chance.choice("abcdefgh "))
            at += 1
        writer[2:] = key, at
        yield user, told.pop()


def _timed(what: str, do) -> None:
    start = time.process_time()
    do()
    print(f"{what}: {1000 * (time.process_time() - start):.0f} ms")


def _size(folder: Path) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())


if __name__ == "__main__":
    main()
