"""Correcting what was read, piece by piece, and keeping it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.core import symbols
from drafts.core.document import KINDS, PROPOSALS, Masthead, Paragraph, Resolution
from drafts.core.editing import Piece
from drafts.core.errors import ReadError, SymbolError
from drafts.core.phrases import PHRASEBOOKS
from drafts.formats.inline import from_inline, to_inline
from drafts.formats.text.sponsors import typed_sponsors
from drafts.forms.fields import DayField
from drafts.forms.texts import AnyTextField
from drafts.translating import translated

LANGUAGES = {
    "": _("not known"),
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "français",
    "ru": "русский",
    "es": "español",
}
KIND_WORDS = {
    "enacting": _("enacting words"),
    "preambular": _("preambular paragraph (PP)"),
    "operative": _("operative paragraph (OP)"),
    "heading": _("heading"),
    "annex": _("heading of an annex"),
    "text": _("other text"),
}
LEVEL_WORDS = {
    0: _("outside the numbering"),
    1: _("paragraph"),
    2: _("sub-paragraph (a)"),
    3: _("sub-paragraph (i)"),
    4: "a.",
}
_BLANK_LINE = re.compile(r"\r?\n[ \t]*\r?\n\s*")


class ParagraphForm(forms.Form):
    """One paragraph in the inline notation; a blank line in it splits it."""

    kind = forms.ChoiceField(choices=[(kind, KIND_WORDS[kind]) for kind in KINDS])
    level = forms.TypedChoiceField(choices=list(LEVEL_WORDS.items()), coerce=int)
    text = AnyTextField(required=False)

    def __init__(self, resolution: Resolution, paragraph: Paragraph, data: Any = None) -> None:
        self.notes = resolution.notes
        line = to_inline(paragraph.text, paragraph.marks, self.notes)
        super().__init__(data, initial={"kind": paragraph.kind, "level": paragraph.level, "text": line})

    def clean_text(self) -> list[Piece]:
        """The pieces between blank lines, line ends within them become spaces."""
        lines = (" ".join(piece.split()) for piece in _BLANK_LINE.split(self.cleaned_data["text"].strip()))
        try:
            return [from_inline(line, self.notes) for line in lines]
        except ReadError as error:
            raise forms.ValidationError(translated(error)) from error


class NoteForm(forms.Form):
    """One note: its label and its words."""

    label = forms.CharField(max_length=40)
    text = AnyTextField(required=False)


class TitleForm(forms.Form):
    """The title alone, on one line."""

    text = AnyTextField(required=False)

    def clean_text(self) -> str:
        return " ".join(self.cleaned_data["text"].split())


class HeadForm(forms.Form):
    """What stands above the text: sponsors, title, masthead."""

    sponsors = AnyTextField(required=False, help_text=_("One a line, or as in the document: A, B and C."))
    submitted = forms.CharField(
        required=False, help_text=_("Only where the document has no plain list: “submitted by the Chair …”.")
    )
    proposal = forms.ChoiceField(
        required=False, choices=[("", _("not known")), *((proposal, proposal) for proposal in PROPOSALS)]
    )
    title = AnyTextField(required=False)
    language = forms.ChoiceField(required=False, choices=list(LANGUAGES.items()))
    organ = forms.CharField(required=False)
    session = forms.CharField(required=False)
    committee = forms.CharField(required=False)
    agenda_item = forms.CharField(required=False)
    dated = forms.CharField(required=False, label=_("Date as written"))
    distribution = forms.CharField(required=False)
    original = forms.CharField(required=False, label=_("Original language"))

    MASTHEAD = ("organ", "session", "committee", "agenda_item", "distribution", "original")

    def __init__(self, resolution: Resolution, data: Any = None) -> None:
        masthead = resolution.masthead
        super().__init__(
            data,
            initial={
                "sponsors": "\n".join(sponsor.name for sponsor in resolution.sponsors),
                "submitted": resolution.submitted,
                "proposal": resolution.proposal or "",
                "title": resolution.title,
                "language": resolution.language,
                "dated": masthead.date,
                **{name: getattr(masthead, name) for name in self.MASTHEAD},
            },
        )

    def apply(self, resolution: Resolution) -> Resolution:
        """The resolution with this head in the place of its own."""
        data = self.cleaned_data
        book = PHRASEBOOKS.get(data["language"], PHRASEBOOKS["en"])
        return replace(
            resolution,
            sponsors=typed_sponsors(data["sponsors"], book),
            submitted=data["submitted"],
            proposal=data["proposal"] or None,
            title=" ".join(data["title"].split()),
            language=data["language"],
            masthead=Masthead(date=data["dated"], **{name: data[name] for name in self.MASTHEAD}),
        )


class KeepForm(forms.Form):
    """Under which symbol and date a reading is kept."""

    symbol = forms.CharField(
        required=False, max_length=120, help_text=_("As printed, for example A/C.3/61/L.8/Rev.1.")
    )
    date = DayField(label=_("Date of the document"))
    note = forms.CharField(
        required=False, max_length=1000, help_text=_("For the others, such as “as agreed on Tuesday”.")
    )
    after = forms.IntegerField(required=False, widget=forms.HiddenInput)
    even_if_same = forms.BooleanField(
        required=False, label=_("Keep it although it says the same as the last version")
    )
    sponsors = forms.ChoiceField(
        required=False, choices=[("text", _("as the text says")), ("ledger", _("as the ledger says"))]
    )

    def clean_sponsors(self) -> str:
        """Whose word goes on who sponsors: the text's where nothing else is said."""
        return self.cleaned_data["sponsors"] or "text"

    def clean_symbol(self) -> str:
        """In its proper spelling. An assembly's own style, one without strokes ("DR 1.2"), stays as typed."""
        typed: str = self.cleaned_data["symbol"]
        if "/" not in typed:
            return typed
        try:
            return str(symbols.parse(typed))
        except SymbolError as error:
            raise forms.ValidationError(translated(error)) from error
