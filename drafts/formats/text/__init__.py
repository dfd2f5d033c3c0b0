"""Plain text, pasted or extracted from a PDF, into a resolution.

Text is read in Unicode's composed form (NFC), and offsets count in it.
"""

from drafts.formats.text.decoding import decode
from drafts.formats.text.reading import read_text

__all__ = ["decode", "read_text"]
