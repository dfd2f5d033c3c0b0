"""New passwords: chosen by who knows the old one, or by who has a link to choose one."""

from __future__ import annotations

import datetime
import logging
import smtplib

from axes.utils import reset as forget_tries
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django_tasks import task

from drafts.actions.sign_ins import end_sign_ins
from drafts.models import User

# Between two mails to one address: who did not get the first looks for it, and nobody's mailbox is filled.
BETWEEN_MAILS = datetime.timedelta(minutes=5)
GOOD_FOR_MINUTES = settings.PASSWORD_RESET_TIMEOUT // 60

log = logging.getLogger(__name__)


class _Mailed(PasswordResetTokenGenerator):
    """Tokens of links that went to the account's address: whoever has one reads what is sent there."""

    key_salt = "drafts.actions.passwords.mailed"


class _Handed(PasswordResetTokenGenerator):
    """Tokens of links that an operator of the site hands over."""

    key_salt = "drafts.actions.passwords.handed"


class _Either:
    """Of both kinds, as Django's view asks it."""

    def check_token(self, user: User | None, token: str | None) -> bool:
        return MAILED.check_token(user, token) or HANDED.check_token(user, token)


MAILED, HANDED, EITHER = _Mailed(), _Handed(), _Either()


@transaction.atomic
def set_password(user: User, password: str, *, but: str = "") -> int:
    """From now on this is the password, and everybody who came in by the old one is signed out; not the
    session ``but``. In how many places that was.
    """
    ended = end_sign_ins(user, but=but)
    user.set_password(password)
    user.save(update_fields=["password"])
    return ended


@transaction.atomic
def set_password_by(token: str, user: User, password: str) -> None:
    """The same by a link. Wrong tries before it are forgotten; if it was mailed, its address is theirs."""
    if MAILED.check_token(user, token):
        user.confirmed_email = user.email
        user.save(update_fields=["confirmed_email"])
    set_password(user, password)
    forget_tries(username=user.get_username())


def handed_link(user: User) -> str:
    """A link to choose a new password by, for an operator to hand over: good once, and for an hour."""
    return _link(user, HANDED)


@task()
def mail_reset(email: str, language: str) -> None:
    """Mail a link for a new password to each account with this address, if there is one.

    As a task, so that the page takes as long for an address that nobody has. Tasks are kept in the database,
    so the link is made here and not before.
    """
    with translation.override(language):
        for user in _to_be_mailed(email):
            context = {"user": user, "link": _link(user, MAILED), "site": settings.SITE_ADDRESS}
            words = render_to_string("mails/password.txt", context)
            try:
                send_mail(_("A new password for Rapporteur"), words, None, [user.email])
            except (OSError, smtplib.SMTPException) as error:
                log.warning("A link for a new password could not be sent: %s", error)
                User.objects.filter(pk=user.pk).update(reset_mailed_at=None)


@transaction.atomic
def _to_be_mailed(email: str) -> list[User]:
    """Who is at home there and has not just been sent one, noted as having been.

    An account without a password has another way in: it gets none by a mail.
    """
    now = timezone.now()
    found = User.objects.select_for_update().filter(email__iexact=email, is_active=True)
    lately = (now - BETWEEN_MAILS, now)
    due = [each for each in found.exclude(reset_mailed_at__range=lately) if each.has_usable_password()]
    User.objects.filter(pk__in=[each.pk for each in due]).update(reset_mailed_at=now)
    return due


def _link(user: User, tokens: PasswordResetTokenGenerator) -> str:
    """The site's own address, and not the one that a request came to, which anybody can make up."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return settings.SITE_ADDRESS + reverse("new-password", args=[uid, tokens.make_token(user)])
