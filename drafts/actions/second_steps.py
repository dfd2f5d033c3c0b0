"""Signing in by two steps: turned on with a first code, passed by one, turned off."""

from __future__ import annotations

import hashlib
import secrets

import pyotp
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from drafts.core import codes
from drafts.core.errors import CodeError, TooManyError
from drafts.core.worded import counted, worded
from drafts.models import RecoveryCode, SecondStep, User

TOLERANCE = 1  # half minutes that the clock of a phone may be off (RFC 6238, 5.2)
RECOVERY_CODES = 10


def fresh_secret() -> str:
    """A secret that nobody has, in letters and digits to be typed into an app."""
    return pyotp.random_base32()


def address_of(secret: str, user: User) -> str:
    """What the picture says to an app: the secret, and what to call it."""
    return pyotp.TOTP(secret).provisioning_uri(name=user.get_username(), issuer_name="Rapporteur")


@transaction.atomic
def turn_on(user: User, secret: str, code: str) -> list[str]:
    """From now on a code is asked for too. Gives the recovery codes, which can be seen this once.

    Raises:
        CodeError: the app does not make this code now, so it does not know the secret; nothing was changed.
    """
    used = _half_minute_of(secret, codes.typed(code), after=0)
    if not used:
        raise CodeError(_WRONG)
    SecondStep.objects.update_or_create(
        user=user, defaults={"secret": secret, "last_used": used, "failures": 0, "failed_at": None}
    )
    return fresh_recovery_codes(user)


@transaction.atomic
def turn_off(user: User) -> None:
    """The password is enough again; the app's codes and the recovery codes are worth nothing."""
    SecondStep.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


@transaction.atomic
def fresh_recovery_codes(user: User) -> list[str]:
    """Other recovery codes in the place of those there were, as they are shown, this once."""
    made = ["".join(codes.fresh() for _ in range(2)) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.filter(user=user).delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, digest=_digest(each)) for each in made)
    return [codes.shown(each) for each in made]


def take_code(user: User, typed: str) -> None:
    """Take a code of the app or a recovery code; it is worth nothing afterwards.

    Wrong ones are counted for the account alone, wherever they come from: only who knows the password gets
    so far.

    Raises:
        CodeError: it is neither, or was taken before.
        TooManyError: too many were wrong; none is looked at for a while.
    """
    if not _is_taken(user, codes.typed(typed)):  # outside of the transaction: that it was wrong is kept
        raise CodeError(_WRONG)


def are_recovery_codes(user: User, shown: list[str]) -> bool:
    """Whether these are the unused recovery codes of this person, every one."""
    kept = RecoveryCode.objects.filter(user=user, used_at=None).values_list("digest", flat=True)
    return set(kept) == {_digest(codes.typed(each)) for each in shown}


_WRONG = worded(
    "This code is not right, or was used already. Codes change every half minute: take the one that the app "
    "shows now. If that is refused too, the clock of the phone is wrong."
)


@transaction.atomic
def _is_taken(user: User, code: str) -> bool:
    step = SecondStep.objects.select_for_update().get(user=user)
    _let_wait(step)
    used = _half_minute_of(step.secret, code, after=step.last_used)
    right = bool(used) or _takes_recovery_code(user, code)
    step.last_used = used or step.last_used
    step.failures = 0 if right else step.failures + 1
    step.failed_at = None if right else timezone.now()
    step.save()
    return right


def _let_wait(step: SecondStep) -> None:
    """As after wrong passwords; then the count begins anew."""
    if step.failures < settings.AXES_FAILURE_LIMIT or step.failed_at is None:
        return
    if abs(timezone.now() - step.failed_at) < settings.AXES_COOLOFF_TIME:
        minutes = settings.AXES_COOLOFF_TIME.seconds // 60
        raise TooManyError(
            counted(
                "Too many wrong codes. Wait {n} minute, then try again.",
                "Too many wrong codes. Wait {n} minutes, then try again.",
                minutes,
            ),
            seconds=settings.AXES_COOLOFF_TIME.seconds,
        )
    step.failures = 0


def _half_minute_of(secret: str, code: str, *, after: int) -> int:
    """The number of the half minute whose code this is, later than ``after``; 0 where there is none."""
    totp = pyotp.TOTP(secret)
    now = int(timezone.now().timestamp()) // totp.interval
    if after > now + TOLERANCE:  # taken before the clock was put back
        after = 0
    near = range(max(after + 1, now - TOLERANCE), now + TOLERANCE + 1)
    return next((n for n in near if secrets.compare_digest(totp.generate_otp(n).encode(), code.encode())), 0)


def _takes_recovery_code(user: User, code: str) -> bool:
    unused = RecoveryCode.objects.filter(user=user, digest=_digest(code), used_at=None)
    return bool(unused.update(used_at=timezone.now()))


def _digest(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()
