from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, Reading, User, Version
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

TEXTS = {"old-text": OLD, "new-text": NEW}


def compared(client: Client, **more: object) -> str:
    response = client.post(reverse("compare-texts"), {**TEXTS, **more})
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read_text(OLD), by=italy, source=OLD)
    actions.add_version(draft, read_text(NEW), by=italy, source=NEW)
    return draft


def test_two_pasted_texts_are_compared_without_an_account_and_nothing_is_kept(client: Client) -> None:
    page = compared(client)
    assert re.search(r"<ins>(<i>)? ?with appreciation", page)
    for words in ("1</b> added", "1</b> edited", "1</b> moved", "1</b> sponsor joined", "2</b> renumbered"):
        assert words in page
    assert (Draft.objects.count(), Version.unsealed.count(), Reading.objects.count()) == (0, 0, 0)


def test_a_file_takes_the_place_of_pasted_text(client: Client) -> None:
    file = SimpleUploadedFile("old.txt", OLD.encode("utf-16"))
    page = compared(client, **{"old-text": "", "old-file": file})
    assert "1</b> moved" in page


@pytest.mark.parametrize("mode", ["inline", "sides", "changes"])
def test_each_layout_shows_every_change_under_the_same_address(client: Client, mode: str) -> None:
    page = compared(client, mode=mode)
    stops = re.findall(r'<div class="change[^>]* id="([^"]+)"[^>]* data-stop', page)
    inline = re.findall(r'<div class="change[^>]* id="([^"]+)"[^>]* data-stop', compared(client))
    assert len(stops) == 3
    assert stops == inline


def test_changes_only_folds_what_is_unchanged(client: Client) -> None:
    assert "unchanged paragraph" in compared(client, mode="changes")


def test_every_link_within_the_page_leads_somewhere(client: Client, signed_in: Client, draft: Draft) -> None:
    for page in (
        compared(client),
        signed_in.get(reverse("comparison", args=[draft.pk, 1, 2])).content.decode(),
    ):
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_htmx_gets_only_the_part_that_changes(signed_in: Client, draft: Draft) -> None:
    address = reverse("comparison", args=[draft.pk, 1, 2])
    part = signed_in.get(address, {"mode": "sides"}, headers={"HX-Request": "true"}).content.decode()
    whole = signed_in.get(address, {"mode": "sides"}).content.decode()
    assert part.strip().startswith('<div id="comparison">')
    assert "<html" not in part
    assert part.strip() in whole


def test_the_chosen_versions_have_an_address(signed_in: Client, draft: Draft) -> None:
    response = signed_in.get(
        reverse("choose-comparison", args=[draft.pk]), {"old": 2, "new": 1, "mode": "sides"}
    )
    assert response.headers["Location"] == reverse("comparison", args=[draft.pk, 2, 1]) + "?mode=sides"


@pytest.mark.parametrize("query", [{}, {"old": "1"}, {"old": "x", "new": "1"}, {"old": "¹", "new": "1"}])
def test_a_choice_that_names_no_versions_finds_nothing(
    signed_in: Client, draft: Draft, query: dict[str, str]
) -> None:
    assert signed_in.get(reverse("choose-comparison", args=[draft.pk]), query).status_code == 404


def test_a_version_that_is_not_there_finds_nothing(signed_in: Client, draft: Draft) -> None:
    assert signed_in.get(reverse("comparison", args=[draft.pk, 1, 7])).status_code == 404


def test_the_same_text_twice_says_that_nothing_changed(client: Client) -> None:
    assert "No change." in compared(client, **{"new-text": OLD})


def test_the_number_of_queries_does_not_grow_with_the_text(
    signed_in: Client, draft: Draft, django_assert_max_num_queries: object
) -> None:
    signed_in.get(reverse("home"))  # that they are there is noted once in five minutes
    with django_assert_max_num_queries(14):  # type: ignore[operator]
        signed_in.get(reverse("comparison", args=[draft.pk, 1, 2]))
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        signed_in.get(reverse("comparison", args=[draft.pk, 1, 2]))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"old-text": ""}, "There is no text here"),
        ({"old-text": " \r\n\t "}, "There is no text here"),
        ({"old-file": SimpleUploadedFile("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(64))}, "scan.png"),
        ({"old-file": SimpleUploadedFile("draft.txt", b"%PDF-1.7\n" + bytes(64))}, "PDF"),
        ({"old-file": SimpleUploadedFile("empty.txt", b"")}, "empty.txt is empty"),
        ({"old-text": "x" * 2_100_000}, "one text may have 1.9"),
    ],
)
def test_a_text_that_cannot_be_taken_is_refused_beside_its_field(
    client: Client, sent: dict[str, object], said: str
) -> None:
    response = client.post(reverse("compare-texts"), {**TEXTS, **sent})
    page = response.content.decode()
    assert response.status_code == 400
    assert said in page.replace("\xa0", " ")
    assert "Benin and Italy" in page  # what was sent for the other text is still there


def test_ten_megabytes_are_refused_with_the_limit(client: Client) -> None:
    response = client.post(reverse("compare-texts"), {**TEXTS, "old-text": "noise " * 2_500_000})
    assert response.status_code == 413
    assert "One text may have 1.9" in response.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "\x00\x01\x02 The General Assembly,\x00",
        "\ud800 lone".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
        "<!doctype html><html><body><p>The General Assembly,</p></body></html>",
        "The General Assembly,\n\nRecalling its work,\n\nMindful of it,",
        "1. " * 3000,
    ],
)
def test_any_text_is_read_and_compared(client: Client, text: str) -> None:
    assert "What changed" in compared(client, **{"old-text": text})


def test_styles_and_scripts_of_the_page_weigh_no_more_than_60_kilobytes(client: Client) -> None:
    page = client.post(
        reverse("compare-texts"),
        {"old-text": OLD, "new-text": NEW},
        headers={
            "Accept-Language": "fr"
        },  # of the languages that are complete, the one with the longest words
    ).content.decode()
    needed = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', page)
    weights = {address: len(gzip.compress(_file(client, address))) for address in needed}
    assert len(weights) > 15
    assert sum(weights.values()) <= 60_000, weights


def _file(client: Client, address: str) -> bytes:
    if not address.startswith(settings.STATIC_URL):
        return client.get(address).content
    return Path(finders.find(address.removeprefix(settings.STATIC_URL))).read_bytes()
