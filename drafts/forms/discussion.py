"""Beginning a discussion."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.actions.discussion import LONGEST


class LiveStartForm(forms.Form):
    """Words of the live text, as a page sends them: ``held_from`` and ``held_to`` name signs as Yjs does."""

    paragraph = forms.CharField(max_length=64)
    at = forms.IntegerField(required=False, min_value=0)
    words = forms.CharField(required=False, strip=False)
    held_from = forms.CharField(required=False, max_length=40)
    held_to = forms.CharField(required=False, max_length=40)
    text = forms.CharField(max_length=LONGEST, error_messages={"required": _("Write your remark first.")})


class StartForm(forms.Form):
    """A paragraph, the words in it, and what is said about them."""

    paragraph = forms.CharField(max_length=64, widget=forms.HiddenInput)
    at = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    words = forms.CharField(
        required=False, label=_("About these words"), help_text=_("Empty: about the whole paragraph.")
    )
    text = forms.CharField(
        label=_("Your remark"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
