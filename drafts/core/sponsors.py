"""Who joined, who withdrew, who stayed: a sponsor is known across spellings and languages by its code."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from drafts.core.comparison import SponsorChanges
from drafts.core.document import Sponsor
from drafts.core.members import code_of


def compare_sponsors(old: Sequence[Sponsor], new: Sequence[Sponsor]) -> SponsorChanges:
    """Joined and kept in the order of the new list, withdrawn in that of the old."""
    before = {name for sponsor in old for name in _names(sponsor)}
    after = {name for sponsor in new for name in _names(sponsor)}
    return SponsorChanges(
        joined=tuple(sponsor.name for sponsor in new if before.isdisjoint(_names(sponsor))),
        withdrawn=tuple(sponsor.name for sponsor in old if after.isdisjoint(_names(sponsor))),
        kept=tuple(sponsor.name for sponsor in new if not before.isdisjoint(_names(sponsor))),
    )


def _names(sponsor: Sponsor) -> set[tuple[str, str]]:
    """What it may be known by: its code, and its name without case, accents, points and stars."""
    letters = unicodedata.normalize("NFKD", sponsor.name.casefold())
    plain = "".join(char for char in letters if char.isalnum())
    code = sponsor.code or code_of(sponsor.name)
    return {("name", plain)} | ({("code", code.upper())} if code else set())
