"""What every test can ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as properties
from pytest_django import DjangoDbBlocker

from drafts.live import threads
from drafts.models import seals
from tests.corpus import CORPUS

# A busy machine makes nothing wrong: no property fails by the clock.
properties.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
properties.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as people have it: in memory it would not take two writers in turn."""
    if connections["default"].vendor == "sqlite":
        test = connections["default"].settings_dict["TEST"]
        test["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture
def corpus() -> Path:
    """The folder of genuine documents; where it is absent the test is skipped, saying so."""
    if not CORPUS.is_dir():
        pytest.skip(f"the genuine documents are not at {CORPUS}; set RESOLUTIONS_CORPUS")
    return CORPUS


@pytest.fixture(autouse=True)
def patience(settings: Any) -> None:
    """However busy the machine, a test that is not about waiting finds its texts read, and by nobody else."""
    settings.PATIENCE = 60
    settings.WORKER = False


@pytest.fixture(autouse=True, scope="session")
def connections_of_its_own() -> Iterator[None]:
    """No thread of a server keeps a connection to the database of the test before, even between two tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threads, "KEPT_OPEN", 0)
        yield


@pytest.fixture(autouse=True)
def languages_of_its_own() -> Iterator[None]:
    """No test speaks the language of the page that the test before it asked for."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True)
def made_files(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Reports are kept in a folder of this run; the database knows of none of before, so hands out none."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "made"


@pytest.fixture
def _seals_back(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    yield
    with django_db_blocker.unblock():
        seals.place(connection)


@pytest.fixture
def real_transactions(_seals_back: None, transactional_db: None) -> Iterator[None]:
    """Transactions that others see. The seals are lifted at the end, for the tables to be emptied."""
    yield
    seals.lift(connection)
