"""``python -m tests.upgrades.opened``: what the program of today finds in the database of its settings.

Prints JSON: each version's text in plain values, the status of each page of each draft, and whether a sealed
version can be changed. A program of its own, since a process has one database.
"""

from __future__ import annotations

import json
from typing import Any

import django

if __name__ == "__main__":
    django.setup()

from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from drafts.models import Draft, User, Version


def texts() -> list[list[Any]]:
    """Draft by draft and version by version: symbol, date, paragraphs, notes, sponsors."""
    found = []
    for version in Version.objects.order_by("symbol"):
        text = version.resolution()
        found.append(
            [
                version.symbol,
                str(version.date),
                [[each.id, each.kind, each.level, each.label, each.text] for each in text.paragraphs],
                [[each.id, each.label, each.text] for each in text.notes],
                [[each.name, each.code] for each in text.sponsors],
            ]
        )
    return found


def pages() -> dict[str, int]:
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.get(username="demo"), "django.contrib.auth.backends.ModelBackend")
    addresses = [reverse("home"), reverse("find"), reverse("account")]
    for draft in Draft.objects.order_by("pk"):
        names = ("draft", "timeline", "record", "people", "sponsors", "concordance", "discussion")
        addresses += [reverse(name, args=[draft.pk]) for name in (*names, "live-text", "live-history")]
        addresses += [reverse("version", args=[draft.pk, number]) for number in (1, 2)]
        addresses += [reverse("comparison", args=[draft.pk, 1, 2])]
    return {address: client.get(address).status_code for address in addresses}


def is_sealed() -> bool:
    try:
        with transaction.atomic():
            Version.unsealed.update(symbol="changed")
    except DatabaseError:
        return True
    return False


if __name__ == "__main__":
    print(json.dumps({"texts": texts(), "pages": pages(), "sealed": is_sealed()}))
