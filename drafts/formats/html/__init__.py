"""Web pages, and what programs put on the clipboard: reading; and a page of its own for a resolution."""

from drafts.formats.html.reading import read_html, read_markup

__all__ = ["read_html", "read_markup"]
