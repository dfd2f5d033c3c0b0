"""PDF documents into resolutions, with the place of each line on its page, and pictures of the pages."""

from drafts.formats.pdf.picture import picture
from drafts.formats.pdf.reading import read_pdf

__all__ = ["picture", "read_pdf"]
