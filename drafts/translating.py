"""Saying in the reader's language what ``core.worded`` said in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, parse_cookie
from django.utils.formats import date_format, number_format
from django.utils.html import escape
from django.utils.translation import get_language, get_language_from_request, gettext, ngettext

from drafts.core import members
from drafts.core.errors import RapporteurError
from drafts.core.sponsor_line import listed
from drafts.core.sponsor_list import names_in
from drafts.core.worded import Day, Figure, Moment, Share, States, Worded

_KINDS = (Worded, Day, Moment, Figure, Share, States)  # of lines that another language says otherwise
_SAID = (*_KINDS, RapporteurError)


def translated(words: object) -> str:
    """The same in the language of the page, also of a refusal; what has no pattern stays as it is."""
    if isinstance(words, RapporteurError):
        words = words.words
    if isinstance(words, Worded):
        return _filled(words)
    if get_language() == "en" or not isinstance(words, _SAID):
        return str(words)
    match words:
        case Day():
            return date_format(words.date, "DATE_FORMAT")
        case Moment():
            return date_format(words.at, "DATETIME_FORMAT")
        case Share():
            return gettext("{number}%").format(number=number_format(words.percent))
        case Figure():
            return number_format(words.number, force_grouping=True)
        case _:
            return _states(str(words))


def say_on_pages() -> None:
    """Let templates say all of these in the language of the page, wherever one is put and whatever puts it.

    A template asks what it puts into a page for ``__html__``, and takes that. What is not for a reader, such
    as the value of a button, goes through ``stringformat:"s"``.
    """
    for kind in _KINDS:
        setattr(kind, "__html__", _as_html)  # noqa: B010 - core knows no pages


def _as_html(words: str) -> str:
    return escape(translated(words))


def _filled(words: Worded) -> str:
    n = words.values.get("n", 0)
    pattern = ngettext(words.one, words.many, n) if words.many else gettext(words.one)
    if not words.values:
        return pattern
    return pattern.format(**{name: _value(value) for name, value in words.values.items()})


def _value(value: Any) -> Any:
    return translated(value) if isinstance(value, _SAID) else value


def _states(names: str) -> str:
    """States by their names in the language of the page; whoever is none, as written."""
    language = interface_language()
    return listed(
        [members.name_of(members.code_of(name), language) or name for name in names_in(names)], language
    )


def asked_language(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The language of the pages of whoever sends these headers, where Django does not look for it itself."""
    said = {name: value.decode("latin-1") for name, value in headers}
    request = HttpRequest()
    request.COOKIES = parse_cookie(said.get(b"cookie", ""))
    request.META["HTTP_ACCEPT_LANGUAGE"] = said.get(b"accept-language", "")
    return get_language_from_request(request)


def interface_language() -> str:
    """The language of the page as ``core`` codes it: ``zh`` for all its scripts."""
    return (get_language() or "en").partition("-")[0]
