from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.core.document import Resolution
from drafts.models import Draft, Reading
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def reading(signed_in: Client) -> Reading:
    response = signed_in.post(reverse("readings"), {"text": OLD})
    assert response.status_code == 302
    return Reading.objects.get()


def value(reading: Reading) -> Resolution:
    return actions.resolution_of(Reading.objects.get(pk=reading.pk))


def post(client: Client, name: str, *args: object, **data: object) -> int:
    return client.post(reverse(name, args=args), data).status_code


def open_doubts(client: Client, reading: Reading) -> list[str]:
    """The keys of the doubts that the page asks about."""
    page = client.get(reverse("reading", args=[reading.pk])).content.decode()
    return re.findall(r'name="key" value="([^"]+)"', page)


def test_a_pasted_text_is_shown_as_it_was_read(signed_in: Client, reading: Reading) -> None:
    page = signed_in.get(reverse("reading", args=[reading.pk])).content.decode()
    assert "Andorra and Italy: draft resolution" in page
    for name in ("PP 1", "PP 2", "OP 1", "OP 2", "OP 3"):
        assert f">{name}</p>" in page


def test_a_paragraph_is_corrected_with_its_italics_and_notes(signed_in: Client, reading: Reading) -> None:
    assert post(signed_in, "add-note", reading.pk) == 302
    assert post(signed_in, "correct-note", reading.pk, "n1", label="1", text="A/61/179.") == 302
    sent = {"kind": "operative", "level": "1", "text": "*Takes note* of it[^1] ;", "deed": "save"}
    assert post(signed_in, "correct-paragraph", reading.pk, "p4", **sent) == 302
    paragraph = value(reading).by_id["p4"]
    assert paragraph.text == "Takes note of it ;"
    assert [(mark.type, mark.start, mark.end) for mark in paragraph.marks] == [
        ("italic", 0, 10),
        ("note", 16, 16),
    ]


def test_an_empty_line_splits_a_paragraph(signed_in: Client, reading: Reading) -> None:
    sent = {"kind": "operative", "level": "1", "text": "Takes note;\r\n\r\nInvites all;", "deed": "save"}
    post(signed_in, "correct-paragraph", reading.pk, "p4", **sent)
    assert [each.label for each in value(reading).of_kind("operative")] == ["1.", "2.", "3.", "4."]


@pytest.mark.parametrize(("deed", "left"), [("remove", 2), ("join", 2), ("insert", 4)])
def test_paragraphs_are_taken_out_joined_and_added(
    signed_in: Client, reading: Reading, deed: str, left: int
) -> None:
    sent = {"kind": "operative", "level": "1", "text": "Takes note;", "deed": deed}
    post(signed_in, "correct-paragraph", reading.pk, "p5", **sent)
    assert len(value(reading).of_kind("operative")) == left


def test_the_last_correction_can_be_undone(signed_in: Client, reading: Reading) -> None:
    before = value(reading)
    post(
        signed_in, "correct-paragraph", reading.pk, "p5", kind="operative", level="1", text="x", deed="remove"
    )
    post(signed_in, "undo-correction", reading.pk)
    assert value(reading) == before


def test_sponsors_are_corrected_as_a_list_or_a_line(signed_in: Client, reading: Reading) -> None:
    for typed in ("Andorra\r\nItaly\r\nViet Nam", "Andorra, Italy and Viet Nam"):
        sent = {"sponsors": typed, "title": "T", "language": "en", "proposal": "draft"}
        assert post(signed_in, "correct-head", reading.pk, **sent) == 302
        assert [(each.name, each.code) for each in value(reading).sponsors] == [
            ("Andorra", "AD"),
            ("Italy", "IT"),
            ("Viet Nam", "VN"),
        ]


def test_a_character_that_no_database_keeps_stands_as_one_that_is_none(
    signed_in: Client, reading: Reading
) -> None:
    assert (
        post(signed_in, "correct-head", reading.pk, title="Crime\x00 prevention", sponsors="Ita\x00ly") == 302
    )
    reading.refresh_from_db()
    assert "Crime\N{REPLACEMENT CHARACTER} prevention" in str(reading.value)


def test_what_cannot_be_saved_stays_in_its_box_with_the_reason(signed_in: Client, reading: Reading) -> None:
    before = value(reading)
    sent = {"kind": "operative", "level": "1", "text": "Takes note[^9] of my long work;", "deed": "save"}
    response = signed_in.post(reverse("correct-paragraph", args=[reading.pk, "p4"]), sent)
    page = response.content.decode()
    assert response.status_code == 400
    assert "[^9] calls a note that is not there" in page
    assert "Takes note[^9] of my long work;" in page
    assert value(reading) == before


def test_a_settled_doubt_is_gone(signed_in: Client) -> None:
    signed_in.post(
        reverse("readings"), {"text": "The General Assembly,\n\nRecalling its work,\n\nMindful of it,"}
    )
    reading = Reading.objects.get()
    before = open_doubts(signed_in, reading)
    assert post(signed_in, "settle-doubt", reading.pk, key=before[0]) == 302
    assert open_doubts(signed_in, reading) == before[1:]
    assert post(signed_in, "reopen-doubt", reading.pk, before[0]) == 302
    assert open_doubts(signed_in, reading) == before


def test_a_reading_is_kept_as_version_one_with_its_symbol(signed_in: Client, reading: Reading) -> None:
    response = signed_in.post(
        reverse("keep-reading", args=[reading.pk]),
        {"symbol": "a/c.3/61/l.8", "date": "2006-10-06"},
        follow=True,
    )
    version = Draft.objects.get().versions.get()
    assert (version.symbol, version.number, version.source) == ("A/C.3/61/L.8", 1, OLD)
    assert "A/C.3/61/L.8 is kept as version 1." in response.content.decode()


@pytest.fixture
def draft(signed_in: Client, reading: Reading) -> Draft:
    signed_in.post(
        reverse("keep-reading", args=[reading.pk]), {"symbol": "A/C.3/61/L.8", "date": "2006-10-06"}
    )
    return Draft.objects.get()


def bring(client: Client, draft: Draft, text: str) -> Reading:
    client.post(reverse("readings"), {"text": text, "draft": draft.pk})
    return Reading.objects.get(version=None)


def test_the_next_version_is_offered_the_next_symbol(signed_in: Client, draft: Draft) -> None:
    reading = bring(signed_in, draft, NEW)
    page = signed_in.get(reverse("reading", args=[reading.pk])).content.decode()
    assert re.search(r'name="symbol" value="A/C\.3/61/L\.8/Rev\.1"', page)


def test_an_identical_text_is_kept_only_if_meant(signed_in: Client, draft: Draft) -> None:
    reading = bring(signed_in, draft, OLD)
    address, sent = (
        reverse("keep-reading", args=[reading.pk]),
        {"symbol": "A/C.3/61/L.8/Rev.1", "date": "2006-11-01"},
    )
    page = signed_in.get(reverse("reading", args=[reading.pk])).content.decode()
    assert "This text says exactly what A/C.3/61/L.8 says." in page
    response = signed_in.post(address, sent)
    assert response.status_code == 409
    assert "says exactly what A/C.3/61/L.8 says" in response.content.decode()
    assert draft.versions.count() == 1
    signed_in.post(address, {**sent, "even_if_same": "on"})
    assert draft.versions.count() == 2


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"symbol": "A//L.8", "date": "2006-10-06"}, "is not a symbol"),
        ({"symbol": "A/C.3/61/L.8", "date": "2006-10-06"}, "already the symbol of version 1"),
        ({"symbol": "A/C.3/61/L.9", "date": "2006-02-30"}, "Enter a valid date"),
        ({"symbol": "A/C.3/61/L.9", "date": "0206-02-03"}, "before 1945"),
        ({"symbol": "A/C.3/61/L.9", "date": "9999-02-03"}, "more than a year ahead"),
        ({"symbol": "A/C.3/61/L.9", "date": ""}, "This field is required"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_nothing(
    signed_in: Client, draft: Draft, sent: dict[str, str], said: str
) -> None:
    reading = bring(signed_in, draft, NEW)
    response = signed_in.post(reverse("keep-reading", args=[reading.pk]), sent)
    assert response.status_code in (400, 409)
    assert said in response.content.decode()
    assert draft.versions.count() == 1


def test_a_kept_reading_changes_no_more(signed_in: Client, draft: Draft) -> None:
    reading = Reading.objects.get()
    response = signed_in.post(reverse("add-note", args=[reading.pk]))
    assert response.status_code == 409
    assert "no longer changes" in response.content.decode()
    assert signed_in.get(reverse("reading", args=[reading.pk])).status_code == 302


def test_keeping_twice_leads_to_the_one_version(signed_in: Client, reading: Reading) -> None:
    sent = {"symbol": "A/C.3/61/L.8", "date": "2006-10-06"}
    for _ in range(2):
        response = signed_in.post(reverse("keep-reading", args=[reading.pk]), sent, follow=True)
        assert response.status_code == 200
    assert Draft.objects.get().versions.count() == 1
    assert response.redirect_chain[-1][0] == reverse("version", args=[Draft.objects.get().pk, 1])


def test_a_reading_put_aside_is_not_lost(signed_in: Client, reading: Reading) -> None:
    address = reverse("reading", args=[reading.pk])
    assert address in signed_in.get(reverse("home")).content.decode()
    page = signed_in.post(reverse("put-reading-aside", args=[reading.pk]), follow=True).content.decode()
    assert "not kept yet" not in page
    assert signed_in.get(address).status_code == 200
    post(signed_in, "add-note", reading.pk)
    assert address in signed_in.get(reverse("home")).content.decode()


def test_text_pasted_with_its_marks_is_read_from_what_the_clipboard_held(signed_in: Client) -> None:
    rich = "<p><i>The General Assembly</i>,</p><ol><li><i>Urges</i> all;</li><li><i>Decides</i>.</li></ol>"
    signed_in.post(reverse("readings"), {"text": "The General Assembly,\nUrges all;", "rich": rich})
    value = Reading.objects.get().value
    assert [each["label"] for each in value["paragraphs"]] == ["", "1.", "2."]
