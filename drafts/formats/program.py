"""Which program makes reports: its version, and a fingerprint of all that shapes them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from drafts import __version__

_HERE = Path(__file__).parent
_SHAPING = (_HERE.parent / "core", _HERE)  # the code that compares, lays out and writes, with its templates
# The libraries of which a new version can give another report.
_LIBRARIES = (
    *("diff-match-patch", "rapidfuzz", "typst", "lxml"),
    *("fontpkg-amiri", "fontpkg-source-serif-4", "pylopdf-fonts-zh-cn"),
)
SHOWN = 12  # hexadecimal digits of the fingerprint: two programs of one version are never taken for one


@cache
def program() -> str:
    """``Rapporteur 0.1.0 (3f29c1a07b55)``: the number alone would not tell two states of it apart."""
    shape = hashlib.sha256()
    for path in sorted(path for folder in _SHAPING for path in folder.rglob("*") if path.is_file()):
        if path.suffix != ".pyc":
            shape.update(f"{path.relative_to(_HERE.parent)}\0".encode() + path.read_bytes())
    for name in _LIBRARIES:
        shape.update(f"{name}={version(name)}\0".encode())
    return f"Rapporteur {__version__} ({shape.hexdigest()[:SHOWN]})"
