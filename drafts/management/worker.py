"""What works off the tasks that wait in the database, within the server.

Threads will do, since files are read and reports made in processes of their own and they only wait for them.
Where many people bring many files, ``manage.py db_worker`` does the same in as many processes as wanted
(RAPPORTEUR_WORKER=no turns these off).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from drafts import actions
from drafts.formats.apart import prepare

THREADS = 2  # so that a long file does not hold up a short one
INTERVAL = 1.0  # seconds between two looks for work; a page that waits for it asks as often
REST = 30.0  # seconds between two looks for what was broken off, and after a database that did not answer

_log = logging.getLogger(__name__)


def start_workers() -> None:
    """Work for as long as the server lives."""
    prepare()
    _started(threading.Event())


@contextmanager
def working() -> Iterator[None]:
    """Work meanwhile, and end the task at hand."""
    stop = threading.Event()
    threads = _started(stop)
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _started(stop: threading.Event) -> list[threading.Thread]:
    names = [f"worker-{number}" for number in range(THREADS)]
    threads = [threading.Thread(target=_work, args=(stop,), name=name, daemon=True) for name in names]
    for thread in threads:
        thread.start()
    return threads


def _work(stop: threading.Event) -> None:
    looked = -REST
    while not stop.is_set():
        try:
            if time.monotonic() - looked >= REST:
                looked = time.monotonic()
                actions.resume_readings()
                actions.resume_reports()
                actions.resume_batches()
                actions.forget_uses()
            if DBTaskResult.objects.ready().exists():
                _take_tasks()
        except DatabaseError as error:
            _log.warning("waiting tasks cannot be looked for: %s", error)
            stop.wait(REST)
        except Exception:  # a fault in one task must not end the thread that works the others off
            _log.exception("a waiting task could not be worked off")
            stop.wait(REST)
        finally:
            connections.close_all()
        stop.wait(INTERVAL)


def _take_tasks() -> None:
    """Work until nothing waits."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    ).run()
