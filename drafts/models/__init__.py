"""Rows: what the database keeps."""

from drafts.models.catalogue import CatalogueEntry
from drafts.models.comparison import KeptComparison
from drafts.models.deed import Deed
from drafts.models.discussion import Remark, Thread
from drafts.models.draft import Draft, Person
from drafts.models.identity import Identity
from drafts.models.invitation import Invitation, PublicLink
from drafts.models.limit import LimitUse
from drafts.models.live import LiveCheckpoint, LiveEntry, LiveText, LiveUpdate, LiveVersion
from drafts.models.pairing import Pairing
from drafts.models.reading import Reading, ReadingState, Settlement
from drafts.models.report import Batch, BatchItem, BatchState, KeptFile, MadePart, MadeReport, ReportState
from drafts.models.second_step import RecoveryCode, SecondStep
from drafts.models.sign_in import SignIn
from drafts.models.source import SourceFile
from drafts.models.sponsorship import Sponsorship
from drafts.models.user import User
from drafts.models.version import Note, Paragraph, Sponsor, Version, Withdrawal

__all__ = [
    "Batch",
    "BatchItem",
    "BatchState",
    "CatalogueEntry",
    "Deed",
    "Draft",
    "Identity",
    "Invitation",
    "KeptComparison",
    "KeptFile",
    "LimitUse",
    "LiveCheckpoint",
    "LiveEntry",
    "LiveText",
    "LiveUpdate",
    "LiveVersion",
    "MadePart",
    "MadeReport",
    "Note",
    "Pairing",
    "Paragraph",
    "Person",
    "PublicLink",
    "Reading",
    "ReadingState",
    "RecoveryCode",
    "Remark",
    "ReportState",
    "SecondStep",
    "Settlement",
    "SignIn",
    "SourceFile",
    "Sponsor",
    "Sponsorship",
    "Thread",
    "User",
    "Version",
    "Withdrawal",
]
