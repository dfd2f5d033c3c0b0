"""What this program counts of itself, in Prometheus' names. No text, no name and no id is in it.

Where several processes serve, each writes to files in the folder that PROMETHEUS_MULTIPROC_DIR names
(``manage.py serve`` sees to it), and whichever is asked answers for all of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db.models import Count, Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import REGISTRY, CollectorRegistry, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

from drafts.models import Batch, MadeReport, Reading

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 3, 10)  # 0.3 is what pages have to stay under
KINDS: dict[str, Any] = {"reading": Reading, "report": MadeReport, "batch": Batch}

PAGES = Histogram(
    "rapporteur_page_seconds", "Time to answer, by the name of the page", ["view", "method", "status"],
    buckets=SECONDS,
)  # fmt: skip
LOG_WRITES = Histogram(
    "rapporteur_live_write_seconds", "Time until a batch of live updates is on the disk", buckets=SECONDS
)
LIVE = {
    name: Gauge(f"rapporteur_live_{name}", meaning, multiprocess_mode="livesum")
    for name, meaning in (
        ("rooms", "Drafts whose live text is open"),
        ("pages", "Pages open on live texts"),
        ("people", "People on live texts, each process counting its own"),
        ("backlog", "Live updates that wait to be kept"),
        ("failing", "Live texts that the database refuses to keep"),
    )
}


def tell_live(**counts: int) -> None:
    """How the live texts of this process are doing now."""
    for name, count in counts.items():
        LIVE[name].set(count)


def exposition() -> bytes:
    """All of it, as Prometheus reads it."""
    waiting = CollectorRegistry()
    waiting.register(_Waiting())
    return counted() + generate_latest(waiting)


def counted() -> bytes:
    """What the processes have counted, without what is asked of the database."""
    if not (folder := os.environ.get(FOLDER)):
        return generate_latest(REGISTRY)
    _forget_the_dead(Path(folder))
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


class _Waiting:
    """What waits to be worked off, asked of the database: it is the same for every process."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        work = GaugeMetricFamily(
            "rapporteur_work", "Work that waits or is under way", labels=["kind", "state"]
        )
        oldest = GaugeMetricFamily(
            "rapporteur_work_oldest_seconds", "How long the oldest has waited", labels=["kind"]
        )
        for name, kind in KINDS.items():
            found = kind._default_manager.filter(state__in=(kind.WAITING, kind.UNDER_WAY))
            counts = dict(found.values_list("state").annotate(Count("pk")))
            work.add_metric([name, "waiting"], counts.get(kind.WAITING, 0))
            work.add_metric([name, "under-way"], counts.get(kind.UNDER_WAY, 0))
            since = found.filter(state=kind.WAITING).aggregate(since=Min("beat_at"))["since"]
            now = timezone.now()
            oldest.add_metric([name], max(0.0, (now - (since or now)).total_seconds()))
        ready = DBTaskResult.objects.ready().count()
        yield from (work, oldest, GaugeMetricFamily("rapporteur_tasks", "Tasks in the queue", value=ready))


def _forget_the_dead(folder: Path) -> None:
    """A process that was killed has nothing open any more; what it counted stays counted."""
    for pid in {int(path.stem.rpartition("_")[2]) for path in folder.glob("gauge_live*_*.db")}:
        if not Path(f"/proc/{pid}").exists():
            mark_process_dead(pid, str(folder))  # type: ignore[no-untyped-call]
