"""A program in use: the samples of the demonstration, with people, talk, reports and readings around them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from django.core import signing
from django.test import Client
from django.utils import timezone

from drafts import actions
from drafts.actions.passwords import handed_link
from drafts.actions.second_steps import fresh_secret
from drafts.core import editing
from drafts.core.document import Doubt, Note, Resolution
from drafts.core.ledger import Proposer
from drafts.core.options import Options
from drafts.formats import to_json
from drafts.formats.text import read_text
from drafts.management.demo import load_samples
from drafts.models import Draft, Person, Reading, SecondStep, SourceFile, User, Version
from drafts.models.reading import ReadingState
from drafts.models.report import ReportState
from drafts.models.user import STOP_SALT
from drafts.queries import reports
from drafts.queries.finding import Search
from drafts.views.entering import PENDING
from tests.files import empty_pdf
from tests.texts import NEW, OLD

ARABIC = """تعزيز التعاون في تدريب أمناء السجلات"""


@dataclass(frozen=True)
class Furnished:
    """What there is, by the names that addresses of :mod:`tests.browser.pages` use, and who is signed in.

    ``places`` are what stands in addresses: keys, codes, numbers. ``sessions`` are session cookies; "public"
    has followed the public link of ``training``.
    """

    places: dict[str, str]
    sessions: dict[str, str]


def furnish() -> Furnished:
    """Fill an empty database."""
    demo = load_samples()
    demo.name, demo.delegation = "Ada Rossi", "Italy"
    demo.save()
    people = {name: User.objects.create_user(name, password="Rapporteur-2026") for name in ("rita", "omar")}
    training, villes = (
        Version.objects.get(symbol=symbol).draft for symbol in ("A/C.3/81/L.901", "A/C.3/81/L.902")
    )
    places = {
        **_talked_over(training, demo, people["rita"]),
        **_ended(demo),
        **_begun(demo),
        **_brought(demo, training),
        **_reported(villes, demo),
        "training": str(training.pk),
        "villes": str(villes.pk),
        "stop": signing.dumps(people["omar"].pk, salt=STOP_SALT),
    }
    sessions = {"demo": _session(demo), **{name: _session(user) for name, user in people.items()}}
    places |= _forgotten(people["omar"])  # after signing in, which makes a link hold no more
    client = Client()
    client.get(f"/public/{places['token']}/")
    sessions |= {"public": client.cookies["sessionid"].value, "at the door": _at_the_door(people["rita"])}
    return Furnished(places, sessions)


def _talked_over(draft: Draft, demo: User, reader: User) -> dict[str, str]:
    """People, sponsors, threads, a decision on which paragraph is which, and words not issued yet."""
    person = Person.objects.create(draft=draft, user=reader, role="reader", delegation="Benin")
    week = timezone.now() + datetime.timedelta(days=7)
    invitation = actions.invite(draft, by=demo, role="drafter", expires_at=week, places=3)
    token = actions.open_public_link(draft, by=demo).token
    actions.join_sponsors(draft, [Proposer("state", "SE"), Proposer("group", name="Group of 77")], by=demo)
    actions.withdraw_sponsor(draft, Proposer("state", "SE").key, by=demo)
    old, new = draft.versions.order_by("number")
    first, second = (each.id for each in new.resolution().paragraphs[:2])
    open_thread = actions.start_thread(new, first, "Is this agreed?", by=demo)
    actions.answer_thread(open_thread, "By all but one.", by=demo)
    actions.resolve_thread(actions.start_thread(new, second, "Too long?", by=demo), by=demo)
    operative = [each for each in old.resolution().paragraphs if each.kind == "operative"]
    actions.make_pairing(
        old, new, by=demo, old_keys=[operative[-1].id], new_keys=[_operative(new)[0].id], together=False
    )
    edited = _operative(new)[0]
    actions.edit_live_text(draft, lambda text: _edited(text, edited.id), by=demo)
    actions.start_live_thread(draft, edited.id, "Written today.", by=demo)
    return {
        "person": str(person.pk),
        "code": invitation.shown_code,
        "token": token,
        "thread": str(open_thread.pk),
        "paragraph": edited.id,
        "old-key": operative[-1].id,
    }


def _operative(version: Version) -> list:
    return [each for each in version.resolution().paragraphs if each.kind == "operative"]


def _edited(text: Resolution, id: str) -> Resolution:
    return editing.rewrite(
        replace(text, notes=(*text.notes, Note("n9", "*", "A."))),
        id,
        [("Welcomes the report;", ())],
        kind="operative",
        level=1,
    )


def _ended(demo: User) -> dict[str, str]:
    """A draft that was adopted, and one whose version was withdrawn."""
    adopted, taken_back = (
        actions.start_draft(replace(read_text(text), symbol=symbol), by=demo, source=text)
        for text, symbol in ((OLD, "A/C.3/81/L.903"), (NEW, "A/C.3/81/L.904"))
    )
    actions.move_draft(adopted, "adopted", by=demo, seen="issued", symbol="A/RES/81/7")
    actions.withdraw_version(taken_back.versions.get(), by=demo, reason="Overtaken.")
    return {"adopted": str(adopted.pk), "taken-back": str(taken_back.pk)}


def _begun(demo: User) -> dict[str, str]:
    """Drafts of which nothing was issued yet: an empty page, and one in Arabic."""
    blank = actions.start_writing("A fresh start", "en", by=demo)
    arabic = actions.start_writing(ARABIC, "ar", by=demo)
    return {"blank": str(blank.pk), "arabic": str(arabic.pk)}


def _brought(demo: User, draft: Draft) -> dict[str, str]:
    """Readings: with doubts beside a picture of their source, still waiting, and refused."""
    text, note = editing.add_note(read_text(NEW))
    text = replace(text, doubts=(Doubt("note-mark", "“fund” was read as it stands.", "p4"),))
    places = {"note": note}
    for name, more in (
        ("doubted", {"value": to_json(text)}),
        ("waiting", {"state": ReadingState.WAITING}),
        ("refused", {"state": ReadingState.REFUSED, "refusal": "It holds pictures only."}),
    ):
        file = SourceFile.of(f"{name}.pdf", empty_pdf())
        file.save()
        places[name] = str(Reading.objects.create(user=demo, draft=draft, file=file, **more).pk)
    return places


def _reported(draft: Draft, demo: User) -> dict[str, str]:
    """A report that was refused, and two batches: made, and cancelled."""
    old, new = draft.versions.order_by("number")
    refused = actions.have_report(
        old, new, reports.Asked("akn", Options(labels=draft.known_by.language)), by=demo
    )
    refused.state, refused.refusal = ReportState.REFUSED, "Too long for this form."
    refused.save()
    cancelled = actions.start_batch(Search(), ["csv"], reports.Asked("", Options()), by=demo)
    actions.cancel_batch(cancelled)
    made = actions.start_batch(Search(), ["csv"], reports.Asked("", Options()), by=demo)
    actions.make_batch(made.pk)
    return {"made-batch": str(made.pk), "cancelled-batch": str(cancelled.pk)}


def _forgotten(user: User) -> dict[str, str]:
    """A link to choose a new password by."""
    _, uid, token = handed_link(user).rstrip("/").rsplit("/", 2)
    return {"reset-user": uid, "reset-token": token}


def _at_the_door(user: User) -> str:
    """The session of who has a second step and has shown the password alone."""
    SecondStep.objects.create(user=user, secret=fresh_secret())
    client = Client()
    client.post("/sign-in/", {"username": user.username, "password": "Rapporteur-2026"})
    session = client.session
    session[PENDING]["until"] += 86_400  # however long the walks take
    session.save()
    return client.cookies["sessionid"].value


def _session(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value
