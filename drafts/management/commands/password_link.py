"""``manage.py password_link NAME``: a link to choose a new password by, where no mail goes out."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.actions.passwords import GOOD_FOR_MINUTES, handed_link
from drafts.models import User


class Command(BaseCommand):
    help = "Print a link by which the person of an account chooses a new password. Hand it to them alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="by which they sign in")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"No open account is called {options['username']}.", returncode=2)
        self.stdout.write(handed_link(user))
        self.stderr.write(f"Good once, for {GOOD_FOR_MINUTES} minutes.")
