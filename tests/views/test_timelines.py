from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Deed, Draft, Person, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def draft(italy: User) -> Draft:
    italy.name, italy.delegation = "Ada Rossi", "Italy"
    italy.save()
    return actions.start_draft(replace(read_text(OLD), symbol="A/C.3/61/L.8"), by=italy)


@pytest.fixture
def morocco(draft: Draft) -> User:
    user = User.objects.create_user("morocco")
    Person.objects.create(draft=draft, user=user, role="facilitator", delegation="Morocco")
    return user


def get(client: Client, name: str, draft: Draft, **query: str) -> str:
    return client.get(reverse(name, args=[draft.pk]), query).content.decode()


def table(client: Client, name: str, draft: Draft, **query: str) -> list[dict[str, str]]:
    text = client.get(reverse(name, args=[draft.pk]), query).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def moved(client: Client, draft: Draft, state: str, seen: str, **more: str) -> int:
    sent = {"state": state, "seen": seen, "date": "2006-11-02", **more}
    return client.post(reverse("states", args=[draft.pk]), sent, HTTP_USER_AGENT=FIREFOX).status_code


def test_the_timeline_tells_who_for_whom_what_and_from_when(signed_in: Client, draft: Draft) -> None:
    assert moved(signed_in, draft, "negotiation", "issued") == 302
    page = get(signed_in, "timeline", draft)
    assert "<b>Ada Rossi</b>" in page
    assert "(Italy)" in page
    assert "recorded that the draft is under negotiation" in page
    assert "holds from 2 November 2006" in page
    rows = table(signed_in, "timeline-csv", draft)
    assert rows[0]["what"] == "recorded that the draft is under negotiation"
    assert (rows[0]["holds from"], rows[0]["who"], rows[0]["delegation"], rows[0]["role"]) == (
        "2006-11-02",
        "Ada Rossi",
        "Italy",
        "facilitator",
    )
    assert rows[-1]["what"] == "started this draft"


def test_the_record_says_from_where_and_that_it_was_taken_out(signed_in: Client, draft: Draft) -> None:
    moved(signed_in, draft, "negotiation", "issued")
    assert "from 127.0.0.1 · Firefox 140, Linux" in get(signed_in, "record", draft)
    assert "127.0.0.1" not in get(signed_in, "timeline", draft)
    [row] = [row for row in table(signed_in, "record-csv", draft) if row["kind"] == "state-changed"][:1]
    assert (row["address"], row["browser"]) == ("127.0.0.1", "Firefox 140, Linux")
    assert table(signed_in, "record-csv", draft)[0]["kind"] == "record-exported"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"group": "states"}, ["state-changed"]),
        ({"words": "SPONSORS andorra"}, ["sponsors-joined"]),
        ({"who": "ital"}, ["sponsors-joined", "state-changed", "version-issued", "draft-started"]),
        ({"who": "Morocco"}, []),
        ({"since": "2199-01-01"}, None),
        ({"until": "1999-01-01"}, []),
        ({"since": "2006-01-02", "until": "2006-01-01"}, None),
        ({"group": "access"}, None),
        ({"page": "999"}, ["sponsors-joined", "state-changed", "version-issued", "draft-started"]),
    ],
)
def test_one_finds_by_words_group_person_and_day(
    signed_in: Client, draft: Draft, query: dict[str, str], found: list[str] | None
) -> None:
    kinds = {row["what"] for row in table(signed_in, "timeline-csv", draft, **query)}
    page = get(signed_in, "timeline", draft, **query)
    every = ["sponsors-joined", "state-changed", "version-issued", "draft-started"]
    wanted = every if found is None else found
    assert kinds == set(Deed.objects.filter(kind__in=wanted).values_list("words", flat=True))
    assert f"{len(wanted)} record" in page
    assert ('class="errors"' in page) == (found is None)


def test_what_others_did_is_new_until_one_has_seen_it(
    signed_in: Client, draft: Draft, italy: User, morocco: User
) -> None:
    assert "2 new" not in get(signed_in, "draft", draft)
    actions.move_draft(draft, "negotiation", by=morocco, seen="issued")
    actions.move_draft(draft, "issued", by=italy, seen="negotiation", why="Agreed.")
    assert "1 new" in signed_in.get("/").content.decode()
    assert "recorded that the draft is under negotiation" in get(signed_in, "draft", draft)
    shown = Deed.objects.get(user=morocco)
    later = actions.move_draft(draft, "negotiation", by=morocco, seen="issued")
    signed_in.post(reverse("seen", args=[draft.pk]), {"up_to": shown.pk})
    assert "1 new" in signed_in.get("/").content.decode()  # what came after the page was made
    signed_in.post(reverse("seen", args=[draft.pk]), {"up_to": Deed.objects.filter(draft=later).first().pk})  # type: ignore[union-attr]
    assert "new</a>" not in signed_in.get("/").content.decode()
    signed_in.post(reverse("seen", args=[draft.pk]), {"up_to": shown.pk})  # an old form brings nothing back
    assert "new</a>" not in signed_in.get("/").content.decode()
    assert signed_in.post(reverse("seen", args=[draft.pk]), {"up_to": "x" * 99}).status_code == 302


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"state": "adopted", "symbol": "A/C.3/61/L.8"}, "not the symbol of an adopted text"),
        ({"state": "adopted", "symbol": "nonsense"}, "is not a symbol"),
        ({"state": "adopted", "symbol": ""}, "This field is required"),
        ({"state": "withdrawn", "why": ""}, "This field is required"),
        ({"state": "negotiation", "date": "2199-01-01"}, "more than a year ahead"),
        ({"state": "negotiation", "date": "1206-01-01"}, "before 1945"),
        ({"state": "negotiation", "date": "2006-02-31"}, "Enter a valid date"),
    ],
)
def test_what_cannot_be_recorded_says_why(
    signed_in: Client, draft: Draft, sent: dict[str, str], said: str
) -> None:
    form = {"seen": "issued", "date": "2006-11-02", **sent}
    response = signed_in.post(reverse("states", args=[draft.pk]), form)
    assert response.status_code == 400
    assert said in response.content.decode()
    draft.refresh_from_db()
    assert draft.state == "issued"


def test_two_tabs_with_the_same_form_move_it_once(signed_in: Client, draft: Draft) -> None:
    assert moved(signed_in, draft, "negotiation", "issued") == 302
    response = signed_in.post(
        reverse("states", args=[draft.pk]), {"seen": "issued", "state": "negotiation", "date": "2006-11-02"}
    )
    assert response.status_code == 409
    assert "This draft is under negotiation by now" in response.content.decode()


def test_an_adopted_draft_says_as_what_and_offers_no_editing(signed_in: Client, draft: Draft) -> None:
    assert "Bring in a revised text" in get(signed_in, "draft", draft)
    assert moved(signed_in, draft, "adopted", "issued", symbol="A/RES/61/181") == 302
    page = get(signed_in, "draft", draft)
    assert "adopted as A/RES/61/181" in page
    assert "Bring in a revised text" not in page
    assert "adopted as A/RES/61/181" in signed_in.get("/").content.decode()


def test_a_text_that_was_overtaken_is_kept_on_the_second_try(
    signed_in: Client, draft: Draft, italy: User, morocco: User
) -> None:
    signed_in.post(reverse("readings"), {"text": NEW, "draft": draft.pk})
    reading = italy.readings.get(version=None)
    actions.add_version(draft, replace(read_text(NEW), title="Another"), by=morocco)
    address = reverse("keep-reading", args=[reading.pk])
    sent = {"symbol": "A/C.3/61/L.8/Rev.1", "date": "2006-11-01", "after": "1"}
    response = signed_in.post(address, sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "morocco issued Version 2 as version 2 while you were looking yours over" in page
    assert 'name="after" value="2"' in page
    assert draft.versions.count() == 2
    assert signed_in.post(address, {**sent, "after": "2"}).status_code == 302
    assert draft.versions.count() == 3


def test_a_withdrawn_version_is_shown_as_such(signed_in: Client, draft: Draft) -> None:
    address = reverse("withdraw-version", args=[draft.pk, 1])
    sent = {"date": draft.versions.get().date.isoformat(), "reason": "Issued too early."}
    assert signed_in.post(address, {**sent, "reason": ""}).status_code == 400
    assert "was withdrawn on" in signed_in.post(address, sent, follow=True).content.decode()
    again = signed_in.post(address, sent)
    assert again.status_code == 409
    assert "withdrawn already" in again.content.decode()


def test_the_draft_on_which_something_was_done_last_comes_first(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    actions.start_draft(replace(read_text(OLD), symbol="A/C.3/61/L.9"), by=italy)
    page = signed_in.get("/").content.decode()
    assert page.index("A/C.3/61/L.9") < page.index("A/C.3/61/L.8")
    actions.move_draft(draft, "negotiation", by=italy, seen="issued")
    page = signed_in.get("/").content.decode()
    assert page.index("A/C.3/61/L.8") < page.index("A/C.3/61/L.9")


@pytest.mark.parametrize("name", ["timeline", "record", "draft", "home"])
def test_a_page_asks_as_much_for_many_rows_as_for_one(
    signed_in: Client, draft: Draft, italy: User, morocco: User, name: str
) -> None:
    asked = []
    signed_in.get(reverse("account"))  # that they are there is noted once
    for number in (1, 29):
        for _ in range(number):
            other = actions.start_draft(read_text(OLD), by=italy) if name == "home" else draft
            Person.objects.get_or_create(draft=other, user=morocco, defaults={"role": "facilitator"})
            actions.move_draft(other, "negotiation", by=morocco, seen=Draft.objects.get(pk=other.pk).state)
            actions.move_draft(other, "issued", by=morocco, seen="negotiation", why="Agreed.")
        with CaptureQueriesContext(connection) as queries:
            signed_in.get(reverse(name, args=[] if name == "home" else [draft.pk]))
        asked.append(len(queries))
    assert asked[0] == asked[1]
