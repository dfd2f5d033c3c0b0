"""Files as people bring them, and as nobody should."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from drafts.models import Draft, Reading, SourceFile
from tests.files import docx_with_changes, empty_pdf
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

DATED = {"date": "2006-10-06"}


def a_file(text: str | bytes = OLD, name: str = "draft.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text if isinstance(text, bytes) else text.encode())


def bring(client: Client, *files: SimpleUploadedFile, **more: object) -> tuple[int, str]:
    response = client.post(reverse("readings"), {"file": list(files), **more}, follow=True)
    return response.status_code, response.content.decode().replace("\xa0", " ")


def compare(client: Client, *files: SimpleUploadedFile) -> tuple[int, str]:
    response = client.post(reverse("compare-texts"), {"pair": list(files)})
    return response.status_code, response.content.decode().replace("\xa0", " ")


def heading(page: str) -> str:
    return re.sub(r"<[^>]+>|\s+", " ", re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[0]).strip()


def token(page: str, side: str) -> str:
    return re.findall(rf'name="{side}-read" value="([^"]+)"', page)[0]


REVISED = "A/80/L.3/Rev.1\n\n" + NEW


def test_two_files_are_compared_the_older_first_and_nothing_is_kept(client: Client) -> None:
    for files in (
        (a_file("A/80/L.3\n\n" + OLD, "a.txt"), a_file(REVISED, "b.txt")),
        (a_file(REVISED, "b.txt"), a_file("A/80/L.3\n\n" + OLD, "a.txt")),
    ):
        status, page = compare(client, *files)
        assert (status, heading(page)) == (200, "What changed from A/80/L.3 to A/80/L.3/Rev.1")
        assert "by symbol: A/80/L.3/Rev.1 is the later one" in page
    assert (Reading.objects.count(), SourceFile.objects.count()) == (0, 0)


def test_what_was_read_comes_back_with_the_page_and_can_be_swapped(client: Client) -> None:
    _, page = compare(client, a_file("A/80/L.3\n\n" + OLD, "a.txt"), a_file(REVISED, "b.txt"))
    carried = {f"{side}-read": token(page, side) for side in ("old", "new")}
    sides = client.post(reverse("compare-texts"), {**carried, "mode": "sides"}).content.decode()
    assert "mode-sides" in sides
    assert heading(sides) == "What changed from A/80/L.3 to A/80/L.3/Rev.1"
    swapped = client.post(reverse("compare-texts"), {**carried, "swap": "yes"}).content.decode()
    assert heading(swapped) == "What changed from A/80/L.3/Rev.1 to A/80/L.3"
    assert "seems to be the older" in swapped


def test_a_token_that_was_bent_is_refused(client: Client) -> None:
    _, page = compare(client, a_file(), a_file(NEW))
    bent = {"old-read": token(page, "old")[:-2] + "xx", "new-text": NEW}
    response = client.post(reverse("compare-texts"), bent)
    assert response.status_code == 400
    assert "has to be chosen again" in response.content.decode()


def test_a_file_on_each_side_is_compared_with_a_pasted_text(client: Client) -> None:
    sent = {"old-file": a_file(), "new-text": NEW}
    page = client.post(reverse("compare-texts"), sent).content.decode()
    assert "1</b> moved" in page
    assert "draft.txt" in page


@pytest.mark.parametrize("field", ["pair", "old-file", "new-file"])
def test_a_word_file_with_tracked_changes_is_a_comparison_by_itself(client: Client, field: str) -> None:
    file = a_file(docx_with_changes(), "draft.docx")
    page = client.post(reverse("compare-texts"), {field: file}).content.decode()
    assert re.search(r"<del>(<i>)?all", page)
    assert "Changes tracked by Italy (2 changes, 2006-10-06)" in page
    carried = {f"{side}-read": token(page, side) for side in ("old", "new")}
    again = client.post(reverse("compare-texts"), {**carried, "mode": "changes"}).content.decode()
    assert "Changes tracked by Italy" in again


def test_one_file_alone_waits_for_the_other(client: Client) -> None:
    status, page = compare(client, a_file())
    assert status == 200
    assert token(page, "old")
    assert "New text: paste it here" in page


def test_three_files_are_no_comparison(client: Client) -> None:
    status, page = compare(client, a_file(), a_file(NEW), a_file())
    assert (status, "These are 3 files; 2 can be brought in at once." in page) == (400, True)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (a_file(b""), "draft.txt is empty"),
        (a_file(b"\x89PNG\r\n\x1a\n" + bytes(64), "scan.png"), "scan.png"),
        (a_file(empty_pdf(), "scan.pdf"), "no text layer"),
        (a_file(b"%PDF-1.7 and no more", "half.pdf"), "half.pdf"),
    ],
)
def test_a_file_that_cannot_be_compared_says_why_beside_its_field(
    client: Client, file: SimpleUploadedFile, said: str
) -> None:
    file.seek(0)
    status, page = compare(client, file, a_file(NEW))
    assert (status, said in page) == (400, True)


def test_several_files_are_a_chain_looked_over_in_the_order_of_issue(signed_in: Client) -> None:
    _, page = bring(signed_in, a_file(REVISED, "b.txt"), a_file("A/80/L.3\n\n" + OLD, "a.txt"))
    chain = re.findall(r'<nav class="chain".*?</nav>', page, re.DOTALL)[0]
    assert re.findall(r">(A/80/L\.3[^<]*)<", chain) == ["A/80/L.3", "A/80/L.3/Rev.1"]
    first = Reading.objects.get(file__name="a.txt")
    response = signed_in.post(
        reverse("keep-reading", args=[first.pk]), {**DATED, "symbol": "A/80/L.3"}, follow=True
    )
    second = Reading.objects.get(file__name="b.txt")
    assert response.redirect_chain[-1][0] == reverse("reading", args=[second.pk])
    assert "Keep as version 2" in response.content.decode()


def test_the_same_file_twice_is_two_readings(signed_in: Client) -> None:
    assert bring(signed_in, a_file(), a_file())[0] == 200
    assert Reading.objects.count() == 2


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (21, "These are 21 files; 20 can be brought in at once."),
        (200, "These are 200 files; 20 can be brought in at once."),
    ],
)
def test_too_many_files_are_refused_in_one_line(signed_in: Client, files: int, said: str) -> None:
    status, page = bring(signed_in, *(a_file() for _ in range(files)))
    assert (status, said in page) == (400, True)
    assert Reading.objects.count() == 0


def test_more_files_than_any_form_sends_are_refused_too(signed_in: Client) -> None:
    assert bring(signed_in, *(a_file() for _ in range(201)))[0] == 400


def test_a_file_over_the_limit_is_refused_with_the_limit(signed_in: Client, settings: object) -> None:
    settings.MAX_FILE_BYTES = 1_048_576  # type: ignore[attr-defined]
    status, page = bring(signed_in, a_file(b"x" * 2_097_152, "long.txt"))
    assert (status, "long.txt has 2.0 MB; one file may have 1.0 MB here." in page) == (400, True)
    assert "up to 1.0 MB" in page


def test_a_document_with_too_many_pages_is_refused_with_the_limit(
    signed_in: Client, settings: object
) -> None:
    settings.MAX_PAGES = 2  # type: ignore[attr-defined]
    status, page = bring(signed_in, a_file(empty_pdf(3), "long.pdf"))
    assert status == 200
    assert "it has 3 pages, and at most 2 are read" in page
    assert "and 2 pages" in signed_in.get(reverse("new-draft")).content.decode()


@pytest.mark.parametrize(
    "name",
    ["../../../etc/passwd.txt", "a\x00b.txt", "a\r\nb.txt", "x" * 10_000 + ".txt", "\u202etxt.exe.txt"],
)
def test_a_hostile_name_does_no_harm(signed_in: Client, name: str) -> None:
    # As a browser would send it, by hand: Django's test client tames names itself.
    boundary = "----boundary"
    quoted = name.replace("\r", "%0D").replace("\n", "%0A")
    body = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{quoted}"\r\n'
        f"Content-Type: text/plain\r\n\r\n{OLD}\r\n--{boundary}--\r\n"
    )
    response = signed_in.post(
        reverse("readings"),
        body.encode(),
        content_type=f"multipart/form-data; boundary={boundary}",
        follow=True,
    )
    assert response.status_code in (200, 400)
    for file in SourceFile.objects.all():
        assert len(file.name) <= 200
        assert not re.search(r"[/\\\x00-\x1f\u202e]", file.name)


def test_an_upload_that_breaks_off_keeps_nothing(signed_in: Client) -> None:
    half = b'------b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nThe General'
    response = signed_in.post(reverse("readings"), half, content_type="multipart/form-data; boundary=----b")
    assert response.status_code == 400
    assert (Reading.objects.count(), SourceFile.objects.count()) == (0, 0)


def test_what_could_not_be_read_has_a_page_with_ways_out(signed_in: Client) -> None:
    _, page = bring(signed_in, a_file(empty_pdf(), "scan.pdf"))
    assert heading(page) == "This could not be read"
    for way in ("Try again", "Bring another text", "Throw away"):
        assert way in page
    again = signed_in.post(reverse("read-again", args=[Reading.objects.get().pk]), follow=True)
    assert heading(again.content.decode()) == "This could not be read"


def test_a_reading_that_waits_says_so_here_and_on_the_front_page(signed_in: Client, settings: object) -> None:
    settings.PATIENCE = 0  # type: ignore[attr-defined]
    _, page = bring(signed_in, a_file(name="long.txt"))
    assert heading(page) == "Reading long.txt"
    Reading.objects.update(state="reading", done=12, total=100)
    address = reverse("reading", args=[Reading.objects.get().pk])
    assert "Page 12 of 100" in signed_in.get(address).content.decode()
    assert "page 12 of 100" in signed_in.get(reverse("home")).content.decode()
    part = signed_in.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith('<div id="review"')


def test_thrown_away_is_gone_for_good(signed_in: Client) -> None:
    bring(signed_in, a_file())
    address = reverse("discard-reading", args=[Reading.objects.get().pk])
    assert signed_in.post(address).status_code == 302
    assert (Reading.objects.count(), SourceFile.objects.count()) == (0, 0)
    assert signed_in.post(address).status_code == 404  # the form replayed


def test_a_file_is_handed_back_as_it_came_and_never_shown(signed_in: Client) -> None:
    evil = b"<script>alert(1)</script> The General Assembly,\r\n\r\n1. Decides."
    bring(signed_in, a_file(evil, "evil <b>.txt"))
    reading = Reading.objects.get()
    kept = signed_in.post(reverse("keep-reading", args=[reading.pk]), {**DATED, "symbol": ""}, follow=True)
    version_file = reverse("version-file", args=[Draft.objects.get().pk, 1])
    assert version_file in kept.content.decode()
    for address in (reverse("reading-file", args=[reading.pk]), version_file):
        response = signed_in.get(address)
        assert response.content == evil
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_is_shown_as_its_picture_and_kept_by_the_browser(signed_in: Client) -> None:
    bring(signed_in, a_file(empty_pdf(2), "scan.pdf"))
    reading = Reading.objects.get()
    response = signed_in.get(reverse("reading-page", args=[reading.pk, 2, 400]))
    assert response.content.startswith(b"\x89PNG")
    assert "private" in response.headers["Cache-Control"]
    for page, width in ((3, 400), (1, 401)):
        assert signed_in.get(reverse("reading-page", args=[reading.pk, page, width])).status_code == 404


def test_the_page_of_a_reading_asks_no_more_for_a_longer_text(
    signed_in: Client, django_assert_max_num_queries: object
) -> None:
    _, _ = bring(signed_in, a_file(OLD + "".join(f"\n{n}. Urges {n}1;\n" for n in range(5, 60))))
    address = reverse("reading", args=[Reading.objects.get().pk])
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        page = signed_in.get(address).content.decode()
    assert page.count('name="key"') > 0


def test_the_front_page_asks_no_more_for_more_readings(signed_in: Client) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            signed_in.get(reverse("home"))
        return len(captured)

    bring(signed_in, a_file())
    before = asked()
    bring(signed_in, *(a_file() for _ in range(5)))
    assert asked() == before


def test_the_bytes_of_files_are_fetched_only_where_they_are_shown(signed_in: Client) -> None:
    bring(signed_in, a_file())
    with CaptureQueriesContext(connection) as captured:
        signed_in.get(reverse("home"))
        signed_in.get(reverse("reading", args=[Reading.objects.get().pk]))
    assert not any('"drafts_sourcefile"."data"' in each["sql"] for each in captured)


DATED_TEXT = (
    "United Nations\nA/80/L.7\nGeneral Assembly\nDistr.: Limited\n16 October 2025\nOriginal: English\n\n"
    + OLD
)


def test_the_date_of_the_document_is_proposed_as_it_says_itself(signed_in: Client) -> None:
    _, page = bring(signed_in, a_file(DATED_TEXT))
    assert re.search(r'name="date" value="2025-10-16"', page)


def test_a_text_that_belongs_to_another_draft_by_its_symbol_is_questioned(signed_in: Client) -> None:
    bring(signed_in, a_file("A/80/L.3\n\n" + OLD))
    reading = Reading.objects.get()
    signed_in.post(reverse("keep-reading", args=[reading.pk]), {**DATED, "symbol": "A/80/L.3"})
    draft = Draft.objects.get().pk
    _, page = bring(signed_in, a_file("A/80/L.9\n\n" + NEW), draft=draft)
    assert "A/80/L.9 is no revision of A/80/L.3 by its symbol." in page
    _, page = bring(signed_in, a_file("A/80/L.3/Rev.1\n\n" + NEW), draft=draft)
    assert "is no revision of" not in page
