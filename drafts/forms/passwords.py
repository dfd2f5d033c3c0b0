"""Passwords: asked for, changed, forgotten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class AskedPasswordField(forms.CharField):
    """The password of whoever is signed in, asked for once more: they may have left the screen alone."""

    def __init__(self, **options: Any) -> None:
        widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
        super().__init__(strip=False, widget=widget, **{"label": _("Your password"), **options})


def check_password(request: HttpRequest, password: str) -> None:
    """See that it is theirs; wrong ones count as those of the sign-in page do.

    Raises:
        ValidationError: it is not.
    """
    if authenticate(request, username=request.user.get_username(), password=password) != request.user:
        raise forms.ValidationError(_("This is not your password."))


class ChangePasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """The password that holds, and the one that shall, twice."""

    password = AskedPasswordField(label=_("Your password until now"))
    field_order = ("password", "new_password1", "new_password2")

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        self._request = request
        super().__init__(request.user, *args, **options)

    def clean_password(self) -> None:
        check_password(self._request, self.cleaned_data["password"])


class ForgottenForm(forms.Form):
    """Where a link for a new password is to go."""

    email = forms.EmailField(
        label=_("The e-mail address of your account"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        max_length=254,
    )
