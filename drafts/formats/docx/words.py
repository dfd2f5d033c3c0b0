"""The words of one paragraph: its runs in a row, each with its look, and the notes called between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafts.formats.docx.names import MATHS, Element, w
from drafts.formats.docx.notes import Calls, labelled_by_hand
from drafts.formats.docx.styles import Look, Styles

_SIGNS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_TEXT, _SYMBOL, _RUBY, _MATHS_TEXT = w("t"), w("sym"), w("ruby"), f"{{{MATHS}}}t"
_PROPERTIES = w("rPr")
_RUNS = frozenset((w("r"), f"{{{MATHS}}}r"))
_APART = frozenset((w("drawing"), w("pict"), w("object"), w("pPr")))  # what is beside a paragraph's own words
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

# The Symbol font shows Greek letters and signs at the places of Latin ones (Adobe's Symbol encoding).
_SYMBOL_FONT = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
) | {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBE: "—"}
_PRIVATE = range(0xF000, 0xF100)  # where Word puts the signs of such fonts
_BULLET = "•"  # for whatever sign of a font of pictures


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch that looks one way. ``style``: its run style. ``note``: the key of a note called instead."""

    text: str
    look: Look
    style: str = ""
    note: str = ""


def words_of(paragraph: Element, style: str, styles: Styles, calls: Calls) -> list[Words]:
    """What a person sees of a paragraph of that style: hidden words left out, calls for what they are."""
    found: list[Words] = []
    awaiting = ""  # the note whose label comes next, where somebody chose it
    for run in _runs(paragraph):
        look, own = styles.look(style, run.find(_PROPERTIES))
        if look.hidden:
            continue
        for element in _leaves(run):
            if element.tag == _PROPERTIES:
                continue
            if note := calls.key(element):
                found.append(Words("", look, own, note))
                awaiting = note if labelled_by_hand(element) else ""
            elif text := _text(element):
                words = Words(text, look, own)
                if awaiting and (words := _after_label(words, awaiting, calls)):
                    awaiting = ""
                if words.text:
                    found.append(words)
    return _without_commas(found)


def _without_commas(found: list[Words]) -> list[Words]:
    """The words without the raised commas that part two calls."""
    return [
        words
        for at, words in enumerate(found)
        if words.note
        or not words.look.raised
        or words.text.strip(" ,")
        or not (0 < at < len(found) - 1 and found[at - 1].note and found[at + 1].note)
    ]


def _after_label(words: Words, note: str, calls: Calls) -> Words:
    """The words without the label of ``note`` that they begin with."""
    label, space, rest = words.text.partition(" ")
    calls.labels.setdefault(note, label)
    return replace(words, text=space + rest)


def _runs(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag in _RUNS:
            yield child
        elif child.tag not in _APART:
            yield from _runs(child)


def _leaves(run: Element) -> Iterator[Element]:
    """What a run is made of; of a sign with its reading beside it (ruby) the sign."""
    for element in run:
        if element.tag == _RUBY:
            for inner in element.iterfind(f"{w('rubyBase')}/{w('r')}"):
                yield from _leaves(inner)
        else:
            yield element


def _text(element: Element) -> str:
    if element.tag == _TEXT:
        text = (element.text or "").replace("\n", " ")
        return text if element.get(_PRESERVE) == "preserve" else text.strip(" \t\r\n")
    if element.tag == _SYMBOL:
        return _symbol(element)
    if element.tag == _MATHS_TEXT:
        return element.text or ""
    return _SIGNS.get(element.tag, "")


def _symbol(element: Element) -> str:
    """A sign by its place in a font."""
    font, code = element.get(w("font"), ""), element.get(w("char"), "")
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if font == "Symbol":
        return chr(place - 0xF000 if place in _PRIVATE else place).translate(_SYMBOL_FONT)
    if place in _PRIVATE:
        return _BULLET if "dings" in font else chr(place - 0xF000)
    return chr(place) if 0x20 <= place < 0xD800 or 0xE000 <= place < 0x10FFFE else ""
