"""Beginning a draft."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.core.languages import ENGLISH_NAMES

LONGEST_TITLE = 1000  # signs; the longest title of an agenda item has some 400


class BlankForm(forms.Form):
    """A draft from a blank page: what it is about, and the language in which it is written."""

    title = forms.CharField(
        max_length=LONGEST_TITLE,
        required=False,
        help_text=_("As it will stand above the text. It can be written later."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(choices=list(ENGLISH_NAMES.items()), initial="en")
