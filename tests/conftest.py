"""What every test can ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.corpus import CORPUS


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
