"""Mail that people cause by what they do on a page."""

from __future__ import annotations

import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from drafts.models import Invitation
from drafts.queries.languages import language_for


def mail_set_up() -> bool:
    """Whether the settings name a server for outgoing mail."""
    return bool(settings.EMAIL_HOST)


def invitation_address(request: HttpRequest, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("join", query={"code": invitation.shown_code}))


def send_invitation(request: HttpRequest, invitation: Invitation) -> str:
    """Send an invitation if it has an address. What became of it, for whoever made it."""
    code = invitation.shown_code
    if not invitation.email:
        return _("The code is {code}. Read it out, put it on the screen, or pass on its link below.").format(
            code=code
        )
    if not mail_set_up():
        return _("The code is {code}. No mail is set up here: pass its link on to {email} yourself.").format(
            code=code, email=invitation.email
        )
    context: dict[str, object] = {
        "invitation": invitation,
        "address": invitation_address(request, invitation),
    }
    try:
        send_mail(*_written(invitation, context), None, [invitation.email])
    except (OSError, smtplib.SMTPException) as error:
        return _(
            "The code is {code}. The mail to {email} could not be sent ({error}): pass the link on yourself."
        ).format(code=code, email=invitation.email, error=error)
    return _("Sent to {email}. The code is {code}.").format(email=invitation.email, code=code)


def _written(invitation: Invitation, context: dict[str, object]) -> tuple[str, str]:
    """What it is called and what it says, in the language of whoever gets it."""
    with override(language_for(invitation.email)):
        subject = _("An invitation from {name} to a draft resolution")
        return subject.format(name=invitation.made_by.shown_name), render_to_string(
            "mails/invitation.txt", context
        )
