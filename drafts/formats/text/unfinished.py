"""A paragraph in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafts.core.document import Kind
from drafts.formats.text.joining import mend_line
from drafts.formats.text.lines import Line

ENDING = 60  # characters: closing signs, and the calls of a few notes behind them


@dataclass
class Unfinished:
    """A paragraph while its lines are gathered."""

    kind: Kind
    level: int = 0
    label: str = ""
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        if line.text:
            self.lines.append(mend_line(line))

    @property
    def beginning(self) -> str:
        return self.lines[0].text if self.lines else ""

    @property
    def end(self) -> str:
        """The last signs of the text so far, enough to see how it ends."""
        return self.lines[-1].text[-ENDING:] if self.lines else ""

    @property
    def fresh(self) -> bool:
        """Whether no text follows on from it: the next line opens a paragraph, if anything tells which."""
        return self.kind in ("enacting", "heading", "annex")
