"""Paragraphs into the tree of Akoma Ntoso: recitals, numbered paragraphs and what stands below them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Protocol

from lxml import etree

from drafts.core.document import Kind, Paragraph
from drafts.formats.akn.vocabulary import BY_LEVEL, USUAL_LEVEL, Ids, guid, id_for, numbered, tag, writable


class Speaker(Protocol):
    """Writes the words of paragraphs with what stands in them."""

    def say(self, parent: etree._Element, paragraph: Paragraph) -> None: ...


class TreeWriter:
    """Writes paragraphs under ids that begin with ``prefix``; one for each document, main text or annex.

    ``gone`` are the ids of paragraphs that only a text before this one had: they are written where they
    stood, by their ``status`` as no longer there, and nothing is put below them. ``places`` says in the end
    under which eId each paragraph stands.
    """

    def __init__(
        self, ids: Ids, words: Speaker, prefix: str = "", gone: Container[str] = frozenset()
    ) -> None:
        self._ids, self._words, self._prefix, self._gone = ids, words, prefix, gone
        self.places: dict[str, str] = {}

    def preamble(self, parent: etree._Element, paragraphs: Sequence[Paragraph]) -> None:
        """Enacting words as <formula>, preambular paragraphs as <recital>, all else as <block>."""
        open_items: list[tuple[int, etree._Element]] = []
        recitals: etree._Element | None = None
        for paragraph in paragraphs:
            if paragraph.kind == "preambular":
                if recitals is None:
                    recitals = self._sub(parent, "recitals", "1")
                self._recital(recitals, paragraph, open_items)
                continue
            if paragraph.id not in self._gone:
                recitals, open_items = None, []
            if paragraph.kind == "enacting":
                formula = self._element(parent, "formula", paragraph)
                formula.set("name", "enactingFormula")
                self._say(formula, paragraph)
            else:
                self._block(parent, paragraph)

    def body(self, parent: etree._Element, paragraphs: Sequence[Paragraph], like: Kind) -> None:
        """What follows: ``like`` is the kind that <paragraph> and what stands below it stand for here."""
        open_ones: list[tuple[int, etree._Element]] = []
        for paragraph in paragraphs:
            if paragraph.kind in ("operative", "text") and paragraph.level:
                element = self._nested(parent, paragraph, open_ones)
                if paragraph.kind != like:
                    element.set("class", paragraph.kind)
                continue
            if paragraph.id not in self._gone:
                open_ones = []
            if paragraph.kind == "heading" and not paragraph.level and not paragraph.label:
                self._block(parent, paragraph)
            else:
                self._container(parent, paragraph)
        if not len(parent):
            etree.SubElement(parent, tag("p"))  # a body may not be empty

    def lines(self, parent: etree._Element, paragraphs: Sequence[Paragraph]) -> None:
        """Each as a <p>: the closing lines, the heading of an annex."""
        for paragraph in paragraphs:
            line = self._element(parent, "p", paragraph)
            if paragraph.level:
                line.set("class", f"level-{paragraph.level}")
            if paragraph.label:
                etree.SubElement(line, tag("docNumber")).text = writable(paragraph.label)
            self._words.say(line, paragraph)

    def _recital(
        self, recitals: etree._Element, paragraph: Paragraph, above: list[tuple[int, etree._Element]]
    ) -> None:
        """A recital, or an item of the list below the one before."""
        gone = paragraph.id in self._gone
        above = list(above) if gone else above
        while above and above[-1][0] >= paragraph.level:
            above.pop()
        if above and paragraph.level == above[-1][0] + 1:
            over = above[-1][1]
            listed = over[-1] if over[-1].tag == tag("blockList") else self._sub(over, "blockList", "1")
            element = self._element(listed, "item", paragraph)
        else:
            above.clear()
            element = self._element(recitals, "recital", paragraph)
            if paragraph.level != 1:
                element.set("class", f"level-{paragraph.level}")
        self._number(element, paragraph)
        self._say(element, paragraph)
        if not gone:
            above.append((paragraph.level, element))

    def _nested(
        self, parent: etree._Element, paragraph: Paragraph, above: list[tuple[int, etree._Element]]
    ) -> etree._Element:
        """A numbered paragraph below the nearest one of a higher level."""
        gone = paragraph.id in self._gone
        above = list(above) if gone else above
        while above and above[-1][0] >= paragraph.level:
            above.pop()
        if above:
            parent = above[-1][1]
            for content in parent.findall(tag("content")):  # with something below it, it only leads in
                content.tag = tag("intro")
                content.set("eId", id_for("intro", within=str(parent.get("eId"))))
        element = self._element(parent, BY_LEVEL[paragraph.level], paragraph)
        self._number(element, paragraph)
        self._content(element, paragraph)
        if not gone:
            above.append((paragraph.level, element))
        return element

    def _container(self, parent: etree._Element, paragraph: Paragraph) -> None:
        """What has no element of its own here, under its kind's name."""
        element = self._element(parent, "hcontainer", paragraph)
        element.set("name", paragraph.kind)
        if paragraph.level != USUAL_LEVEL[paragraph.kind]:
            element.set("class", f"level-{paragraph.level}")
        self._number(element, paragraph)
        self._content(element, paragraph)

    def _block(self, parent: etree._Element, paragraph: Paragraph) -> None:
        block = self._element(parent, "block", paragraph)
        block.set("name", paragraph.kind)
        if paragraph.level:
            block.set("class", f"level-{paragraph.level}")
        if paragraph.label:
            etree.SubElement(block, tag("docNumber")).text = writable(paragraph.label)
        self._words.say(block, paragraph)

    def _element(self, parent: etree._Element, name: str, paragraph: Paragraph) -> etree._Element:
        """With the ids of a paragraph: wId keeps its printed number where eId had to take another."""
        above = str(parent.get("eId") or self._prefix)
        if paragraph.id in self._gone:
            return self._former(parent, name, paragraph, above)
        eid = self._ids.give(name, paragraph.label, above)
        element = etree.SubElement(parent, tag(name), eId=eid, GUID=guid(paragraph.id))
        self.places[paragraph.id] = eid
        original = id_for(name, paragraph.label, above)
        if numbered(paragraph.label) and original != eid:
            element.set("wId", original)
        return element

    def _former(self, parent: etree._Element, name: str, paragraph: Paragraph, above: str) -> etree._Element:
        """Under an id of its own, so that no paragraph has another id for those that are no longer there."""
        eid = self._ids.give(name, f"was-{numbered(paragraph.label) or 'nn'}", above)
        self.places[paragraph.id] = eid
        return etree.SubElement(parent, tag(name), eId=eid, GUID=guid(paragraph.id), status="removed")

    def _sub(self, parent: etree._Element, name: str, number: str) -> etree._Element:
        within = str(parent.get("eId") or self._prefix)
        return etree.SubElement(parent, tag(name), eId=self._ids.give(name, number, within))

    def _number(self, element: etree._Element, paragraph: Paragraph) -> None:
        if paragraph.label:
            etree.SubElement(element, tag("num")).text = writable(paragraph.label)

    def _content(self, element: etree._Element, paragraph: Paragraph) -> None:
        within = str(element.get("eId"))
        self._say(etree.SubElement(element, tag("content"), eId=id_for("content", within=within)), paragraph)

    def _say(self, parent: etree._Element, paragraph: Paragraph) -> None:
        self._words.say(etree.SubElement(parent, tag("p")), paragraph)
