"""Discussions in the margin of a text, and the list of all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, Thread, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(replace(read_text(OLD), symbol="A/C.3/61/L.8"), by=italy)


def key(draft: Draft, start: str) -> str:
    return str(draft.versions.first().paragraphs.get(text__startswith=start).key)  # type: ignore[union-attr]


def page(client: Client, draft: Draft, name: str = "draft", **query: str) -> str:
    return client.get(reverse(name, args=[draft.pk]), query).content.decode()


def test_a_discussion_begins_beside_its_paragraph_and_is_answered_and_resolved(
    signed_in: Client, draft: Draft
) -> None:
    invites = key(draft, "Invites")
    form = page(signed_in, draft, discuss=invites, words="trust fund")
    assert 'value="trust fund"' in form
    sent = {"paragraph": invites, "words": "trust fund", "text": "Which one, @italy? Not @italy.un, @italy."}
    begun = signed_in.post(reverse("threads", args=[draft.pk, 1]), sent)
    thread = Thread.objects.get()
    assert begun["Location"] == reverse("version", args=[draft.pk, 1]) + f"#thread-{thread.pk}"
    told = page(signed_in, draft)
    assert f'<a class="discussed" href="#thread-{thread.pk}">trust fund</a>' in told
    called = '<b class="mention">@italy</b>'
    assert f"Which one, {called}? Not @italy.un, {called}." in told
    address = [draft.pk, thread.pk]
    signed_in.post(reverse("answer-thread", args=address), {"text": "The <old> one", "version": "1"})
    assert "The &lt;old&gt; one" in page(signed_in, draft)
    resolved = signed_in.post(reverse("resolve-thread", args=address), {"version": "1"})
    assert resolved["Location"].endswith(f"/versions/1/#thread-{thread.pk}")
    told = page(signed_in, draft)
    assert "Resolved, 3 entries" in told
    assert 'class="discussed"' not in told
    assert "1 resolved" in page(signed_in, draft, "discussion")
    assert "1 to you" in page(signed_in, draft, "discussion")
    assert 'id="thread-' in page(signed_in, draft, "discussion", show="to you")
    signed_in.post(reverse("reopen-thread", args=address))
    assert "1 open" in page(signed_in, draft, "discussion")


def test_what_cannot_begin_comes_back_with_what_was_typed(signed_in: Client, draft: Draft) -> None:
    sent = {"paragraph": key(draft, "Invites"), "words": "sinking fund", "text": "My long remark"}
    response = signed_in.post(reverse("threads", args=[draft.pk, 1]), sent)
    told = response.content.decode()
    assert response.status_code == 400
    assert "does not stand in OP 2 of A/C.3/61/L.8" in told
    assert "My long remark" in told
    assert not Thread.objects.exists()


def test_words_that_are_gone_say_so_on_the_later_version_and_in_the_list(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    first = draft.versions.get()
    actions.start_thread(first, key(draft, "Takes note"), "Too warm?", by=italy)
    actions.start_thread(first, key(draft, "Invites"), "Which?", words="trust fund", by=italy)
    actions.add_version(draft, read_text(NEW.replace("to the trust fund", "")), by=italy)
    told = page(signed_in, draft)
    assert "These words are gone from Version 2" in told
    assert told.count('class="thread kept"') == 1
    assert "These words are gone from Version 2" in page(signed_in, draft, "discussion")
    older = signed_in.get(reverse("version", args=[draft.pk, 1])).content.decode()
    assert "gone" not in re.sub("<style.*?</style>", "", older.split('id="discussion"')[1])


def test_the_public_link_shows_the_text_without_the_discussion(
    client: Client, draft: Draft, italy: User
) -> None:
    actions.start_thread(draft.versions.get(), key(draft, "Invites"), "Between us.", by=italy)
    link = actions.open_public_link(draft, by=italy)
    client.get(reverse("public", args=[link.token]))
    told = page(client, draft)
    assert "trust fund" in told
    assert "Between us." not in told
    assert 'id="discussion"' not in told


def test_the_page_asks_as_often_for_thirty_discussions_as_for_one(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    version = draft.versions.get()
    actions.start_thread(version, key(draft, "Invites"), "One.", by=italy)
    page(signed_in, draft)  # that they are there is noted once in five minutes
    with CaptureQueriesContext(connection) as for_one:
        page(signed_in, draft)
    for number in range(29):
        thread = actions.start_thread(version, key(draft, "Takes"), f"{number}. @italy", by=italy)
        actions.answer_thread(thread, "Yes.", by=italy)
    with CaptureQueriesContext(connection) as for_many:
        page(signed_in, draft)
    assert len(for_many) == len(for_one)
