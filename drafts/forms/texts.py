"""Texts that people paste or choose as a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat

from drafts.core.errors import ReadError
from drafts.formats.text import decode


class AnyTextField(forms.CharField):
    """A text to the letter: nothing is stripped, no character refused: reading takes any text."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []  # Django's own would refuse a NUL


class TextForm(forms.Form):
    """One text, pasted or in a file. ``cleaned_data["source"]`` is the text; a file goes first."""

    text = AnyTextField(required=False, label="Text")
    file = forms.FileField(required=False, label="or a .txt file", allow_empty_file=True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                data["source"] = _source(data.get("text") or "", data.get("file"))
            except forms.ValidationError as error:
                self.add_error("file" if data.get("file") else "text", error)
        return data

    @property
    def sent(self) -> str:
        """The text that was sent, for a page to show it again, whatever was wrong with it."""
        source = self.cleaned_data.get("source") if self.is_bound and self.is_valid() else None
        return str(source or self.data.get(self.add_prefix("text"), ""))


def _source(text: str, file: UploadedFile[bytes] | None) -> str:
    if file is None:
        _check_size(len(text.encode("utf-8", "surrogatepass")), "This text")
        if not text.strip():
            raise forms.ValidationError("There is no text here. Paste one, or choose a file.")
        return text
    _check_size(file.size or 0, file.name or "The file")
    try:
        source = decode(file.read(), file.name or "the file")
    except ReadError as error:
        raise forms.ValidationError(str(error)) from error
    if not source.strip():
        raise forms.ValidationError(f"{file.name} is empty. Choose another file, or paste the text.")
    return source


def _check_size(size: int, what: str) -> None:
    if size > settings.MAX_TEXT_BYTES:
        raise forms.ValidationError(
            f"{what} has {filesizeformat(size)}; one text may have "
            f"{filesizeformat(settings.MAX_TEXT_BYTES)} here. "
            "Take out what is not the resolution, or compare it in parts."
        )
