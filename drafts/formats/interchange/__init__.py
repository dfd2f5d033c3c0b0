"""What travels between programs: a resolution or a comparison as JSON, to the letter of FORMATS, part 3."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NoReturn

from drafts.core.comparison import Comparison
from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.core.worded import one_of, worded
from drafts.formats.interchange import comparison, resolution
from drafts.formats.interchange.comparison import comparison_from_json, comparison_to_json
from drafts.formats.interchange.node import Node
from drafts.formats.interchange.resolution import resolution_from_json, resolution_to_json

_READERS: dict[str, Callable[[Node], Resolution | Comparison]] = {
    resolution.FORMAT: resolution_from_json,
    comparison.FORMAT: comparison_from_json,
}


def to_json(value: Resolution | Comparison) -> dict[str, Any]:
    """The value as the objects that :mod:`json` writes."""
    return resolution_to_json(value) if isinstance(value, Resolution) else comparison_to_json(value)


def from_json(data: object, source: str = "") -> Resolution | Comparison:
    """Read back what :func:`to_json` or another program gave. ``source`` names the file in errors.

    Raises:
        ReadError: naming the place, such as ``paragraphs[3].marks[0].start``, and what is wrong there.
    """
    node = Node(data, source)
    written = node["format"].text()
    if written not in _READERS:
        _refuse_format(node["format"], written)
    return _READERS[written](node)


def dump(value: Resolution | Comparison) -> bytes:
    """The value as a JSON file: UTF-8, indented, every letter as itself."""
    return (json.dumps(to_json(value), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def load(data: bytes, source: str) -> Resolution | Comparison:
    """Read a JSON file.

    Raises:
        ReadError: it is not JSON, or not a resolution or comparison.
    """
    try:
        value = json.loads(data, object_pairs_hook=_without_doubles, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        place = worded("line {line}, column {column}", line=error.lineno, column=error.colno)
        raise ReadError(
            worded("this is not JSON ({msg}).", msg=error.msg), source=source, place=place
        ) from error
    except (
        ValueError,
        RecursionError,
    ) as error:  # bytes that are no text, doubles, numbers or nesting past all sense
        raise ReadError(
            worded("this is not JSON that can be read ({error}).", error=error), source=source
        ) from error
    return from_json(value, source)


def _refuse_format(node: Node, written: str) -> NoReturn:
    known = one_of(tuple(_READERS))
    if written.partition("/")[0] in {each.partition("/")[0] for each in _READERS}:
        node.refuse(
            worded(
                "is {value}, made by a newer program; this one reads {known}.",
                value=repr(written),
                known=known,
            )
        )
    node.refuse(worded("is {value}; what can be read is {known}.", value=repr(written), known=known))


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the field {next(name for name in names if names.count(name) > 1)!r} stands twice")
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")
