"""Making an account, and what it says of its person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _

from drafts.forms.fields import DelegationField
from drafts.models import User


class SignUpForm(UserCreationForm):  # type: ignore[type-arg]
    """A name and a password, twice; and whom one speaks for."""

    delegation = DelegationField(
        label=_("You speak for"), help_text=_("A State, an observer, an organisation; or nobody.")
    )

    class Meta:
        model = User
        fields = ("username", "delegation")


class AccountForm(forms.ModelForm):  # type: ignore[type-arg]
    """How others see one, where mail goes, and how often."""

    delegation = DelegationField(
        label=_("You speak for"), help_text=_("On drafts that you begin or join from now on.")
    )

    class Meta:
        model = User
        fields = ("name", "delegation", "email", "digest")
        labels = {  # noqa: RUF012 - as Django declares it
            "email": _("E-mail"),
            "digest": _("Tell me by mail what happened on my drafts"),
        }

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("digest") and not data.get("email"):
            self.add_error("email", _("Mail needs an address."))
        return data
