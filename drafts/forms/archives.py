"""Bringing a whole draft in."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _


class ArchiveForm(forms.Form):
    """The zip that another installation gave."""

    archive = forms.FileField(
        label=_("The archive"),
        help_text=_("The .zip that “Take the whole draft out” gave."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_archive(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["archive"]
        size = file.size or 0
        if size > settings.MAX_ARCHIVE_BYTES:
            raise forms.ValidationError(
                _("{name} has {size}; an archive may have {most} here.").format(
                    name=file.name,
                    size=filesizeformat(size),
                    most=filesizeformat(settings.MAX_ARCHIVE_BYTES),
                )
            )
        return file
