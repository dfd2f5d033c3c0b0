"""Inviting people, joining, and what they are on a draft."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from drafts.core import codes, roles
from drafts.core.worded import worded
from drafts.forms.fields import DelegationField
from drafts.translating import translated

_meaning = lazy(translated, str)
ROLE_CHOICES = [
    (role, _meaning(worded("{role}: {meaning}", role=roles.WORDS_OF[role], meaning=roles.MEANINGS[role])))
    for role in reversed(roles.GIVEN)
]
HOURS = {1: _("in an hour"), 24: _("in a day"), 168: _("in a week"), 720: _("in 30 days")}
MOST_PLACES = 500  # a committee of 193 delegations, with advisers


class InviteForm(forms.Form):
    """A role, whom for, how many and how long."""

    role = forms.ChoiceField(choices=ROLE_CHOICES, initial="delegate")
    delegation = DelegationField(help_text=_("Empty: each says whom they speak for."))
    email = forms.EmailField(
        required=False, label=_("E-mail"), help_text=_("Empty: you hand the code over yourself.")
    )
    places = forms.IntegerField(label=_("For how many people"), initial=1, min_value=1, max_value=MOST_PLACES)
    hours = forms.TypedChoiceField(label=_("Expires"), choices=list(HOURS.items()), coerce=int, initial=168)

    def values(self) -> dict[str, Any]:
        """What ``actions.invite`` takes."""
        data = dict(self.cleaned_data)
        data["expires_at"] = timezone.now() + datetime.timedelta(hours=data.pop("hours"))
        return data


class PersonForm(forms.Form):
    """What one of the people is on a draft."""

    role = forms.ChoiceField(choices=ROLE_CHOICES)
    delegation = DelegationField()
    seen_role = forms.CharField(widget=forms.HiddenInput)
    seen_delegation = forms.CharField(required=False, widget=forms.HiddenInput)

    def values(self) -> dict[str, Any]:
        """What ``actions.change_person`` takes."""
        data = self.cleaned_data
        seen = (data["seen_role"], data["seen_delegation"])
        return {"role": data["role"], "delegation": data["delegation"], "seen": seen}


class JoinForm(forms.Form):
    """A code, and whom one speaks for."""

    code = forms.CharField(max_length=40, help_text=_("As on the screen or in the mail: K7QM-2RXD."))
    delegation = DelegationField(
        label=_("You speak for"), help_text=_("A State, an observer or an organisation.")
    )

    def clean_code(self) -> str:
        code = codes.typed(self.cleaned_data["code"])
        if len(code) != codes.LENGTH:
            raise forms.ValidationError(
                _("A code has {length} letters and digits; this has {n}.").format(
                    length=codes.LENGTH, n=len(code)
                )
            )
        return code
