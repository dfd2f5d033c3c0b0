"""The shape of a phrasebook: the fixed words of one language's resolutions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from drafts.core.document import Proposal

OpenerKind = Literal["preambular", "operative"]

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Openers:
    """How paragraphs of one kind open: ``before* verb after*``, as *Also* takes note *with appreciation*.

    Each is a regular expression for whole words, written in lower case with straight apostrophes and single
    spaces; a longer verb stands before its own beginning (``takes note`` before ``takes``).
    """

    verbs: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrasebook:
    """What the reader must know of a language. Only ``code`` and ``enacting`` are needed; the rest helps.

    ``enacting`` are the names of the organs as they open a text, without the comma. ``proposals`` are the
    words after the sponsors' colon, longer before shorter. ``joiners`` stand before the last sponsor.
    ``submitting`` tell a chair's or a group's text from a plain list. ``reciting`` are the openers of
    recitals that stand before the enacting words, as older texts have them (*Whereas*). ``numbered`` are
    words that take a number of their own (``paragraph 5``), ``small`` those after which a number calls no
    note (``of 5``). ``dated`` is the masthead's date, where it is not day, month and year.
    Masthead and closing lines are regular expressions for a whole line. ``spaced`` is false where words are
    not set apart, ``capital`` where a paragraph may open in lower case.
    """

    code: str
    enacting: tuple[str, ...]
    preambular: Openers = Openers(())
    operative: Openers = Openers(())
    proposals: tuple[tuple[str, Proposal], ...] = ()
    joiners: tuple[str, ...] = ()
    submitting: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    amending: tuple[str, ...] = ()
    annex: tuple[str, ...] = ()
    reciting: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    organ: str = ""
    session: str = ""
    committee: str = ""
    agenda_item: str = ""
    distribution: str = ""
    original: str = ""
    dated: str = ""
    closing: str = ""
    participle: str = ""
    spaced: bool = True
    capital: bool = True

    def opener(self, text: str, kind: OpenerKind) -> int:
        """How many code points of ``text`` are its opening phrase, which stands in italics; 0 if unknown."""
        if self.capital and not text[:1].isupper():
            return 0
        pattern = self._preambular if kind == "preambular" else self._operative
        found = pattern.match(text)
        return found.end() if found else 0

    def recites(self, text: str) -> bool:
        """Whether a recital as of old opens with a text, before any enacting words."""
        return bool(self._reciting.match(text))

    def enacts(self, text: str) -> int:
        """How many code points of ``text`` are enacting words and their comma; 0 if it opens otherwise."""
        found = self._enacting.match(text)
        return found.end() if found else 0

    @property
    def opener_patterns(self) -> dict[OpenerKind, str]:
        """The same as regular expressions for a beginning, whatever the case: for the browser."""
        return {"preambular": self._preambular.pattern, "operative": self._operative.pattern}

    @property
    def enacting_pattern(self) -> str:
        """A regular expression for the enacting words and what closes them."""
        return f"(?:{alternatives(self.enacting)}) ?(?:[,،，:]|$)"

    @cached_property
    def _enacting(self) -> re.Pattern[str]:
        return re.compile(self.enacting_pattern)

    @cached_property
    def _reciting(self) -> re.Pattern[str]:
        return re.compile(f"(?:{alternatives(self.reciting)})" if self.reciting else "(?!)", re.IGNORECASE)

    @cached_property
    def _preambular(self) -> re.Pattern[str]:
        return self._compiled(self.preambular)

    @cached_property
    def _operative(self) -> re.Pattern[str]:
        return self._compiled(self.operative)

    def _compiled(self, openers: Openers) -> re.Pattern[str]:
        if not openers.verbs:
            return _NEVER
        space, end = (" ", r"(?!\w)") if self.spaced else ("", "")
        before = f"(?:(?:{alternatives(openers.before)}){space})*" if openers.before else ""
        after = f"(?:{space}(?:{alternatives(openers.after)}){end})*" if openers.after else ""
        return re.compile(f"{before}(?:{alternatives(openers.verbs)}){end}{after}", re.IGNORECASE)


def listed(words: str) -> tuple[str, ...]:
    """Phrases parted by commas, over as many lines as they take."""
    return tuple(" ".join(each.split()) for each in words.split(","))


def alternatives(phrases: tuple[str, ...]) -> str:
    """One pattern for any of them, blind to the kinds of apostrophe and space."""
    pieces = re.split(r"(\[[^\]]*\])", "|".join(phrases))
    return "".join(_blind(piece, within=piece.startswith("[")) for piece in pieces)


def _blind(piece: str, *, within: bool) -> str:
    """``within`` a set of characters another kind is one more of them."""
    apostrophes, spaces = "'’", " \u00a0\u202f"
    if within:
        return piece.replace("'", apostrophes).replace(" ", spaces)
    return piece.replace("'", f"[{apostrophes}]").replace(" ", f"[{spaces}]")
