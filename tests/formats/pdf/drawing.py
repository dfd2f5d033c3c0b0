"""Small PDFs drawn by hand, row by row, in the layout of United Nations documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

FONTS = ("Times-Roman", "Times-Italic", "Times-Bold")
MARKUP = re.compile(r"(_[^_]+_|#[^#]+#|\^[^^]+\^)")  # _italic_, #bold#, ^raised^
LEFT, INDENT, TOP, FOOT = 123, 147, 706, 38
LEADING, GAP = 12, 18


@dataclass
class Sheet:
    """A page while it is drawn. ``y`` is the baseline of the last row."""

    y: float = TOP + GAP
    drawn: list[str] = field(default_factory=list)

    def row(self, text: str, x: float = LEFT, *, down: float = LEADING, size: float = 10) -> Sheet:
        """One row ``down`` points below the last."""
        self.y -= down
        return self.put(text, x, self.y, size)

    def put(self, text: str, x: float, y: float, size: float = 10) -> Sheet:
        pieces = " ".join(_piece(piece, size) for piece in MARKUP.split(text) if piece)
        self.drawn.append(f"BT {x} {y} Td {pieces} ET")
        return self

    def paragraph(self, *rows: str, x: float = INDENT, size: float = 10) -> Sheet:
        """A first row that is indented, space above it, and the others at the margin."""
        self.row(rows[0], x, down=GAP, size=size)
        for row in rows[1:]:
            self.row(row, size=size)
        return self

    def notes(self, *rows: str, y: float = 90, rule: bool = True) -> Sheet:
        """Rows at the foot, a rule above them."""
        if rule:
            self.put("_" * 15, 99, y + 14, 9)
        for at, row in enumerate(rows):
            self.put(row, 117 if row[0] in "^*" else LEFT, y - 10.5 * at, 8.5)
        return self

    def frame(self, symbol: str, number: int, of: int, title: str = "") -> Sheet:
        """A running head and what stands at the foot; they change sides from page to page."""
        sides = (60, 500) if number % 2 == 0 else (500, 60)
        self.put(f"#{symbol}#", sides[0], 733, 8.5)
        for at, part in enumerate(filter(None, [title])):
            self.put(f"#{part}#", sides[1] - (200 if number % 2 == 0 else 0), 733 - 10 * at, 8.5)
        return self.put(f"#{number}/{of}#", sides[0], FOOT, 8.5).put("25-12345", sides[1], FOOT, 7)


def first_sheet(symbol: str = "A/C.3/80/L.99", sponsors: str = "Andorra and Chad: draft resolution") -> Sheet:
    """A page with its masthead, down to the enacting words."""
    sheet = Sheet()
    sheet.put("United Nations", 123, 734, 14).put(symbol, 480, 734)
    sheet.put("#General Assembly#", 123, 705, 20).put("Distr.: Limited", 397, 705)
    sheet.put("3 May 2025", 397, 693).put("Original: English", 397, 669)
    sheet.put("#Eightieth session#", 60, 569).put("#Third Committee#", 60, 556, 12)
    sheet.put("Agenda item 12 (b)", 60, 544).put("#Libraries and the sea#", 60, 532)
    sheet.put(f"#{sponsors}#", 123, 502).put("#The sea#", 123, 477, 12)
    sheet.put("25-12345 (E) 030525", 65, 44).put("*2512345*", 65, 30, 12)
    sheet.y = 470
    return sheet.paragraph("_The General Assembly_,")


def pdf(*sheets: Sheet, trailer: str = "") -> bytes:
    """The pages as a file."""
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(sheets)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>"]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>" for font in FONTS
    ]
    fonts = " ".join(f"/F{at} {at + 2} 0 R" for at in range(1, 4))
    for at, sheet in enumerate(sheets):
        content = "\n".join(sheet.drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {7 + 2 * at} 0 R"
            f" /Resources << /Font << {fonts} >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return assembled([each.encode("cp1252") for each in objects], trailer)


def assembled(objects: Iterable[bytes], trailer: str = "") -> bytes:
    """The objects, numbered from 1, with the table of where each begins."""
    written, starts = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        starts.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(starts) + 1)
    written += b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = f"trailer << /Size {len(starts) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF"
    return bytes(written) + head.encode()


def _piece(piece: str, size: float) -> str:
    inner = piece[1:-1]
    if not MARKUP.fullmatch(piece):
        return f"/F1 {size} Tf 0 Ts ({_escaped(piece)}) Tj"
    if piece[0] == "^":
        return f"/F1 {0.65 * size} Tf {0.34 * size} Ts ({_escaped(inner)}) Tj"
    return f"/F{2 if piece[0] == '_' else 3} {size} Tf 0 Ts ({_escaped(inner)}) Tj"


def _escaped(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", text)
