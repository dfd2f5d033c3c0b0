"""The phrase stock of the generator, one text a language: words and sentence patterns of our own."""

from functools import cache
from pathlib import Path

from tests.benchmarks.compare.stock.french import agreeing

Rules = dict[str, tuple[str, ...]]
_FILES = {"en": "english.txt", "fr": "french.txt"}


@cache
def rules(language: str) -> Rules:
    """A language's rules by name, each with its choices."""
    text = (Path(__file__).parent / _FILES[language]).read_text(encoding="utf-8")
    read: Rules = {}
    for entry in _entries(text):
        name, _, choices = entry.partition(" = ")
        read[name] = tuple(choice.strip() for choice in choices.split("|"))
    return agreeing(read) if language == "fr" else read


def _entries(text: str) -> list[str]:
    """One a rule: an indented line goes on with the one before, ``#`` starts a comment."""
    entries: list[str] = []
    for line in text.splitlines():
        if line.startswith(" "):
            entries[-1] += f" {line.strip()}"
        elif line and not line.startswith("#"):
            entries.append(line)
    return entries
