"""Who joins the sponsors of a draft, one by one or as a list, and who withdraws."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from drafts.core.ledger import Proposer
from drafts.core.members import code_of, codes, name_of
from drafts.core.sponsor_list import LONGEST, Understood, understand
from drafts.core.state_names import closest
from drafts.forms.texts import AnyTextField

KIND_WORDS = {
    "state": _("a State or observer State"),
    "group": _("a group or organisation"),
    "chair": _("a chair or other officer"),
}
LEFT_OUT = "-"  # what is chosen for a name of a list that should not join


class DayField(forms.DateField):
    """A day, today unless another is given."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, initial=timezone.localdate, **options)


class JoinForm(forms.Form):
    """One sponsor, by any name in any of the six languages."""

    name = forms.CharField(
        max_length=300,
        label=_("Who joins"),
        help_text=_("A State by its name in any of the six languages."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(choices=list(KIND_WORDS.items()), initial="state", label=_("It is"))
    behalf = forms.CharField(required=False, max_length=300, label=_("On behalf of"))
    main = forms.BooleanField(required=False, label=_("A main sponsor"))
    date = DayField(label=_("From"))

    suggestions: tuple[str, ...] = ()

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="join-%s")  # it stands beside a ListForm

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        name, kind = " ".join(str(data.get("name", "")).split()), data.get("kind")
        if kind == "state" and name and not code_of(name):
            self.suggestions = tuple(name_of(code, "en") for code in closest(name))
            self.add_error("name", _unknown(name, self.suggestions))
        data["name"] = name
        return data

    @property
    def proposer(self) -> Proposer:
        data = self.cleaned_data
        code = code_of(data["name"]) if data["kind"] == "state" else ""
        return Proposer(data["kind"], code, "" if code else data["name"], data["behalf"], data["main"])


class ListForm(forms.Form):
    """A list of sponsors as pasted."""

    pasted = AnyTextField(
        label=_("The list"),
        help_text=_("Any of the six languages, any order: off a document, or one name a line."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto", "spellcheck": "false"}),
    )
    date = DayField(label=_("From"))

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="list-%s")

    def clean_pasted(self) -> tuple[Understood, ...]:
        pasted: str = self.cleaned_data["pasted"]
        if len(pasted) > LONGEST:
            raise forms.ValidationError(
                _("That is far longer than any list of sponsors. Paste the list alone.")
            )
        found = understand(pasted)
        if not found:
            raise forms.ValidationError(_("There is no name in this. Paste the list of sponsors."))
        return found


class UnderstoodForm(forms.Form):
    """What was decided about each name of a list: a State's code, ``group:`` with a name, or left out."""

    date = DayField(label=_("From"))

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.chosen = list(zip(data.getlist("sponsor"), data.getlist("behalf"), strict=False))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kept = [(value, behalf) for value, behalf in self.chosen if value != LEFT_OUT]
        if not all(value in codes() or value.startswith("group:") for value, _behalf in kept):
            raise forms.ValidationError(_("Say for each name which State it is, or leave it out."))
        data["proposers"] = [_chosen(value, behalf[:300]) for value, behalf in kept]
        return data


class WithdrawForm(forms.Form):
    """Who withdraws, from which day on."""

    key = forms.CharField(max_length=300)
    date = DayField(required=False)


class ChangeForm(WithdrawForm):
    """In which capacity somebody sponsors from now on."""

    main = forms.BooleanField(required=False)
    behalf = forms.CharField(required=False, max_length=300)


def _chosen(value: str, behalf: str) -> Proposer:
    if value.startswith("group:"):
        return Proposer("group", name=value.removeprefix("group:")[:300], behalf=behalf)
    return Proposer("state", value, behalf=behalf)


def _unknown(name: str, suggestions: tuple[str, ...]) -> str:
    if suggestions:
        return _(
            "“{name}” is not the name of a State known here. Is it {suggestions}? A group or a chair is said "
            "to be one below."
        ).format(name=name, suggestions=_(" or ").join(suggestions))
    return _(
        "“{name}” is not the name of a State known here. If it is a group, an organisation or a chair, "
        "say so below."
    ).format(name=name)
