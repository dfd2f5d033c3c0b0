"""Beginning a discussion."""

from __future__ import annotations

from django import forms

from drafts.actions.discussion import LONGEST


class StartForm(forms.Form):
    """A paragraph, the words in it, and what is said about them."""

    paragraph = forms.CharField(max_length=64, widget=forms.HiddenInput)
    at = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    words = forms.CharField(
        required=False, label="About these words", help_text="Empty: about the whole paragraph."
    )
    text = forms.CharField(
        label="Your remark",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
