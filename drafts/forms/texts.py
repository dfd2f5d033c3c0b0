"""Texts that people paste, drop or choose as files."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from drafts.core.document import Resolution
from drafts.core.errors import ReadError
from drafts.formats import from_json, to_json
from drafts.formats.brought import Brought, safe_name

_SALT = "a text that was read and not kept"


class AnyTextField(forms.CharField):
    """A text to the letter: nothing is stripped, no character refused: reading takes any text.

    Only NUL, which no database of ours keeps, comes out as the sign for a character that is none.
    """

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(strip=False, **options)
        self.validators = []  # Django's own would refuse a NUL

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\x00", "\N{REPLACEMENT CHARACTER}")


class FilesInput(forms.FileInput):
    """Every file that was sent under its name."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[UploadedFile[bytes]]:
        return list(files.getlist(name)) if hasattr(files, "getlist") else []


class FilesField(forms.Field):
    """Files, each within the limits: their bytes, under names that are safe to show and to keep."""

    widget = FilesInput

    def __init__(self, *, most: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def clean(self, value: list[UploadedFile[bytes]]) -> list[Brought]:
        most = self.most or settings.MAX_FILES
        if len(value) > most:
            raise forms.ValidationError(
                _("These are {n} files; {most} can be brought in at once. Choose fewer.").format(
                    n=len(value), most=most
                )
            )
        return [_brought(file) for file in super().clean(value)]


class TextsForm(forms.Form):
    """Texts for a draft: one pasted, or one or several files, which go first. ``cleaned_data["brought"]``.

    ``rich`` is what the clipboard held beside the pasted text, as long as that stands as it was pasted.
    """

    text = AnyTextField(required=False, label=_("Text"))
    rich = AnyTextField(required=False, widget=forms.HiddenInput)
    file = FilesField(required=False, label=_("or files"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors:
            data["brought"] = data["file"] or self._pasted(data["text"], data["rich"])
        return data

    @property
    def sent(self) -> str:
        """The text that was sent, for a page to show it again, whatever was wrong with it."""
        return str(self.data.get(self.add_prefix("text")) or "")

    @property
    def files_sent(self) -> bool:
        return bool(self.cleaned_data["file"])

    @property
    def rich_sent(self) -> str:
        """What the clipboard held beside it, to go along when the page is sent again."""
        return str(self.data.get(self.add_prefix("rich")) or "")

    def _pasted(self, text: str, rich: str) -> list[Brought]:
        size = len(text.encode("utf-8", "surrogatepass"))
        if size > settings.MAX_TEXT_BYTES:
            self.add_error("text", _too_large("", size, settings.MAX_TEXT_BYTES))
        elif not text.strip():
            self.add_error("text", _("There is no text here. Paste one, or choose a file."))
        if self.errors:
            return []
        with_marks = rich.strip() and len(rich) <= settings.MAX_TEXT_BYTES
        return [Brought.of_markup(rich) if with_marks else Brought.of_text(text)]


class TextForm(TextsForm):
    """One side of a comparison: a text pasted, in a file, or read of a file before and back with the page.

    A file goes before what was pasted, and that before what came back, which ``cleaned_data["brought"]`` has
    not. Once read, ``resolution`` is the text, and of a file the page carries a ``token`` with its ``name``.
    """

    file = FilesField(required=False, most=1, label=_("or a file"))
    read = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    resolution: Resolution
    token = name = said = ""

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["brought"] = []
        if self.errors or data["file"] or data["text"].strip() or not data["read"]:
            return super().clean()
        try:
            back = signing.loads(data["read"], salt=_SALT)
            self.carry(back["name"], cast(Resolution, from_json(back["value"])), back["said"])
        except (signing.BadSignature, ReadError):
            self.add_error("file", _("The file has to be chosen again."))
        return data

    def take(self, brought: Brought, resolution: Resolution) -> None:
        """Show what was read of ``cleaned_data["brought"]``: a pasted text stays in its box."""
        if brought.pasted or brought.boxed:
            self.resolution = resolution
        else:
            self.carry(brought.name, resolution)

    def carry(self, name: str, resolution: Resolution, said: str = "") -> None:
        """Let the page carry what was read of a file, and what is said of it, for this form to come back."""
        self.resolution, self.name, self.said = resolution, name, said
        value = {"name": name, "value": to_json(resolution), "said": said}
        self.token = signing.dumps(value, salt=_SALT, compress=True)


class FilesForm(forms.Form):
    """Files to compare, dropped or chosen together: two, or one that holds two sides."""

    pair = FilesField(most=2)


def _brought(file: UploadedFile[bytes]) -> Brought:
    """The bytes of a file, if there are any and not too many."""
    name, size = safe_name(file.name or ""), file.size or 0
    if size > settings.MAX_FILE_BYTES:
        raise forms.ValidationError(_too_large(name, size, settings.MAX_FILE_BYTES))
    data = file.read()
    if not data.strip():
        raise forms.ValidationError(
            _("{name} is empty. Choose another file, or paste the text.").format(name=name)
        )
    return Brought.of_file(name, data)


def _too_large(name: str, size: int, most: int) -> str:
    """What is said of a file by its name; of a pasted text without one."""
    pattern = (
        _(
            "{name} has {size}; one file may have {most} here. Take out what is not the resolution, or "
            "compare it in parts."
        )
        if name
        else _(
            "This text has {size}; one text may have {most} here. Take out what is not the resolution, or "
            "compare it in parts."
        )
    )
    return pattern.format(name=name, size=filesizeformat(size), most=filesizeformat(most))
