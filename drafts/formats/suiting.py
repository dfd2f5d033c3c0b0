"""Which form takes which options of a report, and what is said of one that it does not take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafts.core.errors import ReportError
from drafts.core.options import Options, Show
from drafts.core.worded import Worded, one_of, worded

_NONE: frozenset[str] = frozenset()
_SPOKEN = frozenset({"sponsors", "notes"})
_LAID = _SPOKEN | {"bracketed", "cover"}
_TEXT = _SPOKEN | {"cover"}

# By form, what it can show, the usual first, and which other options it then takes. ``labels`` suit any form:
# one that says nothing says it in any language.
SUITS: Mapping[str, Mapping[Show, frozenset[str]]] = {
    "json": {"all": _NONE},
    "akn": {"all": _NONE},
    "csv": {"changes": _SPOKEN, "all": _SPOKEN, "context": _SPOKEN | {"context"}},
    "text": {"changes": _TEXT, "all": _TEXT, "context": _TEXT | {"context"}, "summary": _TEXT},
    "docx": {"all": _NONE, "table": _LAID | {"context"}, "summary": _LAID},
    "html": {
        "all": _LAID,
        "context": _LAID | {"context"},
        "changes": _LAID,
        "table": _LAID | {"context"},
        "summary": _LAID,
    },
    "pdf": {
        "all": _LAID | {"line_numbers"},
        "context": _LAID | {"context", "line_numbers"},
        "changes": _LAID | {"line_numbers"},
        "table": _LAID | {"context"},
        "summary": _LAID,
    },
}
_WHY = {
    "json": worded("it holds the whole comparison, for other programs"),
    "akn": worded("it holds the whole comparison, for other programs"),
    "docx": worded("it tracks the changes in the whole text, so that rejecting them gives the old one"),
}
_WORDS = {
    "context": worded("chosen context"),
    "line_numbers": worded("line numbers"),
    "sponsors": worded("sponsors left out"),
    "notes": worded("notes left out"),
    "bracketed": worded("brackets"),
    "cover": worded("cover sheet"),
}
_DEFAULTS = {name: getattr(Options(), name) for name in _WORDS}


def usual(form: str) -> Options:
    """What is laid out in a form when nobody asks for anything else."""
    return Options(show=next(iter(SUITS[form])))


def check(options: Options, form: str) -> None:
    """Refuse what a form cannot do.

    Raises:
        ReportError: naming the form, the option, why, and what it can do.
    """
    if options.show not in SUITS[form]:
        raise ReportError(_not_shown(options.show, form))
    for name in _beyond(options, form):
        raise ReportError(_not_taken(name, options.show, form))


def suited(options: Options, form: str) -> Options:
    """The options as far as a form takes them, for whoever wants one report in several forms."""
    if options.show not in SUITS[form]:
        options = replace(options, show=usual(form).show)
    return replace(options, **{name: _DEFAULTS[name] for name in _beyond(options, form)})


def _beyond(options: Options, form: str) -> Iterator[str]:
    """The options that are set and that the form does not take."""
    takes = SUITS[form][options.show]
    return (
        name for name, default in _DEFAULTS.items() if name not in takes and getattr(options, name) != default
    )


def _not_shown(show: Show, form: str) -> Worded:
    told = {"form": form, "show": repr(show), "shows": ", ".join(SUITS[form])}
    if why := _WHY.get(form):
        return worded(
            "A report as {form} cannot show {show}, since {why}; it shows {shows}.", why=why, **told
        )
    return worded("A report as {form} cannot show {show}; it shows {shows}.", **told)


def _not_taken(name: str, show: Show, form: str) -> Worded:
    told = {"form": form, "show": repr(show), "what": _WORDS[name]}
    others = [repr(each) for each, takes in SUITS[form].items() if name in takes]
    if others:
        return worded(
            "A report as {form} that shows {show} has no {what}. Ask for it with {others}.",
            others=one_of(others),
            **told,
        )
    if why := _WHY.get(form):
        return worded("A report as {form} that shows {show} has no {what}, since {why}.", why=why, **told)
    return worded("A report as {form} that shows {show} has no {what}.", **told)
