"""What somebody wants of a report: form and options, as an address says them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from drafts.core.errors import ReportError
from drafts.core.options import MOST_CONTEXT, SHOWS, Options
from drafts.core.wording import WORDINGS
from drafts.formats.orders import WORDS, ZIP
from drafts.formats.suiting import SUITS, check, suited, usual
from drafts.forms.readings import LANGUAGES
from drafts.queries.reports import ANY_COVER, Asked
from drafts.translating import translated

SHOW_WORDS: Mapping[str, Any] = {
    "all": _("Whole text with changes"),
    "context": _("Changes in their context"),
    "changes": _("Changes only"),
    "table": _("Table: old, new, change"),
    "summary": _("Summary"),
}
USUAL = "pdf"
# What a zip takes for the forms in it. It has its cover sheet always.
_EVERY = frozenset({"context", "line_numbers", "bracketed", "sponsors", "notes"})


class ReportForm(forms.Form):
    """Form and options of a report. What is left out is as usual, so that an address stays short."""

    form = forms.ChoiceField(required=False, choices=list(WORDS.items()), label=_("Form"))
    show = forms.ChoiceField(
        required=False, choices=[(each, SHOW_WORDS[each]) for each in SHOWS], label=_("What it shows")
    )
    context = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST_CONTEXT,
        label=_("Unchanged paragraphs around a change"),
        error_messages=dict.fromkeys(
            ("min_value", "max_value", "invalid"),
            format_lazy(_("This is a number of 0 to {most}."), most=MOST_CONTEXT),
        ),
    )
    labels = forms.ChoiceField(
        required=False, choices=[(each, LANGUAGES[each]) for each in WORDINGS], label=_("Its own words in")
    )
    cover = forms.BooleanField(required=False, label=_("Cover sheet with what it takes to check it later"))
    line_numbers = forms.BooleanField(required=False, label=_("Line numbers"))
    bracketed = forms.BooleanField(required=False, label=_("Signs round the words that came and went"))
    no_sponsors = forms.BooleanField(required=False, label=_("Leave the sponsors out"))
    no_notes = forms.BooleanField(required=False, label=_("Leave the notes out"))

    def __init__(self, data: QueryDict, *, form: str = "", language: str = "", lenient: bool = False) -> None:
        """``form`` where the address says it by its ending; ``language`` is that of the new text.

        ``lenient`` leaves out what the form does not take, for somebody who has just chosen another form.
        """
        super().__init__(data)
        self.form_asked, self.language, self.lenient = form, language, lenient

    @classmethod
    def asked_of(cls, data: QueryDict, *, form: str = "", language: str = "") -> Asked:
        """What an address asks for, to the letter.

        Raises:
            ReportError: there is no such report; says why.
        """
        told = cls(data, form=form, language=language)
        if told.is_valid():
            return told.asked
        raise ReportError(" ".join(str(each) for errors in told.errors.values() for each in errors))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors:
            try:
                data["asked"] = self._asked(data)
            except ReportError as error:
                raise forms.ValidationError(translated(error)) from error
        return data

    @property
    def asked(self) -> Asked:
        """What is wanted, of a form that is valid."""
        asked: Asked = self.cleaned_data["asked"]
        return asked

    @property
    def chosen(self) -> Asked:
        """What is wanted, or what is usual where that is nothing that there is."""
        if self.is_valid():
            return self.asked
        form, show = self.cleaned_data.get("form") or USUAL, self.cleaned_data.get("show")
        shows = SHOWS if form == ZIP else tuple(SUITS[form])
        return Asked(form, Options(show=show if show in shows else shows[0]))

    @property
    def shows(self) -> list[tuple[str, str]]:
        """What the chosen form can show, with its words."""
        form = self.chosen.form
        return [(each, SHOW_WORDS[each]) for each in SHOWS if form == ZIP or each in SUITS[form]]

    @property
    def takes(self) -> frozenset[str]:
        """The other options that the chosen form takes."""
        form, options, _cover = self.chosen
        if form != ZIP:
            return SUITS[form][options.show]
        return _EVERY if options.show in ("context", "table") else _EVERY - {"context"}

    @property
    def checks(self) -> list[tuple[str, str, bool]]:
        """The boxes to tick, each with its words and whether it is ticked."""
        options = self.chosen.options
        on = {
            "cover": self.chosen.cover,
            "line_numbers": options.line_numbers,
            "bracketed": options.bracketed,
            "no_sponsors": not options.sponsors,
            "no_notes": not options.notes,
        }
        fits = [name for name in on if name.removeprefix("no_") in self.takes]
        return [(name, str(self.fields[name].label), on[name]) for name in fits]

    def _asked(self, data: Mapping[str, Any]) -> Asked:
        form = self.form_asked or data["form"] or USUAL
        options = Options(
            show=data["show"] or ("all" if form == ZIP else usual(form).show),
            context=data["context"],
            labels=data["labels"] or (self.language if self.language in WORDINGS else "en"),
            line_numbers=data["line_numbers"],
            bracketed=data["bracketed"],
            sponsors=not data["no_sponsors"],
            notes=not data["no_notes"],
            cover=ANY_COVER if data["cover"] or form == ZIP else None,
        )
        if form != ZIP:  # in which each form has those that it takes
            check(suited(options, form) if self.lenient else options, form)
        asked = Asked(form, replace(options, cover=None), options.cover is not None)
        return asked if form == ZIP else asked.suited_to(form)


def address_of(asked: Asked, *, form: bool = True) -> dict[str, str]:
    """A report's options as an address says them; ``form`` as well, where its ending does not."""
    options, usually = asked.options, Options()
    query = {"form": asked.form} if form else {}
    query |= {"show": options.show, "labels": options.labels}
    if options.context is not None:
        query["context"] = str(options.context)
    said = {
        "cover": asked.cover and asked.form != ZIP,
        "line_numbers": options.line_numbers,
        "bracketed": options.bracketed,
        "no_sponsors": options.sponsors != usually.sponsors,
        "no_notes": options.notes != usually.notes,
    }
    return query | {name: "yes" for name, is_so in said.items() if is_so}
