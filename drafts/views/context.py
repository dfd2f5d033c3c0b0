"""What every page knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from drafts import __version__
from drafts.core.worded import worded
from drafts.formats import suffixes
from drafts.translating import translated

# What people call the files whose names end so, those they have most often first.
_WORDS = {
    ".pdf": "PDF",
    ".docx": "Word",
    ".html": "HTML",
    ".htm": "HTML",
    ".xml": "Akoma Ntoso",
    ".txt": worded("text"),
    ".json": "JSON",
}


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "sign_up_open": settings.SIGN_UP_OPEN,
        "program_version": __version__,
        "max_file_bytes": settings.MAX_FILE_BYTES,
        "max_files": settings.MAX_FILES,
        "max_pages": settings.MAX_PAGES,
        "accepted_files": ",".join(suffixes()),
        "accepted_words": _words(suffixes()),
    }


def _words(endings: tuple[str, ...]) -> str:
    """``PDF, Word, text or JSON``, in the order of people's use."""
    words = list(dict.fromkeys(word for ending, word in _WORDS.items() if ending in endings))
    return translated(worded("{one} or {another}", one=", ".join(words[:-1]), another=words[-1]))
