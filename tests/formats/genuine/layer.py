"""The words of a PDF's text layer, taken by another program (pdftotext), without what belongs to the page.

They are the measure for "nothing lost, nothing added" on any document, of which nobody has written the truth.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_JOB = r"\d\d-\d{5}(?: \([A-Z]\))?(?:\s+\d{6}){0,2}"
_PAGE = r"\d{1,3}/\d{1,3}"
_FOOT = re.compile(
    rf"\s*(?:{_PAGE}|\*\d{{7}}\*|(?:{_PAGE}\s+)?{_JOB}(?:\s+\*\d{{7}}\*)?(?:\s+{_PAGE})?|Please recycle.?)\s*"
)
_SYMBOL = re.compile(r"[A-Z]{1,4}(?:/[A-Z0-9][\w.()-]*){2,}")
_WORD = re.compile(r"[\u4e00-\u9fff]|[^\W\d_\u4e00-\u9fff]+|\d+")  # Chinese has no spaces between words
FOOT_LINES = 6  # at the end of a page, among which page and job numbers stand
HEAD_LINES = 5  # at most, of a running head with a long title
# Words above the text that a resolution has no place for, or keeps in another form.
_FRAME = re.compile(
    r"United Nations|Distr\.|Original|Resolution adopted by [^\[]*|Decision adopted by [^\[]*|\[[^\]]*\]"
    r"|(?:revised\s+)?draft\s+(?:resolution|decision)s?(?:\s+[A-Z]/\S+)?|amendments?\s+to|\band\b"
    r"|(?:[A-Z]{1,2}-)?\d{1,4}/\d{1,3}[A-Z]?\.|/Rev\.\d+|Nations\s+Unies"
    r"|Résolution\s+adoptée\s+par [^\[]*|\bet\b"
    r"|projets?\s+de\s+résolution(?:\s+révisé)?|Naciones\s+Unidas|Español|proyecto\s+de\s+resolución|\by\b"
    r"|Организация\s+Объединенных\s+Наций|Russian|проект\s+резолюции|\bи\b|联合国|Chinese|决议草案|和",
    re.DOTALL,
)


@dataclass(frozen=True)
class Layer:
    """``words`` in order, ``frame`` those of them that may be missing from a reading or stand in it."""

    words: tuple[str, ...]
    frame: Counter[str]
    furniture: tuple[str, ...]


def layer(pdf: Path) -> Layer:
    """The text layer of a file. Raises CalledProcessError if pdftotext cannot read it."""
    command = ["pdftotext", "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    pages = [page.split("\n") for page in text.rstrip("\f").split("\f")]
    own = _SYMBOL.search(text)
    symbol = own[0] if own else ""
    heads = [_words_of(_top(page), symbol) for page in pages[1:]]
    kept: list[str] = []
    furniture: list[str] = []
    for number, page in enumerate(pages):
        head = _top(page) if number else []
        gone = head if _is_head(head, symbol, heads) else []
        lines = page[page.index(gone[0]) + len(gone) :] if gone else page
        foot = [line for line in lines[-FOOT_LINES:] if _FOOT.fullmatch(line)]
        furniture += [*gone, *foot]
        kept += [
            line for at, line in enumerate(lines) if not (at >= len(lines) - FOOT_LINES and line in foot)
        ]
    frame = Counter(words("\n".join(_FRAME.findall("\n".join(kept)))))
    return Layer(tuple(words("\n".join(kept))), frame, tuple(filter(None, map(str.strip, furniture))))


def words(text: str) -> list[str]:
    """Runs of letters, and of digits: what no program that extracts text should see differently."""
    return _WORD.findall(unicodedata.normalize("NFC", text))


def _top(page: list[str]) -> list[str]:
    """The lines above a page's first empty one."""
    first = next((at for at, line in enumerate(page) if line.strip()), len(page))
    end = next((at for at in range(first, len(page)) if not page[at].strip()), len(page))
    return page[first:end]


def _is_head(lines: list[str], symbol: str, heads: list[str]) -> bool:
    """Whether the symbol stands in it, or all of it at the top of another page too."""
    if not lines or len(lines) > HEAD_LINES:
        return False
    if symbol and any(symbol in line.split() for line in lines):
        return True
    return sum(_words_of(lines, symbol) in head for head in heads) > 1


def _words_of(lines: list[str], symbol: str) -> str:
    """What stands in the lines besides the symbol, without spaces."""
    return "".join(word for line in lines for word in line.split() if word != symbol)
