from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, User
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken_out(signed_in: Client, italy: User) -> bytes:
    """The archive of a draft that is not here any more."""
    with transaction.atomic():
        draft = actions.start_draft(read_text(OLD), by=italy)
        response = signed_in.post(reverse("export-draft", args=[draft.pk]))
        assert response.headers["Content-Type"] == "application/zip"
        transaction.set_rollback(True)
    return response.content


def bring_in(client: Client, data: bytes) -> tuple[int, str]:
    sent = {"archive": SimpleUploadedFile("a.zip", data)}
    response = client.post(reverse("import-draft"), sent, follow=True)
    return response.status_code, response.content.decode()


def test_a_draft_goes_out_and_comes_in(signed_in: Client, taken_out: bytes) -> None:
    status, page = bring_in(signed_in, taken_out)
    assert status == 200
    assert "The draft is here, with all its versions" in page
    assert "Strengthening the crime prevention programme" in page
    status, page = bring_in(signed_in, taken_out)
    assert status == 400
    assert "This draft is here already" in page


def test_the_archive_can_be_read_without_this_program(taken_out: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(taken_out)) as archive:
        index = archive.read("index.html").decode()
        assert "Strengthening the crime prevention programme" in index
        assert 'href="versions/1.txt"' in index
        assert "Bearing in mind the needs of developing countries," in archive.read("versions/1.txt").decode()
        assert archive.read("versions/1.source.txt") == b""


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"hello", "this is no zip archive"), (b"", "The submitted file is empty")],
)
def test_what_is_no_archive_is_refused_in_words(signed_in: Client, data: bytes, said: str) -> None:
    status, page = bring_in(signed_in, data)
    assert status == 400
    assert said in page
    assert not Draft.objects.exists()


def test_an_archive_may_be_so_large(signed_in: Client, taken_out: bytes, settings: Settings) -> None:
    settings.MAX_ARCHIVE_BYTES = 1000
    status, page = bring_in(signed_in, taken_out)
    assert status == 400
    assert "an archive may have 1000" in page.replace("\xa0", " ")
