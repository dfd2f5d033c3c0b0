"""People who read: one opens comparisons, another hands out reports; each on a line of their own."""

from __future__ import annotations

import http.client
import random
import threading
import time
from typing import NamedTuple
from uuid import UUID

FORMS = ("pdf", "docx", "html", "xml", "json", "txt")
MODES = ("text", "sides", "changes")
REDIRECTED = {301, 302, 303, 307}
PATIENCE = 30  # seconds after which a person gives a page up


class Visit(NamedTuple):
    """One page asked for: what kind, when (``time.monotonic``), how long it took, what came."""

    kind: str
    at: float
    seconds: float
    outcome: str  # "" where all was well

    @property
    def went_wrong(self) -> bool:
        return bool(self.outcome)


class Visitor(threading.Thread):
    """Asks for one page after another, with a pause to read it."""

    def __init__(self, address: str, cookie: str, drafts: list[UUID], *, reports: bool, seed: str) -> None:
        super().__init__(daemon=True)
        self.visits: list[Visit] = []
        self._address, self._cookie, self._drafts, self._reports = address, cookie, drafts, reports
        self._chance = random.Random(seed)
        self._ended = threading.Event()
        self._line: http.client.HTTPConnection | None = None

    def run(self) -> None:
        # Not all in one moment.
        self._ended.wait(self._chance.uniform(0, 4))
        while not self._ended.is_set():
            kind, path = self._report() if self._reports else self._comparison()
            self.visits.append(self._visit(kind, path))
            self._ended.wait(self._chance.expovariate(1 / 5))

    def end(self) -> None:
        self._ended.set()

    def _comparison(self) -> tuple[str, str]:
        draft = self._chance.choice(self._drafts)
        if self._chance.random() < 0.2:
            return self._chance.choice([("home", "/"), ("draft", f"/drafts/{draft}/")])
        return "comparison", f"/drafts/{draft}/compare/1/2/?mode={self._chance.choice(MODES)}"

    def _report(self) -> tuple[str, str]:
        draft, form = self._chance.choice(self._drafts), self._chance.choice(FORMS)
        if self._chance.random() < 0.3:
            return "report page", f"/drafts/{draft}/compare/1/2/report/"
        return "report file", f"/drafts/{draft}/compare/1/2/report.{form}"

    def _visit(self, kind: str, path: str) -> Visit:
        began = time.monotonic()
        try:
            outcome = self._ask(path)
        except (OSError, http.client.HTTPException) as error:
            outcome, self._line = f"{type(error).__name__}: {error}", None
        return Visit(kind, began, time.monotonic() - began, outcome)

    def _ask(self, path: str) -> str:
        if self._line is None:
            self._line = http.client.HTTPConnection(self._address, timeout=PATIENCE)
        self._line.request("GET", path, headers={"Cookie": self._cookie})
        response = self._line.getresponse()
        body = response.read()
        if response.status in REDIRECTED and "sign-in" not in response.headers["Location"]:
            return self._ask(response.headers["Location"])
        return "" if response.status == 200 and body else f"{response.status} {path}"
