"""The catalogues of ``drafts/locale``: every string is in them, and French says them all."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).parent.parent
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **dict.fromkeys(("gettext_lazy", "gettext_noop", "worded")),
    **dict.fromkeys(("ngettext_lazy", "counted"), (1, 2)),
}
SOURCES = {
    "django": [
        *(ROOT / "drafts").rglob("*.py"),
        *(ROOT / "templates").rglob("*.*"),
    ],
    "djangojs": [*(ROOT / "static/js").rglob("*.js"), *(ROOT / "static/src").rglob("*.js")],
}
NOT_GATHERED = {"commands", "migrations", "node_modules", "tests"}  # as in `manage.py catalogues`

_PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|\{\w+\}|</?\w[^>]*>")
_CALLED = re.compile(r"gettext|worded|counted|translate|\b_\(")
# Within a line of French: a straight apostrophe or quotation mark, and a sign without its no-break space.
_ILL_SET = re.compile(r"\w'\w|\"|[^\s\u00a0\u202f?!:;.…][;?!»]| [:;?!»]|\w:(?!//|\w)|«(?!\u00a0)")


@pytest.mark.parametrize("domain", SOURCES)
def test_every_string_of_the_program_is_in_the_catalogue(domain: str) -> None:
    """Else run ``manage.py catalogues``, and fill in the French."""
    known = {_msgid(each) for each in _catalogue("fr", domain)} - {""}
    gathered = {msgid for path in SOURCES[domain] if _is_gathered(path) for msgid in _strings(path)}
    assert (gathered - known, known - gathered) == (set(), set())


@pytest.mark.parametrize("domain", SOURCES)
def test_french_is_complete(domain: str) -> None:
    assert [fault for message in _catalogue("fr", domain) if message.id for fault in _faults(message)] == []


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES if code not in ("en", "fr")])
def test_what_a_language_in_progress_says_holds_what_it_is_to_hold(language: str) -> None:
    messages = [each for domain in SOURCES for each in _catalogue(language, domain) if each.id]
    assert [fault for message in messages if any(_said(message)) for fault in _held(message)] == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Voici l'ancien", "l'a"),
        ("Vraiment ?", " ?"),
        ("Vraiment?", "t?"),
        ("Ici\u00a0: « là\u00a0»", "«"),
        ("Ici: là", "i:"),
    ],
)
def test_ill_set_french_is_found(line: str, fault: str) -> None:
    assert _ill_set(line) == fault


def test_well_set_french_passes() -> None:
    line = "«\u00a0L’état\u00a0» : à 10:30, A/C.3/L.8 ; https://un.org\u00a0? %(n)s…"
    assert [_ill_set(line.replace(" :", "\u00a0:").replace(" ;", "\u00a0;"))] == [""]


def _catalogue(language: str, domain: str) -> Catalog:
    folder = language.replace("-hans", "_Hans")
    path = ROOT / f"drafts/locale/{folder}/LC_MESSAGES/{domain}.po"
    with path.open("rb") as file:
        return read_po(file, locale=folder)


def _is_gathered(path: Path) -> bool:
    return NOT_GATHERED.isdisjoint(path.relative_to(ROOT).parts)


def _strings(path: Path) -> Iterator[str]:
    """What ``manage.py catalogues`` takes out of a file."""
    text = path.read_text()
    if not _CALLED.search(text):
        return
    method, options = (
        ("javascript", {"parse_template_string": True}) if path.suffix == ".js" else ("python", {})
    )
    if path.suffix in (".html", ".txt"):
        text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    for _, msgid, _, _ in extract(method, io.BytesIO(text.encode()), KEYWORDS, options=options):
        yield msgid if isinstance(msgid, str) else msgid[0]


def _msgid(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _said(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def _faults(message: Message) -> Iterator[str]:
    if message.fuzzy or not all(_said(message)):
        yield f"{_msgid(message)!r} is not translated"
        return
    yield from _held(message)
    for line in _said(message):
        if found := _ill_set(line):
            yield f"{line!r}: {found!r}"


def _held(message: Message) -> Iterator[str]:
    """Whether what is filled in, and the markup, are the same; of one thing, its number may be left out."""
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    wanted = [sorted(_PLACEHOLDER.findall(each)) for each in ids]
    for line in _said(message):
        if sorted(_PLACEHOLDER.findall(line)) not in wanted:
            yield f"{ids[0]!r} is said as {line!r}"


def _ill_set(line: str) -> str:
    found = _ILL_SET.search(re.sub(r"<[^>]*>|&#?\w+;", "", line))
    return found.group() if found else ""
