"""Saying by hand which paragraphs belong together."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _


class Keys(forms.Field):
    """Any number of paragraph keys; whether there are such paragraphs the action says."""

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.MultipleHiddenInput)

    def to_python(self, value: object) -> tuple[str, ...]:
        return tuple(str(each) for each in value if each) if isinstance(value, list) else ()


class PairingForm(forms.Form):
    """Which paragraphs of the two sides, and whether they are one."""

    old = Keys()
    new = Keys()
    together = forms.TypedChoiceField(
        choices=[("yes", _("one paragraph")), ("no", _("not the same"))], coerce=lambda word: word == "yes"
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
