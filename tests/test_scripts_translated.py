"""What scripts say reaches people in the language of the page: no words stand bare in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "static"
SCRIPTS = sorted([*(STATIC / "js").glob("*.js"), *(STATIC / "src" / "editor").glob("*.js")])

_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'`])//[^\n]*", re.DOTALL)
_MARKED = re.compile(r"\bn?gettext\(\s*\"(?:[^\"\\]|\\.)*\"(?:,\s*\"(?:[^\"\\]|\\.)*\")?")
_CONSOLE = re.compile(r"console\.\w+\([^;]*;|new Error\([^)]*\)")
_LITERAL = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|`((?:[^`\\]|\\.)*)`")
# Where a literal goes that somebody sees or hears.
_SHOWN = re.compile(
    r"(?:\b(?:textContent|title|ariaLabel|placeholder|alt)\s*[:=]|"
    r"\"(?:aria-\w+|title|placeholder|alt)\",|\b(?:say|tell|warn|stop|alert|confirm|prompt)\()\s*$"
)
_LETTERS = re.compile(r"[A-Za-z]{2}")
_SENTENCE = re.compile(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b|^[A-Z][a-z]+ [a-z]+ ")
_FOR_MACHINES = re.compile(r"[\[\]>=*#{}()]")  # selectors, content expressions, markup
_VALUES = re.compile(r"^(?:true|false|off|on|dialog|polite|page|[a-z]+-[a-z-]+)$")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_words_stand_bare_in_a_script(script: Path) -> None:
    assert list(bare(script.read_text())) == []


@pytest.mark.parametrize(
    "line",
    [
        'told.textContent = "Saved";',
        "button.title = `Follow ${name}`;",
        'list.setAttribute("aria-label", "Opening phrases");',
        'say("Pasting…");',
        'const words = read ? "" : "It could not be read.";',
        "return `Not saved: what ${you} wrote last in there`;",
    ],
)
def test_bare_words_are_found(line: str) -> None:
    assert list(bare(line))


def bare(script: str) -> Iterator[str]:
    """The literals with words in them that no catalogue knows."""
    code = _COMMENT.sub("", script)
    code = _CONSOLE.sub("", _MARKED.sub("gettext(", code))
    for found in _LITERAL.finditer(code):
        words = re.sub(r"\$\{[^}]*\}", "", found[1] or found[2] or "")
        shown = _SHOWN.search(code[: found.start()]) and _LETTERS.search(words) and not _VALUES.match(words)
        if shown or (_SENTENCE.search(words) and not _FOR_MACHINES.search(words)):
            yield found[0]
