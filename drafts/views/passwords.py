"""A new password: by the old one, by a link that was mailed, or by one that an operator handed over."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import INTERNAL_RESET_SESSION_TOKEN, PasswordResetConfirmView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from drafts import actions
from drafts.actions import passwords
from drafts.core.errors import TooManyError
from drafts.forms.passwords import ChangePasswordForm, ForgottenForm
from drafts.models import User
from drafts.translating import translated
from drafts.views.errors import to_wait
from drafts.views.mails import mail_set_up
from drafts.views.requests import SignedInRequest


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def change(request: SignedInRequest) -> HttpResponse:
    """Another password; whoever came in by the old one elsewhere is signed out."""
    form = ChangePasswordForm(request, request.POST or None)
    if not form.is_valid():
        status = 400 if form.is_bound else 200
        return render(request, "accounts/password.html", {"form": form}, status=status)
    key = request.session.session_key or ""
    ended = passwords.set_password(request.user, form.cleaned_data["new_password1"], but=key)
    update_session_auth_hash(request, request.user)
    actions.move_sign_in(key, request.session.session_key or "")
    messages.success(request, _changed(ended))
    return redirect("account")


@require_http_methods(["GET", "HEAD", "POST"])
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a link by mail. What is answered, and how fast, says nothing of who has an account here."""
    form = ForgottenForm(request.POST or None)
    page = "accounts/forgotten.html"
    context = {"form": form, "mail_set_up": mail_set_up(), "minutes": passwords.GOOD_FOR_MINUTES}
    if not (mail_set_up() and form.is_valid()):
        return render(request, page, context, status=400 if form.is_bound and mail_set_up() else 200)
    try:
        actions.spend("password link", by=None)
    except TooManyError as error:
        form.add_error(None, translated(error))
        return to_wait(render(request, page, context), error)
    email = form.cleaned_data["email"]
    passwords.mail_reset.enqueue(email, get_language() or "en")
    return render(request, page, {**context, "sent_to": email})


class NewPassword(PasswordResetConfirmView):
    """Choose a password by a link; then sign in with it, by a second step too where there is one."""

    template_name = "accounts/new-password.html"
    success_url = reverse_lazy("sign-in")
    token_generator = passwords.EITHER
    user: User  # where the link holds, and else no form is taken

    def form_valid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        token = self.request.session.pop(INTERNAL_RESET_SESSION_TOKEN)
        passwords.set_password_by(token, self.user, form.cleaned_data["new_password1"])
        messages.success(self.request, _("Your new password holds. Sign in with it."))
        return redirect(self.success_url)

    def form_invalid(self, form: SetPasswordForm[Any]) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponse:
        options = options if self.validlink else {"status": 410}
        return super().render_to_response(context, **options)


def _changed(ended: int) -> str:
    if not ended:
        return _("Your password is changed. You were signed in nowhere else.")
    return ngettext(
        "Your password is changed. You are signed out in {n} other place; here you stay signed in.",
        "Your password is changed. You are signed out in {n} other places; here you stay signed in.",
        ended,
    ).format(n=ended)
