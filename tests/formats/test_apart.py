"""Whatever a reader does in its own process, the server gets an answer or a refusal in words."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import forkserver
from pathlib import Path

import pytest

from drafts.core.errors import ReadError, StillReadingError
from drafts.formats.apart import Bounds, Tell, apart

QUICK = Bounds(seconds=0.5, megabytes=1000)


def echo(tell: Tell, data: bytes) -> bytes:
    return data[::-1]


def count(tell: Tell, pages: int, seconds: float) -> bytes:
    for page in range(pages):
        tell(page + 1, pages)
        time.sleep(seconds)
    return b"read"


def refuse(tell: Tell) -> bytes:
    raise ReadError("it is a scan.", source="a.pdf")


def crash(tell: Tell) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def stop(tell: Tell) -> bytes:
    os.kill(os.getpid(), signal.SIGTERM)
    return b""


def stumble(tell: Tell) -> bytes:
    raise ZeroDivisionError


def hang(tell: Tell) -> bytes:
    time.sleep(60)
    return b""


def swell(tell: Tell) -> bytes:
    return b"x" * 4_000_000_000


class Poison:
    """Whoever unpacks it dies of it."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def test_what_a_job_gives_comes_back() -> None:
    data = os.urandom(3_000_000)
    assert apart(echo, data) == data[::-1]


def test_a_job_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    assert apart(count, 3, 0, tell=lambda done, of: told.append((done, of))) == b"read"
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_refusal_comes_back_in_its_words() -> None:
    with pytest.raises(ReadError, match=r"a\.pdf: it is a scan\."):
        apart(refuse)


@pytest.mark.parametrize("job", [crash, stumble, swell])
def test_a_reader_that_breaks_off_is_a_refusal(job) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ReadError, match="broke off"):
        apart(job)


def test_a_reader_that_ends_before_it_has_its_work_is_a_refusal() -> None:
    with pytest.raises(ReadError, match="the reader broke off on it"):
        apart(echo, Poison(), bytes(3_000_000))


def test_a_helper_that_was_ended_is_started_anew() -> None:
    apart(echo, b"read")
    helper = forkserver._forkserver._forkserver_pid  # type: ignore[attr-defined]
    os.kill(helper, signal.SIGKILL)
    assert apart(echo, b"read") == b"daer"


def test_a_reader_that_is_stopped_with_the_server_refuses_nothing() -> None:
    with pytest.raises(StillReadingError, match="stopped with the server"):
        apart(stop)


def test_a_reader_without_a_sign_of_life_is_ended() -> None:
    with pytest.raises(ReadError, match=r"more than 0\.5 seconds without getting on"):
        apart(hang, bounds=QUICK)


def test_a_long_reading_that_gets_on_is_not_ended() -> None:
    assert apart(count, 8, 0.15, bounds=QUICK) == b"read"


def test_impatience_is_no_refusal() -> None:
    with pytest.raises(StillReadingError):
        apart(hang, patience=0.2)


def test_afterwards_no_process_is_left(tmp_path: Path) -> None:
    with pytest.raises(StillReadingError):
        apart(note_and_hang, tmp_path / "id", patience=1.5)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "id").read_text()), 0)


def note_and_hang(tell: Tell, path: Path) -> bytes:
    path.write_text(str(os.getpid()))
    return hang(tell)
