"""What is done in a process apart (see apart): each gives bytes that the server can take on trust."""

from __future__ import annotations

import json
from dataclasses import asdict, astuple
from typing import Any

from drafts.formats import Place, Placed, placed_text, read_placed, read_sides, to_json
from drafts.formats.apart import Tell
from drafts.formats.brought import Brought
from drafts.formats.orders import Order, fulfilled
from drafts.formats.pdf import opened, picture
from drafts.formats.text import decode


def read_brought(tell: Tell, brought: Brought, max_bytes: int, max_pages: int) -> bytes:
    """What somebody brought, as JSON: ``value`` (resolution/1), ``source`` (of a text file), ``places``."""
    if brought.pasted:
        return _answer(placed_text(brought.text))
    placed = read_placed(brought.data, brought.name, max_bytes=max_bytes, max_pages=max_pages, tell=tell)
    return _answer(placed, decode(brought.data) if placed.lines else "")


def read_tracked(tell: Tell, brought: Brought, max_bytes: int) -> bytes:
    """The two texts of a Word file with tracked changes as JSON: ``old``, ``new``, ``authors``; or null."""
    sides = read_sides(brought.data, brought.name, max_bytes=max_bytes)
    if sides is None:
        return b"null"
    authors = [asdict(each) for each in sides.authors]
    return json.dumps({"old": to_json(sides.old), "new": to_json(sides.new), "authors": authors}).encode()


def picture_of(tell: Tell, data: bytes, page: int, width: int, name: str) -> bytes:
    """A page of a PDF as a PNG."""
    return picture(data, page, width, name)


def count_pages(tell: Tell, data: bytes) -> bytes:
    """How many pages a PDF has, in digits."""
    with opened(data, "") as document:
        return str(len(document)).encode()


def make_report(tell: Tell, order: Order) -> bytes:
    """A report as a file."""
    return fulfilled(order, tell)


def _answer(placed: Placed, source: str = "") -> bytes:
    answer = {
        "value": to_json(placed.resolution),
        "source": source.replace("\x00", "\N{REPLACEMENT CHARACTER}"),
        "places": _places(placed),
    }
    return json.dumps(answer).encode()


def _places(placed: Placed) -> dict[str, Any]:
    """Where the pieces stand, as rows of numbers: start, end, page and box, or start, end and line."""
    on_pages = {id: [_row(each) for each in places] for id, places in placed.places.items()}
    on_lines = {id: [astuple(each) for each in places] for id, places in placed.line_places.items()}
    return {"pages": placed.pages, "lines": placed.lines, "of": on_pages or on_lines}


def _row(place: Place) -> list[float]:
    box = (place.left, place.top, place.right, place.bottom)
    return [place.start, place.end, place.page, *(round(each, 4) for each in box)]
