"""``manage.py catalogues``: gather what is to be translated. Needs gettext."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.management.commands import makemessages

from drafts.management.catalogues import compile_if_needed
from drafts.management.environment import Environment

# Sorted and without line numbers, so that a catalogue changes only where words do.
_ORDER = ["--sort-output", "--no-location"]


class _Gathering(makemessages.Command):
    """Django's, which also takes what ``core.worded`` marks."""

    xgettext_options = [  # noqa: RUF012 - as Django declares it
        *makemessages.Command.xgettext_options,
        "--keyword=worded",
        "--keyword=counted:1,2",
        *_ORDER,
    ]
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching", *_ORDER]  # noqa: RUF012
    msguniq_options = [*makemessages.Command.msguniq_options, *_ORDER]  # noqa: RUF012
    msgattrib_options = ["--no-obsolete", *_ORDER]  # noqa: RUF012


class Command(BaseCommand):
    help = "Gather the strings of templates, Python and scripts into drafts/locale. Needs gettext."
    requires_system_checks: list[str] = []  # noqa: RUF012 - as Django declares it

    def handle(self, *args: Any, **options: Any) -> None:
        languages = [code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
        common = {
            "locale": [code.replace("-hans", "_Hans") for code in languages],
            "verbosity": options["verbosity"],
            "no_obsolete": True,
            "ignore_patterns": [
                "node_modules",
                "static/build",
                "tests",
                "static/src/tests",
                "drafts/management/commands",
                "drafts/migrations",
            ],
        }
        call_command(_Gathering(), domain="django", extensions=["html", "txt", "py"], **common)
        call_command(_Gathering(), domain="djangojs", extensions=["js"], **common)
        compile_if_needed(Environment(settings.BASE_DIR))
