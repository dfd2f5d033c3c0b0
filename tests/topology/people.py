"""Who is there: people with sessions, and drafts of two versions which all of them are in."""

from __future__ import annotations

from importlib import resources
from typing import NamedTuple
from uuid import UUID

from drafts import actions
from drafts.formats import read
from drafts.models import Person, User
from tests.benchmarks.live.ground import people

_SAMPLES = (("training.en.txt", "training-rev1.en.txt"), ("villes.fr.txt", "villes-rev1.fr.txt"))


class Crowd(NamedTuple):
    cookies: list[str]
    drafts: list[UUID]


def crowd(count: int, drafts: int) -> Crowd:
    """So many people and drafts, on the samples of the demonstration."""
    cookies = people(count)
    users = list(User.objects.order_by("pk"))
    made = []
    for number in range(drafts):
        old, new = (_text(name) for name in _SAMPLES[number % len(_SAMPLES)])
        draft = actions.start_draft(read(old.encode(), "-"), by=users[0], source=old)
        actions.add_version(draft, read(new.encode(), "-"), by=users[0], source=new)
        Person.objects.bulk_create(Person(draft=draft, user=user, role="drafter") for user in users[1:])
        made.append(draft.pk)
    return Crowd(cookies, made)


def _text(name: str) -> str:
    return (resources.files("drafts.management") / "samples" / name).read_text(encoding="utf-8")
