"""Rows: what the database keeps."""

from drafts.models.draft import Draft, Person
from drafts.models.pairing import Pairing
from drafts.models.reading import Reading
from drafts.models.user import User
from drafts.models.version import Note, Paragraph, Sponsor, Version

__all__ = ["Draft", "Note", "Pairing", "Paragraph", "Person", "Reading", "Sponsor", "User", "Version"]
