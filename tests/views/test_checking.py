"""A report that was handed out is checked against what is stored, by its file or by what is printed on it."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.core.options import Options
from drafts.formats import read
from drafts.models import Batch, Draft, MadeReport, User
from drafts.queries import checking
from drafts.queries.checking import digests_in
from drafts.queries.finding import Search
from drafts.queries.reports import Asked
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

A_DIGEST = hashlib.sha256(b"a").hexdigest()


@pytest.fixture
def report(italy: User, signed_in: Client) -> bytes:
    """A report with its cover sheet, as text."""
    draft = actions.start_draft(read(OLD.encode(), "-"), by=italy, source=OLD)
    actions.add_version(draft, read(NEW.encode(), "-"), by=italy, source=NEW)
    address = reverse("download-comparison", args=[draft.pk, 1, 2, "txt"])
    return signed_in.get(address, {"cover": "yes"}).content


def told(client: Client, **sent: object) -> str:
    return client.post(reverse("check-report"), sent).content.decode()


def a_file(data: bytes) -> BytesIO:
    file = BytesIO(data)
    file.name = "report.txt"
    return file


def test_the_file_itself_is_known(signed_in: Client, report: bytes) -> None:
    page = told(signed_in, report=a_file(report))
    assert "This file was made here, and nobody changed it." in page
    assert "Not known" not in page


def test_a_file_out_of_a_zip_is_known_and_so_is_the_zip(signed_in: Client, report: bytes) -> None:
    draft = Draft.objects.get()
    data = signed_in.get(reverse("download-comparison", args=[draft.pk, 1, 2, "zip"])).content
    assert "This file was made here" in told(signed_in, report=a_file(data))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        cover = archive.read("cover sheet.pdf")
    assert "It was in the zip of all forms." in told(signed_in, report=a_file(cover))


def test_the_zip_of_a_batch_is_known_to_who_sees_all_its_drafts(
    signed_in: Client, stranger: Client, italy: User, report: bytes
) -> None:
    batch = actions.start_batch(Search(), ["csv"], Asked("", Options()), by=italy)
    actions.make_batch(batch.pk)
    data = actions.zip_of(Batch.objects.get())
    assert data is not None
    assert "This zip was made here" in told(signed_in, report=a_file(data))
    assert "✗ Not known." in told(stranger, report=a_file(data))


def test_what_the_cover_says_agrees_with_texts_and_sources(signed_in: Client, report: bytes) -> None:
    page = told(signed_in, printed=report.decode())
    assert page.count("✓ Agrees.") == 4
    assert "✗" not in page


def test_a_changed_file_is_not_known_though_its_texts_are(signed_in: Client, report: bytes) -> None:
    page = told(signed_in, report=a_file(report.replace(b"Benin", b"Gabon")))
    assert "This file was made here" not in page
    assert "✗ Not known." in page
    assert page.count("✓ Agrees.") == 4


def test_nobody_learns_of_texts_they_may_not_see(stranger: Client, report: bytes) -> None:
    page = told(stranger, report=a_file(report), printed=report.decode())
    assert "✓" not in page
    assert "/versions/" not in page


def test_a_text_that_is_stored_otherwise_now_does_not_agree(signed_in: Client, report: bytes) -> None:
    MadeReport.objects.update(old_text=A_DIGEST)
    assert "✗ Does not agree." in told(signed_in, printed=A_DIGEST)


def test_what_holds_no_digest_is_said_to(signed_in: Client) -> None:
    answer = signed_in.post(reverse("check-report"), {"printed": "A/C.3/61/L.8"})
    assert answer.status_code == 400
    assert "There is no digest in this" in answer.content.decode()


def test_digests_are_found_in_what_was_copied_from_a_narrow_column() -> None:
    broken = f"{A_DIGEST[:30]}\n  {A_DIGEST[30:]}"
    assert digests_in(f"Text: {A_DIGEST.upper()}.") == [A_DIGEST]
    assert digests_in(f"SHA-256 of the text\n  {broken}\nand more") == [A_DIGEST]
    assert digests_in(f"{A_DIGEST}0 is longer") == []
    assert digests_in(f"as bad {broken} feed") == [A_DIGEST]
    assert digests_in(f"{A_DIGEST[:9]}\tg {A_DIGEST[9:]}") == []
    assert digests_in(f"({broken}) {broken}.") == [A_DIGEST]


def test_pieces_that_are_no_digest_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ("a " * 62 + "a g ") * 100
    looked_at = 0

    class Counting:
        def finditer(self, *arguments: Any) -> Iterator[re.Match[str]]:
            nonlocal looked_at
            for match in re.compile("[0-9a-f]+").finditer(*arguments):
                looked_at += 1
                yield match

    monkeypatch.setattr(checking, "_PIECE", Counting())
    assert digests_in(text) == []
    assert looked_at == 63 * 100


def test_the_command_says_whether_all_agree(
    report: bytes, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.txt"  # type: ignore[operator]
    path.write_bytes(report)
    call_command("check_report", str(path))
    assert capsys.readouterr().out.count("agrees") == 5
    with pytest.raises(SystemExit) as ended:
        call_command("check_report", A_DIGEST)
    assert ended.value.code == 1
    assert "NOT KNOWN" in capsys.readouterr().out


def test_digests_of_a_draft_that_is_gone_are_simply_not_known(signed_in: Client) -> None:
    assert Draft.objects.count() == 0
    assert "✗ Not known." in told(signed_in, printed=A_DIGEST)
