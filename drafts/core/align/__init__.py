"""Which paragraph of the new text is which of the old: from the certain to the likely, on what is left."""

from drafts.core.align.board import Barred
from drafts.core.align.links import Ground, Link, by_old, single
from drafts.core.align.steps import align

__all__ = ["Barred", "Ground", "Link", "align", "by_old", "single"]
