"""Which drafts a batch takes in, and in which forms."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from drafts.core.options import Options
from drafts.core.wording import WORDINGS
from drafts.formats.orders import WORDS, ZIP
from drafts.forms.finding import FindForm
from drafts.forms.readings import LANGUAGES
from drafts.forms.reports import SHOW_WORDS
from drafts.queries.reports import Asked


class BatchForm(forms.Form):
    """Forms and options of all reports of a batch; ``search`` says of which drafts."""

    chosen = forms.MultipleChoiceField(
        choices=[(form, words) for form, words in WORDS.items() if form != ZIP],
        label=_("Forms"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one form.")},
    )
    show = forms.ChoiceField(
        choices=list(SHOW_WORDS.items()),
        label=_("What they show, where a form can"),
    )
    labels = forms.ChoiceField(
        choices=[(each, LANGUAGES[each]) for each in WORDINGS], label=_("Their own words in")
    )
    cover = forms.BooleanField(required=False, label=_("Cover sheets, in forms that have them"))

    def __init__(self, data: QueryDict | None = None, *, filters: QueryDict) -> None:
        super().__init__(data, initial={"chosen": ["pdf", "docx"], "show": "all", "labels": "en"})
        found = FindForm(filters)
        self.search, self.filters = found.search, found.query

    @property
    def asked(self) -> Asked:
        """What is asked for of each draft, whatever the form."""
        told = self.cleaned_data
        return Asked("", Options(show=told["show"], labels=told["labels"]), told["cover"])
