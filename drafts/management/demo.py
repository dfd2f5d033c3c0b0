"""The samples of the demonstration: texts of our own in the shape of real ones, and who keeps them."""

from __future__ import annotations

import datetime
from importlib import resources
from typing import NamedTuple

from django.db import transaction

from drafts.actions import add_version, start_draft
from drafts.core.errors import DeedError
from drafts.formats import read
from drafts.models import User, Version
from drafts.queries.guides import SAMPLE

NAME = PASSWORD = "demo"  # noqa: S105 - printed, known to all: for one's own machine


class Sample(NamedTuple):
    file: str
    symbol: str
    date: datetime.date


# Each row is one draft: its texts in the order in which they were issued.
SAMPLES = (
    (
        Sample("training.en.txt", SAMPLE, datetime.date(2026, 10, 13)),
        Sample("training-rev1.en.txt", f"{SAMPLE}/Rev.1", datetime.date(2026, 11, 9)),
    ),
    (
        Sample("villes.fr.txt", "A/C.3/81/L.902", datetime.date(2026, 10, 15)),
        Sample("villes-rev1.fr.txt", "A/C.3/81/L.902/Rev.1", datetime.date(2026, 11, 11)),
    ),
)


@transaction.atomic
def load_samples() -> User:
    """Make the person and their drafts, where they are not there yet.

    Raises:
        DeedError: this database already serves people, and a password known to all would let anyone in.
    """
    person = _person()
    for texts in SAMPLES:
        _load(texts, person)
    return person


def text_of(sample: Sample) -> str:
    return resources.files("drafts.management").joinpath("samples", sample.file).read_text(encoding="utf-8")


def _person() -> User:
    users = User.objects
    if found := users.filter(username=NAME).first():
        return found
    if users.exists():
        raise DeedError(
            "This database already serves people, and the demonstration would open it to a password known "
            "to all. Set RAPPORTEUR_DATA to another folder to try it."
        )
    return users.create_user(NAME, password=PASSWORD)


def _load(texts: tuple[Sample, ...], person: User) -> None:
    """Bring in what is missing of one draft, in order."""
    versions = Version.objects.filter(draft__people=person)
    draft = None
    for sample in texts:
        if kept := versions.filter(symbol=sample.symbol).first():
            draft = kept.draft
            continue
        source = text_of(sample)
        resolution = read(source.encode(), sample.file)
        if draft:
            add_version(draft, resolution, by=person, source=source, date=sample.date)
        else:
            draft = start_draft(resolution, by=person, source=source, date=sample.date)
