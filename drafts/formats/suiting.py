"""Which form takes which options of a report, and what is said of one that it does not take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from drafts.core.errors import ReportError
from drafts.core.options import Options, Show

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
    "json": "it holds the whole comparison, for other programs",
    "akn": "it holds the whole comparison, for other programs",
    "docx": "it tracks the changes in the whole text, so that rejecting them gives the old one",
}
_WORDS = {
    "context": "chosen context",
    "line_numbers": "line numbers",
    "sponsors": "sponsors left out",
    "notes": "notes left out",
    "bracketed": "brackets",
    "cover": "cover sheet",
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
    shows = SUITS[form]
    why = f", since {_WHY[form]}" if form in _WHY else ""
    if options.show not in shows:
        raise ReportError(
            f"A report as {form} cannot show {options.show!r}{why}; it shows {', '.join(shows)}."
        )
    for name in _beyond(options, form):
        others = [show for show, takes in shows.items() if name in takes]
        instead = f" Ask for it with {' or '.join(map(repr, others))}." if others else ""
        shown = f"A report as {form} that shows {options.show!r}"
        raise ReportError(f"{shown} has no {_WORDS[name]}{why if not others else ''}.{instead}")


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
