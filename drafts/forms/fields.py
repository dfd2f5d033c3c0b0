"""Fields that several forms share."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from drafts.models.user import delegation_shown

FIRST_YEAR = 1945
AHEAD = datetime.timedelta(
    days=366
)  # documents are dated ahead, and sessions planned; not by more than a year


class DayField(forms.DateField):
    """A day in a draft's life, within the years in which there can be one."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value.year < FIRST_YEAR:
            raise forms.ValidationError(
                _("A date before 1945 is before the first resolution. Check the year.")
            )
        if value and value > timezone.localdate() + AHEAD:
            raise forms.ValidationError(_("This date is more than a year ahead. Check the year."))


class PastDayField(DayField):
    """A day on which something happened. Tomorrow is still taken: it has begun somewhere."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and value > timezone.localdate() + datetime.timedelta(days=1):
            raise forms.ValidationError(_("This day is yet to come. Record it when it has happened."))


class DelegationField(forms.CharField):
    """A State, observer or organisation. A State may be typed in any of the six languages."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"list": "delegations", "autocomplete": "organization"})
        super().__init__(required=False, max_length=200, widget=widget, **options)

    def clean(self, value: Any) -> str:
        return delegation_shown(super().clean(value))
