"""Texts and comparisons are handed out as files, under names that any system can have."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats import read, to_json
from drafts.models import Draft, User
from drafts.views.downloads import COMPARISONS, TEXTS, WORDS
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(django_user_model: type[User]) -> Draft:
    by = django_user_model.objects.create_user("italy")
    draft = actions.start_draft(read(OLD.encode(), "-"), by=by, source=OLD)
    actions.add_version(draft, read(NEW.encode(), "-"), by=by)
    return draft


@pytest.fixture
def signed_in(draft: Draft, client: Client) -> Client:
    client.force_login(draft.created_by)
    return client


@pytest.mark.parametrize("ending", TEXTS)
def test_version_is_taken_along_in_every_form(signed_in: Client, draft: Draft, ending: str) -> None:
    answer = signed_in.get(reverse("download-version", args=[draft.pk, 1, ending]))
    assert answer["Content-Type"] == TEXTS[ending][1]
    assert answer["Content-Disposition"] == f'attachment; filename="Version 1.{ending}"'
    found = read(answer.content, f"a.{ending}")
    assert [each.text for each in found.paragraphs] == [
        each.text for each in read(OLD.encode(), "-").paragraphs
    ]


@pytest.mark.parametrize("ending", COMPARISONS)
def test_comparison_is_taken_along(signed_in: Client, draft: Draft, ending: str) -> None:
    answer = signed_in.get(reverse("download-comparison", args=[draft.pk, 1, 2, ending]))
    assert answer.status_code == 200
    assert answer["Content-Type"] == COMPARISONS[ending][1]
    assert len(answer.content) > 500


def test_decision_by_hand_is_in_the_file(signed_in: Client, draft: Draft) -> None:
    old, new = draft.versions.order_by("number")
    keys = [new.resolution().paragraphs[4].id]
    actions.make_pairing(old, new, by=draft.created_by, old_keys=[], new_keys=keys, together=False)
    answer = signed_in.get(reverse("download-comparison", args=[draft.pk, 1, 2, "json"]))
    told = json.loads(answer.content)
    assert {change["kind"] for change in told["changes"] if change["new"] == keys} == {"added"}
    assert told["old"] == {"symbol": to_json(old.resolution())["symbol"], "language": "en"}


def test_symbol_makes_a_file_name_without_strokes(signed_in: Client, draft: Draft) -> None:
    by = draft.created_by
    text = read(NEW.replace("seized", "aware").replace("Takes note", "Notes").encode(), "-")
    actions.add_version(draft, replace(text, symbol="A/C.3/61/L.8"), by=by)
    answer = signed_in.get(reverse("download-version", args=[draft.pk, 3, "txt"]))
    assert answer["Content-Disposition"] == 'attachment; filename="A_C.3_61_L.8.txt"'


@pytest.mark.parametrize("ending", ["exe", "PDF", "pdf.exe"])
def test_form_that_is_none_is_not_found(signed_in: Client, draft: Draft, ending: str) -> None:
    assert signed_in.get(reverse("download-version", args=[draft.pk, 1, ending])).status_code == 404


def test_page_offers_every_form(signed_in: Client, draft: Draft) -> None:
    page = signed_in.get(reverse("version", args=[draft.pk, 1])).content.decode()
    assert set(WORDS) == set(TEXTS)
    assert all(reverse("download-version", args=[draft.pk, 1, ending]) in page for ending in TEXTS)
