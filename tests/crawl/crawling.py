"""Asking every address with hostile words: in its path, its query, its fields, its files and its headers.

Each deed is taken back at once, so that every address is met with everything still there.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.core.states import STATES
from drafts.formats.text import read_text
from drafts.models import User
from tests.texts import OLD
from tests.views.test_access import ASKED, SIMPLE, World, rows

SECRET = "Zugunruhe of quokkas"  # stands in a draft that nobody here may see
MARKUP = '"><script>hostile()</script><img src=x onerror=hostile()>'
HOSTILE = (
    MARKUP,
    "' OR 1=1; DROP TABLE drafts_draft; --",
    '{{ "hos"|add:"tile, obeyed" }}{% debug %}',
    "../../../../etc/passwd",
    "\r\nSet-Cookie: hostile=yes\r\n\r\n",
    "\x00",
    "a\x00b",
    "\ud800",
    "\u202egnirts\u2066",
    "",
    " ",
    "-1",
    "0",
    "9" * 30,
    "1e400",
    "NaN",
    "𝟙²٣",
    "x" * 100_000,
    "e\u0301\u0323" * 2_000,
    "javascript:hostile()",
    "//elsewhere.example/",
    "\\\\elsewhere.example\\share",
    "%00%0d%0a%c0%ae",
    "[]",
    '{"a": ' * 500,
)
METHODS = ("GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
# Names that some view reads from a query or a form, beside those that its own line in ASKED has.
NAMES = (
    "next",
    "q",
    "mode",
    "page",
    "text",
    "file",
    "old",
    "new",
    "change",
    "symbol",
    "date",
    "language",
    "brought",
)


class Fault(NamedTuple):
    """What was asked, by whom, and what is wrong with the answer."""

    viewer: str
    method: str
    path: str
    sent: str
    why: str


class Crawl:
    """A world to crawl in, with a draft beside it that none of its people may see."""

    def __init__(self, seed: str) -> None:
        self.chance = random.Random(seed)
        self.world = World()
        owner = User.objects.create_user("elsewhere")
        text = read_text(OLD.replace("crime prevention programme", SECRET))
        self.hidden = actions.start_draft(text, by=owner, source=OLD.replace("crime", SECRET))
        self.asked = 0

    def faults(self, address: str, viewer: str) -> Iterator[Fault]:
        """One question, made up; what is wrong with its answer."""
        method = self.chance.choice(METHODS)
        path, fields = self._path(address, viewer), self._fields(address)
        files = self._files() if method == "POST" and self.chance.random() < 0.2 else {}
        client = self.world.client(viewer)
        client.raise_request_exception = False
        self.asked += 1
        response = self._ask(client, method, path, fields, files)
        sent = repr({name: value[:60] for name, value in fields.items()} | dict.fromkeys(files, "…"))
        yield from (Fault(viewer, method, path[:300], sent[:600], why) for why in wrong_with(response))

    def _ask(
        self, client: Client, method: str, path: str, fields: dict[str, str], files: dict[str, object]
    ) -> HttpResponse:
        headers = self._headers()
        with transaction.atomic():
            if method == "POST":
                encodable = {name: value.encode("utf-8", "surrogatepass") for name, value in fields.items()}
                response = (
                    client.post(path, fields | files, headers=headers)
                    if files and not any("\ud800" in value for value in fields.values())
                    else client.post(
                        path, urlencode(encodable), "application/x-www-form-urlencoded", headers=headers
                    )
                )
            else:
                query = urlencode({n: v.encode("utf-8", "surrogatepass") for n, v in fields.items()})
                whole = f"{path}{'&' if '?' in path else '?'}{query}"
                response = client.generic(method, whole[:60_000], headers=headers)
            if response.streaming:
                response.content = b"".join(response.streaming_content)
            transaction.set_rollback(True)
        return response

    def _path(self, address: str, viewer: str) -> str:
        """As it should be; or with the id of others' draft; or with something hostile for a part of it."""
        args = ASKED.get(address, SIMPLE).args(self.world, viewer, STATES[0])
        kind = self.chance.random()
        if kind < 0.15:
            args = [self.hidden.pk if each == self.world.draft.pk else each for each in args]
        path = reverse(address, args=args)
        if kind > 0.75:
            parts = path.split("/")
            at = self.chance.randrange(len(parts))
            parts[at] = quote(self._hostile(2_000).encode("utf-8", "surrogatepass"), safe="")
            path = "/".join(parts)
        return path if path.startswith("/") else f"/{path}"

    def _fields(self, address: str) -> dict[str, str]:
        posted = ASKED.get(address, SIMPLE).posted
        right = posted(self.world, STATES[0]) if posted else dict(self.world.query)
        fields = {
            name: str(value[0] if isinstance(value, list) and value else value)
            for name, value in right.items()
        }
        for name in [*fields, *self.chance.sample(NAMES, 2)]:
            if name not in fields or self.chance.random() < 0.4:
                fields[name] = self._hostile()
        return fields

    def _files(self) -> dict[str, object]:
        data = self.chance.choice(
            [b"", b"%PDF-1.7\n", b"PK\x03\x04" + bytes(60), MARKUP.encode(), b"\xff\xfe\x00"]
        )
        file = io.BytesIO(data)
        file.name = self._hostile(200).replace("\ud800", "?")
        return {"file": file}

    def _headers(self) -> dict[str, str]:
        names = ("Accept-Language", "Referer", "User-Agent", "X-Forwarded-For", "HX-Request", "HX-Target",
                 "HX-Current-URL", "If-None-Match", "If-Modified-Since", "Range", "X-Request-ID")  # fmt: skip
        made = {}
        for name in self.chance.sample(names, 2):
            word = self._hostile(500)
            # As a server hands them over: Latin letters, and no line in another.
            made[name] = (
                word.encode("latin-1", "replace").decode("latin-1").replace("\r", "").replace("\n", "")
            )
        return made

    def _hostile(self, longest: int = 100_000) -> str:
        return self.chance.choice(HOSTILE)[:longest]


def wrong_with(response: HttpResponse) -> Iterator[str]:
    """Whatever nobody may be answered."""
    content = response.content
    if response.status_code >= 500:
        yield str(response.status_code)
    if b"Traceback (most recent call last)" in content:
        yield "a stack trace"
    html = "html" in response.headers.get("Content-Type", "")
    if html and (b"<script>hostile()" in content or b"<img src=x onerror" in content):
        yield "markup comes back as markup"
    if b"hostile, obeyed" in content:
        yield "a template was obeyed"
    if SECRET.encode() in content:
        yield "a draft of others is told of"
    if "hostile" in response.cookies or any("\n" in value for value in response.headers.values()):
        yield "a header was broken"
    leads = response.headers.get("Location", "")
    if leads.startswith(("//", "\\", "http", "javascript:")):
        yield f"it leads away: {leads[:100]}"


def addresses() -> list[str]:
    return sorted({row.address for row in rows()})
