"""A look-alike as PDF by typst: the geometry measured on genuine pages, in points.

The masthead's columns begin at 60, 123 and 397; the text at 123, its first lines 24 further in; it is set in
10 on 12 with a little space between the letters, notes in 8.5; calls are 6.5 high and raised by 3.5.
"""

from __future__ import annotations

import json
import random
import re
from itertools import pairwise
from pathlib import Path

import typst

from drafts.core.document import Mark, Note, Paragraph
from drafts.formats.typeset.fonts import FOLDERS
from tests.lookalikes.document import Lookalike, Rows

PUNCTUATION_GAPS, WORD_GAPS = 0.2, 0.01  # of the places in words that may have one
_GAPS = re.compile(r"(?<=\w)(?:[-,]|\w)")
_POWERS = {"\u00b2": '#super("2")', "\u2082": '#sub("2")'}
_NATIONS = {
    "en": "United Nations",
    "fr": "Nations Unies",
    "es": "Naciones Unidas",
    "ru": "Организация Объединенных Наций",
    "zh": "联合国",
}
_SELVES = {"es": "Español", "ru": "Russian", "zh": "Chinese"}  # the language of a translation, as it says
_LABELS = {"fr": ("Distr.", "Original :"), "es": ("Distr.", "Original:")}
FRAME = Path(__file__).with_name("frame.typ")


def pdf(lookalike: Lookalike) -> bytes:
    return typst.compile(source(lookalike).encode(), font_paths=list(FOLDERS))


def source(lookalike: Lookalike) -> str:
    return f"{FRAME.read_text()}\n{_Printer(lookalike).printed()}"


class _Printer:
    def __init__(self, lookalike: Lookalike) -> None:
        self._it = lookalike
        self._notes = lookalike.resolution.notes_by_id
        self._called: set[str] = set()
        star = next((note for note in lookalike.resolution.notes if note.label == "*"), None)
        self._star = star

    def printed(self) -> str:
        setting, read = self._it.setting, self._it.resolution
        options = {
            "symbol": read.symbol,
            "job": setting.job,
            "running": read.title if setting.adopted else "",
            "bare": setting.bare_heads,
            "underscores": setting.underscores,
            "plain": setting.plain_labels,
            "adopted": setting.adopted,
            "gap": 2 if setting.single_spaced else 8,
            "lang": read.language,
        }
        parts = [f"#show: document.with({', '.join(f'{k}: {_value(v)}' for k, v in options.items())})"]
        parts += [self._masthead(), self._above()]
        parts += [self._block(each) for each in read.paragraphs]
        parts.append(f"#ending({_value(setting.underscores)})")
        return "\n".join(part for part in parts if part) + "\n"

    def _masthead(self) -> str:
        head, read = self._it.resolution.masthead, self._it.resolution
        distr, original = _LABELS.get(read.language, ("Distr.:", "Original:"))
        note = self._note(self._star) if self._it.setting.symbol_star and self._star else "[]"
        right = [f"{distr} {head.distribution}", head.date]
        if read.language in _SELVES:
            right.append(_SELVES[read.language])
        right += ["", f"{original} {head.original}"] if head.original else []
        fields = {
            "nations": _NATIONS[read.language],
            "organ": head.organ,
            "right": right,
            "session": head.session,
            "committee": head.committee.split("\n") if head.committee else [],
            "agenda": head.agenda_item.split("\n"),
        }
        given = ", ".join(f"{key}: {_value(value)}" for key, value in fields.items())
        return f"#masthead(symbol: {_value(read.symbol)}, star: {note}, {given})"

    def _above(self) -> str:
        read = self._it.resolution
        if self._it.setting.adopted:
            number = read.symbol.partition("/RES/")[2]
            report = f"[#{_value('[')}#emph({_value(self._it.report[1:-1])})#{_value(']')}]"
            adoption = f"#adoption({_value(self._it.adoption)}, {report})"
            return f"{adoption}\n#numbered({_value(f'{number}.')}, {_value(read.title)})"
        line = self._it.sponsor_line
        first = True
        printed = ""
        for at, part in enumerate(line.split("*")):
            if at and self._star:
                printed += f"#{self._note(self._star)}" if first else f"#{_value('*')}"
                first = False
            printed += f"#{_value(part)}"
        return f"#sponsors[{printed}]\n#title({_value(read.title)})"

    def _block(self, paragraph: Paragraph) -> str:
        if paragraph.kind == "table":
            return self._table(self._it.tables[paragraph.id])
        words = f"[{self._runs(paragraph.text, paragraph.marks)}]"
        if paragraph.kind == "heading" or (paragraph.kind == "any" and not paragraph.label):
            setting = self._it.setting
            weight = "regular" if setting.italic_headings and paragraph.italics else "bold"
            centred = _value(setting.centred_headings)
            return f"#heading-line({words}, centred: {centred}, weight: {_value(weight)})"
        if paragraph.kind == "annex":
            return f"#annex({words})"
        if paragraph.kind == "text" and paragraph.italics and paragraph.level == 0 and not paragraph.calls:
            whole = paragraph.italics[0]
            if self._it.setting.adopted and (whole.start, whole.end) == (0, len(paragraph.text)):
                first = "meeting" in paragraph.text or "plénière" in paragraph.text
                return f"#closing-line({words}, first: {_value(first)})"
        label = self._it.labels.get(paragraph.id, paragraph.label)
        amendment = self._it.resolution.proposal == "amendment"
        flush = amendment or (
            self._it.setting.flush_annex and paragraph.kind == "text" and paragraph.level == 1
        )
        style = "flush" if flush and label else "run-in"
        if paragraph.level > 2:
            style = "deeper" if paragraph.level == 4 else "hanging" if self._it.setting.hanging else "deep"
        return f"#para({_value(label)}, {_value(style)}, {words})"

    def _table(self, rows: Rows) -> str:
        cells = ", ".join(f"[#{_value(cell)}]" for row in rows[1:] for cell in row)
        heads = ", ".join(f"[#{_value(cell)}]" for cell in rows[0])
        return f"#posts({len(rows[0])}, ({heads},), ({cells},))"

    def _runs(self, text: str, marks: tuple[Mark, ...]) -> str:
        cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
        calls: dict[int, list[str]] = {}
        for mark in marks:
            if mark.type == "note":
                calls.setdefault(mark.start, []).append(mark.note)
        printed = ""
        for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
            for at, note in enumerate(calls.get(start, ())):
                printed += ("#comma()" if at else "") + f"#{self._call(note)}"
            if end > start:
                italic = any(m.type == "italic" and m.start <= start < m.end for m in marks)
                pieces = self._kerned(text[start:end])
                printed += f"#emph[{pieces}]" if italic else pieces
        return printed

    def _kerned(self, text: str) -> str:
        """The words, with gaps put before some hyphens and commas and within some words."""
        if any(sign in text for sign in "\u00b2\u2082"):
            parts = re.split("([\u00b2\u2082])", text)
            return "".join(_POWERS.get(part) or self._kerned(part) for part in parts)
        if not self._it.setting.kerning:
            return f"#{_value(text)}"
        return "".join(_with_gaps(word) for word in re.findall(r"\s+|\S+", text))

    def _call(self, id: str) -> str:
        return self._note(self._notes[id])

    def _note(self, note: Note) -> str:
        tag = f"note-{note.id}"
        if note.id in self._called:
            return f"footnote(label({_value(tag)}))"
        self._called.add(note.id)
        body = self._runs(note.text, note.marks)
        star = f", star: {_value(note.label)}" if "*" in note.label else ""
        return f"noted({_value(tag)}, [{body}]{star})"


def _with_gaps(word: str) -> str:
    """A word with room behind some of its letters; most have none."""
    chosen = random.Random(word)
    cuts = [
        at.start()
        for at in _GAPS.finditer(word)
        if chosen.random() < (PUNCTUATION_GAPS if at[0] in "-," else WORD_GAPS)
    ]
    printed = ""
    for start, end in pairwise((0, *cuts, len(word))):
        wide = f"#text(tracking: 1pt, {_value(word[end - 1 : end])})" if end < len(word) else ""
        printed += f"#{_value(word[start : end - bool(wide)])}{wide}"
    return printed


def _value(value: object) -> str:
    """A typst literal: strings as in JSON but for their escapes, lists in round brackets."""
    if isinstance(value, list):
        return f"({''.join(f'{_value(each)}, ' for each in value)})"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return json.dumps(value)
