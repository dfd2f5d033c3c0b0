"""Notes of a page: which links call one, and where its words stand.

Every program links the call to the note and the note back to the call::

    Word         <a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1">[1]</a>
                 <div style="mso-element:footnote" id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Note.
    LibreOffice  <a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
    Google Docs  <sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from lxml import etree

from drafts.formats.html.styles import BLOCKS

_LABEL = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxlc]{1,7}|[a-z]|\*{1,4}|[†‡§])\s*[\])]?\.?")
_NOTE_STYLE = re.compile(r"mso-element\s*:\s*(?:foot|end)note\s*(?:;|$)")
_NOTE_ID = re.compile(r"sd(?:foot|end)note\d+|(?:ftn|edn)\d+")
MOST_LINKS = 20  # at the beginning of a note, among which the one back to its call is sought
NEAR = 3  # elements round a link in which its name may stand: <sup id="…"><a href="…">


@dataclass(frozen=True, slots=True)
class Footnote:
    """``key`` is what its calls hold; ``block`` the element with its words."""

    key: str
    label: str
    block: etree._Element


@dataclass
class Footnotes:
    """``calls``: the key of the note that each link calls; ``backs``: the links at the beginning of notes."""

    notes: list[Footnote] = field(default_factory=list)
    calls: dict[etree._Element, str] = field(default_factory=dict)
    backs: set[etree._Element] = field(default_factory=set)

    def key_of(self, label: str) -> str:
        """The key of the first note with a label; the label itself where there is none."""
        return self._by_label.get(label, label)

    @cached_property
    def _by_label(self) -> dict[str, str]:
        return {note.label: note.key for note in reversed(self.notes)}


def find_footnotes(tree: etree._Element) -> Footnotes:
    """Pairs of links that lead to each other; the first of a pair is the call."""
    found = Footnotes()
    if tree.find(".//a") is None:
        return found
    order = {element: at for at, element in enumerate(tree.iter())}
    named = _named(tree)
    by_block = _stated(tree, named, found)
    for link in tree.iter("a"):
        label, address = label_of(link), str(link.get("href", ""))
        target = named.get(address[1:]) if address.startswith("#") else None
        if link in found.calls or link in found.backs:
            continue
        if not label or target is None or order[target] <= order[link]:
            continue
        back = _link_back(target, link)
        if back is None or label_of(back) != label:
            continue
        block = _block_of(back)
        if block not in by_block:
            by_block[block] = Footnote(f"{label}/{len(by_block) + 1}", label, block)
        found.calls[link] = by_block[block].key
        found.backs.add(back)
    found.notes = sorted(by_block.values(), key=lambda note: order[note.block])
    return found


def _stated(
    tree: etree._Element, named: dict[str, etree._Element], found: Footnotes
) -> dict[etree._Element, Footnote]:
    """The notes of a page of ours, which says so itself; their calls and links back."""
    blocks = {
        each: Footnote(f"own/{number}", str(each.get("data-note")), each)
        for number, each in enumerate(tree.iterfind(".//*[@data-note]"), 1)
    }
    found.backs |= {back for block in blocks for back in block.iterchildren("a") if back is block[0]}
    for link in tree.iter("a"):
        target = named.get(str(link.get("href", ""))[1:])
        if target in blocks and link not in found.backs:
            found.calls[link] = blocks[target].key
    return blocks


def label_of(element: etree._Element) -> str:
    """The number or star that an element consists of, or empty."""
    matched = _LABEL.fullmatch("".join(str(part) for part in element.itertext()).strip())
    return matched[1] if matched else ""


def _named(tree: etree._Element) -> dict[str, etree._Element]:
    names: dict[str, etree._Element] = {}
    for element in tree.iter():
        for name in _names(element):
            names.setdefault(name, element)
    return names


def _names(element: etree._Element) -> Iterator[str]:
    return (str(name) for name in (element.get("id"), element.get("name")) if name)


def _link_back(target: etree._Element, link: etree._Element) -> etree._Element | None:
    """The link in the note that leads back to its call, or near it."""
    around = [link, *link.iterancestors()][:NEAR] + list(link.iter())
    names = {name for each in around for name in _names(each)}
    # An empty <a name="…"></a> may stand before the words it names.
    place = target if target.tag in BLOCKS or len(target) else target.getparent()
    within = [target] if target.get("href") else [] if place is None else place.iter("a")
    return next((each for each in islice(within, MOST_LINKS) if str(each.get("href", ""))[1:] in names), None)


def _block_of(back: etree._Element) -> etree._Element:
    """The block that holds a note: what its program marks as one, else the line."""
    for each in back.iterancestors("div", "li", "aside"):
        if _NOTE_STYLE.search(str(each.get("style", ""))) or _NOTE_ID.fullmatch(str(each.get("id", ""))):
            return each
    return next((each for each in back.iterancestors() if each.tag in BLOCKS), back)
