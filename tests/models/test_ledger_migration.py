"""The ledger of drafts that were there before it, as a migration writes it from their versions."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from drafts.models import Draft, Sponsor, Sponsorship, User, Version

pytestmark = pytest.mark.django_db


def test_the_lists_of_old_versions_become_entries(django_user_model: type[User]) -> None:
    italy = django_user_model.objects.create_user("italy")
    draft = Draft.objects.create(created_by=italy)
    lists = [[("Italie", "IT")], [("Bénin", "BJ"), ("Italie", "IT"), ("Union", "")], [], [("Bénin", "BJ")]]
    for number, names in enumerate(lists, 1):
        version = Version.unsealed.create(draft=draft, number=number, date="2006-10-06", created_by=italy)
        for position, (name, code) in enumerate(names):
            Sponsor.objects.create(version=version, position=position, name=name, code=code)
        version.sealed_at = timezone.now()
        version.save(update_fields=["sealed_at"])
    import_module("drafts.migrations.0006_what_was_before_the_ledger").read_versions(apps, None)
    assert [
        (row.version.number, row.act, row.code or row.name, row.main)
        for row in Sponsorship.objects.select_related("version")
        if row.version
    ] == [
        (1, "joined", "IT", True),
        (2, "joined", "BJ", False),
        (2, "joined", "Union", False),
        (4, "withdrew", "IT", False),
        (4, "withdrew", "Union", False),
    ]
