"""What a resolution is, and how two of them compare. No Django, no input or output, no clock."""

from drafts.core.compare import compare
from drafts.core.pairing import Pairing

__all__ = ["Pairing", "compare"]
