"""A report as it is ordered: all that goes into it, so that one order always gives one file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from drafts.core import compare
from drafts.core.comparison import Comparison
from drafts.core.document import Resolution
from drafts.core.filenames import tame_name
from drafts.core.options import Options
from drafts.core.pairing import Pairing
from drafts.core.worded import worded
from drafts.formats import FORMS, to_json, write
from drafts.formats.program import program
from drafts.formats.suiting import suited
from drafts.formats.zipping import zipped

ZIP = "zip"  # all forms at once
ENDINGS: Mapping[str, str] = {form: {"text": "txt", "akn": "xml"}.get(form, form) for form in (*FORMS, ZIP)}
_CALLED = {  # those that people ask for most first
    "pdf": "PDF",
    "docx": worded("Word with tracked changes"),
    "html": worded("web page in one file"),
    "text": worded("text for a mail"),
    "csv": worded("table of the changes (CSV)"),
    "akn": "Akoma Ntoso",
    "json": "JSON",
    ZIP: worded("all forms in one zip"),
}
WORDS: Mapping[str, str] = {form: words for form, words in _CALLED.items() if form in ENDINGS}
INDEX, COVER = "index.txt", "cover sheet.pdf"

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Order:
    """A report of what changed from ``old`` to ``new``, in one of ``FORMS`` or as a ``ZIP`` of them all.

    ``names`` is what people call the two texts; tracked changes are by ``author`` and of ``date`` (ISO 8601).
    The cover sheet, if there is one, tells the moment of making only once it is made.
    """

    old: Resolution
    new: Resolution
    form: str
    options: Options
    names: tuple[str, str]
    pairings: tuple[Pairing, ...] = ()
    author: str = ""
    date: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256, in hex, of all that goes into it and of the program; the moment of making does not."""
        texts, options = (to_json(self.old), to_json(self.new)), asdict(self._untimed)
        pairings = [asdict(each) for each in self.pairings]
        told = [texts, pairings, self.form, options, self.names, self.author, self.date, program()]
        return hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    @property
    def name(self) -> str:
        """What its file is called: ``A_C.3_61_L.8 to A_C.3_61_L.8_Rev.1.pdf``."""
        return self.named(self.form)

    def named(self, form: str) -> str:
        return tame_name(f"{' to '.join(self.names)}.{ENDINGS[form]}")

    def at(self, made: str) -> Order:
        """The same with the moment of making (UTC, ISO 8601) on its cover sheet."""
        cover = self.options.cover
        return replace(self, options=replace(self.options, cover=cover and replace(cover, made=made)))

    @property
    def _untimed(self) -> Options:
        return self.at("").options


def fulfilled(order: Order, tell: Tell) -> bytes:
    """The report as a file. ``tell`` hears how many forms are made, of how many.

    Raises:
        ReportError: the form does not take these options.
    """
    comparison = compare(order.old, order.new, pairings=order.pairings)
    if order.form != ZIP:
        return _written(order, comparison, order.form, order.options)
    return zipped(_all_forms(order, comparison, tell))


def _all_forms(order: Order, comparison: Comparison, tell: Tell) -> dict[str, bytes]:
    """Each form with those of the options that it takes, the cover sheet alone, and an index."""
    files = {}
    for done, form in enumerate(FORMS):
        tell(done, len(FORMS) + 1)
        files[order.named(form)] = _written(order, comparison, form, suited(order.options, form))
    tell(len(FORMS), len(FORMS) + 1)
    files[COVER] = _written(order, comparison, "pdf", replace(order.options, show="summary", context=None))
    return {INDEX: "\n".join(_index(order, files)).encode(), **files}


def _written(order: Order, comparison: Comparison, form: str, options: Options) -> bytes:
    more: dict[str, Any] = {"author": order.author, "date": order.date} if form == "docx" else {}
    return write(comparison, form, old=order.old, new=order.new, options=options, **more)


def _index(order: Order, files: Mapping[str, bytes]) -> Iterator[str]:
    cover = order.options.cover
    yield f"What changed from {order.names[0]} to {order.names[1]}"
    if cover:
        yield f"Made by {cover.program} at {cover.made}\n"
        for heading, side in (("Old text", cover.old), ("New text", cover.new)):
            yield f"{heading}: {side.symbol}, {side.date}. {side.title}"
            yield f"  SHA-256 of the text    {side.text}"
            yield f"  SHA-256 of its source  {side.source or 'it was written here'}\n"
    for name, data in files.items():
        yield f"{name}\n  {len(data):,} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}"
    yield "\nSumming a file of these up by SHA-256 tells whether it is still what was made."
    yield ""
