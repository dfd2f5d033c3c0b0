from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class DraftsConfig(AppConfig):
    name = "drafts"
    verbose_name = "Drafts"

    def ready(self) -> None:
        post_migrate.connect(_place_seals, sender=self)


def _place_seals(*, using: str, **sent: Any) -> None:
    from drafts.models import seals  # models cannot be imported before the apps are ready

    seals.place(connections[using])
