"""Every address of the program, as it is declared, and the names of all that its forms and pages read."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from django import forms as django_forms
from django.urls import URLPattern, URLResolver, get_resolver

import drafts
from drafts import forms

_ARGUMENT = re.compile(r"<(?:\w+:)?\w+>")
_READ = re.compile(r'(?:GET|POST|FILES)(?:\.get|\.getlist)?[\[(]"(\w+)"')


class Address(NamedTuple):
    """``route`` as in ``urls.py``; ``name`` as it is asked for by, with ``admin:`` before the operators’."""

    name: str
    route: str

    @property
    def places(self) -> int:
        return len(_ARGUMENT.findall(self.route))

    def path(self, arguments: list[str]) -> str:
        """The path with each argument percent-encoded in its place, fitting or not."""
        left = iter(arguments)
        return "/" + _ARGUMENT.sub(lambda _: quoted(next(left)), self.route)


def addresses() -> list[Address]:
    """All of them, the administration's among them; but for its redirect of everything else."""
    return [
        Address(name, route)
        for name, route in _declared(get_resolver().url_patterns, "")
        if "(?P" not in route and "^" not in route
    ]


def _declared(
    patterns: list[URLPattern | URLResolver], before: str, space: str = ""
) -> Iterator[tuple[str, str]]:
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _declared(each.url_patterns, route, f"{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name or ''}", route


def field_names() -> list[str]:
    """What any form has a field for, and any view looks up."""
    folder = Path(drafts.__file__).parent
    read = {
        name
        for path in (*folder.glob("views/*.py"), *folder.glob("forms/*.py"))
        for name in _READ.findall(path.read_text(encoding="utf-8"))
    }
    modules = (import_module(f"drafts.forms.{each.name}") for each in pkgutil.iter_modules(forms.__path__))
    declared = {
        name
        for module in modules
        for _, form in inspect.getmembers(module, inspect.isclass)
        if issubclass(form, django_forms.BaseForm)
        for name in getattr(form, "base_fields", {})
    }
    return sorted(read | declared)


def quoted(text: str) -> str:
    """Percent-encoded, whatever it is: half a surrogate pair as its three bytes."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
