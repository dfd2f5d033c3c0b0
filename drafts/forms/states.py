"""Saying where a draft stands, and withdrawing a version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from drafts.core import symbols
from drafts.core.errors import SymbolError
from drafts.core.states import Move
from drafts.forms.fields import PastDayField
from drafts.translating import translated

_REASON = forms.Textarea(attrs={"rows": 3})


class MoveForm(forms.Form):
    """The day, the reason where one is needed, and the symbol of an adopted text."""

    state = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput)
    symbol = forms.CharField(max_length=120, help_text=_("Of the adopted text, for example A/RES/61/181."))
    date = PastDayField(label=_("On which day"))
    why = forms.CharField(label=_("Why"), max_length=1000, widget=_REASON)

    def __init__(self, move: Move, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if move.new != "adopted":
            del self.fields["symbol"]
        self.fields["why"].label = translated(move.why) if move.why else _("Anything to add")
        self.fields["why"].required = bool(move.why)

    def clean_symbol(self) -> str:
        try:
            symbol = symbols.parse(self.cleaned_data["symbol"])
        except SymbolError as error:
            raise forms.ValidationError(translated(error)) from error
        if not symbol.adopted:
            raise forms.ValidationError(
                _("{symbol} is not the symbol of an adopted text, such as A/RES/61/181.").format(
                    symbol=symbol
                )
            )
        return str(symbol)


class WithdrawalForm(forms.Form):
    """When a version was withdrawn, and why."""

    date = PastDayField(label=_("On which day"))
    reason = forms.CharField(label=_("Why"), max_length=1000, widget=_REASON)
