"""Mail that people cause by what they do on a page."""

from __future__ import annotations

import smtplib

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from drafts.models import Invitation


def mail_set_up() -> bool:
    """Whether the settings name a server for outgoing mail."""
    return bool(settings.EMAIL_HOST)


def invitation_address(request: HttpRequest, invitation: Invitation) -> str:
    return request.build_absolute_uri(reverse("join", query={"code": invitation.shown_code}))


def send_invitation(request: HttpRequest, invitation: Invitation) -> str:
    """Send an invitation if it has an address. What became of it, for whoever made it."""
    code = f"The code is {invitation.shown_code}."
    if not invitation.email:
        return f"{code} Read it out, put it on the screen, or pass on its link below."
    if not mail_set_up():
        return f"{code} No mail is set up here: pass its link on to {invitation.email} yourself."
    context = {"invitation": invitation, "address": invitation_address(request, invitation)}
    try:
        send_mail(
            f"An invitation from {invitation.made_by.shown_name} to a draft resolution",
            render_to_string("mails/invitation.txt", context),
            None,
            [invitation.email],
        )
    except (OSError, smtplib.SMTPException) as error:
        return (
            f"{code} The mail to {invitation.email} could not be sent ({error}): pass the link on yourself."
        )
    return f"Sent to {invitation.email}. {code}"
