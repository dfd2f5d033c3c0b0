"""What a page's script has in memory: how many things of each kind, and their bytes, from a heap snapshot."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NamedTuple

from playwright.sync_api import CDPSession


class Kind(NamedTuple):
    """How many there are of what one constructor made, and their own bytes, not those of what they hold."""

    count: int
    size: int


def collected(devtools: CDPSession) -> None:
    """Let everything go that nothing holds."""
    for _ in range(2):  # what the first has found to be finalized goes with the second
        devtools.send("HeapProfiler.collectGarbage")


def kinds(devtools: CDPSession) -> dict[str, Kind]:
    """All that the page's script holds, by its constructor; what is no object by its type, as (string)."""
    chunks: list[str] = []

    def gather(event: dict[str, Any]) -> None:
        chunks.append(event["chunk"])

    devtools.on("HeapProfiler.addHeapSnapshotChunk", gather)
    devtools.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    devtools.remove_listener("HeapProfiler.addHeapSnapshotChunk", gather)
    return _by_kind(json.loads("".join(chunks)))


CODE = "(code)"  # what the machine makes of scripts: more, the longer they run and the hotter they are
_NATIVE = ("native", "synthetic", "hidden")  # the browser's own: elements, layout, its own list of undoing


def script_bytes(found: dict[str, Kind]) -> int:
    """What the script itself holds, without code."""
    return sum(size for kind, (_, size) in found.items() if kind != CODE)


def _by_kind(snapshot: dict[str, Any]) -> dict[str, Kind]:
    fields: list[str] = snapshot["snapshot"]["meta"]["node_fields"]
    types: list[str] = snapshot["snapshot"]["meta"]["node_types"][fields.index("type")]
    type_at, name_at, size_at = (fields.index(name) for name in ("type", "name", "self_size"))
    nodes, strings = snapshot["nodes"], snapshot["strings"]
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for at in range(0, len(nodes), len(fields)):
        type_ = types[nodes[at + type_at]]
        if type_ in _NATIVE:
            continue
        kind = strings[nodes[at + name_at]] if type_ == "object" else f"({type_})"
        counts[kind] += 1
        sizes[kind] += nodes[at + size_at]
    return {kind: Kind(counts[kind], sizes[kind]) for kind in counts}
