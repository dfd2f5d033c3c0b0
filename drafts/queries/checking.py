"""Checking a report that somebody holds: whether its digests agree with what is stored."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from drafts.models import Batch, MadePart, MadeReport, SourceFile, Version
from drafts.queries.reports import covered

MOST_DIGESTS = 40  # looked up at once; a cover sheet has four, the index of a zip some dozen
_WHOLE = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_PIECES = re.compile(
    r"(?<![0-9a-z])(?:[0-9a-f]++(?![0-9a-z])\s*+){2,}+"
)  # over lines, as a narrow column has it
_PIECE = re.compile(r"[0-9a-f]+")
_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Finding:
    """What a digest is that of. ``agrees`` is no where the version it belonged to says another thing now.

    ``what``: the ``text`` of a version, its ``source``, a ``report`` made here, a ``part`` of a zip of all
    forms, the zip of a ``batch``; or ``unknown``.
    """

    digest: str
    what: str
    version: Version | None = None
    report: MadeReport | None = None
    batch: Batch | None = None
    agrees: bool = False


def digests_in(text: str) -> list[str]:
    """The SHA-256 digests in a text as somebody copied it, each once, in their order."""
    lower = text.lower()
    rest = _WHOLE.sub(" | ", lower)
    return list(dict.fromkeys([*_WHOLE.findall(lower), *_broken(rest)]))[:MOST_DIGESTS]


def _broken(text: str) -> Iterator[str]:
    """Digests in several pieces with nothing but space between. Each piece is looked at once."""
    for run in _PIECES.finditer(text):
        pieces: deque[str] = deque()
        length = 0
        for match in _PIECE.finditer(text, *run.span()):
            pieces.append(match[0])
            length += len(match[0])
            while length > _LENGTH:
                length -= len(pieces.popleft())
            if length == _LENGTH:
                yield "".join(pieces)
                pieces.clear()
                length = 0


def digests_of(data: bytes) -> list[str]:
    """That of a file, and those that stand in it where it is a text of some kind."""
    own = hashlib.sha256(data).hexdigest()
    return list(dict.fromkeys([own, *digests_in(data.decode("utf-8", "ignore"))]))[:MOST_DIGESTS]


def checked(digests: Iterable[str], versions: QuerySet[Version]) -> list[Finding]:
    """What each digest is that of, among these ``versions`` and the reports of them, worked out anew."""
    wanted = list(dict.fromkeys(digests))
    found = [*_reports(wanted, versions), *_batches(wanted, versions), *_versions(wanted, versions)]
    known = {each.digest for each in found}
    ordered = sorted(found, key=lambda each: wanted.index(each.digest))
    return [*ordered, *(Finding(each, "unknown") for each in wanted if each not in known)]


def _reports(digests: Collection[str], versions: QuerySet[Version]) -> Iterator[Finding]:
    seen = versions.order_by().values("pk")
    made = MadeReport.objects.filter(sha256__in=digests, old__in=seen, new__in=seen)
    for report in made.select_related("old", "new"):
        yield Finding(report.sha256, "report", report=report, agrees=True)
    parts = MadePart.objects.filter(sha256__in=digests, report__old__in=seen, report__new__in=seen)
    for part in parts.select_related("report__old", "report__new"):
        yield Finding(part.sha256, "part", report=part.report, agrees=True)


def _batches(digests: Collection[str], versions: QuerySet[Version]) -> Iterator[Finding]:
    """Zips of batches, for who may see every draft in them."""
    seen = versions.order_by().values("pk")
    for batch in Batch.objects.filter(sha256__in=digests):
        if not batch.items.filter(refusal="").exclude(new__in=seen).exists():
            yield Finding(batch.sha256, "batch", batch=batch, agrees=True)


def _versions(digests: Collection[str], versions: QuerySet[Version]) -> Iterator[Finding]:
    """Versions whose text or source has the digest, by what reports of them said when they were made."""
    said: dict[int, set[tuple[str, str]]] = {}
    columns = ("old_text", "old_source", "new_text", "new_source")
    any_of = Q(pk__in=[])
    for column in columns:
        any_of |= Q(**{f"{column}__in": digests})
    for row in MadeReport.objects.filter(any_of).values("old", "new", *columns):
        for column in columns:
            if row[column] in digests:
                side, _, what = column.partition("_")
                said.setdefault(row[side], set()).add((what, row[column]))
    files = SourceFile.objects.filter(sha256__in=digests, versions__isnull=False)
    for key, sha256 in files.values_list("versions", "sha256"):
        said.setdefault(key, set()).add(("source", sha256))
    for version in versions.filter(pk__in=said):
        now = covered(version)
        for what, digest in sorted(said[version.pk]):
            yield Finding(digest, what, version=version, agrees=getattr(now, what) == digest)
