"""Web pages, and what programs put on the clipboard: reading; and a page of its own for a resolution."""

from drafts.formats.html.reading import read_html, read_markup
from drafts.formats.html.report import write_report
from drafts.formats.html.writing import write_html

__all__ = ["read_html", "read_markup", "write_html", "write_report"]
