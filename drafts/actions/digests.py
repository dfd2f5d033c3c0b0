"""Digests: what others did on a person's drafts, by mail, for whoever asked for it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from drafts.models import Deed, Draft, Person, User
from drafts.queries.deeds import mail_for

PERIODS = {"daily": datetime.timedelta(days=1), "weekly": datetime.timedelta(days=7)}
SLACK = datetime.timedelta(minutes=30)  # a command that runs each morning does not start on the second
MOST = 50  # deeds of one draft in one mail; the rest is on its timeline


@dataclass(frozen=True, slots=True)
class Digest:
    """News for one person: for each draft the deeds to tell, and how many more there are.

    ``before`` is what was marked as mailed until now, by the id of the row, to be restored by ``give_back``.
    """

    user: User
    news: tuple[tuple[Draft, tuple[Deed, ...], int], ...]
    before: tuple[tuple[int, int], ...]
    sent_before: datetime.datetime | None


@transaction.atomic
def take_digest(user: User) -> Digest | None:
    """The digest that is due for a person, marked as sent: two who ask at once do not both get it.

    None where nothing is due or nothing happened. Whoever cannot send it gives it back.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    if not _is_due(user):
        return None
    news, before = [], []
    for person in Person.objects.filter(user=user).select_related("draft").order_by("draft__created_at"):
        if deeds := tuple(mail_for(person)):
            news.append((person.draft, deeds[:MOST], max(0, len(deeds) - MOST)))
            before.append((person.pk, person.mailed))
            Person.objects.filter(pk=person.pk).update(mailed=deeds[-1].pk)
    if not news:
        return None
    User.objects.filter(pk=user.pk).update(digest_sent_at=timezone.now())
    return Digest(user, tuple(news), tuple(before), user.digest_sent_at)


@transaction.atomic
def give_back(digest: Digest) -> None:
    """It could not be sent: it is due again."""
    for id, mailed in digest.before:
        Person.objects.filter(pk=id).update(mailed=mailed)
    User.objects.filter(pk=digest.user.pk).update(digest_sent_at=digest.sent_before)


@transaction.atomic
def stop_digests(user: User) -> None:
    """No more mail about drafts for this person, until they ask for it again."""
    User.objects.filter(pk=user.pk).update(digest="")


def _is_due(user: User) -> bool:
    if not (user.digest and user.email and user.is_active):
        return False
    sent = user.digest_sent_at
    # Sent later than now: before the clock was put back, and nobody waits until it has come there again.
    return sent is None or not datetime.timedelta(0) <= timezone.now() - sent < PERIODS[user.digest] - SLACK
