from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate

from drafts.translating import say_on_pages


class DraftsConfig(AppConfig):
    name = "drafts"
    verbose_name = "Drafts"

    def ready(self) -> None:
        post_migrate.connect(_place_seals, sender=self)
        post_migrate.connect(_keep_catalogue, sender=self)
        say_on_pages()


def _place_seals(*, using: str, **sent: Any) -> None:
    from drafts.models import seals  # models cannot be imported before the apps are ready

    seals.place(connections[using])


def _keep_catalogue(*, using: str, **sent: Any) -> None:
    """What drafts are found by, for those from before it was kept; not halfway through the migrations."""
    from drafts.actions.catalogue import catalogue_missing
    from drafts.models import catalogue

    executor = MigrationExecutor(connections[using])
    if catalogue.place(connections[using]) and not executor.migration_plan(
        executor.loader.graph.leaf_nodes()
    ):
        catalogue_missing()
