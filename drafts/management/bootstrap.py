"""The first minute on a machine that has nothing but Python: find or set up an environment, then go on there.

Standard library only, for nothing else may be there yet. ``.venv`` is the folder beside ``manage.py``::

    running in          what is there                            what happens
    .venv               Django; no stamp, or one that agrees     go on
    .venv               a stamp that differs from the lock       install, start again
    any other Python    Django                                   go on: someone's own environment, left alone
    any other Python    .venv whose stamp agrees with the lock   hand over to it
    any other Python    .venv with Django but no stamp of ours   hand over to it: someone else made it
    any other Python    anything else                            set .venv up, hand over to it
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from drafts.management import catalogues, frontend
from drafts.management.environment import Environment, SetUpError, set_up

SHOWING = (
    "demo",
    "serve",
    "test",
    "runserver",
    "migrate",
)  # commands whose pages need what is built for the browser


def main(arguments: list[str], root: Path) -> int:
    """Run what ``manage.py`` in the folder ``root`` was asked for; ``arguments`` begin with its own name.

    Gives the exit status: 2 with one line on standard error where the set-up cannot go on.
    """
    environment = Environment(root, testing=arguments[1:2] == ["test"])
    try:
        python = python_for(environment)
        if python is None:
            check_complete(environment)
        if arguments[1:2] and arguments[1] in SHOWING:
            catalogues.compile_if_needed(environment)
    except SetUpError as error:
        print(f"manage.py: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nmanage.py: stopped. The same command goes on where this was left.", file=sys.stderr)
        return 130
    if arguments[1:2] and arguments[1] in SHOWING:
        frontend.build_if_needed(environment)
    return hand_over(python, arguments) if python else run_django(arguments)


def python_for(environment: Environment) -> Path | None:
    """The Python to hand over to, set up if need be; None where the running one is right."""
    here = environment.folder.exists() and environment.folder.samefile(sys.prefix)
    ours = here and environment.stamp.exists()
    if importlib.util.find_spec("django") and (not ours or environment.is_whole()):
        return None
    if here or not (environment.is_whole() or environment.is_someone_elses()):
        set_up(environment)
    return environment.python


def check_complete(environment: Environment) -> None:
    """In an environment of someone's own, name what it lacks instead of failing somewhere later."""
    project = tomllib.loads((environment.root / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"]
    if environment.testing:
        wanted = wanted + project["dependency-groups"]["dev"]
    names = [re.split(r"[^\w.-]", each)[0] for each in wanted]
    if missing := [name for name in names if not _is_installed(name)]:
        raise SetUpError(
            f"this Python ({sys.executable}) has Django, but not {', '.join(missing)}. Install them with: "
            f"{sys.executable} -m pip install -r {environment.locks[0].name}"
        )


def _is_installed(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def run_django(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line  # only now is Django sure to be there

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "drafts.settings")
    execute_from_command_line(arguments)
    return 0


def hand_over(python: Path, arguments: list[str]) -> int:
    """Go on as ``python``; this process becomes it (on Windows, which has no such thing, waits for it)."""
    command = [str(python), str(Path(arguments[0]).resolve()), *arguments[1:]]
    if os.name == "nt":
        return subprocess.call(command)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(python, command)  # noqa: S606 - no shell is what we want
