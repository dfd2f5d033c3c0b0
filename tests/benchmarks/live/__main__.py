"""``python -m tests.benchmarks.live``: how soon people see each other's letters, beside other servers."""

from __future__ import annotations

import argparse
import base64
import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.compare.readme import rewrite
from tests.benchmarks.live import opening
from tests.benchmarks.live.ground import Place, database, people, places
from tests.benchmarks.live.serving import HERE, NODE, PEERS, SERVERS, Served, install

MANY_DRAFTS, FEW_PEOPLE = 50, 4
KEPT = {"ours": "before it is shown", "y-websocket": "never", "hocuspocus": "2 s later"}
NAMES = {"ours": "Rapporteur", "y-websocket": "y-websocket 0.1.1", "hocuspocus": "Hocuspocus 4.7.0"}


def main() -> None:
    """Print what was asked for; with ``--write`` put it into the README as well."""
    asked = _arguments()
    install()
    with (
        tempfile.TemporaryDirectory() as folder,
        database(Path(folder), postgresql=asked.postgresql),
    ):
        cookies = people(max(*asked.people, MANY_DRAFTS * FEW_PEOPLE))
        where = "postgresql" if asked.postgresql else "sqlite"
        _tell(asked.write, where, _load(asked, cookies))
        if asked.opening:
            _tell(asked.write, f"opening-{where}", opening.measure())


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.live", description=__doc__)
    parser.add_argument(
        "--people", type=int, nargs="+", default=(10, 50, 200), help="in one draft (10 50 200)"
    )
    parser.add_argument("--servers", nargs="+", choices=SERVERS, default=tuple(SERVERS), help="which (all)")
    parser.add_argument("--seconds", type=int, default=20, help="of typing, each (20)")
    parser.add_argument("--postgresql", action="store_true", help="ours on PostgreSQL instead of SQLite")
    parser.add_argument("--no-drafts", dest="drafts", action="store_false", help="leave the 50 drafts out")
    parser.add_argument("--no-carets", dest="carets", action="store_false", help="leave carets out")
    parser.add_argument("--no-opening", dest="opening", action="store_false", help="leave opening out")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    return parser.parse_args()


def _load(asked: argparse.Namespace, cookies: Sequence[str]) -> Iterator[str]:
    yield (
        "| people × drafts | server | median, ms | 95 of 100, ms | 99, ms | slowest, ms | letters seen"
        " | kept on disk | memory, MB | of a processor: server, load |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    trials = [(count, 1, False) for count in asked.people]
    trials += [(max(asked.people), 1, True)] if asked.carets else []
    trials += [(FEW_PEOPLE, MANY_DRAFTS, False)] if asked.drafts else []
    for count, drafts, carets in trials:
        for name in asked.servers:
            yield _row(name, count, places(drafts), cookies, asked.seconds, carets)


def _row(
    name: str, count: int, drafts: Sequence[Place], cookies: Sequence[str], seconds: int, carets: bool
) -> str:
    with SERVERS[name]() as server:
        idle, before = server.megabytes, server.computing
        found = _typed(server, count, drafts, cookies, seconds, carets)
        busy, most = (server.computing - before) / seconds, server.most_megabytes
    shown = f"{found['seen']:,} of {found['expected']:,}"
    kept = KEPT[name] + ("" if found["all_kept"] in (True, None) else ", not all")
    return (
        f"| {count} × {len(drafts)}{' with carets' if carets else ''} | {NAMES[name]} | {found['median']:.1f}"
        f" | {found['p95']:.1f} | {found['p99']:.1f} | {found['slowest']:.0f} | {shown} | {kept}"
        f" | {most:.0f} ({idle:.0f} at first) | {busy:.2f}, {found['load_busy']:.2f} |"
    )


def _typed(
    server: Served, count: int, drafts: Sequence[Place], cookies: Sequence[str], seconds: int, carets: bool
) -> dict[str, Any]:
    host = server.address.split("/")[2]
    given = {
        "dialect": server.dialect,
        "address": server.address,
        "documents": [
            {"name": str(each.draft), "seed": base64.b64encode(each.seed).decode()} for each in drafts
        ],
        "headers": [
            {"Origin": f"http://{host}", "Cookie": cookie} for cookie in cookies[: count * len(drafts)]
        ],
        "people": count,
        "seconds": seconds,
        "carets": carets,
    }
    ran = subprocess.run(
        [NODE, str(HERE / "load.mjs")], cwd=PEERS, input=json.dumps(given), capture_output=True, text=True
    )
    if ran.returncode:
        raise RuntimeError(f"The load generator failed: {ran.stderr}")
    return json.loads(ran.stdout)  # type: ignore[no-any-return]


def _tell(write: bool, name: str, lines: Iterable[str]) -> None:
    told = []
    print(f"\n{name}", flush=True)
    for line in lines:
        print(line, flush=True)
        told.append(line)
    if write:
        rewrite(name, told, HERE / "README.md")


if __name__ == "__main__":
    main()
