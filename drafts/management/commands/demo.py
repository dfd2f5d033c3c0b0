"""``manage.py demo``: everything ready to be tried in the browser, from nothing."""

from __future__ import annotations

import contextlib
import errno
import socket
from typing import Any

import uvicorn
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.core.errors import DeedError
from drafts.management.demo import NAME, PASSWORD, load_samples
from drafts.management.serving import SERVED

HOST = "127.0.0.1"  # this machine alone: the password is known to all
PORT = 8000  # as Django's own server
TRIES = 50  # ports after the wished one; so many servers on one machine mean something else is wrong


class Command(BaseCommand):
    help = "Prepare the database with samples and serve it on this machine."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=PORT, help=f"port to serve on (default: {PORT})")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        try:
            load_samples()
        except DeedError as error:
            raise CommandError(str(error), returncode=2) from error
        listening = listen(options["port"])
        port = listening.getsockname()[1]
        if port != options["port"]:
            self.stdout.write(f"Port {options['port']} is taken.")
        self.stdout.write(
            f"\nRapporteur is at  http://{HOST}:{port}/\n"
            f"Sign in as {NAME}, password {PASSWORD}. Two drafts wait there, each with a revision.\n"
            "Ctrl-C stops it.\n"
        )
        self.stdout.flush()
        serve(listening)


def listen(wished: int) -> socket.socket:
    """A socket on the wished port, or on the next that is free (port 0: any)."""
    for port in range(wished, wished + TRIES):
        listening = socket.socket()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
        except (OSError, OverflowError) as error:
            listening.close()
            if getattr(error, "errno", None) != errno.EADDRINUSE:
                raise CommandError(f"Port {port} cannot be used: {error}.", returncode=2) from error
        else:
            listening.listen()
            return listening
    raise CommandError(f"Ports {wished} to {port} are all taken. Choose one with --port.", returncode=2)


def serve(listening: socket.socket) -> None:
    with contextlib.suppress(KeyboardInterrupt):  # uvicorn has closed everything and passes the signal on
        uvicorn.Server(uvicorn.Config(**SERVED)).run(sockets=[listening])
