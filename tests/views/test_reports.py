"""The report of two versions: chosen, seen, got, made once and kept, for who may see both versions."""

from __future__ import annotations

import errno
import hashlib
import html
import io
import json
import re
import zipfile
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from drafts import actions
from drafts.actions import reports, store
from drafts.core.errors import ReadError
from drafts.core.limits import LIMITS, Rate
from drafts.core.options import Options
from drafts.formats import FORMS, read, read_sides, write
from drafts.models import Draft, KeptFile, LimitUse, MadeReport, User
from drafts.queries import pictures
from drafts.queries.reports import Asked
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    draft = actions.start_draft(read(OLD.encode(), "-"), by=italy, source=OLD)
    actions.add_version(draft, read(NEW.encode(), "-"), by=italy)
    return draft


def page_of(draft: Draft, **options: str) -> str:
    return reverse("report", args=[draft.pk, 1, 2], query=options)


def file_of(draft: Draft, ending: str, **options: str) -> str:
    return reverse("download-comparison", args=[draft.pk, 1, 2, ending], query=options)


def texts_of(resolution: Any) -> list[str]:
    return [each.text for each in resolution.paragraphs]


def refuses(*_: object, **__: object) -> bytes:
    raise ReadError("making it took more than 60 seconds.")


def test_the_file_is_what_was_asked_for(signed_in: Client, draft: Draft) -> None:
    whole = signed_in.get(file_of(draft, "txt", show="all")).content.decode()
    changes = signed_in.get(file_of(draft, "txt")).content.decode()
    assert "Bearing in mind the needs of developing countries" in whole
    assert len(changes) < len(whole)
    assert "Sponsors" in changes
    assert "Benin" not in signed_in.get(file_of(draft, "txt", no_sponsors="yes")).content.decode()
    french = signed_in.get(file_of(draft, "txt", labels="fr")).content.decode()
    assert "ajouté" in french


def test_the_same_address_gives_the_same_bytes_even_made_again(signed_in: Client, draft: Draft) -> None:
    address = file_of(draft, "pdf", cover="yes", labels="en")
    first = signed_in.get(address).content
    assert signed_in.get(address).content == first
    store.clear(0)
    assert KeptFile.objects.count() == 0
    assert signed_in.get(address).content == first
    assert MadeReport.objects.count() == 1


def test_what_is_kept_is_not_made_again(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = signed_in.get(file_of(draft, "csv")).content
    monkeypatch.setattr(reports, "apart", pytest.fail)
    assert signed_in.get(file_of(draft, "csv")).content == first


def test_to_look_again_at_what_is_kept_starts_no_process_and_reads_no_text(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in.get(page_of(draft, form="pdf"))
    for module in (reports, pictures):
        monkeypatch.setattr(module, "apart", refuses)
    with CaptureQueriesContext(connection) as asked:
        assert "Page 1 of the PDF" in signed_in.get(page_of(draft, form="pdf")).text
    assert [each["sql"] for each in asked if "drafts_paragraph" in each["sql"]] == []


def test_a_file_that_is_damaged_is_made_again(signed_in: Client, draft: Draft) -> None:
    first = signed_in.get(file_of(draft, "csv")).content
    [kept] = KeptFile.objects.all()
    with default_storage.open(f"reports/{kept.key[:2]}/{kept.key}", "wb") as file:
        file.write(b"half a f")
    signed_in.get(file_of(draft, "csv"))
    assert signed_in.get(file_of(draft, "csv")).content == first


def test_a_decision_by_hand_makes_another_report(signed_in: Client, draft: Draft, italy: User) -> None:
    before = json.loads(signed_in.get(file_of(draft, "json")).content)
    old, new = draft.versions.order_by("number")
    keys = [new.resolution().paragraphs[4].id]
    pairing = actions.make_pairing(old, new, by=italy, old_keys=[], new_keys=keys, together=False)
    after = json.loads(signed_in.get(file_of(draft, "json")).content)
    assert {each["kind"] for each in after["changes"] if each["new"] == keys} == {"added"}
    actions.take_back_pairing(pairing, by=italy)
    assert json.loads(signed_in.get(file_of(draft, "json")).content) == before


def test_another_program_makes_another_report(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in.get(file_of(draft, "csv"))
    for module in ("formats.orders", "queries.reports"):
        monkeypatch.setattr(f"drafts.{module}.program", lambda: "Rapporteur 99 (0)")
    signed_in.get(file_of(draft, "csv"))
    assert MadeReport.objects.count() == 2


def test_word_with_tracked_changes_is_by_the_version_and_of_its_date(signed_in: Client, draft: Draft) -> None:
    data = signed_in.get(file_of(draft, "docx")).content
    sides = read_sides(data, "a.docx")
    old, new = draft.versions.order_by("number")
    assert sides is not None
    assert (texts_of(sides.old), texts_of(sides.new)) == (
        texts_of(old.resolution()),
        texts_of(new.resolution()),
    )
    [hand] = sides.authors
    assert (hand.name, hand.first[:10]) == (new.name, new.date.isoformat())


def test_the_zip_holds_every_form_with_an_index_and_a_cover_sheet(signed_in: Client, draft: Draft) -> None:
    answer = signed_in.get(file_of(draft, "zip"))
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    assert next(iter(files)) == "index.txt"
    assert len(files) == len(FORMS) + 2
    index = files.pop("index.txt").decode()
    assert all(name in index and hashlib.sha256(data).hexdigest() in index for name, data in files.items())
    assert files["cover sheet.pdf"].startswith(b"%PDF")


def test_the_page_shows_the_report_and_leads_to_its_file(signed_in: Client, draft: Draft) -> None:
    page = signed_in.get(page_of(draft, form="csv", show="changes")).content.decode()
    [address] = re.findall(r'class="button main" href="([^"]+)"', page)
    data = signed_in.get(html.unescape(address)).content
    assert hashlib.sha256(data).hexdigest() in page
    assert html.escape(data.decode("utf-8-sig").splitlines()[0]) in page


@pytest.mark.parametrize("form", [*FORMS, "zip"])
def test_every_form_is_shown_somehow(signed_in: Client, draft: Draft, form: str) -> None:
    page = signed_in.get(page_of(draft, form=form)).content.decode()
    shown = re.search(r"<iframe|<img |<pre |<caption", page)
    assert shown, form
    for address in re.findall(r'<(?:iframe|img)[^>]+src="([^"]+)"', page):
        assert signed_in.get(html.unescape(address)).status_code == 200


def test_the_page_in_a_frame_runs_nothing(signed_in: Client, draft: Draft) -> None:
    answer = signed_in.get(reverse("report-page", args=[draft.pk, 1, 2]))
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.content == signed_in.get(file_of(draft, "html")).content


def test_choices_become_an_address_that_says_them(signed_in: Client, draft: Draft) -> None:
    chosen = {"old": "1", "new": "2", "form": "pdf", "show": "context", "context": "2", "cover": "yes"}
    answer = signed_in.get(reverse("choose-report", args=[draft.pk]), {**chosen, "no_notes": "yes"})
    assert answer.status_code == 302
    where = urlsplit(answer["Location"])
    assert where.path == page_of(draft)
    assert parse_qs(where.query) == {
        "form": ["pdf"],
        "show": ["context"],
        "context": ["2"],
        "labels": ["en"],
        "cover": ["yes"],
        "no_notes": ["yes"],
    }


def test_what_another_form_does_not_take_is_left_out_when_it_is_chosen(
    signed_in: Client, draft: Draft
) -> None:
    chosen = {"old": "1", "new": "2", "form": "docx", "show": "context", "line_numbers": "yes"}
    answer = signed_in.get(reverse("choose-report", args=[draft.pk]), chosen)
    assert parse_qs(urlsplit(answer["Location"]).query) == {
        "form": ["docx"],
        "show": ["all"],
        "labels": ["en"],
    }


@pytest.mark.parametrize(
    ("ending", "options", "said"),
    [
        ("docx", {"line_numbers": "yes"}, "line numbers"),
        ("json", {"show": "summary"}, "summary"),
        ("pdf", {"show": "everything"}, "everything"),
        ("pdf", {"show": "context", "context": "100"}, "99"),
        ("pdf", {"labels": "tlh"}, "tlh"),
    ],
)
def test_an_address_that_no_report_has_says_why(
    signed_in: Client, draft: Draft, ending: str, options: dict[str, str], said: str
) -> None:
    answer = signed_in.get(file_of(draft, ending, **options))
    assert answer.status_code == 400
    assert said in answer.content.decode()


def test_what_cannot_be_chosen_is_said_beside_the_choices(signed_in: Client, draft: Draft) -> None:
    answer = signed_in.get(page_of(draft, form="pdf", show="context", context="-1"))
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()


def test_what_is_kept_is_not_for_who_may_not_see_the_draft(
    signed_in: Client, stranger: Client, draft: Draft
) -> None:
    for address in (file_of(draft, "csv"), page_of(draft), reverse("report-page", args=[draft.pk, 1, 2])):
        assert signed_in.get(address).status_code == 200
        assert stranger.get(address).status_code == 404
    assert Client().get(file_of(draft, "csv")).status_code == 302
    assert signed_in.get(reverse("report", args=[draft.pk, 1, 3])).status_code == 404


def test_two_drafts_of_the_same_words_share_no_report(signed_in: Client, draft: Draft, italy: User) -> None:
    other = actions.start_draft(read(OLD.encode(), "-"), by=italy, source=OLD)
    actions.add_version(other, read(NEW.encode(), "-"), by=italy)
    signed_in.get(file_of(draft, "csv"))
    signed_in.get(file_of(other, "csv"))
    assert MadeReport.objects.count() == 2


def test_identical_versions_have_a_report_too(signed_in: Client, draft: Draft) -> None:
    answer = signed_in.get(reverse("download-comparison", args=[draft.pk, 2, 2, "txt"]))
    assert "same" in answer.content.decode()


def test_a_long_one_is_made_in_turn_and_its_page_says_so(
    signed_in: Client, draft: Draft, settings: Any
) -> None:
    settings.PATIENCE = 0
    waiting = signed_in.get(file_of(draft, "csv"))
    assert waiting.status_code == 302
    page = signed_in.get(waiting["Location"]).content.decode()
    assert "The report is being made." in page
    assert 'hx-trigger="every 1s"' in page
    [report] = MadeReport.objects.all()
    reports.make_in_turn.call(report.pk)
    page = signed_in.get(waiting["Location"]).content.decode()
    assert "Get the table" in page
    assert "every 1s" not in page


def test_one_that_cannot_be_made_says_why_and_can_be_tried_again(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(reports, "apart", refuses)
        page = signed_in.get(page_of(draft, form="csv")).content.decode()
    assert "making it took more than 60 seconds." in page
    again = re.findall(r'action="([^"]+again/[^"]*)"', page)
    answer = signed_in.post(html.unescape(again[0]), follow=True)
    assert "Get the table" in answer.content.decode()


def test_one_that_was_broken_off_is_taken_up_again(signed_in: Client, draft: Draft, settings: Any) -> None:
    settings.PATIENCE = 0
    signed_in.get(file_of(draft, "csv"))
    MadeReport.objects.update(state="making", beat_at="2026-01-01T00:00:00Z")
    assert actions.resume_reports() == 1
    reports.make_in_turn.call(MadeReport.objects.get().pk)
    assert MadeReport.objects.get().state == "made"


def test_one_that_waits_while_a_decision_is_made_is_not_made_of_the_wrong_pairs(
    signed_in: Client, draft: Draft, italy: User, settings: Any
) -> None:
    settings.PATIENCE = 0
    signed_in.get(file_of(draft, "csv"))
    old, new = draft.versions.order_by("number")
    keys = [new.resolution().paragraphs[4].id]
    actions.make_pairing(old, new, by=italy, old_keys=[], new_keys=keys, together=False)
    reports.make_in_turn.call(MadeReport.objects.get().pk)
    assert not MadeReport.objects.exists()


def allow(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """So many reports a person, and no more within this test."""
    limit = LIMITS["report"]
    monkeypatch.setitem(LIMITS, "report", limit._replace(person=Rate(most, 3600)))  # type: ignore[arg-type]


def test_who_asks_for_too_many_is_asked_to_wait(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, 2)
    assert signed_in.get(file_of(draft, "csv")).status_code == 200
    assert signed_in.get(file_of(draft, "json")).status_code == 200
    refused = signed_in.get(file_of(draft, "txt"))
    assert refused.status_code == 429
    assert "Wait a little" in refused.content.decode()
    assert signed_in.get(file_of(draft, "csv")).status_code == 200  # what is kept costs nothing


def test_room_is_made_by_what_was_used_longest_ago(draft: Draft, italy: User, settings: Any) -> None:
    old, new = draft.versions.order_by("number")
    first = actions.have_report(old, new, Asked("csv", Options(show="changes")), by=italy)
    KeptFile.objects.update(used_at="2026-01-01T00:00:00Z")
    settings.MAX_REPORT_BYTES = 1
    second = actions.have_report(old, new, Asked("json", Options()), by=italy)
    assert actions.file_of(first) is None
    assert actions.file_of(second) is None  # larger than all the room there is
    settings.MAX_REPORT_BYTES = 10**6
    assert actions.file_of(actions.have_report(old, new, Asked("json", Options()), by=italy))


def test_the_digest_of_a_text_is_that_of_its_json(signed_in: Client, draft: Draft) -> None:
    signed_in.get(file_of(draft, "csv"))
    report = MadeReport.objects.get()
    data = signed_in.get(reverse("download-version", args=[draft.pk, 1, "json"])).content
    assert report.old_text == hashlib.sha256(data).hexdigest()
    assert report.old_source == hashlib.sha256(OLD.encode()).hexdigest()
    assert data == write(report.old.resolution(), "json")


def test_a_full_disk_is_said_and_leaves_nothing(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(default_storage, "save", is_full)
        page = signed_in.get(page_of(draft, form="csv")).content.decode()
    assert "whose disk may be full" in page
    assert MadeReport.objects.get().state == "refused"
    assert not KeptFile.objects.exists()
    again = re.findall(r'action="([^"]+again/[^"]*)"', page)
    assert "Get the table" in signed_in.post(html.unescape(again[0]), follow=True).content.decode()


def is_full(*_: object, **__: object) -> str:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_two_who_keep_the_same_leave_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    key = "feed" * 16
    path = f"reports/fe/{key}"
    deletes = default_storage.delete

    def another_keeps_it(name: str) -> None:
        deletes(name)
        if name == path:
            default_storage.save(path, ContentFile(b"report"))

    with monkeypatch.context() as patched:
        patched.setattr(default_storage, "delete", another_keeps_it)
        store.keep(key, b"report")
    assert [each for each in default_storage.listdir("reports/fe")[1] if each.startswith(key)] == [key]
    assert store.fetch(key) == b"report"


def test_one_that_is_refused_is_tried_again_within_the_limits(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reports, "apart", refuses)
    page = signed_in.get(page_of(draft, form="csv")).content.decode()
    again = html.unescape(re.findall(r'action="([^"]+again/[^"]*)"', page)[0])
    long_ago = timezone.now() - timedelta(hours=1)
    MadeReport.objects.update(created_at=long_ago, made_at=long_ago)
    assert signed_in.post(again).status_code == 302
    assert signed_in.post(again).status_code == 429  # within a minute
    MadeReport.objects.update(created_at=long_ago)
    LimitUse.objects.all().delete()
    allow(monkeypatch, 1)
    assert signed_in.post(again).status_code == 302
    assert signed_in.get(file_of(draft, "json")).status_code == 429  # it counts as one asked for now


def test_one_whose_file_is_gone_is_made_again_within_the_limits(
    signed_in: Client, draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(monkeypatch, 1)
    signed_in.get(file_of(draft, "csv"))
    store.clear(0)
    assert signed_in.get(file_of(draft, "csv")).status_code == 429
    LimitUse.objects.all().delete()
    allow(monkeypatch, 9)
    long_ago = timezone.now() - timedelta(hours=1)
    MadeReport.objects.update(created_at=long_ago, made_at=long_ago)
    assert signed_in.get(file_of(draft, "csv")).status_code == 200
    store.clear(0)
    assert signed_in.get(file_of(draft, "csv")).status_code == 429


def test_whoever_waits_for_one_begins_it_once(
    signed_in: Client, draft: Draft, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PATIENCE = 0
    page = signed_in.get(file_of(draft, "csv"))["Location"]
    signed_in.get(page)
    waiting = DBTaskResult.objects.count()
    monkeypatch.setattr(reports, "make_promptly", pytest.fail)
    signed_in.get(page)
    signed_in.get(page)
    assert DBTaskResult.objects.count() == waiting


def test_a_batch_goes_on_where_a_decision_is_made_meanwhile(
    draft: Draft, italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = draft.versions.order_by("number")
    making = reports.make_now

    def decides(digest: str, **options: Any) -> None:
        monkeypatch.setattr(reports, "make_now", making)
        keys = [new.resolution().paragraphs[4].id]
        actions.make_pairing(old, new, by=italy, old_keys=[], new_keys=keys, together=False)
        making(digest, **options)

    monkeypatch.setattr(reports, "make_now", decides)
    report = reports.made_in_batch(old, new, Asked("csv", Options()), by=italy)
    assert report.state == "made"
    assert report == MadeReport.objects.get()
