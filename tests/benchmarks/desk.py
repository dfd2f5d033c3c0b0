"""A draft that several people have open, each in a page of a real browser, behind a server of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from drafts.management.browser import MISSING, find_browser
from tests.live.served import Server, servers

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--js-flags=--expose-gc",
]  # fmt: skip
WORDS = "the States concerned to strengthen cooperation in the prevention of crime and in criminal justice "


@dataclass
class Desk:
    server: Server
    browser: Browser
    address: str
    users: tuple[object, ...]

    @property
    def memory(self) -> int:
        """Bytes that the server has in memory now."""
        pages = int(Path(f"/proc/{self.server.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def sit(self, number: int) -> Page:
        """Open the draft for one of its people."""
        from django.test import Client

        client = Client()
        client.force_login(self.users[number])  # type: ignore[arg-type]
        site = f"http://{self.server.address}"
        window = self.browser.new_context(base_url=site, locale="en-GB")
        window.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": site}])
        page = window.new_page()
        page.goto(self.address)
        page.wait_for_selector("[data-ready=yes]", timeout=120_000)
        return page


@contextmanager
def desk(paragraphs: int, people: int) -> Iterator[Desk]:
    """A draft of so many paragraphs, a sixth of them with a note, for so many people."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "desk.sqlite3"
        os.environ |= {
            "RAPPORTEUR_DATA": folder,
            "DATABASE_URL": f"sqlite:///{database}",
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in this thread
        }
        draft, users = _made(paragraphs, people)
        program = find_browser()
        assert program, MISSING
        with servers(1) as [server], sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
            yield Desk(server, browser, f"/drafts/{draft}/writing/", users)
            browser.close()


def _made(paragraphs: int, people: int) -> tuple[object, tuple[object, ...]]:
    import django

    django.setup()
    from django.core.management import call_command

    from drafts import actions
    from drafts.models import Person, User

    call_command("migrate", verbosity=0)
    users = [User.objects.create_user(f"person{at}", first_name=f"Person {at}") for at in range(people)]
    draft = actions.start_draft(_text(paragraphs), by=users[0], source="")
    for user in users[1:]:
        Person.objects.create(draft=draft, user=user, role="drafter", delegation="Benin")
    return draft.pk, tuple(users)


def _text(count: int) -> object:
    from drafts.core import numbering
    from drafts.core.document import Mark, Note, Paragraph, Resolution

    body = [Paragraph("e", "enacting", "The General Assembly,", 0)]
    notes = []
    for at in range(count - 1):
        words = f"Requests {WORDS * (1 + at % 5)}number {at};"
        marks = [Mark.italic(0, 8)]
        if at % 6 == 0:
            marks.append(Mark.call(len(words) - 1, f"n{at}"))
            notes.append(Note(f"n{at}", "", f"Resolution {at}/{at}."))
        level = 1 if at % 4 else 2
        kind = "preambular" if at < count // 4 else "operative"
        body.append(Paragraph(f"p{at}", kind, words, level, marks=tuple(marks)))
    relabelled = tuple(numbering.relabel(body, "en"))
    return Resolution(language="en", title="Crime prevention", paragraphs=relabelled, notes=tuple(notes))
