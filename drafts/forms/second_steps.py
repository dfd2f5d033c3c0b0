"""Codes for the second step of signing in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from drafts.actions.second_steps import take_code
from drafts.core.errors import CodeError
from drafts.forms.passwords import AskedPasswordField, check_password
from drafts.models import User
from drafts.translating import translated


class CodeForm(forms.Form):
    """A code of the app."""

    code = forms.CharField(
        label=_("The code that the app shows now"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class RecoveryCodeForm(forms.Form):
    """A recovery code, which has letters too."""

    code = forms.CharField(
        label=_("One of your recovery codes"),
        max_length=40,
        help_text=_("As you kept them: K7QM-2RXD-H4PY-3WCA. It is worth nothing afterwards."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class SetUpForm(CodeForm):
    """A first code, which shows that the app knows the secret; and the password of who is in already."""

    field_order = ("code", "password")

    def __init__(self, request: HttpRequest, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._request = request
        if request.user.is_authenticated and request.user.has_usable_password():
            self.fields["password"] = AskedPasswordField()

    def clean_password(self) -> None:
        check_password(self._request, self.cleaned_data["password"])


class ProofForm(forms.Form):
    """Asks who is signed in to show it again: by their password, or by a code where they have none."""

    def __init__(self, request: HttpRequest, user: User, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._request, self._user = request, user
        if user.has_usable_password():
            self.fields["password"] = AskedPasswordField()
        else:
            self.fields["code"] = CodeForm.base_fields["code"]

    def clean_password(self) -> None:
        check_password(self._request, self.cleaned_data["password"])

    def clean_code(self) -> None:
        try:
            take_code(self._user, self.cleaned_data["code"])
        except CodeError as error:
            raise forms.ValidationError(translated(error)) from error
