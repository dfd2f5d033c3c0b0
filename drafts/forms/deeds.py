"""Looking for something in a draft's life."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.core.deeds import GROUP_WORDS, GROUPS, RECORD_ONLY
from drafts.forms.fields import DayField
from drafts.queries.deeds import Sieve


class SieveForm(forms.Form):
    """Words, group, person or delegation, and days."""

    words = forms.CharField(required=False, max_length=200, label=_("Words"))
    group = forms.ChoiceField(required=False, label=_("About"))
    who = forms.CharField(required=False, max_length=200, label=_("Person or delegation"))
    since = DayField(required=False, label=_("From"))
    until = DayField(required=False, label=_("To"))

    def __init__(self, data: object, *, whole_record: bool = False) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        groups = [group for group in GROUPS if whole_record or group not in RECORD_ONLY]
        choices = [("", _("everything")), *((group, GROUP_WORDS[group]) for group in groups)]
        self.fields["group"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> None:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", _("This day is before the first one."))

    def sieve(self) -> Sieve:
        """What to look for; everything where the form makes no sense."""
        return Sieve(**self.cleaned_data) if self.is_valid() else Sieve()
