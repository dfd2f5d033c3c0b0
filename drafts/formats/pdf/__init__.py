"""PDF documents into resolutions, with the place of each line on its page, and pictures of the pages."""

from drafts.formats.pdf.document import MAX_PAGES, opened
from drafts.formats.pdf.picture import picture
from drafts.formats.pdf.reading import read_pdf

__all__ = ["MAX_PAGES", "opened", "picture", "read_pdf"]
