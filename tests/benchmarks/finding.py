"""How long the pages take to make where there are many drafts: home, a draft, the sponsors, finding.

``python -m tests.benchmarks.finding [--drafts 5000] [--paragraphs 100] [--postgresql]``

The drafts are generated, all of them visible to one person. Each time is the median of several requests
through the whole of the program in one process, the network left out: by the clock, and of this process's
processor time, which counts other programs less (and on PostgreSQL the database not at all).
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from itertools import islice

TIMES = 15  # requests a page
POOL = 500  # different paragraphs; each draft takes some of them, and one of its own

CONSONANTS, VOWELS = "bcdfglmnprstv", "aeiou"
QUERIES = {
    "find, a word in every draft": {"words": "the"},
    "find, two common words": {"words": "decides member"},
    "find, a word in one draft": {"words": "unique2500"},
    "find, words in a row": {"words": '"takes note of"'},
    "find, the beginning of a word": {"words": "reque"},
    "find, a symbol": {"words": "A/C.3/61/L.2500"},
    "find, nothing": {"words": "zanzibar"},
    "find, by session and sponsor": {"session": "61", "sponsor": "Italy"},
    "find, words, organ and language": {"words": "decides", "body": "A/C.3", "language": "en"},
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--drafts", type=int, default=5000)
    parser.add_argument("--paragraphs", type=int, default=100)
    parser.add_argument("--postgresql", action="store_true")
    asked = parser.parse_args()
    with ExitStack() as stack:
        os.environ["RAPPORTEUR_DATA"] = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ["DJANGO_SETTINGS_MODULE"] = "drafts.settings"
        if asked.postgresql:
            from drafts.management.postgresql import throwaway_server

            os.environ["DATABASE_URL"] = stack.enter_context(throwaway_server())
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        start = time.perf_counter()
        generate(asked.drafts, asked.paragraphs)
        where = "PostgreSQL" if asked.postgresql else "SQLite"
        taken = time.perf_counter() - start
        print(f"{asked.drafts} drafts of {asked.paragraphs} paragraphs on {where}, made in {taken:.0f} s\n")
        measure()


def measure() -> None:
    """Print a table of the pages and their times."""
    from django.db import connection
    from django.test import Client
    from django.urls import reverse

    from drafts.models import Draft, User

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get())
    draft = Draft.objects.order_by("created_at")[Draft.objects.count() // 2]
    pages = {"home": (reverse("home"), {}), "find, all": (reverse("find"), {})}
    pages |= {
        name: (reverse(name, args=[draft.pk]), {}) for name in ("draft", "sponsors", "discussion", "timeline")
    }
    pages |= {name: (reverse("find"), query) for name, query in QUERIES.items()}
    print("| page | ms | of them computing | queries |\n|---|---|---|---|")
    for name, (address, query) in pages.items():
        assert client.get(address, query).status_code == 200
        asked: list[str] = []
        with connection.execute_wrapper(partial(_note, asked)):
            client.get(address, query)
        taken = [_seconds(partial(client.get, address, query)) for _ in range(TIMES)]
        clock, computing = (1000 * statistics.median(each) for each in zip(*taken, strict=True))
        print(f"| {name} | {clock:.0f} | {computing:.0f} | {len(asked)} |", flush=True)


def _note(asked: list[str], execute: Callable[..., object], sql: str, *rest: object) -> object:
    asked.append(sql)
    return execute(sql, *rest)


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    clock, computing = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - computing


def generate(drafts: int, paragraphs: int) -> None:
    """Fill the database with issued drafts, each by rows as ``add_version`` writes them, many at a time."""
    from django.db import connection
    from django.utils import timezone

    from drafts import models
    from drafts.core.finding import forms

    chance = random.Random(7)
    person = models.User.objects.create_user("italy")
    pool = [_paragraph(chance) for _ in range(POOL)]
    folded = [forms(text) for text in pool]
    numbers = iter(range(drafts))
    while batch := list(islice(numbers, 100)):
        made = [models.Draft(pk=uuid.uuid4(), created_by=person, state="issued") for _ in batch]
        models.Draft.objects.bulk_create(made)
        models.Person.objects.bulk_create(
            models.Person(draft=draft, user=person, role="facilitator") for draft in made
        )
        versions = models.Version.unsealed.bulk_create(
            _version(draft, number, person) for draft, number in zip(made, batch, strict=True)
        )
        rows, entries = [], []
        for number, version in zip(batch, versions, strict=True):
            chosen = [chance.randrange(POOL) for _ in range(paragraphs - 1)]
            texts = [*(pool[each] for each in chosen), f"Recalls unique{number} and no other;"]
            rows += [_row(version, place, text) for place, text in enumerate(texts)]
            lines = [*(folded[each] for each in chosen), forms(texts[-1])]
            entries.append(_entry(version, lines))
        models.Paragraph.objects.bulk_create(rows, batch_size=5000)
        models.Sponsor.objects.bulk_create(
            models.Sponsor(version=version, position=0, name="Italy", code="IT") for version in versions
        )
        models.Sponsorship.objects.bulk_create(
            models.Sponsorship(
                draft=version.draft, act="joined", kind="state", code="IT", date=version.date,
                version=version, with_version=True, by=person,
            )
            for version in versions
        )  # fmt: skip
        models.Deed.objects.bulk_create(
            models.Deed(draft=draft, kind="version-issued", words="issued it", user=person, who="italy")
            for draft in made
        )
        models.CatalogueEntry.objects.bulk_create(entries)
        models.Version.unsealed.filter(pk__in=[version.pk for version in versions]).update(
            sealed_at=timezone.now()
        )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _version(draft: object, number: int, person: object) -> object:
    from drafts import models

    return models.Version(
        draft=draft, number=1, symbol=f"A/C.{number % 6 + 1}/{number % 20 + 61}/L.{number}",
        date=datetime.date(2006, 1, 1) + datetime.timedelta(days=number), language="en", proposal="draft",
        title=f"Question {number} of crime prevention", created_by=person,
    )  # fmt: skip


def _row(version: object, place: int, text: str) -> object:
    from drafts import models

    return models.Paragraph(
        version=version, position=place, key=f"k{place}", kind="operative", level=1, label=f"{place + 1}.",
        text=text,
    )  # fmt: skip


def _entry(version, lines: list[str]) -> object:  # type: ignore[no-untyped-def]
    from drafts import models
    from drafts.core.finding import forms
    from drafts.core.symbols import parse

    symbol = parse(version.symbol)
    return models.CatalogueEntry(
        draft=version.draft, version=version, date=version.date, language="en", body=symbol.body,
        session=symbol.session, sponsors="|IT|", title=forms(version.title), symbols=forms(version.symbol),
        names="italy", text="\n".join(lines), places=[[f"k{at}", f"OP {at + 1}"] for at in range(len(lines))],
    )  # fmt: skip


def _paragraph(chance: random.Random) -> str:
    """Some sixty words, the common ones more often, so that some are everywhere and some are rare."""
    opening = chance.choice(["Decides", "Takes note of", "Requests", "Invites", "Recalls", "Encourages"])
    common = ["the", "of", "and", "to", "member", "states", "programme", "report", "in", "its"]
    words = [
        chance.choice(common) if chance.random() < 0.5 else _word(chance)
        for _ in range(chance.randint(40, 80))
    ]
    return f"{opening} the {' '.join(words)};"


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(2, 4)))


if __name__ == "__main__":
    main()
