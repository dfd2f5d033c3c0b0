#!/usr/bin/env python3
"""The door at the command line: ``python3 manage.py demo``, ``test``, ``read``, ``compare``, Django's own.

It needs nothing but Python 3.11; what else is missing, drafts/management/bootstrap.py sets up. An older one
must still be able to read this file, to be told that it is too old: keep to what Python 3.6 understands.
"""

import sys
from pathlib import Path

OLDEST = (3, 11)  # as in pyproject.toml, requires-python


def main():
    if sys.version_info < OLDEST:
        print(
            f"manage.py: Rapporteur needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is "
            f"{sys.version_info[0]}.{sys.version_info[1]} ({sys.executable}). "
            "Run it with a newer one, for example: python3.11 manage.py demo",
            file=sys.stderr,
        )
        return 2
    from drafts.management import bootstrap  # here, because an older Python could not read it

    return bootstrap.main(sys.argv, Path(__file__).resolve().parent)


if __name__ == "__main__":
    sys.exit(main())
