"""``python -m tests.topology``: a hundred people over twenty-five drafts, on all that an institution runs."""

from __future__ import annotations

import argparse
import sys

from drafts.management.postgresql import NoPostgresError
from tests.topology.ground import NoNginxError, database, site


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.topology", description=__doc__)
    parser.add_argument(
        "--people", type=int, default=100, help="half write, a quarter compare, a quarter report"
    )
    parser.add_argument("--drafts", type=int, default=25)
    parser.add_argument("--seconds", type=float, default=300, help="during which nothing fails (300)")
    parser.add_argument(
        "--kills", type=int, default=4, help="of a server, the database restarted amid them (4)"
    )
    parser.add_argument("--every", type=float, default=30, help="seconds from one to the next (30)")
    parser.add_argument("--seed", default="1")
    asked = parser.parse_args()
    try:
        with database() as server:
            from tests.topology.people import crowd  # its models want the settings, which now are there

            made = crowd(asked.people, asked.drafts)
            with site(server) as served:
                from tests.topology.course import run

                return run(served, made, asked)
    except (NoPostgresError, NoNginxError) as error:
        print(f"Not run: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
