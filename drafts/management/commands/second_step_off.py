"""``manage.py second_step_off NAME``: for who lost the phone and the recovery codes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from drafts.actions.second_steps import turn_off
from drafts.models import User


class Command(BaseCommand):
    help = "Let an account sign in by its password alone again. See that it is its person who asks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="by which they sign in")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], second_step__isnull=False).first()
        if user is None:
            raise CommandError(f"No account called {options['username']} has a second step.", returncode=2)
        turn_off(user)
        self.stdout.write(f"{user} signs in by the password alone.")
