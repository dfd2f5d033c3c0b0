"""``manage.py send_digests``: mail what is new to whoever asked for it. To be run once an hour or a day."""

from __future__ import annotations

import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from drafts.management.digests import send_digests


class Command(BaseCommand):
    help = "Mail what is new on their drafts to those who asked for it. Run it once an hour or a day."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMAIL_HOST:
            raise CommandError("No mail is set up: name a server in RAPPORTEUR_EMAIL_HOST.", returncode=2)
        outcomes = list(send_digests())
        for user, failure in outcomes:
            if failure:
                self.stderr.write(f"{user.email}: not sent, to be tried again: {failure}")
        failed = sum(bool(failure) for _, failure in outcomes)
        self.stdout.write(f"{len(outcomes) - failed} sent, {failed} failed.")
        if failed:
            sys.exit(1)
