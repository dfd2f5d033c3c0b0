"""The shared document of a live text: its shape, the way to and from a resolution, and the edits that make it
say what a resolution says.
"""

from drafts.formats.shared.authorship import Attributed, Authorship, Place
from drafts.formats.shared.digest import digest
from drafts.formats.shared.document import new_doc, resolution_of, seeded, shown
from drafts.formats.shared.edits import edit
from drafts.formats.shared.written import Written

__all__ = [
    "Attributed",
    "Authorship",
    "Place",
    "Written",
    "digest",
    "edit",
    "new_doc",
    "resolution_of",
    "seeded",
    "shown",
]
