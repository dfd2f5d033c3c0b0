"""Sending digests, each with a way to stop them in one click."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from drafts.actions.digests import Digest, give_back, take_digest
from drafts.models import User
from drafts.models.user import STOP_SALT
from drafts.queries.languages import language_of


def send_digests() -> Iterator[tuple[User, str]]:
    """Send all that are due. Each person with what went wrong; empty: it was sent."""
    for user in User.objects.exclude(digest="").exclude(email="").order_by("pk"):
        digest = take_digest(user)
        if digest is None:
            continue
        try:
            with override(language_of(user)):
                mail = _mail(digest)
            mail.send()
        except (OSError, smtplib.SMTPException) as error:
            give_back(digest)
            yield user, str(error) or type(error).__name__
        else:
            yield user, ""


def _mail(digest: Digest) -> EmailMessage:
    """RFC 8058: the mail program itself offers to stop these mails, in one click."""
    stop = settings.SITE_ADDRESS + reverse(
        "stop-digests", args=[signing.dumps(digest.user.pk, salt=STOP_SALT)]
    )
    count = sum(len(deeds) + more for _, deeds, more in digest.news)
    context = {"digest": digest, "site": settings.SITE_ADDRESS, "stop": stop}
    return EmailMessage(
        ngettext("{n} new on your draft", "{n} new on your drafts", len(digest.news)).format(n=count),
        render_to_string("mails/digest.txt", context),
        to=[digest.user.email],
        headers={"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )
