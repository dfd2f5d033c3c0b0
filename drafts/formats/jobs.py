"""What is done in a reader's own process (see apart): each gives bytes that the server can take on trust."""

from __future__ import annotations

import json
from pathlib import PurePath

from drafts.formats import read, to_json
from drafts.formats.apart import Tell
from drafts.formats.brought import Brought
from drafts.formats.text import decode, read_text

TEXTS = (".txt",)  # files that are themselves what a person sees beside the reading


def read_brought(tell: Tell, brought: Brought, max_bytes: int) -> bytes:
    """What somebody brought, as JSON: ``value`` (resolution/1), ``source`` (the text of a text file)."""
    source = ""
    if brought.pasted:
        resolution = read_text(brought.text)
    else:
        resolution = read(brought.data, brought.name, max_bytes=max_bytes)
        if PurePath(brought.name).suffix.lower() in TEXTS:
            source = decode(brought.data, brought.name).replace("\x00", "\N{REPLACEMENT CHARACTER}")
    return json.dumps({"value": to_json(resolution), "source": source}).encode()
