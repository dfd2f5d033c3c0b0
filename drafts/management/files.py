"""What the commands ``read`` and ``compare`` share: texts in, bytes out, and refusals in one line."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from drafts.core import symbols
from drafts.core.document import Resolution
from drafts.core.errors import RapporteurError, ReadError, SymbolError
from drafts.core.filenames import shown_name
from drafts.core.options import Covered
from drafts.formats import FORMS, MAX_BYTES, STANDARD_INPUT, Sides, read, read_sides
from drafts.formats.writing import digest
from drafts.queries.versions import by_symbol

REFUSED = 2  # exit status, as that of the command line parser itself
PATIENCE = (
    1.0  # seconds after which a person wants to know what is going on (Nielsen's limit for a flow of thought)
)


class FileCommand(BaseCommand):
    """A command from files to files. Subclasses write ``run``, which gives the exit status."""

    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", choices=FORMS, default="text", help="form of the output (default: text)")
        parser.add_argument("-o", "--output", metavar="OUT", default=STANDARD_INPUT, help="file to write to")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            status = self.run(**options)
        except RapporteurError as error:
            print(f"manage.py: {error}", file=sys.stderr)
            status = REFUSED
        except KeyboardInterrupt:
            status = 130
        if status:
            sys.exit(status)

    def run(self, **options: Any) -> int:
        raise NotImplementedError


def text_named(name: str) -> Resolution:
    """The text in a file, from standard input (``-``), or kept under a symbol.

    Raises:
        ReadError: there is no such file nor symbol, or it cannot be read.
    """
    if name == STANDARD_INPUT:
        return read(sys.stdin.buffer.read(MAX_BYTES + 1), name)
    if not Path(name).exists() and (kept := _kept(name)):
        return kept
    return read(_bytes(name), name)


def sides_named(name: str) -> Sides:
    """The two texts in a Word file with tracked changes, before them and after.

    Raises:
        ReadError: there is no such file, it cannot be read, or it tracks no changes.
    """
    sides = None if name == STANDARD_INPUT else read_sides(_bytes(name), name)
    if sides is None:
        reason = "it holds no tracked changes, so that there is nothing to compare it with."
        raise ReadError(reason, source=name, remedy="Name a second text after it.")
    return sides


def covered(name: str, text: Resolution) -> Covered:
    """A text as a cover sheet names it, with the digest of its file if it came from one."""
    file = name != STANDARD_INPUT and Path(name).is_file()
    return Covered(
        symbol=text.symbol,
        title=text.title,
        date=text.masthead.date,
        file=shown_name(Path(name).name) if file else "",
        source=hashlib.sha256(_bytes(name)).hexdigest() if file else "",
        text=digest(text),
    )


def _bytes(name: str) -> bytes:
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ReadError("there is no such file, and no version under such a symbol.", source=name) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise ReadError(f"{getattr(error, 'strerror', None) or error}.", source=name) from error


def mention_doubts(name: str, resolution: Resolution) -> None:
    """Say on standard error that the reader was not sure of something, and how to see what."""
    if count := len(resolution.doubts):
        doubts, them = ("doubt", "it") if count == 1 else ("doubts", "them")
        told = f"{count} {doubts} about how it was read; manage.py read {name} --doubts shows {them}."
        print(f"{name}: {told}", file=sys.stderr)


def deliver(data: bytes, output: str) -> None:
    """Write to a file whole or not at all, or to standard output; a reader who went away is no fault.

    Raises:
        RapporteurError: the file cannot be written.
    """
    if output == STANDARD_INPUT:
        _print(data)
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():  # /dev/null, a pipe: nothing to put in its place
            path.write_bytes(data)
        else:
            _replace(path.resolve(), data)
    except OSError as error:
        raise RapporteurError(f"{output} cannot be written: {error.strerror}.") from error


def in_colour(options: dict[str, Any]) -> bool:
    """Whether to write colours: to a terminal that knows them, unless NO_COLOR or an option forbids."""
    if options["force_color"] or options["no_color"]:
        return bool(options["force_color"])
    to_terminal = options["output"] == STANDARD_INPUT and sys.stdout.isatty()
    return to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextlib.contextmanager
def told(doing: str) -> Iterator[None]:
    """Say on a terminal what is being done if it takes long."""
    timer = threading.Timer(PATIENCE, lambda: print(f"{doing} …", file=sys.stderr, flush=True))
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kept(name: str) -> Resolution | None:
    try:
        version = by_symbol(str(symbols.parse(name)))
    except (
        SymbolError,
        DatabaseError,
    ):  # no symbol; or a database that was never migrated, and so keeps nothing
        return None
    return version.resolution() if version else None


def _print(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of the old at one stroke, with the rights of the old or the usual ones."""
    umask = os.umask(0)
    os.umask(umask)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~umask
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
