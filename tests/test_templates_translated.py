"""No template says anything in bare English: what people read there, each language can say.

The finder reads a template as Django does, takes away what Django fills in or translates, and looks at what
is left as a browser would: texts, and the attributes that people see or hear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from django.template.base import Lexer, Token, TokenType

TEMPLATES = Path(__file__).parent.parent / "templates"

# English only: for those who build pages, where RAPPORTEUR_DEBUG is on.
NOT_LOOKED_AT = {"design"}

# The same in every language: the program's name, what files and digests are called, what stands on keys.
NAMES = {"Rapporteur", "JSON", "CSV", "SHA", "Ctrl", "Alt", "Tab", "index.csv", "archive.json"}

# What only a style reads: on which sides of a comparison a paragraph stands.
CLASSES = {"old,old one", "new one,new"}

# Attributes that are read, seen or heard; of data-*, those whose value is words.
READ = {"title", "alt", "placeholder", "label", "aria-label", "aria-description", "aria-valuetext", "summary"}
UNREAD_ELEMENTS = {"style", "script", "code"}

# Formats that every language fills in its own way, and those that machines read. Anything else has an order.
FORMATS = re.compile(r"[A-Z]+(_[A-Z]+)*_FORMAT|c|Y-m-d|Hi|l|e")

_SAME = re.compile(rf"\b({'|'.join(map(re.escape, NAMES))})\b|^#\w+$")  # the last: where an address leads to
_PLACE = "\ufffc"  # stands where Django puts something
_LITERAL = re.compile(r""""([^"]*)"|'([^']*)'""")
_FILTER = re.compile(r"""\|(\w+):(?:"([^"]*)"|'([^']*)')""")


class Bare(NamedTuple):
    """Words that no language but English can say, and where they stand."""

    file: str
    line: int
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.words}"


def test_no_template_says_anything_in_bare_english() -> None:
    paths = sorted(path for path in TEMPLATES.rglob("*.*") if path.parent.name not in NOT_LOOKED_AT)
    found = [str(each) for path in paths for each in bare(path.read_text(), str(path.relative_to(TEMPLATES)))]
    assert found == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Nothing yet.</p>", "Nothing yet."),
        ("<p>{% translate 'Nothing yet.' %}</p>", None),
        ("<p>{% blocktranslate trimmed %}Nothing{% endblocktranslate %} yet</p>", "yet"),
        ("<p>{{ n }} draft</p>", "\ufffc draft"),
        ("<p>{{ n|pluralize:'is,are' }}</p>", "pluralize"),
        ("<p>{{ at|date:'j M Y' }}</p>", "j M Y"),
        ("<p>{{ at|date:'DATE_FORMAT' }}</p>", None),
        ("<p>{{ name|default:'The text' }}</p>", "The text"),
        ("<p>{{ name|default:_('The text') }}</p>", None),
        ("<p data-on='{{ on|yesno:'yes,no' }}'></p>", None),
        ('<img alt="{% if a %}Page {{ n }}{% endif %}">', "Page \ufffc"),
        ('<b data-words-gone="Gone for good"></b>', "Gone for good"),
        ('<b data-state="gone" class="gone away"></b>', None),
        ("{% include 'a.html' with what='the notes' %}", "the notes"),
        ("<h1>Rapporteur · JSON</h1>", None),
        ("{# A note to builders #}{% comment %}And another{% endcomment %}", None),
    ],
)
def test_the_finder_tells_bare_words(template: str, words: str | None) -> None:
    assert [each.words for each in bare(template, "a.html")] == ([words] if words else [])


def test_the_finder_names_the_line() -> None:
    template = "{% comment %}\n{% endcomment %}\n{% blocktranslate %}a\nb{% endblocktranslate %}\n<p>Bare</p>"
    assert [str(each) for each in bare(template, "a.html")] == ["a.html:5: Bare"]


def bare(template: str, name: str) -> list[Bare]:
    """All bare words of a template, by line."""
    tokens = Lexer(template).tokenize()
    found = [Bare(name, token.lineno, words) for token in tokens for words in _in_tag(token)]
    found += [Bare(name, line, words) for line, words in _Shown(name.endswith(".html")).read(tokens)]
    return sorted(found)


def _in_tag(token: Token) -> Iterator[str]:
    """Words that a tag or a variable has as a value of its own, or a date in a fixed order."""
    if token.token_type not in (TokenType.BLOCK, TokenType.VAR):
        return
    kind = token.contents.split()[0]
    contents = re.sub(r"""_\(("[^"]*"|'[^']*')\)""", "", token.contents)
    if "|pluralize" in contents:
        yield "pluralize"
    for filter, *values in _FILTER.findall(contents):
        value = "".join(values)
        if not FORMATS.fullmatch(value) if filter in ("date", "time") else _is_said(value):
            yield value
    if token.token_type is TokenType.BLOCK and kind in ("include", "with", "firstof", "cycle"):
        for values in _LITERAL.findall(contents.partition(" with ")[2] if kind == "include" else contents):
            if _is_said("".join(values)):
                yield "".join(values)


def _is_said(value: str) -> bool:
    """Whether a value is words for people: several, or with a capital; a single small one is a code."""
    return value not in CLASSES and bool(
        re.search(r"[A-Za-z]{2,} +\S|[A-Z][a-z]| [A-Za-z]{2,}|[A-Za-z]{2,} $", value)
    )


class _Shown(HTMLParser):
    """What is left of a template that a browser shows."""

    def __init__(self, is_html: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.is_html = is_html
        self.found: list[tuple[int, str]] = []
        self.within: list[str] = []

    def read(self, tokens: list[Token]) -> list[tuple[int, str]]:
        left = "".join(_left(tokens))
        if self.is_html:
            self.feed(left)
            self.close()
        else:
            for line, words in enumerate(left.splitlines(), 1):
                self._take(line, words)
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within.append(tag)
        for name, value in attrs:
            if value and (name in READ or (name.startswith("data-") and re.match("[A-Z][a-z]", value))):
                self._take(self.getpos()[0], value)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if UNREAD_ELEMENTS.isdisjoint(self.within):
            for line, words in enumerate(data.splitlines(), self.getpos()[0]):
                self._take(line, words)

    def _take(self, line: int, words: str) -> None:
        if re.search(r"[^\W\d_]{2,}", _SAME.sub("", words)):
            self.found.append((line, words.strip()))


def _left(tokens: list[Token]) -> Iterator[str]:
    """The template without what Django fills in or translates, line for line."""
    skipped = ""
    for token in tokens:
        kind = token.contents.split()[0] if token.token_type is TokenType.BLOCK else ""
        if skipped and kind == skipped:
            skipped = ""
        elif kind in ("blocktranslate", "comment", "verbatim"):
            skipped = f"end{kind}"
        elif token.token_type is TokenType.TEXT:
            yield "\n" * token.contents.count("\n") if skipped else token.contents
        elif token.token_type is TokenType.VAR and not skipped:
            yield _PLACE
