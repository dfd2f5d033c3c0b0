"""A paragraph in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafts.core.document import Kind
from drafts.formats.text.joining import mend, pieces

ENDING = 60  # characters: closing signs, and the calls of a few notes behind them


@dataclass
class Unfinished:
    """A paragraph while its lines are gathered. ``blocks``: how many note blocks stand above each line."""

    kind: Kind
    level: int = 0
    label: str = ""
    lines: list[str] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)

    def add(self, text: str, block: int) -> None:
        if text:
            self.lines.append(mend(text))
            self.blocks.append(block)

    @property
    def beginning(self) -> str:
        return self.lines[0] if self.lines else ""

    @property
    def end(self) -> str:
        """The last signs of the text so far, enough to see how it ends."""
        return self.lines[-1][-ENDING:] if self.lines else ""

    @property
    def fresh(self) -> bool:
        """Whether no text follows on from it: the next line opens a paragraph, if anything tells which."""
        return self.kind in ("enacting", "heading", "annex")

    def text_and_blocks(self) -> tuple[str, list[tuple[int, int]]]:
        """The text, and from which offset on it stands below how many blocks of notes."""
        parts = pieces(self.lines)
        starts, at = [], 0
        for part, block in zip(parts, self.blocks, strict=True):
            starts.append((at, block))
            at += len(part)
        return "".join(parts), starts
