"""What people send is text, and never markup, wherever it is shown."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from drafts.models import Draft, Reading

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script><b onclick=x>\"'&amp;"
TEXT = f"""{EVIL} Land, Andorra and Italy: draft resolution

Title {EVIL}

The General Assembly,

Recalling {EVIL},

1. Decides {EVIL}1 and so on;

2. Requests {EVIL}.

__________________
1 Note {EVIL}.
"""


def harmless(page: str) -> None:
    """Nothing that was sent has become a tag: scripts come from files of ours alone."""
    assert "<b onclick" not in page
    assert "<script>alert" not in page
    assert all(
        re.match(r'<script src="/(?:static/[\w/.\-]+|words/en/\w+/)"', tag)
        for tag in re.findall(r"<script[^>]*", page)
    )


def test_every_field_of_a_comparison(client: Client) -> None:
    for mode in ("inline", "sides", "changes"):
        sent = {"old-text": TEXT, "new-text": TEXT.replace("and so on", f"or {EVIL} not"), "mode": mode}
        page = client.post(reverse("compare-texts"), sent).content.decode()
        assert page.count("&lt;script&gt;") > 10
        harmless(page)


def test_every_field_of_a_reading_a_draft_and_its_pages(signed_in: Client) -> None:
    signed_in.post(reverse("readings"), {"text": TEXT})
    reading = Reading.objects.get()
    fields = (
        "title",
        "submitted",
        "organ",
        "session",
        "committee",
        "agenda_item",
        "dated",
        "distribution",
        "original",
    )
    head = {**dict.fromkeys(fields, EVIL), "sponsors": EVIL, "language": "en", "proposal": "draft"}
    assert signed_in.post(reverse("correct-head", args=[reading.pk]), head).status_code == 302
    for edit in ("", "head", "p2", "n1"):
        page = signed_in.get(reverse("reading", args=[reading.pk]), {"edit": edit}).content.decode()
        assert "&lt;script&gt;" in page
        harmless(page)
    signed_in.post(
        reverse("keep-reading", args=[reading.pk]), {"symbol": EVIL.replace("/", ""), "date": "2006-10-06"}
    )
    draft = Draft.objects.get()
    for address in (
        reverse("home"),
        reverse("draft", args=[draft.pk]),
        reverse("new-version", args=[draft.pk]),
    ):
        page = signed_in.get(address).content.decode()
        assert "&lt;script&gt;" in page
        harmless(page)


def test_every_field_of_sponsors_discussions_and_finds(signed_in: Client) -> None:
    signed_in.post(reverse("readings"), {"text": TEXT})
    kept = {"symbol": "A/C.3/61/L.8", "date": "2006-10-06"}
    signed_in.post(reverse("keep-reading", args=[Reading.objects.get().pk]), kept)
    draft = Draft.objects.get()
    day = {"date": "2006-10-12"}
    typed = {**day, "name": f"{EVIL} Union", "kind": "group", "behalf": EVIL}
    assert signed_in.post(reverse("join-sponsor", args=[draft.pk]), typed).status_code == 302
    harmless(signed_in.post(reverse("join-sponsor", args=[draft.pk]), typed).content.decode())
    pasted = {**day, "pasted": f"Italy, {EVIL}"}
    harmless(signed_in.post(reverse("read-sponsors", args=[draft.pk]), pasted).content.decode())
    key = draft.versions.get().paragraphs.last().key  # type: ignore[union-attr]
    said = {"paragraph": key, "text": EVIL, "words": ""}
    assert signed_in.post(reverse("threads", args=[draft.pk, 1]), said).status_code == 302
    wrong = {**said, "words": EVIL * 2}
    harmless(signed_in.post(reverse("threads", args=[draft.pk, 1]), wrong).content.decode())
    for name, query in (
        ("sponsors", {"in": EVIL}),
        ("draft", {"discuss": key, "words": EVIL}),
        ("discussion", {"show": EVIL}),
        ("timeline", {}),
    ):
        page = signed_in.get(reverse(name, args=[draft.pk]), query).content.decode()
        assert "&lt;script&gt;" in page
        harmless(page)
    found = signed_in.get(reverse("find"), {"words": "script"}).content.decode()
    assert "<mark>script</mark>" in found
    harmless(found)
    harmless(signed_in.get(reverse("find"), {"words": EVIL, "sponsor": EVIL}).content.decode())


def test_an_error_does_not_echo_markup(signed_in: Client) -> None:
    page = signed_in.get(f"/drafts/{EVIL}/").content.decode()
    harmless(page)
