"""What happens: a calm stretch, then servers killed and the database restarted; and what came of it."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import time
from collections import Counter
from collections.abc import Sequence

from django.db import connections

from tests.live.keeping import kept, settled, synced
from tests.live.writers import Writer
from tests.topology.ground import Server, Site
from tests.topology.people import Crowd
from tests.topology.visitors import Visit, Visitor

PACE = (0.3, 0.7)  # seconds between two words: quick typing
BACK = 5.0  # seconds within which everybody is to be back
SAMPLING = 5.0  # seconds between two looks at the memory


def run(site: Site, crowd: Crowd, asked: argparse.Namespace) -> int:
    """The exit status: 1 where anything failed or was lost. Times are told, not judged."""
    connections.close_all()  # not to be cut off by the restart
    return asyncio.run(_Course(site, crowd, asked).run())


class _Course:
    def __init__(self, site: Site, crowd: Crowd, asked: argparse.Namespace) -> None:
        self._site, self._crowd, self._asked = site, crowd, asked
        half, quarter = len(crowd.cookies) // 2, len(crowd.cookies) // 4
        self._writers = [
            Writer(f"w{at}", crowd.drafts[at % len(crowd.drafts)], cookie, [site.address], asked.seed, PACE)
            for at, cookie in enumerate(crowd.cookies[:half])
        ]
        self._visitors = [
            Visitor(site.address, cookie, crowd.drafts, reports=at >= quarter, seed=f"{asked.seed} {at}")
            for at, cookie in enumerate(crowd.cookies[half:])
        ]
        self._faults: list[str] = []

    async def run(self) -> int:
        print(
            f"{len(self._writers)} write, {len(self._visitors)} read, over {len(self._crowd.drafts)} drafts."
        )
        for each in (*self._writers, *self._visitors):
            each.begin() if isinstance(each, Writer) else each.start()
        try:
            await synced(self._writers)
            for writer in self._writers:
                writer.typing = True
            await self._calm()
            if self._asked.kills:
                await self._trouble()
            await self._whole()
        finally:
            for visitor in self._visitors:
                visitor.end()
            for writer in self._writers:
                await writer.end()
        for fault in self._faults:
            print(f"FAULT: {fault}")
        return 1 if self._faults else 0

    async def _calm(self) -> None:
        """Nothing fails. How long pages take, and how much memory."""
        began = time.monotonic()
        held: list[list[float]] = []
        while time.monotonic() < began + self._asked.seconds:
            await asyncio.sleep(min(SAMPLING, self._asked.seconds / 5))
            held.append([server.megabytes for server in self._site.servers])
        visits = self._visits(began)
        _tell(visits)
        _tell_course(visits, began, self._asked.seconds)
        self._faults += [f"{visit.kind}: {visit.outcome}" for visit in visits if visit.went_wrong]
        self._faults += [f"a line of {w.name} broke: {w.codes}" for w in self._writers if w.codes]
        for at, server in enumerate(self._site.servers):
            over = [each[at] for each in held]
            parts = [
                statistics.mean(over[len(over) * part // 5 : len(over) * (part + 1) // 5])
                for part in range(5)
            ]
            told = ", ".join(f"{part:.0f}" for part in parts)
            print(
                f"server {at + 1}: {told} MB in each fifth of the time, {server.most_megabytes:.0f} at most"
            )
        print(f"{sum(len(writer.safe) for writer in self._writers)} words kept")

    async def _trouble(self) -> None:
        """One server killed after another, and the database restarted in their midst."""
        every = itertools.cycle(self._site.servers)
        for number in range(self._asked.kills):
            await self._after("a server was killed", self._kill, next(every))
            if number == self._asked.kills // 2 - 1 or self._asked.kills == 1:
                await self._after("the database was restarted", self._site.database.restart)

    async def _after(self, what: str, deed, *given) -> None:  # type: ignore[no-untyped-def]
        """Do it, and see how soon all are back: connected again, and shown pages."""
        began = time.monotonic()
        doing = asyncio.create_task(asyncio.to_thread(deed, *given))
        await asyncio.sleep(0.3)  # for who is cut off to notice
        await synced(self._writers)
        writers = time.monotonic() - began
        await doing
        await kept(self._writers)
        await asyncio.sleep(max(0.0, began + self._asked.every - time.monotonic()))
        failed = [visit for visit in self._visits(began) if visit.went_wrong]
        pages = max((visit.at + visit.seconds - began for visit in failed), default=0.0)
        outcomes = Counter(visit.outcome.split(" ")[0] for visit in failed)
        print(
            f"{what}: all who write were back after {writers:.1f} s; pages that failed: {len(failed)}"
            + (f" ({dict(outcomes)}), the last {pages:.1f} s after" if failed else "")
        )
        if max(writers, pages) > BACK:
            print(f"  that is more than {BACK:.0f} s")

    def _kill(self, server: Server) -> None:
        server.kill()
        server.start()
        server.wait()

    async def _whole(self) -> None:
        """Everything that was called saved is in the log, and everybody sees what the log says."""
        await settled(self._writers)
        print(f"{sum(len(writer.safe) for writer in self._writers)} words kept, none missing")
        if "Traceback" in (said := self._site.said()):
            print(said[-3000:])
            if not self._asked.kills:
                self._faults.append("a server wrote of an error into its log")

    def _visits(self, since: float) -> list[Visit]:
        return [visit for visitor in self._visitors for visit in list(visitor.visits) if visit.at >= since]


def _tell(visits: Sequence[Visit]) -> None:
    print(f"{'pages':12} {'count':>6} {'median':>8} {'95 of 100':>10} {'slowest':>8}  failed")
    for kind in ("all", *sorted({visit.kind for visit in visits})):
        of_kind = [visit for visit in visits if kind in ("all", visit.kind)]
        took = sorted(visit.seconds * 1000 for visit in of_kind)
        if not took:
            continue
        late = took[int(len(took) * 0.95)]
        failed = sum(visit.went_wrong for visit in of_kind)
        middle = statistics.median(took)
        print(f"{kind:12} {len(took):6} {middle:5.0f} ms {late:7.0f} ms {took[-1]:5.0f} ms  {failed}")


def _tell_course(visits: Sequence[Visit], began: float, seconds: float) -> None:
    """How it went as time went on: at first everything is made for the first time."""
    parts: list[list[float]] = [[], [], [], [], []]
    for visit in visits:
        parts[min(4, int((visit.at - began) / seconds * 5))].append(visit.seconds * 1000)
    late = (f"{sorted(part)[int(len(part) * 0.95)]:.0f}" for part in parts if part)
    print(f"95 of 100 in each fifth of the time: {', '.join(late)} ms")
