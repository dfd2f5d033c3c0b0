"""Who gets where: every address × everyone × every state, as ``permissions.txt`` says.

A new address needs a line there and, where it has arguments or is posted to, one in ``ASKED`` here.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from django.core import signing
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from drafts import actions
from drafts.core import doubts, editing
from drafts.core.document import Doubt, Note
from drafts.core.ledger import Proposer
from drafts.core.options import Options
from drafts.core.states import OPEN, STATES, moves_from
from drafts.formats import to_json
from drafts.formats.text import read_text
from drafts.models import Draft, Person, Reading, SourceFile, User
from drafts.models.user import STOP_SALT
from drafts.queries import reports
from drafts.queries.finding import Search
from drafts.queries.languages import script_words
from tests.files import empty_pdf
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).with_name("permissions.txt")
ROLES = ("facilitator", "drafter", "delegate", "reader")
VIEWERS = (*ROLES, "public", "stranger", "signed-out")
STATE_WORDS = {
    "every": STATES,
    "open": sorted(OPEN),
    "ended": sorted(set(STATES) - OPEN),
    "any": STATES[:1],  # of no draft: asking in one state says it all
}
SYMBOL = "A/RES/61/181"
ITALY = Proposer("state", "IT")


class World:
    """A draft with two versions, people in every role, and what they can act on."""

    def __init__(self) -> None:
        self.users = {name: User.objects.create_user(name) for name in (*ROLES, "stranger", "spare")}
        by = self.users["facilitator"]
        self.draft = actions.start_draft(read_text(OLD), by=by, source=OLD)
        second = actions.add_version(self.draft, read_text(NEW), by=by)
        note = Note("n1", "*", "A.")
        actions.edit_live_text(self.draft, lambda text: replace(text, notes=(note,)), by=by)
        for role in ROLES[1:]:
            Person.objects.create(draft=self.draft, user=self.users[role], role=role)
        Person.objects.create(draft=self.draft, user=User.objects.create_user("second"), role="facilitator")
        self.spare = Person.objects.create(draft=self.draft, user=self.users["spare"], role="reader")
        tomorrow = timezone.now() + datetime.timedelta(days=1)
        self.invitation = actions.invite(self.draft, by=by, role="reader", expires_at=tomorrow)
        self.token = actions.open_public_link(self.draft, by=by).token
        first = self.draft.versions.get(number=1)
        key = first.resolution().paragraphs[1].id
        self.keys = {"old": key, "new": second.resolution().paragraphs[-1].id, "together": "no"}
        self.query = {"old": "1", "new": "2", "change": f"c-{self.keys['new']}"}
        self.pairing = actions.make_pairing(
            first, second, by=by, old_keys=[key], new_keys=[self.keys["new"]], together=False
        )
        text, _ = editing.add_note(read_text(NEW.replace("fund", "purse")))
        text = replace(text, doubts=(Doubt("note-mark", "“fund” was read as it stands.", "p4"),))
        self.doubt = doubts.keys(text)[0]
        self.readings = {role: self._reading(role, to_json(text)).pk for role in ROLES}
        self.batch = actions.start_batch(Search(), ["csv"], reports.Asked("", Options()), by=by)
        actions.cancel_batch(self.batch)
        self.thread = actions.start_thread(first, key, "Is this agreed?", by=by)
        self.handler = Client().handler
        self.cookies = {viewer: self._signed_in(viewer).cookies for viewer in VIEWERS}

    def make_reports(self) -> None:
        """What the pages of reports show, made once, so that looking at each for everybody is quick."""
        old, new = self.draft.versions.order_by("number")
        for form in ("pdf", "html", "json"):
            actions.have_report(old, new, reports.Asked(form, Options()), by=self.users["facilitator"])

    def _reading(self, role: str, value: dict[str, object]) -> Reading:
        file = SourceFile.of("draft.pdf", empty_pdf())
        file.save()
        return Reading.objects.create(user=self.users[role], draft=self.draft, file=file, value=value)

    def client(self, viewer: str) -> Client:
        """Whoever is looking, as at the beginning. All share the middleware, which takes long to load."""
        client = Client()
        client.handler = self.handler
        client.cookies = copy(self.cookies[viewer])
        return client

    def _signed_in(self, viewer: str) -> Client:
        client = Client()
        if viewer in self.users:
            client.force_login(self.users[viewer])
        if viewer == "public":
            client.get(reverse("public", args=[self.token]))
        return client

    def reading(self, viewer: str) -> uuid.UUID:
        return self.readings.get(viewer, self.readings["facilitator"])


class Asked(NamedTuple):
    """How an address is asked: its arguments and what is posted, for this viewer in this state."""

    args: Callable[[World, str, str], list[object]]
    posted: Callable[[World, str], dict[str, object]] | None = None


def _of_draft(*more: object) -> Callable[[World, str, str], list[object]]:
    return lambda world, viewer, state: [world.draft.pk, *more]


def _of_thread(world: World, viewer: str, state: str) -> list[object]:
    return [world.draft.pk, world.thread.pk]


def _of_reading(*more: object) -> Callable[[World, str, str], list[object]]:
    return lambda world, viewer, state: [world.reading(viewer), *more]


def _of_batch(world: World, viewer: str, state: str) -> list[object]:
    return [world.batch.pk]


def _sending(**data: object) -> Callable[[World, str], dict[str, object]]:
    return lambda world, state: data


_PARAGRAPH = {"kind": "operative", "level": "1", "text": "Takes note;", "deed": "save"}
_INVITATION = {"role": "reader", "places": "1", "hours": "24"}
_MOVED = {"date": "2006-12-20", "why": "Agreed.", "symbol": SYMBOL}

ASKED: Mapping[str, Asked] = {
    "draft": Asked(_of_draft()),
    "version": Asked(_of_draft(1)),
    "choose-comparison": Asked(_of_draft()),
    "comparison": Asked(_of_draft(1, 2)),
    "choose-report": Asked(_of_draft()),
    "report": Asked(_of_draft(1, 2)),
    "report-page": Asked(_of_draft(1, 2)),
    "report-picture": Asked(_of_draft(1, 2, 1, 400)),
    "make-report-again": Asked(_of_draft(1, 2), _sending()),
    "batches": Asked(lambda *_: [], _sending(chosen=["csv"], show="all", labels="en")),
    "batch": Asked(_of_batch),
    "cancel-batch": Asked(_of_batch, _sending()),
    "make-batch-again": Asked(_of_batch, _sending()),
    "batch-zip": Asked(_of_batch),
    "concordance": Asked(_of_draft()),
    "new-version": Asked(_of_draft()),
    "readings": Asked(lambda *_: [], lambda world, state: {"text": NEW, "draft": world.draft.pk}),
    "reading": Asked(_of_reading()),
    "correct-head": Asked(_of_reading(), _sending(title="T", sponsors="Italy")),
    "correct-paragraph": Asked(_of_reading("p4"), _sending(**_PARAGRAPH)),
    "add-note": Asked(_of_reading(), _sending()),
    "correct-note": Asked(_of_reading("n1"), _sending(label="1", text="A/61/179.")),
    "settle-doubt": Asked(_of_reading(), lambda world, state: {"key": world.doubt}),
    "reopen-doubt": Asked(lambda world, viewer, state: [world.reading(viewer), world.doubt], _sending()),
    "reading-file": Asked(_of_reading()),
    "reading-page": Asked(_of_reading(1, 400)),
    "read-again": Asked(_of_reading(), _sending()),
    "discard-reading": Asked(_of_reading(), _sending()),
    "version-file": Asked(_of_draft(1)),
    "download-version": Asked(_of_draft(1, "json")),
    "download-comparison": Asked(_of_draft(1, 2, "json")),
    "undo-correction": Asked(_of_reading(), _sending()),
    "put-reading-aside": Asked(_of_reading(), _sending()),
    "keep-reading": Asked(
        _of_reading(), _sending(symbol="A/C.3/61/L.9", date="2006-11-01", even_if_same="on")
    ),
    "take-up-version": Asked(_of_draft(1), _sending()),
    "withdraw-version": Asked(
        _of_draft(1), lambda world, state: {"date": timezone.localdate().isoformat(), "reason": "Overtaken."}
    ),
    "live-text": Asked(_of_draft()),
    "live-changes": Asked(_of_draft()),
    "live-by-forms": Asked(_of_draft()),
    "live-history": Asked(_of_draft()),
    "take-up-moment": Asked(_of_draft(1), _sending()),
    "edit-live-paragraph": Asked(
        lambda world, viewer, state: [world.draft.pk, world.keys["new"]], _sending(**_PARAGRAPH)
    ),
    "edit-live-note": Asked(
        lambda world, viewer, state: [world.draft.pk, "n1"], _sending(label="1", text="A.")
    ),
    "edit-live-title": Asked(_of_draft(), _sending(text="Oceans")),
    "phrases": Asked(lambda world, viewer, state: ["en"]),
    "read-pasted": Asked(_of_draft(), _sending(text="Urges all;")),
    "live-threads": Asked(_of_draft()),
    "start-live-thread": Asked(
        _of_draft(), lambda world, state: {"paragraph": world.keys["new"], "text": "I have a doubt."}
    ),
    "take-up-live-text": Asked(_of_draft(), _sending()),
    "new-pairing": Asked(_of_draft(1, 2)),
    "pairings": Asked(_of_draft(1, 2), lambda world, state: world.keys),
    "take-back-pairing": Asked(
        lambda world, viewer, state: [world.draft.pk, 1, 2, world.pairing.pk], _sending()
    ),
    "discussion": Asked(_of_draft()),
    "threads": Asked(
        _of_draft(1), lambda world, state: {"paragraph": world.keys["old"], "text": "I have a doubt."}
    ),
    "answer-thread": Asked(_of_thread, _sending(text="So do I.")),
    "resolve-thread": Asked(_of_thread, _sending()),
    "reopen-thread": Asked(_of_thread, _sending()),
    "sponsors": Asked(_of_draft()),
    "additional-sponsors": Asked(_of_draft(1)),
    "join-sponsor": Asked(_of_draft(), _sending(name="Sweden", kind="state", date="2006-11-01")),
    "read-sponsors": Asked(_of_draft(), _sending(pasted="Sweden and Benin", date="2006-11-01")),
    "join-listed-sponsors": Asked(
        _of_draft(), _sending(pasted="Sweden", sponsor=["SE"], behalf=[""], date="2006-11-01")
    ),
    "withdraw-sponsor": Asked(_of_draft(), _sending(key=ITALY.key)),
    "change-sponsor": Asked(_of_draft(), _sending(key=ITALY.key, main="on")),
    "sponsor-names": Asked(_of_draft()),
    "new-state": Asked(lambda world, viewer, state: [world.draft.pk, moves_from(state)[0].new]),
    "states": Asked(
        _of_draft(), lambda world, state: {"seen": state, "state": moves_from(state)[0].new, **_MOVED}
    ),
    "timeline": Asked(_of_draft()),
    "timeline-csv": Asked(_of_draft()),
    "seen": Asked(_of_draft(), _sending(up_to="1")),
    "record": Asked(_of_draft()),
    "record-csv": Asked(_of_draft()),
    "export-draft": Asked(_of_draft(), _sending()),
    "people": Asked(_of_draft()),
    "change-person": Asked(
        lambda world, viewer, state: [world.draft.pk, world.spare.pk],
        _sending(role="delegate", seen_role="reader"),
    ),
    "remove-person": Asked(lambda world, viewer, state: [world.draft.pk, world.spare.pk], _sending()),
    "leave-draft": Asked(_of_draft(), _sending()),
    "invitations": Asked(_of_draft(), _sending(**_INVITATION)),
    "take-back-invitation": Asked(
        lambda world, viewer, state: [world.draft.pk, world.invitation.pk], _sending()
    ),
    "public-link": Asked(_of_draft(), _sending()),
    "close-public-link": Asked(_of_draft(), _sending()),
    "public": Asked(lambda world, viewer, state: [world.token]),
    "public-page": Asked(lambda world, viewer, state: [world.token, "concordance/"]),
    "stop-digests": Asked(
        lambda world, viewer, state: [signing.dumps(world.users["spare"].pk, salt=STOP_SALT)]
    ),
    "undo": Asked(lambda *_: [], _sending(sealed="made up")),
    "guide": Asked(lambda *_: [], _sending(deed="skip")),
    "drafts": Asked(lambda *_: [], _sending(title="T", language="en")),
    "sign-out": Asked(lambda *_: [], _sending()),
    "end-sign-in": Asked(lambda *_: [0], _sending()),
    "end-other-sign-ins": Asked(lambda *_: [], _sending()),
    "turn-off-second-step": Asked(lambda *_: [], _sending()),
    "renew-recovery-codes": Asked(lambda *_: [], _sending()),
    "download-recovery-codes": Asked(lambda *_: [], _sending(code="K7QM-2RXD")),
    "part-institution": Asked(lambda *_: [], _sending()),
    "new-password": Asked(lambda *_: ["MQ", "worn-out"]),
    "words": Asked(lambda *_: ["fr", script_words("fr").digest]),
    "language": Asked(lambda *_: [], _sending(language="fr")),
}
SIMPLE = Asked(lambda *_: [])


class Row(NamedTuple):
    address: str
    states: tuple[str, ...]
    outcomes: dict[str, str]


def rows() -> list[Row]:
    lines = [line.split() for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return [
        Row(line[0], tuple(STATE_WORDS[line[1]]), dict(zip(VIEWERS, line[2:], strict=True)))
        for line in lines
        if line and line[0] != "#"
    ]


def test_every_address_has_one_line_for_every_state() -> None:
    patterns = [each for each in get_resolver().url_patterns if getattr(each, "name", None)]
    names = {str(pattern.name) for pattern in patterns}
    told = [(row.address, state) for row in rows() for state in row.states]
    assert len(told) == len(set(told))
    of_no_draft = {row.address for row in rows() if row.states == STATES[:1]}
    assert set(told) == {(name, state) for name in names - of_no_draft for state in STATES} | {
        (name, STATES[0]) for name in of_no_draft
    }
    assert not any(
        "<uuid:draft_id>" in str(pattern.pattern) for pattern in patterns if pattern.name in of_no_draft
    )
    assert set(ASKED) <= names


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Made once: each test is a transaction within this one, and nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)


@pytest.mark.parametrize("address", sorted({row.address for row in rows()}))
def test_everyone_gets_what_the_table_says(world: World, address: str) -> None:
    if "report" in address or address == "download-comparison":
        world.make_reports()
    found = {
        (state, viewer): outcome(world, address, viewer, state)
        for row in rows()
        if row.address == address
        for state in row.states
        for viewer in VIEWERS
    }
    assert found == {
        (state, viewer): said
        for row in rows()
        if row.address == address
        for state in row.states
        for viewer, said in row.outcomes.items()
    }


def outcome(world: World, address: str, viewer: str, state: str) -> str:
    """What comes out, in the words of the table; nothing of it stays."""
    asked = ASKED.get(address, SIMPLE)
    url = reverse(address, args=asked.args(world, viewer, state))
    with transaction.atomic():
        Draft.objects.update(state=state, adopted_as=SYMBOL if state == "adopted" else "")
        client = world.client(viewer)
        response = (
            client.post(url, asked.posted(world, state)) if asked.posted else client.get(url, world.query)
        )
        transaction.set_rollback(True)
    return in_words(response)


def in_words(response: HttpResponse) -> str:
    if response.status_code == 302 and response.headers["Location"].startswith(reverse("sign-in") + "?next"):
        return "in"
    words = {200: "yes", 302: "yes", 403: "no", 404: "–", 409: "closed"}
    return words.get(response.status_code, str(response.status_code))


def test_a_text_cannot_be_brought_to_anothers_draft(world: World) -> None:
    stranger = world.client("stranger")
    assert stranger.post(reverse("readings"), {"text": OLD, "draft": world.draft.pk}).status_code == 404
    assert stranger.post(reverse("readings"), {"text": OLD, "draft": "no uuid"}).status_code == 404


def test_signing_up_can_be_closed(client: Client, settings: object) -> None:
    assert client.get(reverse("sign-up")).status_code == 200
    settings.SIGN_UP_OPEN = False  # type: ignore[attr-defined]
    assert client.get(reverse("sign-up")).status_code == 404
    assert reverse("sign-up") not in client.get(reverse("sign-in")).content.decode()
