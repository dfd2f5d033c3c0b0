"""How words look, through a file's styles: in italics, hidden, raised.

A run has the look of its paragraph's style, its own style and its direct formatting, each style resting on
another. Italics and hiding *toggle*: an italic run style within an italic paragraph style is upright again
(ISO/IEC 29500-1, 17.7.3); direct formatting says how it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from drafts.formats.docx.names import OFF, VAL, Element, number, switch, value, w

MOST_RESTING = 50  # styles on one another; a chain that is longer turns in a circle

_STYLE = w("rStyle")
_ASKED = frozenset(w(name) for name in ("rStyle", "i", "iCs", "rtl", "cs", "vanish", "vertAlign", "position"))
_DIGITS = {"superscript": True, "subscript": False, "baseline": False}


@dataclass(frozen=True, slots=True)
class Look:
    """What of a run's look bears on its meaning. ``raised``: a superscript, however it is made."""

    italic: bool = False
    hidden: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written: by name, resting on ``base``. Its properties are None where it has none."""

    id: str
    name: str
    base: str
    run: Element | None
    paragraph: Element | None


@dataclass
class Styles:
    """All styles of a file by id, the default ones among them."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    document: Element | None = None
    _looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def look(self, paragraph: str, run: Element | None) -> tuple[Look, str]:
        """How a run with these properties looks in a paragraph of that style, and its own style."""
        said = _said(run)
        style = said.pop(_STYLE, "")
        look = self._looks.get((paragraph, style))
        if look is None:
            look = self._looks[paragraph, style] = self._styled(paragraph, style)
        return (_direct(said, look) if said else look), style

    def name(self, style: str) -> str:
        """The name that people choose a style by, in lower case: ``heading 1`` whatever its id."""
        found = self.by_id.get(style)
        return found.name.lower() if found else style.lower()

    def paragraph_value(self, style: str, *path: str) -> tuple[str | None, str]:
        """What the nearest such property of a paragraph style or those it rests on says, and whose it is."""
        way = "/".join(w(name) for name in path)
        for each in self._chain(style):
            found = None if each.paragraph is None else each.paragraph.find(way)
            if found is not None:
                return found.get(VAL, ""), each.id
        return None, ""

    def _styled(self, paragraph: str, run: str) -> Look:
        toggled = {}
        for name in ("i", "vanish"):
            own = [self._toggle(style, name) for style in (paragraph, run)]
            toggled[name] = bool(switch(self.document, name)) or own[0] != own[1]
        raised = next(
            (
                found
                for properties in (*self._runs(run), *self._runs(paragraph), self.document)
                if (found := _raised(_said(properties))) is not None
            ),
            False,
        )
        return Look(toggled["i"], toggled["vanish"], raised)

    def _toggle(self, style: str, name: str) -> bool:
        return next((found for each in self._runs(style) if (found := switch(each, name)) is not None), False)

    def _runs(self, style: str) -> list[Element]:
        return [each.run for each in self._chain(style) if each.run is not None]

    def _chain(self, style: str) -> list[Style]:
        """The style and what it rests on, nearest first."""
        chain: list[Style] = []
        while (found := self.by_id.get(style)) and len(chain) < MOST_RESTING:
            chain.append(found)
            style = found.base
        return chain


def read_styles(root: Element | None) -> Styles:
    """The styles in the part that holds them; none where a file has no such part."""
    styles = Styles()
    if root is None:
        return styles
    styles.document = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    for element in root.iter(w("style")):
        name = element.get(w("styleId"), "")
        styles.by_id[name] = Style(
            id=name,
            name=value(element, "name") or name,
            base=value(element, "basedOn") or "",
            run=element.find(w("rPr")),
            paragraph=element.find(w("pPr")),
        )
        if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
            styles.default = name
    return styles


def _said(run: Element | None) -> dict[str, str]:
    """What a run's properties say of what is asked here, in one go: a long file has tens of thousands."""
    if run is None:
        return {}
    return {child.tag: child.get(VAL, "") for child in run if child.tag in _ASKED}


def _direct(said: dict[str, str], look: Look) -> Look:
    # Arabic and Hebrew letters have an italic switch of their own.
    other = _on(said, "rtl") or _on(said, "cs")
    italic, hidden, raised = _on(said, "iCs" if other else "i"), _on(said, "vanish"), _raised(said)
    return Look(
        look.italic if italic is None else italic,
        look.hidden if hidden is None else hidden,
        look.raised if raised is None else raised,
    )


def _on(said: dict[str, str], name: str) -> bool | None:
    written = said.get(w(name))
    return None if written is None else written not in OFF


def _raised(said: dict[str, str]) -> bool | None:
    """By ``<w:vertAlign w:val="superscript"/>``, or lifted: ``<w:position w:val="6"/>``."""
    if (align := said.get(w("vertAlign"))) is not None:
        return _DIGITS.get(align)
    position = said.get(w("position"))
    return None if position is None else number(position.removesuffix("pt"), 0) > 0
