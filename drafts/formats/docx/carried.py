"""What a Word file that we wrote carries beside its words: the values they were written from.

Keys of paragraphs, lineage, doubts and the like have no shape on paper. They travel in a part of their own,
as JSON, which Word keeps and never shows. Anybody may have changed the words since, so a value is believed
only if writing it anew says, block by block, what the file says; else the words are read like any others, and
keep of it no more than the lineage and the keys of the paragraphs that descend from it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from lxml import etree

from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats import interchange
from drafts.formats.docx.names import Element

NAMESPACE = "urn:rapporteur:carried:1"


def carry(texts: Sequence[Resolution]) -> Element:
    """The part that carries these values, the newest last."""
    root = etree.Element(f"{{{NAMESPACE}}}texts", nsmap={"c": NAMESPACE})
    for text in texts:
        element = etree.SubElement(root, f"{{{NAMESPACE}}}text")
        # Escaped, as XML holds neither all signs nor, in the end, all kinds of line ends.
        element.text = json.dumps(interchange.to_json(text), separators=(",", ":"))
    return root


def carried(part: Element) -> tuple[Resolution, ...]:
    """The values in such a part; none if it is of another kind.

    Raises:
        ReadError: one of them is damaged.
    """
    if part.tag != f"{{{NAMESPACE}}}texts":
        return ()
    return tuple(_value(element.text or "") for element in part)


def _value(text: str) -> Resolution:
    value = interchange.load(text.encode(), "")
    if not isinstance(value, Resolution):
        raise ReadError(worded("it carries a comparison where a text belongs."))
    return value
