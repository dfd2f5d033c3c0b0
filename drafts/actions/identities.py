"""Accounts of people whom an institution's sign-in vouches for: found, joined, made, parted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from drafts.core.errors import IdentityError
from drafts.core.worded import worded
from drafts.models import Identity, User

_NOT_IN_NAMES = re.compile(r"[^\w.@+-]+")
LONGEST_NAME = 150  # as Django has it


@dataclass(frozen=True, slots=True)
class Claims:
    """What an institution says of somebody; ``email`` only where it says that it has seen to it."""

    issuer: str
    subject: str
    email: str = ""
    name: str = ""
    called: str = ""

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> Claims:
        verified = said.get("email_verified") in (True, "true")  # some write it as a word
        return cls(
            issuer=str(said["iss"]),
            subject=str(said["sub"]),
            email=str(said.get("email") or "") if verified else "",
            name=str(said.get("name") or "")[:LONGEST_NAME],
            called=str(said.get("preferred_username") or said.get("email") or ""),
        )


def check_domain(claims: Claims) -> None:
    """See that their address is of those that are let in here.

    Raises:
        IdentityError: it is not, or they have none that was seen to.
    """
    domains = settings.OIDC_DOMAINS
    if domains and claims.email.rpartition("@")[2].lower() not in domains:
        raise IdentityError(
            worded(
                "{institution} does not vouch for an address at {domains}, and only such are let in here.",
                institution=settings.OIDC_NAME,
                domains=", ".join(sorted(domains)),
            )
        )


def known(claims: Claims) -> User | None:
    """Whose account it is, if they were here before; else the one account that has the same address.

    Both sides must have seen that the address is theirs: the institution says so, and somebody has followed
    a link that was mailed there. And nobody gets the rights of an operator by an address: these join by hand.

    Raises:
        IdentityError: the account was closed.
    """
    if identity := _identity(claims):
        return _open(identity.user)
    same = _same_address(claims).filter(confirmed_email__iexact=claims.email, is_staff=False)
    found = list(same.filter(is_superuser=False)[:2])
    if len(found) != 1:
        return None
    return join(_open(found[0]), claims)


def has_unconfirmed(claims: Claims) -> bool:
    """Whether some account names this address, and so may be theirs, and it is not known whether it is."""
    return _same_address(claims).exists()


@transaction.atomic
def join(user: User, claims: Claims) -> User:
    """Let this account be entered by the institution's sign-in as well.

    Raises:
        IdentityError: that person has another account here.
    """
    identity, _ = Identity.objects.get_or_create(
        issuer=claims.issuer, subject=claims.subject, defaults={"user": user}
    )
    if identity.user_id != user.pk:
        raise IdentityError(
            worded(
                "{institution} takes you for {name}, who has another account here. Part the two there first.",
                institution=settings.OIDC_NAME,
                name=identity.user.get_username(),
            )
        )
    return user


@transaction.atomic
def make_account(claims: Claims) -> User:
    """A new account, entered by the institution's sign-in alone; or theirs, if it was made meanwhile."""
    user = User(username=_free_name(claims.called), name=claims.name)
    user.email = user.confirmed_email = claims.email
    user.set_unusable_password()
    user.save()
    Identity.objects.create(user=user, issuer=claims.issuer, subject=claims.subject)
    return user


@transaction.atomic
def part(user: User) -> None:
    """The account is entered by its password alone again.

    Raises:
        IdentityError: it has none, and nobody could enter it.
    """
    if not user.has_usable_password():
        raise IdentityError(
            worded(
                "This account has no password: you could not sign in any more. Ask for a link to choose one."
            )
        )
    Identity.objects.filter(user=user).delete()


def _identity(claims: Claims) -> Identity | None:
    found = Identity.objects.filter(issuer=claims.issuer, subject=claims.subject)
    return found.select_related("user").first()


def _same_address(claims: Claims) -> QuerySet[User]:
    return User.objects.filter(email__iexact=claims.email).exclude(email="")


def _open(user: User) -> User:
    if not user.is_active:
        raise IdentityError(worded("This account was closed. Ask whoever runs this site."))
    return user


def _free_name(called: str) -> str:
    """A name to sign in by, as near as can be to what the institution calls them."""
    wanted = _NOT_IN_NAMES.sub("", called.partition("@")[0])[: LONGEST_NAME - 10] or "delegate"
    taken = {
        name.lower()
        for name in User.objects.filter(username__istartswith=wanted).values_list("username", flat=True)
    }
    number, name = 1, wanted
    while name.lower() in taken:
        number += 1
        name = f"{wanted}{number}"
    return name
