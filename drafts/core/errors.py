"""The exception tree: everything the program refuses on purpose, in words for a person.

Each error says what was wrong, where, and what to do. Only these may reach a person; anything else is a bug.
"""

from __future__ import annotations

from drafts.core.filenames import shown_name
from drafts.core.worded import worded


class RapporteurError(Exception):
    """Base of every refusal. ``str(error)`` is a line for people; ``words`` the same to translate."""

    @property
    def words(self) -> str:
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class ReadError(RapporteurError):
    """Bytes that are not what their name says, or that no reader can take.

    Reading never refuses a *text*, however odd: oddities become doubts. Only bytes that are not the named
    format, and sizes beyond the limits, raise this.
    """

    def __init__(self, reason: str, *, source: str = "", place: str = "", remedy: str = "") -> None:
        self.reason, self.source, self.place, self.remedy = reason, shown_name(source), place, remedy
        where = self.source or place
        if self.source and place:
            where = worded("{source}, {place}", source=self.source, place=place)
        line = worded("{where}: {reason}", where=where, reason=reason) if where else reason
        super().__init__(worded("{line} {remedy}", line=line, remedy=remedy) if remedy else line)


class ReportError(RapporteurError):
    """A report asked for in a form, a language or a layout that there is none of."""


class StillReadingError(RapporteurError):
    """A file that is not read yet, since it takes longer or the server stops; nothing is wrong with it."""


class InvalidResolutionError(RapporteurError):
    """A value that breaks the rules of a resolution: a mark outside its text, two paragraphs with one id …"""


class InvalidPairingError(RapporteurError):
    """A pairing by hand that cannot be obeyed: of paragraphs not there, or of several with several."""


class SymbolError(RapporteurError):
    """A document symbol that cannot be read, or from which no next one follows."""


class DeedError(RapporteurError):
    """Something a person asked for that cannot be done as things stand. Nothing was changed."""


class NotAllowedError(DeedError):
    """A person may not do this to this draft."""


class ClosedDraftError(DeedError):
    """Something that cannot be done in the state a draft is in: an adopted text no longer changes."""


class OvertakenError(DeedError):
    """Somebody else did something first that a person has not seen yet.

    ``number`` is that of the version they issued, if that is what they did.
    """

    def __init__(self, reason: str, number: int | None = None) -> None:
        super().__init__(reason)
        self.number = number


class TooManyError(DeedError):
    """More at once, or within a short time, than one person or one address may ask for.

    ``seconds`` is how long to wait before asking again.
    """

    def __init__(self, reason: str, *, seconds: int = 60) -> None:
        super().__init__(reason)
        self.seconds = seconds


class CodeError(DeedError):
    """A code for the second step of signing in that is wrong, or was used."""


class IdentityError(DeedError):
    """An institution's sign-in that does not answer, does not vouch for somebody, or not for this account."""


class InvitationError(DeedError):
    """A code that opens no draft: mistyped, used up, expired, taken back."""


class ClosedLinkError(DeedError):
    """A public link that was closed or renewed."""


class SameTextError(DeedError):
    """A new version that says exactly what the last one says."""


class SymbolTakenError(DeedError):
    """Another version of the draft has that symbol."""


class LedgerError(DeedError):
    """An entry that cannot stand in the sponsors’ ledger: joining twice, withdrawing first, a date …"""


class AlreadyKeptError(DeedError):
    """A reading that has become a version, and so can no longer be corrected or kept again."""


class OvertakenTextError(DeedError):
    """Somebody changed the same words of the live text while a form was open."""


class NoSuchMomentError(DeedError):
    """A moment, or a version, that is not in the life of a draft's text."""

    def __init__(self, asked: str) -> None:
        super().__init__(
            worded(
                "“{asked}” is no moment in the life of this text. Choose one on its history.",
                asked=asked[:20],
            )
        )
