"""Resolutions and comparisons as PDF, set by typst: tagged, in six languages, nothing by colour alone."""

from drafts.formats.typeset.comparisons import comparison_pdf
from drafts.formats.typeset.resolutions import resolution_pdf

__all__ = ["comparison_pdf", "resolution_pdf"]
