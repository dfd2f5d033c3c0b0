"""A resolution as one page: no script, nothing fetched, fit to print.

What the page shows as words stands in it as words, so that copying from it loses nothing; kinds, levels and
printed numbers stand beside them as ``data-`` attributes, by which it reads back as it was.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from lxml import etree

from drafts.core.document import Mark, Masthead, Note, Paragraph, Resolution
from drafts.core.sponsor_line import sponsor_line
from drafts.formats.akn.inlines import write_inline
from drafts.formats.akn.vocabulary import writable
from drafts.formats.html.making import add, bytes_of, page

_MASTHEAD = tuple(each.name for each in fields(Masthead))


def write_html(resolution: Resolution) -> bytes:
    """The resolution as a page. Signs that no page can hold stand as �."""
    name = " — ".join(filter(None, (resolution.symbol, resolution.title))) or "Resolution"
    root, body = page(resolution.language, name, "page.css")
    _head(body, resolution)
    text = _TextWriter(resolution)
    main = add(body, "main")
    for paragraph in resolution.paragraphs:
        text.paragraph(main, paragraph)
    text.notes(body)
    return bytes_of(root)


def _head(body: etree._Element, resolution: Resolution) -> None:
    header = add(body, "header")
    for name in _MASTHEAD:
        if written := getattr(resolution.masthead, name):
            add(header, "p", written, **{"class": name.replace("_", "-")})
    if resolution.symbol:
        add(header, "p", resolution.symbol, **{"class": "symbol"})
    if line := sponsor_line(resolution):
        add(header, "p", line, **{"class": "sponsors"})
    if resolution.title:
        add(header, "h1", resolution.title)


class _TextWriter:
    """Writes paragraphs and notes, each call linked to its note and each note back to its first call."""

    def __init__(self, resolution: Resolution) -> None:
        self._notes = resolution.notes
        self._labels = {note.id: note.label for note in resolution.notes}
        self._places = {note.id: number for number, note in enumerate(resolution.notes, 1)}
        self._called: Counter[str] = Counter()

    def paragraph(self, parent: etree._Element, paragraph: Paragraph) -> None:
        tag = "h2" if paragraph.kind in ("heading", "annex") else "p"
        element = add(parent, tag, **{"data-kind": paragraph.kind, "data-level": str(paragraph.level)})
        if paragraph.label:
            element.set("data-label", writable(paragraph.label))
            add(element, "span", paragraph.label, **{"class": "label"}).tail = " "
        self._say(element, paragraph)

    def notes(self, body: etree._Element) -> None:
        if not self._notes:
            return
        section = add(body, "footer")
        add(section, "hr")
        for note in self._notes:
            place = self._places[note.id]
            element = add(section, "p", id=f"note-{place}", **{"data-note": writable(note.label)})
            back = {"href": f"#call-{place}"} if self._called[note.id] else {}
            add(element, "a", note.label, **{"class": "label"}, **back).tail = " "
            self._say(element, note)

    def _say(self, element: etree._Element, piece: Paragraph | Note) -> None:
        write_inline(element, piece.text, piece.marks, self._call, italics="i")

    def _call(self, element: etree._Element, mark: Mark) -> None:
        place = self._places[mark.note]
        self._called[mark.note] += 1
        first = {"id": f"call-{place}"} if self._called[mark.note] == 1 else {}
        add(add(element, "sup"), "a", self._labels[mark.note], href=f"#note-{place}", **first)
