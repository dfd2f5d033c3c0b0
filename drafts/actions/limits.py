"""Counting what costs much against the limits of whoever asks: ``core.limits``.

The counts stand in the database, which all processes and machines share, and each is one statement: of two
who ask at the same moment for the last that there is, one gets it.
"""

from __future__ import annotations

import ipaddress
import logging
import math
import time
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import InternalError, OperationalError, connection, transaction
from django.db.models import F

from drafts.actions.deeds import origin
from drafts.core.errors import TooManyError
from drafts.core.limits import LIMITS, Kind, Rate, Whose, said_over
from drafts.models import LimitUse, User

# Two machines' clocks differ by less; what is full again later than this allows was noted before a clock was
# put back, and counts no more.
SKEW = 60.0
_ROUNDING = 0.001  # seconds

_SPEND = """
INSERT INTO drafts_limituse (key, full_at) VALUES (%(key)s, %(now)s + %(step)s)
ON CONFLICT (key) DO UPDATE SET full_at = %(step)s + CASE
    WHEN drafts_limituse.full_at BETWEEN %(now)s AND %(latest)s THEN drafts_limituse.full_at ELSE %(now)s END
WHERE drafts_limituse.full_at <= %(fits)s OR drafts_limituse.full_at > %(latest)s
"""

_log = logging.getLogger(__name__)


def spend(kind: Kind, *, by: User | AnonymousUser | None, cost: int = 1) -> None:
    """Count ``cost`` of this for whoever asks, and for the address that they ask from; all or nothing.

    Where the database takes no changes at present nothing is counted, and what can be read is read.

    Raises:
        TooManyError: it is more than they may ask for now. Says when again.
    """
    if not settings.LIMITS:
        return
    try:
        with transaction.atomic():
            for whose, key, rate in _buckets(kind, by):
                if wait := _spend(key, rate, cost):
                    raise TooManyError(said_over(kind, whose, wait), seconds=wait)
    except (OperationalError, InternalError) as error:
        _log.warning("limits are not counted: %s", error)


def give_back(kind: Kind, *, by: User | AnonymousUser | None) -> None:
    """Count one less: it was none of what the limit is for."""
    if settings.LIMITS:
        for _, key, rate in _buckets(kind, by):
            step = rate.step(1, settings.LIMITS)
            LimitUse.objects.filter(pk=key).update(full_at=F("full_at") - step)


def forget_uses() -> int:
    """Delete the rows of whose buckets are full again; how many there were."""
    return LimitUse.objects.filter(full_at__lt=time.time()).delete()[0]


def _buckets(kind: Kind, by: User | AnonymousUser | None) -> Iterator[tuple[Whose, str, Rate]]:
    """The person's before the address's, always: so that no two wait for each other."""
    limit = LIMITS[kind]
    if limit.person and by and by.pk:
        yield "person", f"{kind} of person {by.pk}", limit.person
    if address := _counted(origin().address):
        yield "address", f"{kind} from {address}", limit.address


def _counted(address: str) -> str:
    """What counts as one address: of version 6, the network that one household or office is given."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:  # none, as of a command
        return ""
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped:
            return str(parsed.ipv4_mapped)
        return str(ipaddress.ip_network((parsed.packed, 64), strict=False))
    return str(parsed)


def _spend(key: str, rate: Rate, cost: int) -> int:
    """0 where it was to be had; else in how many seconds it is."""
    now = time.time()
    step = rate.step(cost, settings.LIMITS)
    fits = now + rate.seconds - step + _ROUNDING
    latest = now + rate.seconds + SKEW
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, {"key": key, "now": now, "step": step, "fits": fits, "latest": latest})
        if cursor.rowcount:
            return 0
    full_at = LimitUse.objects.values_list("full_at", flat=True).get(pk=key)
    return max(1, math.ceil(full_at - fits))
