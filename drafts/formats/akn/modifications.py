"""What became of each paragraph, as Akoma Ntoso tells it among a document's metadata: <textualMod>."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from drafts.core.comparison import Change, ChangeKind
from drafts.formats.akn.meta import SOURCE
from drafts.formats.akn.vocabulary import tag

_TYPES: Mapping[ChangeKind, str] = {
    "edited": "substitution",
    "added": "insertion",
    "removed": "repeal",
    "split": "split",
    "merged": "join",
    "unchanged": "renumbering",
}

Place = tuple[list[str], list[str]]  # the eIds where a change's new paragraphs stand, and its old ones


def write_modifications(meta: etree._Element, changes: Sequence[Change], places: Sequence[Place]) -> None:
    """One for each change that is not silent, and for each number that changed.

    It points to where the paragraph stands; where a moved one stood is ``previous``. ``places`` go with
    ``changes``.
    """
    told = [
        (change, place)
        for change, place in zip(changes, places, strict=True)
        if not change.silent or change.renumbered
    ]
    if not told:
        return
    analysis = etree.SubElement(meta, tag("analysis"), source=SOURCE)
    modifications = etree.SubElement(analysis, tag("passiveModifications"))
    for number, (change, (news, olds)) in enumerate(told, 1):
        kind = "edited" if change.kind == "unchanged" and change.marks else change.kind
        mod = etree.SubElement(modifications, tag("textualMod"), type=_TYPES[kind], eId=f"mod_{number}")
        etree.SubElement(mod, tag("source"), href=SOURCE)
        for place in news or olds:
            etree.SubElement(mod, tag("destination"), href=f"#{place}")
        if change.moved and news and olds:
            etree.SubElement(mod, tag("previous"), href=f"#{olds[0]}")
