"""Work in a process of its own, so that no file read and no report made can stop, swell or crash the server.

    value = apart(job, data, name, bounds=Bounds(seconds=10, megabytes=1000), tell=print)

``job(tell, *arguments)`` runs in a new process and gives bytes; ``tell(done, of)`` says how far it is. Only
plain messages come back, never pickles: whatever a hostile file made of that process, it is not believed. The
processes are forked from a helper that has the readers loaded already, which takes some 20 ms each.
"""

from __future__ import annotations

import contextlib
import json
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from drafts.core.errors import RapporteurError, ReadError, StillReadingError
from drafts.core.worded import Figure, packed, unpacked, worded

if sys.platform != "win32":  # which has no such limits; the clock holds there too
    import resource

Tell = Callable[[int, int], None]
Job = Callable[..., bytes]

AT_ONCE = max(2, os.cpu_count() or 1)  # processes at one time: more would only wait for one another
STARTING = 10.0  # seconds a process may take to begin, on a machine that is very busy
CPU_SECONDS = 600  # the most a process may ever use, should the server that watches it be gone
LONGEST = 1 << 28  # bytes of a message; the longest resolutions take some 2 MB

_LONGER = worded("It takes longer.")
_BEGUN, _TOLD, _DONE, _FAILED = b"B", b"T", b"D", b"F"  # how each message begins

# What is raised where a process, or the helper it is forked from, ended before it had taken its work.
_NOT_STARTED = (OSError, EOFError)
_MOMENT = 0.1  # seconds after which a helper that was killed is known to be gone
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_METHOD)
if _METHOD == "forkserver":
    _CONTEXT.set_forkserver_preload(["drafts.formats", "drafts.formats.jobs"])
_slots = threading.BoundedSemaphore(AT_ONCE)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a reader may take: ``seconds`` without a sign of life, and ``megabytes`` of memory in all."""

    seconds: float = 10
    megabytes: int = 1000


class Plaints(NamedTuple):
    """What is said of a job that got stuck, or that died; and the way out."""

    stuck: str
    died: str
    remedy: str


READING = Plaints(
    worded("reading it took more than {seconds} seconds without getting on."),
    worded("the reader broke off on it, or needed more than {megabytes} MB of memory."),
    worded("Save it anew from the program that made it, or copy its text and paste that."),
)


def prepare() -> None:
    """Start the helper that processes are forked from, so that the first to ask need not wait for it."""
    if _METHOD == "forkserver":
        forkserver.ensure_running()


def apart(
    job: Job,
    *arguments: object,
    bounds: Bounds | None = None,
    tell: Tell | None = None,
    patience: float | None = None,
    plaints: Plaints = READING,
) -> bytes:
    """What ``job`` gives, run in a process of its own.

    ``patience`` is how many seconds to wait in all, for somebody who would rather hear that it takes longer.

    Raises:
        ReadError: what the job raised; or it crashed, gave no sign of life, or needed too much memory, in the
            words of ``plaints``.
        StillReadingError: patience came to its end, or the server to its own; the process is gone.
    """
    until = None if patience is None else time.monotonic() + patience
    bounds = bounds or Bounds()
    with _slot(until), _running(job, arguments, bounds, plaints) as (process, messages):
        return _Watch(process, messages, bounds, plaints).listen(tell, until)


@contextlib.contextmanager
def _slot(until: float | None) -> Iterator[None]:
    if not _slots.acquire(timeout=None if until is None else max(0.0, until - time.monotonic())):
        raise StillReadingError(worded("Others are being worked on."))
    try:
        yield
    finally:
        _slots.release()


@contextlib.contextmanager
def _running(
    job: Job, arguments: tuple[object, ...], bounds: Bounds, plaints: Plaints
) -> Iterator[tuple[BaseProcess, Connection]]:
    try:
        process, messages = _started(job, arguments, bounds)
    except _NOT_STARTED as error:
        _log.warning("a process apart could not be started: %r", error)
        raise _refusal(plaints.died, bounds, plaints) from error
    try:
        yield process, messages
    finally:
        process.kill()
        process.join()
        process.close()
        messages.close()


def _started(
    job: Job, arguments: tuple[object, ...], bounds: Bounds, tries: int = 2
) -> tuple[BaseProcess, Connection]:
    """The process, with its work handed over. Tried twice: a helper that was ended is there again then."""
    messages, theirs = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(theirs, bounds, job, arguments), daemon=True)
    try:
        process.start()
    except _NOT_STARTED:
        messages.close()
        if tries == 1:
            raise
        time.sleep(_MOMENT)
        return _started(job, arguments, bounds, tries - 1)
    finally:
        theirs.close()
    return process, messages


def _refusal(words: str, bounds: Bounds, plaints: Plaints) -> ReadError:
    reason = worded(words, seconds=f"{bounds.seconds:g}", megabytes=Figure(bounds.megabytes))
    return ReadError(reason, remedy=plaints.remedy)


@dataclass(frozen=True, slots=True)
class _Watch:
    """A process at work, as the server sees it."""

    process: BaseProcess
    messages: Connection
    bounds: Bounds
    plaints: Plaints

    def listen(self, tell: Tell | None, until: float | None) -> bytes:
        """Take messages until the last one; the first is only a sign that the process has begun."""
        seconds = STARTING
        while True:
            wait = seconds if until is None else min(seconds, until - time.monotonic())
            if not self.messages.poll(max(0.0, wait)):
                raise self._refused(self.plaints.stuck) if wait >= seconds else StillReadingError(_LONGER)
            seconds = self.bounds.seconds
            try:
                message = self.messages.recv_bytes(LONGEST)
            except EOFError:
                raise self._death() from None
            kind, payload = message[:1], message[1:]
            if kind == _DONE:
                return payload
            if kind == _FAILED:
                raise ReadError(unpacked(json.loads(payload)))
            if kind == _TOLD and tell:
                tell(*json.loads(payload))

    def _death(self) -> ReadError | StillReadingError:
        """Why a process ended without a word. Who stops the server may stop its processes too (SIGTERM)."""
        self.process.join(1)
        if self.process.exitcode == -signal.SIGTERM:
            return StillReadingError(worded("It was stopped with the server."))
        _log.warning("a process apart ended with %s", self.process.exitcode)
        return self._refused(self.plaints.died)

    def _refused(self, words: str) -> ReadError:
        return _refusal(words, self.bounds, self.plaints)


def _work(messages: Connection, bounds: Bounds, job: Job, arguments: tuple[object, ...]) -> None:
    """In the process itself: keep within bounds, do the job, say how it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends this
    _bind(bounds)
    messages.send_bytes(_BEGUN)

    def tell(done: int, of: int) -> None:
        messages.send_bytes(_TOLD + json.dumps([done, of]).encode())

    try:
        message = _DONE + job(tell, *arguments)
    except RapporteurError as error:
        message = _FAILED + json.dumps(packed(error.words)).encode()
    except MemoryError:
        os._exit(1)  # nothing more can be said in words
    messages.send_bytes(message)


def _bind(bounds: Bounds) -> None:
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, bounds.megabytes * 1_000_000)
        _limit(resource.RLIMIT_CPU, CPU_SECONDS)
        _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, most: int) -> None:
    """Lower a limit; one that somebody set lower stays."""
    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, allowed))
