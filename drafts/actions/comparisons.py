"""Working out what changed between two versions before anybody asks."""

from __future__ import annotations

from drafts.core.packing import pack
from drafts.models import KeptComparison, Version
from drafts.queries.comparisons import comparison_of, key_of, pairings_between


def keep_comparison(old: Version, new: Version) -> None:
    """Keep the comparison of two versions, as decisions by hand now have it, in the place of an older one.

    Every process, and a server that was started anew, then has it at once.
    """
    decisions = tuple(each.value(turned=each.old_id != old.pk) for each in pairings_between(old, new))
    old_text, new_text = old.resolution(), new.resolution()
    packed = pack(comparison_of(old, new, old_text, new_text, decisions), old_text, new_text)
    KeptComparison.objects.update_or_create(
        old=old, new=new, defaults={"key": key_of(decisions), "packed": packed}
    )
