"""What log lines say, and what they never do."""

from __future__ import annotations

import json
import logging
import sys

import pytest

from drafts.core.traces import traced
from drafts.management.logs import Json, OfRequest, Plain, masked


def record(message: str, *args: object, **more: object) -> logging.LogRecord:
    made = logging.getLogger("drafts").makeRecord(
        "drafts", logging.WARNING, "file.py", 1, message, args, None, extra=more
    )
    OfRequest().filter(made)
    return made


def test_a_line_of_json_says_of_which_request_it_is_and_what_it_carries() -> None:
    with traced("a-request-1"):
        line = Json().format(record("%s « tard »", "trop", seconds=0.2))
    told = json.loads(line)
    assert told.pop("at")
    assert told == {
        "level": "WARNING", "logger": "drafts", "message": "trop « tard »", "request_id": "a-request-1",
        "seconds": 0.2,
    }  # fmt: skip


def test_a_plain_line_is_its_message() -> None:
    assert Plain().format(record("The database does not answer: %s", "gone")) == (
        "The database does not answer: gone"
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Not Found: /public/tQ3_x-9/versions/1/", "Not Found: /public/***/versions/1/"),
        ("GET /join/?code=ABCD-EFGH&x=1", "GET /join/?code=***&x=1"),
        ("/sign-in/?next=/public/tQ3/", "/sign-in/?next=***"),
        ("POST /digests/stopped/Mg:1w:abc/", "POST /digests/stopped/***/"),
        ("/accounts/password/reset/key/2-c9x-88/", "/accounts/password/reset/***/"),
        ("postgresql://rapporteur:pass@db/one", "postgresql://***@db/one"),
        ("Authorization: Bearer s3cret", "Authorization: Bearer ***"),
        ("Cookie: sessionid=abc; csrftoken=x", "Cookie: sessionid=***; csrftoken=x"),
        ("Internal Server Error: /drafts/new/", "Internal Server Error: /drafts/new/"),
    ],
)
def test_secrets_of_addresses_are_masked(said: str, shown: str) -> None:
    assert masked(said) == shown


@pytest.mark.parametrize("formatter", [Plain, Json])
def test_they_are_masked_wherever_in_a_record_they_stand(formatter: type[logging.Formatter]) -> None:
    made = record("%s", "/public/tQ3_x-9/", path="/public/tQ3_x-9/")
    try:
        raise ValueError("/public/tQ3_x-9/")
    except ValueError:
        made.exc_info = sys.exc_info()
    line = formatter().format(made)
    assert "ValueError" in line
    assert "tQ3_x-9" not in line
