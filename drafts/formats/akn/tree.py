"""The tree of a document back into paragraphs: ours to the letter, others' by what their elements mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from drafts.core.document import DEEPEST_LEVEL, KINDS, Kind, Marks, Paragraph
from drafts.core.phrases.phrasebook import Phrasebook
from drafts.formats.akn.passages import NoteReader, is_removed, read_passage
from drafts.formats.akn.vocabulary import LEVELS, USUAL_LEVEL, key_of, local, words
from drafts.formats.text.source import CELL_END

_LINES = frozenset(
    {"p", "block", "listIntroduction", "listWrapUp", "interstitial", "crossHeading", "heading"}
)
_HEADINGS = frozenset({"heading", "crossHeading", "subheading", "h1", "h2", "h3"})
_LEADING = frozenset({"intro", "content", "p", "block", "listIntroduction"})
_HOLDERS = frozenset({"intro", "content", "blockList"})
_NAMES = frozenset({"num", "heading", "subheading"})
# Elements of the hierarchy that hold paragraphs rather than being one.
_SECTIONS = frozenset(
    {"part", "subpart", "title", "subtitle", "book", "tome", "chapter", "subchapter", "section", "subsection"}
    | {"division", "subdivision", "article", "rule", "transitional"}
)
_PARAGRAPHS = frozenset(
    {
        "paragraph",
        "subparagraph",
        "point",
        "indent",
        "alinea",
        "clause",
        "subclause",
        "list",
        "sublist",
        "level",
    }
    | {"proviso", "subrule", "hcontainer", "item", "li", "recital", "citation"}
)
MOST_PARAGRAPHS = 50_000  # the longest resolutions have some thousand
_LEVEL = re.compile(r"level-(\d)")


@dataclass
class TreeReader:
    """Reads elements one after the other; ``paragraphs`` is the outcome.

    ``book`` tells enacting words and openers where the elements do not say of what kind a line is. ``rest``
    is what came after the most that are read.
    """

    notes: NoteReader
    book: Phrasebook
    paragraphs: list[Paragraph] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._keys: set[str] = set()

    def read(self, parent: etree._Element, like: Kind, depth: int = 0) -> None:
        """Everything below ``parent``; numbered paragraphs are ``like``, and stand below ``depth`` others."""
        for child in parent:
            if is_removed(child):
                self.notes.accepted += 1
            else:
                self._element(child, like, depth)

    def add_line(self, element: etree._Element, kind: Kind) -> None:
        """A line of its own, whose number may stand in it as <docNumber>."""
        number = element.find("{*}docNumber") if self.notes.exact else None
        label = words(number) if number is not None else ""
        if number is not None:
            tail = number.tail
            element.remove(number)
            element.text = (element.text or "") + (tail or "")
        self._add(element, kind, self._stated_level(element, kind), label, [element])

    def finish(self) -> None:
        """What came after the most paragraphs stays, as one stretch of text."""
        if self.rest:
            element = etree.Element("p")
            element.text = " ".join(self.rest)
            self._add(element, "text", 0, "", [element])

    def _element(self, child: etree._Element, like: Kind, depth: int) -> None:
        name = local(child)
        if len(self.paragraphs) >= MOST_PARAGRAPHS:
            self.rest.append(words(child))
            return
        if name in _PARAGRAPHS:
            self._paragraph(child, like, depth)
        elif name == "formula":
            self._formula(child)
        elif name in _LINES or name in _HEADINGS:
            self._line(child, like)
        elif name == "tr":
            self._add(child, "text", 0, "", list(child), joined=CELL_END)
        elif name in _SECTIONS:
            self._heading_of(child)
            self._below(child, like, depth)
        elif name not in ("num", "meta", "toc"):
            self.read(child, like, depth)

    def _paragraph(self, element: etree._Element, like: Kind, depth: int) -> None:
        """A paragraph and what stands below it."""
        kind, level = self._kind_and_level(element, like, depth)
        said = leading(element)
        label = _text_of(element, "num", exact=self.notes.exact)
        if not self.notes.exact and not said and not label:
            self._below(element, like, depth)  # a mere container
            return
        if not self.notes.exact and element.find("{*}heading") is not None:
            self._heading_of(element, numbered=False)
        self._add(element, kind, level, label, said)
        self._below(element, like, level, after=said)

    def _kind_and_level(self, element: etree._Element, like: Kind, depth: int) -> tuple[Kind, int]:
        name, stated = local(element), str(element.get("class", ""))
        kind: Kind = "preambular" if name in ("recital", "citation") else like
        if not self.notes.exact:
            return kind, min(depth + 1, DEEPEST_LEVEL)
        if name == "hcontainer":
            kind = _kind(str(element.get("name"))) or like
            return kind, self._stated_level(element, kind)
        if name == "item":
            return kind, min(depth + 1, DEEPEST_LEVEL)
        return _kind(stated) or kind, LEVELS.get(name) or self._stated_level(element, "preambular")

    def _stated_level(self, element: etree._Element, kind: Kind) -> int:
        found = _LEVEL.fullmatch(str(element.get("class", "")))
        return min(int(found[1]), DEEPEST_LEVEL) if found else USUAL_LEVEL[kind]

    def _below(
        self, element: etree._Element, like: Kind, depth: int, after: Iterable[etree._Element] = ()
    ) -> None:
        """What stands below an element: all but its number, its heading and the words already read."""
        read = set(after)
        for child in element:
            if child in read or local(child) in _NAMES:
                continue
            if is_removed(child):
                self.notes.accepted += 1
            elif local(child) in _HOLDERS and any(each in read for each in child.iter()):
                self._below(child, like, depth, read)
            else:
                self._element(child, like, depth)

    def _formula(self, element: etree._Element) -> None:
        if self.notes.exact:
            self._add(element, "enacting", 0, "", list(element))
            return
        for child in element:
            self._line(child, "enacting")

    def _line(self, element: etree._Element, like: Kind) -> None:
        if self.notes.exact:
            if element.get("GUID") is not None:  # a <p> without one only fills a body that is empty
                self.add_line(element, _kind(str(element.get("name"))) or "text")
            return
        kind = "heading" if local(element) in _HEADINGS else _kind(str(element.get("name")))
        text, marks = read_passage([element], self.notes)
        if text:
            told = kind or self._told(text, like)
            self._append(element, told, USUAL_LEVEL[told], "", text, marks)

    def _told(self, text: str, like: Kind) -> Kind:
        """Of which kind a line is by its words, where its element does not say."""
        if self.book.enacts(text) == len(text):
            return "enacting"
        for kind in ("preambular", "operative"):
            if self.book.opener(text, kind):
                return kind
        return "preambular" if like == "preambular" else "text"

    def _heading_of(self, element: etree._Element, *, numbered: bool = True) -> None:
        parts = [child for child in element if local(child) in (_NAMES if numbered else _NAMES - {"num"})]
        text, marks = read_passage(parts, self.notes)
        if text:
            self._append(parts[0], "heading", 0, "", text, marks)

    def _add(
        self,
        element: etree._Element,
        kind: Kind,
        level: int,
        label: str,
        said: list[etree._Element],
        joined: str = "",
    ) -> None:
        if joined:
            cells = [read_passage([word], self.notes)[0] for word in said]
            self._append(element, kind, level, label, joined.join(filter(None, cells)), ())
            return
        text, marks = read_passage(said, self.notes)
        if text or label or self.notes.exact:
            self._append(element, kind, level, label, text, marks)

    def _append(
        self, element: etree._Element, kind: Kind, level: int, label: str, text: str, marks: Marks
    ) -> None:
        key = key_of(str(element.get("GUID", ""))) if self.notes.exact else ""
        id = key or f"p{len(self.paragraphs) + 1}"
        while id in self._keys:
            id += "+"
        self._keys.add(id)
        self.paragraphs.append(Paragraph(id, kind, text, level, label, marks))


def _kind(name: str) -> Kind | None:
    return next((kind for kind in KINDS if kind == name), None)


def _text_of(element: etree._Element, name: str, *, exact: bool) -> str:
    found = element.find(f"{{*}}{name}")
    text = "" if found is None else words(found)
    return text if exact else " ".join(text.split())


def leading(element: etree._Element) -> list[etree._Element]:
    """The lines that open a paragraph, before any list or paragraph below it."""
    lines: list[etree._Element] = []
    for child in element:
        name = local(child)
        if name in _NAMES or is_removed(child):
            continue
        if name in ("intro", "content"):
            inner = leading(child)
            lines += inner
            if len(inner) < len(child):
                break
        elif name in _LEADING:
            lines.append(child)
        elif name == "blockList" and not lines and len(child) and local(child[0]) == "listIntroduction":
            lines.append(child[0])
            break
        else:
            break
    return lines
