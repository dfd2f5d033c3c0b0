"""What a live text shows, in short: whether two documents show the same words in the same order."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pycrdt import Doc

from drafts.formats.shared.document import is_kept, kind_of, level_of, shown, tombstone


def digest(doc: Doc[Any]) -> bytes:
    """SHA-256 of the title, the paragraphs in their order with kind and level, and the notes, in JSON.

    As ``static/src/editor/digest.js`` makes it. Texts stand in it as a deletion remembers them.
    """
    paragraphs = [[key, kind_of(each), level_of(each), tombstone(each["text"])] for key, each in shown(doc)]
    notes = [[id, tombstone(each["text"])] for id, each in doc["notes"].items() if is_kept(id, each)]
    notes.sort(key=lambda note: note[0].encode("utf-16-be"))  # as JavaScript sorts
    told = [tombstone(doc["title"]), paragraphs, notes]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).digest()
