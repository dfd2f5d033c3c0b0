"""Where our server is measured: a database of its own, people who are signed in, drafts they write in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

PARAGRAPHS = 50  # of each draft, of some sixty words: a long resolution


class Place(NamedTuple):
    """A draft as people find it: its id, and the shared document (Yjs) as it begins."""

    draft: UUID
    seed: bytes


@contextmanager
def database(folder: Path, *, postgresql: bool) -> Iterator[None]:
    """For this process and those that it starts: tables, and nothing in them. Once in a process."""
    with ExitStack() as stack:
        os.environ |= {
            "RAPPORTEUR_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "drafts.settings",
            "RAPPORTEUR_WORKER": "no",
        }
        os.environ.pop("DATABASE_URL", None)
        if postgresql:
            from drafts.management.postgresql import throwaway_server

            os.environ["DATABASE_URL"] = stack.enter_context(throwaway_server(durable=True))
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield
        from django.db import connections

        connections.close_all()


def people(count: int) -> list[str]:
    """So many people; the cookie of each."""
    from django.test import Client

    from drafts.models import User

    cookies = []
    for number in range(count):
        client = Client()
        client.force_login(User.objects.get_or_create(username=f"writer{number}")[0])
        cookies.append(f"sessionid={client.cookies['sessionid'].value}")
    return cookies


def places(drafts: int, *, paragraphs: int = PARAGRAPHS) -> list[Place]:
    """So many drafts, in which everybody may write."""
    from drafts import actions
    from drafts.models import Person, User

    users = list(User.objects.order_by("pk"))
    made = []
    for _ in range(drafts):
        draft = actions.start_draft(_resolution(paragraphs), by=users[0], source="")
        Person.objects.bulk_create(Person(draft=draft, user=user, role="drafter") for user in users[1:])
        made.append(Place(draft.pk, actions.open_live_text(draft.pk).doc.get_update()))
    return made


def _resolution(paragraphs: int):  # type: ignore[no-untyped-def]
    from drafts.core.document import Paragraph, Resolution

    words = (
        "the report of the Secretary-General on the work done to prevent crime and to treat offenders fairly "
    )
    return Resolution(
        title="Strengthening the programme",
        paragraphs=tuple(
            Paragraph(f"p{at:04}", "operative", f"Takes note of {words * 3}and of paragraph {at};", 1)
            for at in range(paragraphs)
        ),
    )
