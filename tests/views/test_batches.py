"""Reports of many drafts at once: chosen as drafts are found, made in turn, cancelled, packed in one zip."""

from __future__ import annotations

import csv
import errno
import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from drafts import actions
from drafts.actions import batches, reports, store
from drafts.core.errors import ReadError
from drafts.formats import read
from drafts.models import Batch, Draft, KeptFile, MadeReport, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

FORM = {"chosen": ["csv", "text"], "show": "changes", "labels": "en"}


def a_draft(by: User, symbol: str = "", *, revised: bool = True) -> Draft:
    head = f"{symbol}\n\n" if symbol else ""
    draft = actions.start_draft(read((head + OLD).encode(), "-"), by=by, source=OLD)
    if revised:
        head = f"{symbol}/Rev.1\n\n" if symbol else ""
        actions.add_version(draft, read((head + NEW).encode(), "-"), by=by)
    return draft


@pytest.fixture
def committee(italy: User) -> list[Draft]:
    """Two drafts of the Third Committee, one of the Second, and one that was never revised."""
    return [
        a_draft(italy, "A/C.3/61/L.8"),
        a_draft(italy, "A/C.3/61/L.9"),
        a_draft(italy, "A/C.2/61/L.4"),
        a_draft(italy, "A/C.3/61/L.10", revised=False),
    ]


def begun(client: Client, **filters: str) -> Batch:
    answer = client.post(reverse("batches"), {**FORM, **filters})
    assert answer.status_code == 302, re.findall(r"<li>.*?</li>", answer.content.decode())
    return Batch.objects.latest("created_at")


def made(client: Client, **filters: str) -> Batch:
    batch = begun(client, **filters)
    batches.make_batch_in_turn.call(str(batch.pk))
    batch.refresh_from_db()
    return batch


def files_of(client: Client, batch: Batch) -> dict[str, bytes]:
    answer = client.get(reverse("batch-zip", args=[batch.pk]))
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_draft_of_a_committee_is_compared_from_first_to_last(
    signed_in: Client, committee: list[Draft]
) -> None:
    batch = made(signed_in, body="A/C.3")
    assert (batch.state, batch.done, batch.total, batch.passed_over) == ("made", 2, 2, 1)
    files = files_of(signed_in, batch)
    names = {re.sub(r"^\d+ ", "", name) for name in files}
    assert names == {
        "index.html",
        "index.csv",
        *(
            f"A_C.3_61_L.{number} to A_C.3_61_L.{number}_Rev.1.{ending}"
            for number in (8, 9)
            for ending in ("csv", "txt")
        ),
    }
    got = signed_in.get(
        reverse("download-comparison", args=[committee[0].pk, 1, 2, "txt"]), {"show": "changes"}
    )
    assert got.content in files.values()


def test_the_index_counts_changes_and_leads_to_the_files(signed_in: Client, committee: list[Draft]) -> None:
    batch = made(signed_in, body="A/C.3")
    files = files_of(signed_in, batch)
    rows = list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    assert [row["Version in force"] for row in rows] == ["A/C.3/61/L.9/Rev.1", "A/C.3/61/L.8/Rev.1"]
    assert {row["moved"] for row in rows} == {"1"}
    assert set(rows[0]["Files"].split(" | ")) <= files.keys()
    page = files["index.html"].decode()
    links = re.findall(r'href="([^"]+)"', page)
    assert len(links) == 5
    assert "1 moved" in page


def test_somebody_elses_drafts_are_not_in_it(
    signed_in: Client, committee: list[Draft], django_user_model: type[User]
) -> None:
    a_draft(django_user_model.objects.create_user("other"), "A/C.3/61/L.77")
    assert made(signed_in).total == 3


def test_how_far_it_is_can_be_seen_and_left(signed_in: Client, committee: list[Draft]) -> None:
    batch = begun(signed_in)
    Batch.objects.update(state="making", done=1)
    page = signed_in.get(reverse("batch", args=[batch.pk])).content.decode()
    assert "1 of 3 drafts are done." in page
    assert 'hx-trigger="every 1s"' in page
    assert reverse("batch", args=[batch.pk]) in signed_in.get(reverse("home")).content.decode()


def test_one_that_is_cancelled_is_left_off_and_can_go_on(
    signed_in: Client, committee: list[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(signed_in)
    making = batches.made_in_batch

    def cancels(*args: Any, **options: Any) -> Any:
        signed_in.post(reverse("cancel-batch", args=[batch.pk]))
        return making(*args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(batches, "made_in_batch", cancels)
        actions.make_batch(batch.pk)
    batch.refresh_from_db()
    assert batch.state == "cancelled"
    assert MadeReport.objects.count() == 2  # both forms of the first draft
    signed_in.post(reverse("make-batch-again", args=[batch.pk]))
    actions.make_batch(batch.pk)
    assert len(files_of(signed_in, batch)) == 2 + 3 * 2


def test_one_that_was_broken_off_goes_on_with_what_it_had_made(
    signed_in: Client, committee: list[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(signed_in, body="A/C.3")

    def stops(*_: object, **__: object) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(batches, "zipped", stops)
        with pytest.raises(KeyboardInterrupt):
            actions.make_batch(batch.pk)
    Batch.objects.update(beat_at="2026-01-01T00:00:00Z")
    assert actions.resume_batches() == 1
    monkeypatch.setattr(reports, "apart", pytest.fail)
    actions.make_batch(batch.pk)
    assert len(files_of(signed_in, batch)) == 6


def test_a_long_one_lets_others_go_first_and_goes_on(
    signed_in: Client, committee: list[Draft], italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(signed_in)
    monkeypatch.setattr(batches, "SLICE", -1.0)  # its time is over at once, while others wait
    actions.make_batch(batch.pk)
    batch.refresh_from_db()
    assert batch.state == "waiting"
    DBTaskResult.objects.all().delete()
    actions.make_batch(batch.pk)
    assert len(files_of(signed_in, batch)) == 2 + 3 * 2


def test_a_report_that_cannot_be_made_is_told_in_the_index_and_spoils_no_other(
    signed_in: Client, committee: list[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(signed_in, body="A/C.3")
    making, failed = reports.apart, []

    def fails_once(job: Any, order: Any, **options: Any) -> bytes:
        if not failed:
            failed.append(order)
            raise ReadError("making it took more than 60 seconds.")
        return making(job, order, **options)

    monkeypatch.setattr(reports, "apart", fails_once)
    actions.make_batch(batch.pk)
    files = files_of(signed_in, batch)
    assert len(files) == 4
    assert "Not made: making it took more than 60 seconds." in files["index.html"].decode()


def test_the_zip_is_not_handed_out_when_a_draft_in_it_is_no_longer_open(
    signed_in: Client, italy: User, django_user_model: type[User]
) -> None:
    other = django_user_model.objects.create_user("other")
    a_draft(italy, "A/C.3/61/L.8")
    theirs = a_draft(other, "A/C.3/61/L.9")
    person = theirs.persons.create(user=italy, role="reader")
    batch = made(signed_in)
    assert len(files_of(signed_in, batch)) == 6
    person.delete()
    refused = signed_in.get(reverse("batch-zip", args=[batch.pk]))
    assert refused.status_code == 403
    assert (
        "You may no longer see 1 of these drafts"
        in signed_in.get(reverse("batch", args=[batch.pk])).content.decode()
    )
    signed_in.post(reverse("make-batch-again", args=[batch.pk]))
    actions.make_batch(batch.pk)
    assert not any("L.9" in name for name in files_of(signed_in, batch))


def test_one_whose_zip_was_cleared_away_says_so(signed_in: Client, committee: list[Draft]) -> None:
    batch = made(signed_in)
    store.clear(0)
    page = signed_in.get(reverse("batch-zip", args=[batch.pk]), follow=True).content.decode()
    assert "The zip was cleared away to make room." in page


def test_too_many_drafts_are_refused_with_the_way_out(
    signed_in: Client, committee: list[Draft], settings: Any
) -> None:
    settings.MAX_BATCH = 2
    answer = signed_in.post(reverse("batches"), FORM)
    assert answer.status_code == 400
    assert "3 drafts were found; one batch takes 2. Narrow it down." in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_person_has_one_batch_under_way(signed_in: Client, committee: list[Draft]) -> None:
    begun(signed_in)
    answer = signed_in.post(reverse("batches"), FORM)
    assert "A batch of yours is being made." in answer.content.decode()


def test_a_batch_asks_for_at_least_one_form(signed_in: Client, committee: list[Draft]) -> None:
    answer = signed_in.post(reverse("batches"), {**FORM, "chosen": []})
    assert (answer.status_code, "Choose at least one form." in answer.content.decode()) == (400, True)


def test_finding_leads_to_the_reports_of_what_was_found(signed_in: Client, committee: list[Draft]) -> None:
    page = signed_in.get(reverse("find"), {"body": "A/C.3"}).content.decode()
    [address] = re.findall(r'href="(/batches/new/[^"]*)"', page)
    assert "2 drafts" in signed_in.get(address).content.decode()


def test_a_disk_too_full_for_the_zip_is_said(
    signed_in: Client, committee: list[Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = begun(signed_in)
    keeps = store.keep

    def is_full(key: str, data: bytes) -> KeptFile:
        if key == batch.pk.hex:
            raise OSError(errno.ENOSPC, "No space left on device")
        return keeps(key, data)

    monkeypatch.setattr(store, "keep", is_full)
    actions.make_batch(batch.pk)
    batch.refresh_from_db()
    assert batch.state == "refused"
    assert "whose disk may be full" in batch.refusal
