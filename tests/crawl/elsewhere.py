"""A draft that nobody of the crawl belongs to, and whose words therefore must be in no answer."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from drafts import actions
from drafts.core.options import Options
from drafts.formats import to_json
from drafts.formats.text import read_text
from drafts.models import Deed, Draft, Person, Reading, SourceFile, User
from drafts.queries import reports
from drafts.queries.finding import Search
from tests.files import empty_pdf
from tests.texts import NEW, OLD

SECRET = "quillfeather"  # in every text of that draft
ASKED_FOR = "zymurgist"  # beside it: a word that may be searched for, and must not find it


class Elsewhere:
    """Two versions, a live text, a discussion, an invitation, a reading and a batch of others."""

    def __init__(self) -> None:
        self.by = User.objects.create_user(SECRET, name=f"{SECRET} {ASKED_FOR}")
        old, new = (each.replace("fund", f"{SECRET} {ASKED_FOR}") for each in (OLD, NEW))
        self.draft = actions.start_draft(read_text(old), by=self.by, source=old)
        self.version = actions.add_version(self.draft, read_text(new), by=self.by)
        actions.edit_live_text(self.draft, lambda text: read_text(new), by=self.by)
        self.person = Person.objects.get(draft=self.draft)
        self.invitation = actions.invite(
            self.draft, by=self.by, role="facilitator", expires_at=timezone.now() + datetime.timedelta(days=1)
        )
        first = self.draft.versions.get(number=1)
        keys = [paragraph.id for paragraph in first.resolution().paragraphs]
        self.pairing = actions.make_pairing(
            first, self.version, by=self.by, old_keys=keys[1:2], together=False,
            new_keys=[self.version.resolution().paragraphs[-1].id],
        )  # fmt: skip
        self.thread = actions.start_thread(first, keys[1], f"{SECRET} {ASKED_FOR}?", by=self.by)
        file = SourceFile.of(f"{SECRET}.pdf", empty_pdf())
        file.save()
        self.reading = Reading.objects.create(
            user=self.by, draft=self.draft, file=file, value=to_json(read_text(new))
        )
        self.batch = actions.start_batch(Search(), ["csv"], reports.Asked("", Options()), by=self.by)
        self.key = keys[1]

    def ids(self) -> list[str]:
        """What an address or a form could name of it."""
        rows = (self.draft, self.version, self.person, self.invitation, self.pairing, self.thread)
        more = (self.reading, self.batch)
        return [*(str(row.pk) for row in (*rows, *more)), self.key, ASKED_FOR]

    def as_it_is(self) -> list[Any]:
        """All that could have been changed about it."""
        draft = self.draft.pk
        return [
            list(Draft.objects.filter(pk=draft).values()),
            list(Person.objects.filter(draft=draft).values()),
            list(Deed.objects.filter(draft=draft).values_list("pk")),
            list(self.draft.versions.values()),
            list(type(self.invitation).objects.filter(draft=draft).values()),
            list(type(self.thread).objects.filter(pk=self.thread.pk).values()),
            list(Reading.objects.filter(user=self.by).values()),
            list(type(self.batch).objects.filter(pk=self.batch.pk).values()),
            list(User.objects.filter(pk=self.by.pk).values()),
        ]
