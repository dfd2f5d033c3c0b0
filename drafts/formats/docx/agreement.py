"""Whether a value that a file carries says what the file says, and what is kept of it where it does not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from drafts.core.compare import compare
from drafts.core.document import Doubt, Marks, Resolution
from drafts.core.doubting import doubted
from drafts.core.errors import ReadError
from drafts.core.lineage import inherit_keys
from drafts.formats.docx.carried import carried
from drafts.formats.docx.content import Content, Document
from drafts.formats.docx.form import kind_of
from drafts.formats.docx.numbering import read_numbering
from drafts.formats.docx.reading import judge
from drafts.formats.docx.styles import read_styles
from drafts.formats.docx.tracked import Side
from drafts.formats.docx.writing.document import compose
from drafts.formats.text.source import line


def text_of(document: Document, side: Side) -> Resolution:
    """The text of one side: as carried where that agrees with the words, else as the words are read."""
    content = document.content(side)
    try:
        texts = [text for part in document.beside for text in carried(part)]
    except ReadError as error:
        told = doubted("carried", reason=error.words)
        read = judge(content)
        return replace(read, doubts=(*read.doubts, Doubt("carried", told)))
    seen = _seen(content) if texts else ()
    for text in reversed(texts) if side == "accepted" else texts:
        if _seen(_shown(text)) == seen:
            return text
    return (
        _descended(judge(content), texts[-1] if side == "accepted" else texts[0]) if texts else judge(content)
    )


def _shown(text: Resolution) -> Content:
    """What a file of ours says of a text."""
    written = compose(text)
    styles = read_styles(written.styles)
    return Document(
        main=written.main,
        notes={"footnote": written.notes},
        head=None,
        settings=None,
        styles=styles,
        lists=read_numbering(written.numbering, styles),
    ).content("accepted")


def _seen(content: Content) -> tuple[object, ...]:
    """All that a person sees, spaces and empty paragraphs apart: programs change these at will."""
    places = {note.id: at for at, note in enumerate(content.notes)}
    return tuple(_seen_blocks(content, places)) + tuple(
        (note.label.strip(), *_seen_words(note.text, note.marks, places)) for note in content.notes
    )


def _seen_blocks(content: Content, places: dict[str, int]) -> Iterator[object]:
    for row in content.blocks:
        for block in row.paragraphs:
            words = _seen_words(block.text, block.marks, places)
            if words[0] or words[2]:
                yield kind_of(block.style), block.label.strip(), *words


def _seen_words(text: str, marks: Marks, places: dict[str, int]) -> tuple[str, object, object]:
    made = line(text, marks)
    italics = tuple((mark.start, mark.end) for mark in made.marks if mark.type == "italic")
    calls = tuple((mark.start, places[mark.note]) for mark in made.marks if mark.type == "note")
    return made.text, italics, calls


def _descended(read: Resolution, text: Resolution) -> Resolution:
    """A text that was changed since it was written, under the lineage of what it was."""
    if not text.lineage:
        return read
    return inherit_keys(text, read, compare(text, read), _keys(read).__next__)


def _keys(read: Resolution) -> Iterator[str]:
    """Keys for what is new, the same for the same file, and others for any other."""
    words = "\n".join(paragraph.text for paragraph in read.paragraphs)
    count = 0
    while True:
        count += 1
        yield hashlib.sha256(f"{count}\n{words}".encode()).hexdigest()[:12]
