"""Checking a report: the report itself, or the digests that stand on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from drafts.queries.checking import digests_in, digests_of


class CheckForm(forms.Form):
    """A file, byte for byte, or what is printed on its cover sheet."""

    report = forms.FileField(
        required=False, label=_("The report, as it was got"), help_text=_("A file of any form, or its index.")
    )
    printed = forms.CharField(
        required=False,
        max_length=20_000,
        label=_("Or what its cover sheet says"),
        help_text=_("The SHA-256 digests of a cover sheet or an index, with what stands around them."),
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = data.get("report")
        if file and file.size > settings.MAX_FILE_BYTES:
            most = filesizeformat(settings.MAX_FILE_BYTES)
            raise forms.ValidationError(
                _("One file may have {most}. Copy what its cover sheet says instead.").format(most=most)
            )
        digests = [*(digests_of(file.read()) if file else ()), *digests_in(data.get("printed", ""))]
        if not digests and not self.errors:
            raise forms.ValidationError(
                _("There is no digest in this: 64 signs of 0 to 9 and a to f in a row.")
            )
        data["digests"] = digests
        return data
