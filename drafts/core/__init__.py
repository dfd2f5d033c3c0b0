"""What a resolution is, and how two of them compare. No Django, no input or output, no clock."""

from drafts.core.compare import compare

__all__ = ["compare"]
