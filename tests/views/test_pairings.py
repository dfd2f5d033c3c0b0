from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, Pairing, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=italy)
    actions.add_version(draft, read_text(NEW), by=italy)
    return draft


def comparison(client: Client, draft: Draft, old: int = 1, new: int = 2) -> str:
    return client.get(reverse("comparison", args=[draft.pk, old, new])).content.decode()


def key(draft: Draft, number: int, start: str) -> str:
    paragraphs = draft.versions.get(number=number).paragraphs
    return str(paragraphs.get(text__startswith=start).key)


def decide(client: Client, draft: Draft, **sent: object) -> int:
    return client.post(reverse("pairings", args=[draft.pk, 1, 2]), sent).status_code


def test_paragraphs_taken_for_one_can_be_parted_and_it_can_be_taken_back(
    signed_in: Client, draft: Draft
) -> None:
    before = comparison(signed_in, draft)
    same = key(draft, 1, "Takes note")
    assert decide(signed_in, draft, old=same, new=key(draft, 2, "Takes note"), together="no") == 302
    parted = comparison(signed_in, draft)
    assert "1</b> removed" in parted
    assert "2</b> added" in parted
    assert "By hand: OP 1 of Version 1 did not become OP 1 of Version 2" in parted
    assert "italy" in parted
    assert "2</b> removed" not in parted
    assert "By hand" in comparison(signed_in, draft, 2, 1)
    take_back = reverse("take-back-pairing", args=[draft.pk, 1, 2, Pairing.objects.get().pk])
    assert signed_in.post(take_back).status_code == 302
    assert comparison(signed_in, draft).count("data-stop") == before.count("data-stop")
    assert "By hand" not in comparison(signed_in, draft)
    kept = Pairing.everything.get()
    assert (kept.made_by, kept.taken_back_by) == (User.objects.get(), User.objects.get())


def test_paragraphs_can_be_paired_by_hand(signed_in: Client, draft: Draft) -> None:
    old, new = key(draft, 1, "Invites"), key(draft, 2, "Decides")
    assert decide(signed_in, draft, old=old, new=new, together="yes") == 302
    page = comparison(signed_in, draft)
    assert re.search(r"edited</span> <span class=\"was\">OP 2\b", page)


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"together": "yes"},
        {"old": "nobody", "together": "yes"},
        {"old": ["a", "b"], "new": ["c", "d"], "together": "yes"},
    ],
)
def test_what_cannot_be_obeyed_is_refused_in_words_and_not_kept(
    signed_in: Client, draft: Draft, sent: dict[str, object]
) -> None:
    response = signed_in.post(reverse("pairings", args=[draft.pk, 1, 2]), sent)
    assert response.status_code == 400
    assert "This could not be done" in response.content.decode()
    assert not Pairing.everything.exists()


def test_each_change_tells_why_and_offers_to_decide(signed_in: Client, draft: Draft) -> None:
    links = re.findall(r'href="([^"]+/pairings/new/\?change=[^"]+)"', comparison(signed_in, draft))
    assert len(links) == 3
    for link in links:
        page = signed_in.get(link).content.decode()
        assert "Read as" in page
        assert "Pair them" in page


def test_the_concordance_follows_each_paragraph(signed_in: Client, draft: Draft) -> None:
    page = signed_in.get(reverse("concordance", args=[draft.pk])).content.decode()
    rows = [
        re.findall(r">([^<>]+)</a>|(not there)", row) for row in re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    ]
    told = [[name or gone for name, gone in row] for row in rows]
    assert ["OP 2", "OP 3"] in told
    assert ["PP 2", "PP 1"] in told
    assert ["not there", "OP 2"] in told
    assert "came in with Version 2" in page
    assert "moved with Version 2" in page


def test_the_reading_view_tells_which_version_brought_in_what(signed_in: Client, draft: Draft) -> None:
    page = signed_in.get(reverse("draft", args=[draft.pk]), {"brought": "yes"}).content.decode()
    told = re.findall(r'<p class="brought"[^>]*>(.*?)</p>', page)
    assert [re.sub("<[^>]+>", "", each) for each in told] == [
        "Version 2 brought in with appreciation",
        "Version 2 brought this paragraph in",
    ]
    assert 'class="brought"' not in signed_in.get(reverse("draft", args=[draft.pk])).content.decode()
