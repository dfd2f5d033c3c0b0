from __future__ import annotations

import pytest
from django.db import DataError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from drafts.core.errors import ReadError, ReportError
from drafts.views.errors import RefusalMiddleware, server_error

pytestmark = pytest.mark.django_db


def test_an_unknown_address_says_what_to_do(client: Client) -> None:
    response = client.get("/no/such/page/")
    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


def test_a_form_without_its_token_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post(reverse("compare-texts"), {"old-text": "x"})
    assert response.status_code == 403
    assert "This form has expired" in response.content.decode()


@pytest.mark.parametrize("error", [ReadError("it is a scan.", source="a.pdf"), ReportError("There is none.")])
def test_a_refusal_is_a_page_in_words(rf: RequestFactory, error: Exception) -> None:
    request = rf.get("/")
    request.user = None  # type: ignore[assignment]
    response = RefusalMiddleware(lambda request: HttpResponse()).process_exception(request, error)
    assert response is not None
    assert response.status_code == 400
    assert str(error) in response.content.decode()


def test_a_bug_is_not_taken_for_a_refusal(rf: RequestFactory) -> None:
    middleware = RefusalMiddleware(lambda request: HttpResponse())
    assert middleware.process_exception(rf.get("/"), ZeroDivisionError()) is None


def test_a_bug_shows_no_trace(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = None  # type: ignore[assignment]
    page = server_error(request).content.decode()
    assert "Something broke on our side" in page
    assert "Traceback" not in page


def test_within_a_page_an_error_takes_the_whole_page(client: Client) -> None:
    response = client.get("/no/such/page/", headers={"HX-Request": "true"})
    assert (response.headers["HX-Retarget"], response.headers["HX-Reswap"]) == ("body", "innerHTML")


def test_within_a_page_a_session_that_is_over_sends_the_whole_page_to_sign_in(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/readings/7/"}
    response = client.get(reverse("new-draft"), headers=headers, follow=True)
    assert response.headers["HX-Redirect"] == "/sign-in/?next=%2Freadings%2F7%2F"


def test_within_a_page_a_text_that_is_missing_is_asked_for_in_its_place(client: Client) -> None:
    response = client.post(
        reverse("compare-texts"), {"old-text": "", "new-text": "x"}, headers={"HX-Request": "true"}
    )
    assert response.content.decode().strip().startswith('<div id="comparison">')


def test_what_the_database_cannot_keep_is_refused_in_words(rf: RequestFactory) -> None:
    middleware = RefusalMiddleware(lambda request: HttpResponse())
    request = rf.post("/")
    request.user = None  # type: ignore[assignment]
    response = middleware.process_exception(request, DataError("text fields cannot contain NUL (0x00) bytes"))
    assert response is not None
    assert (response.status_code, "take it out and send it again" in response.content.decode()) == (400, True)
