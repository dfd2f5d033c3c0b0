"""A look-alike as a flat OpenDocument text, to be set by LibreOffice: pages as a word processor makes them.

Real footnotes, tabs and page styles, and PDF with spaces as signs: what typst's pages have not.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

from drafts.core.document import Mark, Note, Paragraph
from tests.lookalikes.document import Lookalike, Rows

FRAME = Path(__file__).with_name("frame.fodt.txt")
SECONDS = 300  # for a hundred documents


def pdfs(lookalikes: Sequence[Lookalike], folder: Path) -> None:
    """Set all in one start of LibreOffice, which takes longer than a document."""
    with tempfile.TemporaryDirectory() as work:
        sources = []
        for each in lookalikes:
            sources.append(Path(work, f"{each.name}.fodt"))
            sources[-1].write_text(source(each))
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{work}/profile"]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def source(lookalike: Lookalike) -> str:
    return _Printer(lookalike).printed()


class _Printer:
    def __init__(self, lookalike: Lookalike) -> None:
        self._it = lookalike
        self._notes = lookalike.resolution.notes_by_id
        self._called: set[str] = set()
        self._star = next((note for note in lookalike.resolution.notes if note.label == "*"), None)

    def printed(self) -> str:
        setting, read = self._it.setting, self._it.resolution
        body = "\n".join((self._masthead(), self._above(), *map(self._block, read.paragraphs)))
        running = escape(read.title) if setting.adopted else ""
        given = {
            "SYMBOL": escape(read.symbol),
            "JOB": setting.job,
            "BARS": f"*{setting.job.replace('-', '')}*",
            "RUNNING": running,
            "GAP": "2pt" if setting.single_spaced else "6pt",
            "BODY": f"{body}\n<text:p text:style-name='Rule'>{'_' * 15}</text:p>",
        }
        text = FRAME.read_text()
        for key, value in given.items():
            text = text.replace(f"@{key}@", value)
        return text

    def _masthead(self) -> str:
        read, head = self._it.resolution, self._it.resolution.masthead
        french = read.language == "fr"
        star = self._note(self._star) if self._it.setting.symbol_star and self._star else ""
        first, _, rest = read.symbol.partition("/")
        nations = "Nations Unies" if french else "United Nations"
        right = [f"Distr. {head.distribution}" if french else f"Distr.: {head.distribution}", head.date]
        if head.original:
            right += ["", f"Original : {head.original}" if french else f"Original: {head.original}"]
        symbol = f"<text:span text:style-name='Initial'>{first}</text:span>/{escape(rest)}{star}"
        lines = [_p("Start", f"<text:tab/>{nations}<text:tab/>{symbol}")]
        organ = f"<text:span text:style-name='Organ'>{escape(head.organ)}</text:span>"
        lines.append(_p("Masthead", f"<text:tab/>{organ}<text:tab/>{escape(right[0])}"))
        lines += [_p("Masthead", f"<text:tab/><text:tab/>{escape(each)}") for each in right[1:]]
        lines.append(_p("Line", ""))
        lines.append(_p("Above", f"<text:span text:style-name='Bold'>{escape(head.session)}</text:span>"))
        if head.committee:
            lines += [_p("Committee", escape(each)) for each in head.committee.split("\n")]
        agenda, *titles = head.agenda_item.split("\n")
        lines.append(_p("Above", escape(agenda)))
        return "\n".join([*lines, *(_p("Item", escape(each)) for each in titles)])

    def _above(self) -> str:
        read = self._it.resolution
        if self._it.setting.adopted:
            number = read.symbol.partition("/RES/")[2]
            report = f"[<text:span text:style-name='Italic'>{escape(self._it.report[1:-1])}</text:span>]"
            title = f"{number}.<text:tab/>{escape(read.title)}"
            return "\n".join(
                (_p("Adoption", escape(self._it.adoption)), _p("Report", report), _p("Numbered", title))
            )
        printed, first = "", True
        for at, part in enumerate(self._it.sponsor_line.split("*")):
            if at and self._star:
                printed += self._note(self._star) if first else "*"
                first = False
            printed += escape(part)
        return f"{_p('Sponsors', printed)}\n{_p('DocTitle', escape(read.title))}"

    def _block(self, paragraph: Paragraph) -> str:
        if paragraph.kind == "table":
            return _table(self._it.tables[paragraph.id], paragraph.id)
        words = self._runs(paragraph.text, paragraph.marks)
        if paragraph.kind == "heading" or (paragraph.kind == "any" and not paragraph.label):
            return _p("Centred" if self._it.setting.centred_headings else "Head", words)
        if paragraph.kind == "annex":
            return _p("Annex", words)
        if self._closes(paragraph):
            first = "meeting" in paragraph.text or "plénière" in paragraph.text
            return _p("Meeting" if first else "Closing", words)
        label = self._it.labels.get(paragraph.id, paragraph.label)
        return _p(self._style(paragraph, label), f"{label}<text:tab/>{words}" if label else words)

    def _closes(self, paragraph: Paragraph) -> bool:
        whole = [(mark.start, mark.end) for mark in paragraph.italics] == [(0, len(paragraph.text))]
        return self._it.setting.adopted and paragraph.kind == "text" and whole

    def _style(self, paragraph: Paragraph, label: str) -> str:
        setting = self._it.setting
        flush = setting.flush_annex and paragraph.kind == "text" and paragraph.level == 1
        if label and (flush or self._it.resolution.proposal == "amendment"):
            return "Flush"
        if paragraph.level < 3:
            return "Para"
        return "Deeper" if paragraph.level == 4 else "Hanging" if setting.hanging else "Deep"

    def _runs(self, text: str, marks: tuple[Mark, ...]) -> str:
        cuts = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
        printed = ""
        for start, end in pairwise((*cuts, len(text))):
            calls = [mark.note for mark in marks if mark.type == "note" and mark.start == start]
            comma = "<text:span text:style-name='Super'>,</text:span>"
            printed += comma.join(self._note(self._notes[id]) for id in calls)
            piece = escape(text[start:end])
            italic = any(m.type == "italic" and m.start <= start < m.end for m in marks)
            printed += (
                f"<text:span text:style-name='Italic'>{piece}</text:span>" if italic and piece else piece
            )
        return printed

    def _note(self, note: Note) -> str:
        if note.id in self._called:
            return f"<text:span text:style-name='Super'>{note.label}</text:span>"
        self._called.add(note.id)
        label = f" text:label='{note.label}'" if "*" in note.label else ""
        words = self._runs(note.text, note.marks)
        return (
            f"<text:note text:id='{note.id}' text:note-class='footnote'>"
            f"<text:note-citation{label}>{note.label}</text:note-citation>"
            f"<text:note-body>{_p('Footnote', words)}</text:note-body></text:note>"
        )


def _p(style: str, words: str) -> str:
    return f"<text:p text:style-name='{style}'>{words}</text:p>"


def _table(rows: Rows, id: str) -> str:
    def row(cells: tuple[str, ...], style: str) -> str:
        printed = "".join(f"<table:table-cell>{_p(style, escape(cell))}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{printed}</table:table-row>"

    head = f"<table:table-header-rows>{row(rows[0], 'ColumnHead')}</table:table-header-rows>"
    columns = f"<table:table-column table:number-columns-repeated='{len(rows[0])}'/>"
    body = "".join(row(cells, "Cell") for cells in rows[1:])
    return f"<table:table table:name='{id}'>{columns}{head}{body}</table:table>"
