"""Plain text, pasted or extracted from a PDF, into a resolution.

Text is read in Unicode's composed form (NFC), and offsets count in it.
"""

from drafts.formats.text.decoding import decode
from drafts.formats.text.footnotes import RawNote
from drafts.formats.text.lines import Line
from drafts.formats.text.reading import read_lines, read_source, read_text
from drafts.formats.text.source import Reading, Source, line

__all__ = ["Line", "RawNote", "Reading", "Source", "decode", "line", "read_lines", "read_source", "read_text"]
