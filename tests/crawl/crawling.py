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

from drafts.core.states import STATES
from drafts.models import Draft, User
from tests.crawl.addresses import Address, field_names
from tests.crawl.elsewhere import SECRET, Elsewhere
from tests.crawl.strings import HOSTILE, TAG, harm
from tests.files import docx_with_changes, empty_pdf
from tests.views.test_access import ASKED, SIMPLE, VIEWERS, World

# Beside everyone whom the table of permissions knows: who may open the operators' pages, and sees nothing.
CLERK = "clerk"
OPERATOR = "operator"  # who may see there whatever there is
EVERYBODY = (*VIEWERS, CLERK, OPERATOR)
METHODS = ("GET", "GET", "POST", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
HEADERS = (
    "Accept-Language", "Referer", "User-Agent", "X-Forwarded-For", "Accept", "HX-Request", "HX-Target",
    "HX-Trigger", "HX-Current-URL", "If-None-Match", "If-Modified-Since", "Range", "X-Request-ID",
)  # fmt: skip
LONGEST_LINE = 60_000  # of a request, which servers refuse beyond it


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
        self.elsewhere = Elsewhere()
        self.asked = 0
        self._strings = list(HOSTILE.values())
        self._names = field_names()
        self._files = (b"", b"\xff\xfe\0", b"{}", b"Urges all;", b"%PDF-1.7\n", b"PK\x03\x04" + bytes(60),
                       f"<{TAG}>".encode(), empty_pdf(), docx_with_changes())  # fmt: skip
        self._before = self.elsewhere.as_it_is()
        self._operators = {name: self._operator(name) for name in (CLERK, OPERATOR)}

    def faults(self, address: Address) -> Iterator[Fault]:
        """One question, made up, by anybody; what is wrong with its answer."""
        viewer = self.chance.choice(EVERYBODY)
        self.asked += 1
        state = self.chance.choice(STATES)
        method = self.chance.choice(METHODS)
        path, fields = self._path(address, viewer, state), self._fields(address, state)
        file = self._file() if method == "POST" and self.chance.random() < 0.2 else None
        told = repr({name: value[:60] for name, value in fields.items()} | ({"file": "…"} if file else {}))
        with transaction.atomic():
            adopted_as = "A/RES/61/181" if state == "adopted" else ""
            Draft.objects.filter(pk=self.world.draft.pk).update(state=state, adopted_as=adopted_as)
            response = self._ask(self._client(viewer), method, path, fields, file)
            wrong = [*harm(response), *self._given_away(response, viewer)]
            if method not in ("GET", "HEAD") and self.elsewhere.as_it_is() != self._before:
                wrong.append("another's draft was changed")
            transaction.set_rollback(True)
        yield from (Fault(viewer, method, path[:300], told[:600], why) for why in wrong)

    def _given_away(self, response: HttpResponse, viewer: str) -> Iterator[str]:
        """What came out of another's draft."""
        said = str(dict(response.headers)) + response.content.decode("utf-8", "replace")
        if viewer != OPERATOR and SECRET in said.lower():
            yield "words of another's draft"

    def _client(self, viewer: str) -> Client:
        client = self._operators.get(viewer) or self.world.client(viewer)
        client.raise_request_exception = False
        return client

    def _operator(self, name: str) -> Client:
        client = Client()
        client.handler = self.world.handler
        user = User.objects.create_user(name, is_staff=True, is_superuser=name == OPERATOR)
        client.force_login(user)
        return client

    def _ask(
        self, client: Client, method: str, path: str, fields: dict[str, str], file: io.BytesIO | None
    ) -> HttpResponse:
        headers = self._headers()
        words = urlencode({name: value.encode("utf-8", "surrogatepass") for name, value in fields.items()})
        if method != "POST":
            line = f"{path}{'&' if '?' in path else '?'}{words}"[:LONGEST_LINE]
            response = client.generic(method, line, headers=headers)
        elif file:
            sayable = {name: value.encode("utf-8", "replace").decode() for name, value in fields.items()}
            names = self.chance.sample(("text", "file", "pair", "archive", "old-file", "new-file"), 2)
            response = client.post(path, sayable | dict.fromkeys(names, file), headers=headers)
        else:
            response = client.post(path, words, "application/x-www-form-urlencoded", headers=headers)
        if response.streaming:
            response.content = b"".join(response)  # type: ignore[arg-type]
        return response  # type: ignore[return-value]

    def _path(self, address: Address, viewer: str, state: str) -> str:
        """As it should be; or with an id of others' draft, or something hostile, for a part of it."""
        args = [str(each) for each in ASKED.get(address.name, SIMPLE).args(self.world, viewer, state)]
        if len(args) != address.places:  # the operators'
            args = ["1"] * address.places
        if args and self.chance.random() < 0.5:
            at = self.chance.randrange(len(args))
            args[at] = (
                self.chance.choice(self.elsewhere.ids())
                if self.chance.random() < 0.5
                else self._hostile(2_000)
            )
        path = address.path(args)
        if self.chance.random() < 0.1:
            parts = path.split("/")
            parts[self.chance.randrange(1, len(parts))] = quote(
                self._hostile(2_000).encode("utf-8", "surrogatepass")
            )
            path = "/".join(parts)
        return path

    def _fields(self, address: Address, state: str) -> dict[str, str]:
        """As they should be, but for some; and some more that another page reads."""
        posted = ASKED.get(address.name, SIMPLE).posted
        right = posted(self.world, state) if posted else dict(self.world.query)
        fields = {
            name: str(value[0] if isinstance(value, list) and value else value)
            for name, value in right.items()
        }
        for name in [*fields, *self.chance.sample(self._names, 3)]:
            if name not in fields or self.chance.random() < 0.4:
                fields[name] = self._anything()
        return fields

    def _file(self) -> io.BytesIO:
        file = io.BytesIO(self.chance.choice(self._files))
        file.name = self._hostile(200).encode("utf-8", "replace").decode()
        return file

    def _headers(self) -> dict[str, str]:
        """As a server hands them over: bytes read as Latin letters, and no line in another."""
        made = {}
        for name in self.chance.sample(HEADERS, 2):
            word = "true" if self.chance.random() < 0.3 else self._hostile(500)
            said = word.encode("utf-8", "surrogatepass").decode("latin-1")
            made[name] = said.translate({10: None, 13: None, 0: None})
        return made

    def _anything(self) -> str:
        return self.chance.choice(self.elsewhere.ids()) if self.chance.random() < 0.2 else self._hostile()

    def _hostile(self, longest: int = 100_000) -> str:
        return self.chance.choice(self._strings)[:longest]
