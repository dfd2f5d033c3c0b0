"""Bringing a whole draft in."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat


class ArchiveForm(forms.Form):
    """The zip that another installation gave."""

    archive = forms.FileField(
        label="The archive",
        help_text="The .zip that “Take the whole draft out” gave.",
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_archive(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["archive"]
        size = file.size or 0
        if size > settings.MAX_ARCHIVE_BYTES:
            raise forms.ValidationError(
                f"{file.name} has {filesizeformat(size)}; an archive may have "
                f"{filesizeformat(settings.MAX_ARCHIVE_BYTES)} here."
            )
        return file
