"""What was done on a draft: all of it, what the timeline tells, and what somebody has not seen yet."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from drafts.core import deeds
from drafts.models import Deed, Draft, Person, User
from drafts.translating import translated


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which deeds somebody looks for; what is empty lets all through."""

    words: str = ""
    group: str = ""
    who: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None

    def applied(self, found: QuerySet[Deed]) -> QuerySet[Deed]:
        if words := self.words.casefold().split():
            found = found.filter(pk__in=_saying(words, found))
        if self.group:
            found = found.filter(kind__in=deeds.GROUPS.get(self.group, ()))
        if self.who:
            found = found.filter(Q(who__icontains=self.who) | Q(delegation__icontains=self.who))
        if self.since:
            found = found.filter(at__date__gte=self.since)
        if self.until:
            found = found.filter(at__date__lte=self.until)
        return found


def _saying(words: Sequence[str], found: QuerySet[Deed]) -> list[int]:
    """Those that hold all these words, in English or as the page says it in its reader's language."""
    said = (
        (deed.pk, f"{deed.words}\n{translated(deed.told)}".casefold()) for deed in found.only("kind", "words")
    )
    return [pk for pk, line in said if all(word in line for word in words)]


def record_of(draft: Draft) -> QuerySet[Deed]:
    """All that was done, the last first."""
    return draft.deeds.all()


def timeline_of(draft: Draft) -> QuerySet[Deed]:
    """What all the people of a draft may know, the last first."""
    return record_of(draft).filter(kind__in=deeds.kinds_told())


def news_for(person: Person) -> QuerySet[Deed]:
    """What others did since this person last said that they had seen all."""
    return timeline_of(person.draft).filter(pk__gt=person.seen).exclude(user=person.user_id)


def mail_for(person: Person) -> QuerySet[Deed]:
    """What others did that this person has neither seen nor been told of by mail; the first first."""
    after = max(person.seen, person.mailed)
    return timeline_of(person.draft).filter(pk__gt=after).exclude(user=person.user_id).order_by("pk")


def news_counts(user: User, drafts: Iterable[Draft]) -> dict[uuid.UUID, int]:
    """For each of these drafts that has news for somebody: how many. One query."""
    found = Deed.objects.filter(
        draft__in=[draft.pk for draft in drafts],
        draft__persons__user=user,
        pk__gt=F("draft__persons__seen"),
        kind__in=deeds.kinds_told(),
    ).exclude(user=user)
    return dict(found.order_by().values_list("draft").annotate(count=Count("pk")))
