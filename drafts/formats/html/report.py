"""A comparison as one page: no script, nothing fetched, fit to print.

Each change is a part of its own under a line that says what became of it. What came and went is told by
shape, by colour and, to whoever hears the page, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter

from lxml import etree

from drafts.core.comparison import Op, Segments
from drafts.core.cover import CoverSheet
from drafts.core.layout import Departure, Entry, Layout, NoteEntry, Part
from drafts.core.report import Row
from drafts.core.runs import Run
from drafts.core.wording import Wording, kind_class
from drafts.formats.html.making import add, bytes_of, direction, page, say

_TAGS: Mapping[Op, str] = {"delete": "del", "insert": "ins"}
_SIGNS: Mapping[Op, tuple[str, str]] = {"delete": ("[–", "–]"), "insert": ("[+", "+]")}
_SAYS: Mapping[Op, str] = {"delete": "deleted", "insert": "inserted"}


def write_report(layout: Layout) -> bytes:
    """The report as a page. Signs that no page can hold stand as �."""
    root, body = page(layout.wording.language, layout.title, "report.css")
    if layout.options.show == "table":
        body.set("class", "wide")
    _Writer(layout).write(add(body, "main"))
    return bytes_of(root)


class _Writer:
    def __init__(self, layout: Layout) -> None:
        self._layout, self._words = layout, layout.wording
        report, own = layout.report, layout.wording.language
        self._new = _tongue(report.new.language, own)
        self._old = _tongue(report.old.language, own)
        shown = [part.row.id for part in layout.parts if isinstance(part, Entry) and part.row.shown]
        self._places = {id: f"change-{number}" for number, id in enumerate(shown, 1)}

    def write(self, main: etree._Element) -> None:
        layout = self._layout
        add(main, "h1", layout.title)
        if layout.cover:
            _cover(main, layout.cover, self._words)
        self._summary(main)
        self._list(main)
        text = add(main, "section", **{"aria-labelledby": "text"})
        add(text, "h2", self._words.say("text"), id="text", **{"class": "unseen"})
        self._head(text)
        if layout.options.show == "table":
            self._table(text)
        elif layout.options.show != "summary":
            for part in layout.parts:
                self._part(text, part)
        if layout.notes and layout.options.show != "summary":
            self._notes(main)

    def _summary(self, main: etree._Element) -> None:
        box = add(main, "section", **{"class": "summary", "aria-labelledby": "summary"})
        add(box, "h2", self._words.say("summary"), id="summary", **{"class": "unseen"})
        for line in self._layout.counts:
            add(box, "p", line)
        for warning in self._layout.warnings:
            add(box, "p", self._words.say("beware", warning), **{"class": "beware"})
        if self._layout.renumbered:
            told = self._words.comma.join(self._layout.renumbered)
            add(box, "p", self._words.say("renumbered", told), **{"class": "small"})
        legend = add(box, "p", f"{self._words.say('signs')} ", **{"class": "legend"})
        for op in ("insert", "delete"):
            self._marked(legend, op, self._words.say(_SAYS[op]), spoken=False)
            say(legend, " ")

    def _list(self, main: etree._Element) -> None:
        """Every change by its name, linked to its place where it is shown."""
        entries = [entry for entry in self._layout.entries if entry.row.id in self._places]
        if not entries:
            return
        nav = add(main, "nav", **{"aria-labelledby": "changes"})
        add(nav, "h2", self._words.say("changes"), id="changes")
        listed = add(nav, "ol")
        for entry in entries:
            item = add(listed, "li")
            target = (
                {} if self._layout.options.show == "summary" else {"href": f"#{self._places[entry.row.id]}"}
            )
            told = " · ".join((entry.tag, *entry.told))
            add(item, "a" if target else "b", entry.place, **target).tail = f" {told}"

    def _head(self, text: etree._Element) -> None:
        """What differs above the text, the sponsors, the title."""
        for field in self._layout.fields:
            line = add(text, "p", f"{field.name} ", **{"class": "small"})
            if field.old:
                self._marked(line, "delete", field.old)
            say(line, " ")
            if field.new:
                self._marked(line, "insert", field.new)
        if self._layout.sponsors:
            line = add(text, "p", **{"class": "sponsors"}, **self._new)
            for at, (op, name) in enumerate(self._layout.sponsors):
                say(line, ", " if at else "")
                self._marked(line, op, name)
        if self._layout.heading:
            self._segments(add(text, "p", **{"class": "title"}, **self._new), self._layout.heading)

    def _part(self, parent: etree._Element, part: Part) -> None:
        if isinstance(part, Departure):
            line = add(parent, "p", **{"class": "departed"})
            self._linked(line, part)
        elif not isinstance(part, Entry):
            add(parent, "p", part.says, **{"class": "fold"})
        elif part.row.shown:
            self._change(parent, part)
        else:
            if part.was:
                add(parent, "p", part.was, **{"class": "was"})
            self._paragraph(parent, part.row, part.row.runs)

    def _linked(self, line: etree._Element, departure: Departure) -> None:
        place = self._places.get(departure.row.went_to)
        if place:
            add(line, "a", departure.says, href=f"#{place}")
        else:
            say(line, departure.says)

    def _change(self, parent: etree._Element, entry: Entry) -> None:
        place = self._places[entry.row.id]
        own = {"class": f"change {kind_class(entry.row)}", "id": place, "aria-labelledby": f"{place}-says"}
        box = add(parent, "div", role="group", **own)
        self._tag(box, entry.tag, (entry.place, *entry.told), f"{place}-says")
        self._paragraph(box, entry.row, entry.row.runs)

    def _tag(self, box: etree._Element, tag: str, more: Iterable[str], id: str) -> None:
        line = add(box, "p", id=id, **{"class": "tag"})
        add(line, "b", tag)
        say(line, f" {' · '.join(filter(None, more))}")

    def _paragraph(self, parent: etree._Element, row: Row, runs: Iterable[Run]) -> None:
        heads = row.kind in ("heading", "annex")
        level = {"class": f"level-{row.level}"} if row.level > 1 else {}
        line = add(parent, "h3" if heads else "p", **level, **self._new)
        _label(line, row.label)
        self._say(line, runs)

    def _say(self, line: etree._Element, runs: Iterable[Run]) -> None:
        for op, same in groupby(runs, key=attrgetter("op")):
            with_marks = self._open(line, op)
            for run in same:
                _run(with_marks, run)
            self._close(line, op)

    def _segments(self, line: etree._Element, segments: Segments) -> None:
        for op, text in segments:
            self._marked(line, op, text)

    def _marked(self, line: etree._Element, op: Op, text: str, *, spoken: bool = True) -> None:
        say(self._open(line, op, spoken=spoken), text)
        self._close(line, op)

    def _open(self, line: etree._Element, op: Op, *, spoken: bool = True) -> etree._Element:
        """Where the words of a stretch go: an element that says what became of them."""
        if op == "equal":
            return line
        if self._layout.options.bracketed:
            add(line, "span", _SIGNS[op][0], **{"class": "sign"})
        element = add(line, _TAGS[op])
        if spoken and not self._layout.options.bracketed:
            add(element, "span", f"[{self._words.say(_SAYS[op])}] ", **{"class": "unseen"})
        return element

    def _close(self, line: etree._Element, op: Op) -> None:
        if op != "equal" and self._layout.options.bracketed:
            add(line, "span", _SIGNS[op][1], **{"class": "sign"})

    def _table(self, parent: etree._Element) -> None:
        """Old, new, and what changed, paragraph by paragraph."""
        heads = self._words.table
        table = add(parent, "table", **{"class": "sides"})
        line = add(add(table, "thead"), "tr")
        for head in (*self._layout.sides, heads["told"]):
            add(line, "th", head, scope="col")
        rows = add(table, "tbody")
        for part in self._layout.parts:
            line = add(rows, "tr")
            if isinstance(part, Entry):
                self._sides(line, part)
            else:
                kind = "departed" if isinstance(part, Departure) else "fold"
                add(add(line, "td", colspan="3"), "p", part.says, **{"class": kind})

    def _sides(self, line: etree._Element, entry: Entry) -> None:
        row = entry.row
        for side, runs, own in (("old", row.old_runs, self._old), ("new", row.new_runs, self._new)):
            cell = add(line, "td")
            if getattr(row.change, side):
                labels = getattr(row.change, f"{side}_labels")
                paragraph = add(cell, "p", **own)
                if labels and labels[0]:
                    _label(paragraph, labels[0])
                self._say(paragraph, runs)
        says = add(line, "td", **{"class": "says bar" if row.shown else "says"})
        if row.shown:
            line.set("id", self._places[row.id])
            self._tag(says, entry.tag, (entry.place, *entry.told), f"{self._places[row.id]}-says")
        elif entry.was:
            add(says, "p", entry.was, **{"class": "was"})

    def _notes(self, main: etree._Element) -> None:
        section = add(main, "section", **{"class": "notes", "aria-labelledby": "notes"})
        add(section, "h2", self._words.say("notes"), id="notes")
        for number, entry in enumerate(self._layout.notes, 1):
            box = section
            if entry.tag:
                box = self._changed_note(section, entry, f"note-{number}")
            line = add(box, "p", **self._new)
            add(line, "sup", entry.label)
            say(line, " ")
            self._say(line, entry.row.runs)

    def _changed_note(self, section: etree._Element, entry: NoteEntry, place: str) -> etree._Element:
        kind = entry.row.change.kind if entry.row.change.kind != "unchanged" else "moved"
        own = {"class": f"change {kind}", "id": place, "aria-labelledby": f"{place}-says"}
        box = add(section, "div", role="group", **own)
        self._tag(box, self._words.say("note", entry.tag), (entry.was,), f"{place}-says")
        return box


def _tongue(language: str, around: str) -> dict[str, str]:
    """The attributes of words in a language within a page in another."""
    if not language:
        return {"dir": "auto"}
    return {} if language == around else {"lang": language, "dir": direction(language)}


def _label(line: etree._Element, label: str) -> None:
    """The printed number, where there is one."""
    if label:
        add(line, "span", label, **{"class": "label"})
        say(line, " ")


def _cover(main: etree._Element, cover: CoverSheet, words: Wording) -> None:
    box = add(main, "section", **{"class": "cover", "aria-labelledby": "cover"})
    add(box, "h2", cover.title, id="cover")
    table = add(box, "table")
    line = add(add(table, "thead"), "tr")
    for at, head in enumerate(("", *cover.heads)):
        add(line, "th" if at else "td", head, **({"scope": "col"} if at else {}))
    body = add(table, "tbody")
    for what, *values in cover.compared:
        line = add(body, "tr")
        add(line, "th", what, scope="row")
        for value in values:
            add(line, "td", value, dir="auto")
    for what, side, digest in cover.digests:
        add(add(box, "p", words.say("pair", f"{what}, {side}", "")), "span", digest, dir="ltr")
    for told in (*(words.say("pair", what, value) for what, value in cover.made), cover.check):
        if told:
            add(box, "p", told)


def _run(parent: etree._Element, run: Run) -> None:
    if run.joint is not None:
        add(parent, "span", "¶", **{"class": "joint"})
        if run.op == "delete":
            say(parent, " ")
        else:
            add(parent, "br")
            say(parent, f"{run.joint} " if run.joint else "")
    elif run.call:
        add(parent, "sup", run.call)
    elif run.italic:
        add(parent, "i", run.text)
    else:
        say(parent, run.text)
