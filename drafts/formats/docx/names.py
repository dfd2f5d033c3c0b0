"""The names that WordprocessingML gives its elements, as lxml wants them.

Word also writes a "strict" form of the same language under other namespaces (ISO/IEC 29500, part 1);
:func:`usual` turns it into the one that everybody else writes, so that nothing later need know.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

Element = etree._Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

_STRICT = "http://purl.oclc.org/ooxml/"
_USUAL = {
    f"{_STRICT}wordprocessingml/main": WORD,
    f"{_STRICT}officeDocument/relationships": RELATIONSHIPS,
    f"{_STRICT}officeDocument/math": MATHS,
    f"{_STRICT}drawingml/main": DRAWING,
}

# What is on or off is on when it is written, unless with one of these.
OFF = frozenset({"0", "false", "off"})


@cache
def w(name: str) -> str:
    """An element or attribute of Word's own language."""
    return f"{{{WORD}}}{name}"


VAL = w("val")


def r(name: str) -> str:
    """An attribute that names a relationship."""
    return f"{{{RELATIONSHIPS}}}{name}"


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child such as ``<w:pStyle w:val="Title"/>``; None if there is no such child."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "")


def switch(parent: Element | None, name: str) -> bool | None:
    """What a child that is on or off says, such as ``<w:i/>`` or ``<w:i w:val="0"/>``; None where absent."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL, "1") not in OFF


def number(written: str | None, otherwise: int) -> int:
    """A whole number as written, or ``otherwise`` where it is none or past all sense."""
    try:
        found = int(written or "")
    except ValueError:
        return otherwise
    return found if abs(found) < 2**31 else otherwise


def usual(root: Element) -> Element:
    """The same tree with strict names replaced by the usual ones."""
    if not root.tag.startswith(f"{{{_STRICT}"):
        return root
    for element in root.iter(etree.Element):
        element.tag = _renamed(str(element.tag))
        for name in list(map(str, element.attrib)):
            if (renamed := _renamed(name)) != name:
                element.attrib[renamed] = element.attrib.pop(name)
    return root


def _renamed(name: str) -> str:
    namespace, found, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    return f"{{{_USUAL[namespace]}}}{local}" if found and namespace in _USUAL else name
