"""Footnotes and endnotes: which are called, where they are called again, and under what label."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafts.formats.docx.fields import NOTE_AGAIN
from drafts.formats.docx.names import Element, number, value, w
from drafts.formats.docx.numerals import numeral

KINDS = ("footnote", "endnote")
_REFERENCES = {w(f"{kind}Reference"): kind for kind in KINDS}
_USUAL_FORM = {"footnote": "decimal", "endnote": "lowerRoman"}
_ON = frozenset({"1", "true", "on"})


@dataclass
class Calls:
    """The notes of a file as they come to be called. A note's key is such as ``footnote 3``.

    ``again`` gives the key of the note called within a bookmark, ``labels`` those chosen by hand.
    """

    again: dict[str, str] = field(default_factory=dict)
    order: dict[str, None] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, int]] = field(default_factory=dict)

    def key(self, element: Element) -> str:
        """Which note an element calls, if it calls one; it is then called."""
        if element.tag == NOTE_AGAIN:
            key = self.again.get(element.get("bookmark", ""), "")
        else:
            key = _key(element) if element.tag in _REFERENCES else ""
        if key:
            self.order.setdefault(key)
        return key

    def numbered(self) -> list[tuple[str, str]]:
        """The key and label of each note, in the order in which they are called first."""
        counts: dict[str, int] = {}
        found = []
        for key in self.order:
            kind = key.partition(" ")[0]
            if key not in self.labels:
                form, start = self.forms.get(kind, (_USUAL_FORM[kind], 1))
                counts[kind] = counts.get(kind, start - 1) + 1
                found.append((key, numeral(counts[kind], form)))
            else:
                found.append((key, self.labels[key]))
        return found


def find_calls(root: Element, settings: Element | None) -> Calls:
    """What must be known of the calls in a part before its words are read."""
    forms = {kind: _form(kind, root, settings) for kind in KINDS}
    return Calls(again=_bookmarked(root), forms=forms)


def labelled_by_hand(element: Element) -> bool:
    """Whether the words after a call are its label, such as a star."""
    return element.get(w("customMarkFollows")) in _ON


def _key(element: Element) -> str:
    return f"{_REFERENCES[element.tag]} {element.get(w('id'), '')}"


def _bookmarked(root: Element) -> dict[str, str]:
    """By bookmark, the first note called within it: that is how Word refers to a note called before.

    LibreOffice lets some bookmarks end right before the call.
    """
    open_: dict[str, str] = {}
    ended: list[str] = []  # of the bookmarks, with no word since
    found: dict[str, str] = {}
    for element in root.iter(w("bookmarkStart"), w("bookmarkEnd"), w("t"), *_REFERENCES):
        if element.tag == w("bookmarkStart"):
            open_[element.get(w("id"), "")] = element.get(w("name"), "")
        elif element.tag == w("bookmarkEnd"):
            ended.append(open_.pop(element.get(w("id"), ""), ""))
        elif element.tag == w("t"):
            ended.clear()
        else:
            for name in (*open_.values(), *ended):
                found.setdefault(name, _key(element))
            open_.clear()
            ended.clear()
    return found


def _form(kind: str, root: Element, settings: Element | None) -> tuple[str, int]:
    """How notes are numbered, by the section's word or the document's."""
    section = root.find(f".//{w('sectPr')}/{w(f'{kind}Pr')}")
    document = None if settings is None else settings.find(w(f"{kind}Pr"))
    form = value(section, "numFmt") or value(document, "numFmt") or _USUAL_FORM[kind]
    start = value(section, "numStart") or value(document, "numStart")
    return form, number(start, 1)
