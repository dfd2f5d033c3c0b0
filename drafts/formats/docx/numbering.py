"""Automatic numbers: what Word prints before a paragraph, counted as Word counts.

A list (``w:num``) is drawn from a pattern (``w:abstractNum``) of up to nine levels, some of which it may
override. All lists of one pattern count on together; one that overrides a level's start begins there anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafts.formats.docx.names import VAL, Element, number, switch, value, w
from drafts.formats.docx.numerals import numeral
from drafts.formats.docx.styles import Styles

LEVELS = 9
MOST_LINKED = 10  # patterns that refer to a style whose list refers to a pattern …

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\uf000-\uf0ff]")  # a bullet by its place in a font of signs
BULLET = "•"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a pattern. ``restarts``: the level (1 to 9) after which it counts anew; 0 never."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: int = LEVELS
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list: its pattern's id, its levels, and where it begins those that it begins anew."""

    pattern: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's place in a list: what is printed before it, and how deep it stands (1 to 9)."""

    label: str
    level: int


@dataclass
class Numbering:
    """Counts the paragraphs of one story (the body, a header) as they come."""

    styles: Styles
    lists: dict[str, List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, paragraph: Element | None, style: str) -> Numbered | None:
        """The number of the next paragraph, with these properties and of that style; None if it has none."""
        name, depth = self._place(paragraph, style)
        found = self.lists.get(name)
        if found is None or depth not in found.levels:
            return None
        self._count(name, found, depth)
        return Numbered(_label(found, depth, self._counts[found.pattern]), depth + 1)

    def _place(self, paragraph: Element | None, style: str) -> tuple[str, int]:
        """The list and the level in it (0 to 8), by the paragraph's own word or its style's."""
        direct = None if paragraph is None else paragraph.find(w("numPr"))
        styled, owner = self.styles.paragraph_value(style, "numPr", "numId")
        name = value(direct, "numId") or styled or ""
        depth = value(direct, "ilvl")
        if depth is None and value(direct, "numId") is None:
            depth = self._depth_of_style(name, style, owner)
        return name, min(max(number(depth, 0), 0), LEVELS - 1)

    def _depth_of_style(self, name: str, style: str, owner: str) -> str | None:
        """The level that names the style as its own, or else the one that the style names."""
        found = self.lists.get(name)
        for depth, level in found.levels.items() if found else ():
            if level.style in (style, owner):
                return str(depth)
        return self.styles.paragraph_value(style, "numPr", "ilvl")[0]

    def _count(self, name: str, found: List, depth: int) -> None:
        counts = self._counts.setdefault(found.pattern, {})
        for above in range(depth):
            counts.setdefault(above, found.levels[above].start if above in found.levels else 1)
        if depth in found.starts and (name, depth) not in self._begun:
            counts[depth] = found.starts[depth]
        elif depth in counts:
            counts[depth] += 1
        else:
            counts[depth] = found.levels[depth].start
        self._begun.add((name, depth))
        for below in range(depth + 1, LEVELS):
            level = found.levels.get(below)
            if level is None or depth < level.restarts:
                counts.pop(below, None)
                self._begun.discard((name, below))


def read_numbering(root: Element | None, styles: Styles) -> dict[str, List]:
    """The lists in the part that holds them, by id."""
    if root is None:
        return {}
    patterns = {each.get(w("abstractNumId"), ""): each for each in root.iter(w("abstractNum"))}
    nums = {each.get(w("numId"), ""): each for each in root.iter(w("num"))}
    return {
        name: _list(each, patterns, nums, styles)
        for name, each in nums.items()
        if name != "0"  # which stands for "no list"
    }


def _list(num: Element, patterns: dict[str, Element], nums: dict[str, Element], styles: Styles) -> List:
    pattern = value(num, "abstractNumId") or ""
    for _ in range(MOST_LINKED):
        link = value(patterns.get(pattern), "numStyleLink")
        if link is None:
            break
        linked, _ = styles.paragraph_value(link, "numPr", "numId")
        pattern = value(nums.get(linked or ""), "abstractNumId") or ""
    found = patterns.get(pattern)
    levels = {} if found is None else dict(_level(each) for each in found.iter(w("lvl")))
    starts = {}
    for override in num.iter(w("lvlOverride")):
        depth = number(override.get(w("ilvl")), 0)
        if (own := override.find(w("lvl"))) is not None:
            levels[depth] = _level(own)[1]
        if (start := value(override, "startOverride")) is not None:
            starts[depth] = number(start, 1)
    return List(pattern, levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    depth = number(element.get(w("ilvl")), 0)
    form = element.find(w("numFmt"))
    return depth, Level(
        form="decimal" if form is None else form.get(VAL, "decimal"),
        text=value(element, "lvlText") or "",
        start=number(value(element, "start"), 0),
        restarts=number(value(element, "lvlRestart"), LEVELS),
        legal=bool(switch(element, "isLgl")),
        style=value(element, "pStyle") or "",
    )


def _label(found: List, depth: int, counts: dict[int, int]) -> str:
    level = found.levels[depth]
    if level.form == "bullet":
        return _PRIVATE.sub(BULLET, level.text).strip()

    def numbered(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        other = found.levels.get(at)
        if other is None or at not in counts or at > depth:
            return ""
        return numeral(counts[at], "decimal" if level.legal and other.form != "none" else other.form)

    return _PLACE.sub(numbered, level.text).strip()
