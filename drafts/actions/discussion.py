"""Taking part in a discussion: beginning one, answering, resolving and reopening it."""

from __future__ import annotations

import re

from django.db import transaction

from drafts.actions.deeds import lock, record
from drafts.actions.live import open_live_text, tell_discussed
from drafts.core import numbering
from drafts.core.deed_words import done
from drafts.core.document import Paragraph
from drafts.core.errors import DeedError
from drafts.core.worded import worded
from drafts.models import Draft, Remark, Thread, User, Version
from drafts.queries import permissions
from drafts.queries.live import live_resolution

LONGEST = 10_000  # characters of one remark; a page has some 3,000
_SHOWN = 80  # characters of a remark that the record repeats
_SIGN = re.compile(r"[0-9]{1,16}:[0-9]{1,16}|")  # a sign as Yjs names it: who wrote it, which of theirs it is
_MENTION = re.compile(r"(?<![\w@])@([\w.+-]*\w)")


@transaction.atomic
def start_thread(
    version: Version, key: str, text: str, *, by: User, words: str = "", at: int | None = None
) -> Thread:
    """Begin a discussion of a paragraph of a version, or of ``words`` in it.

    ``at`` is the code point at which the words begin, for words that stand there more than once.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not take part, or nobody may any more.
        DeedError: there is no such paragraph, the words are not in it, or nothing is said.
    """
    draft = lock(version.draft)
    permissions.require(draft, "discuss", by=by)
    paragraph = version.paragraphs.filter(key=key).first()
    if paragraph is None:
        raise DeedError(worded("{name} has no such paragraph. Load the page again.", name=version.name))
    name = numbering.names(version.resolution().paragraphs)[key]
    start, end = _stretch(
        paragraph.text, words, at, worded("{name} of {version}", name=name, version=version.name)
    )
    quote = paragraph.text[start:end] or paragraph.text
    thread = Thread.objects.create(
        draft=draft, version=version, key=key, start=start, end=end, quote=quote, by=by
    )
    _say(thread, Remark.SAID, _checked(text), by=by)
    told = done("thread-started", name=name, version=version.name, short=_short(text))
    record(draft, "thread-started", told, by=by, thread=thread.pk, version=version.number)
    return thread


@transaction.atomic
def start_live_thread(
    draft: Draft,
    key: str,
    text: str,
    *,
    by: User,
    words: str = "",
    at: int | None = None,
    held: tuple[str, str] = ("", ""),
) -> Thread:
    """Begin a discussion of a paragraph of the live text, or of ``words`` in it.

    ``at`` is as in :func:`start_thread`; ``held`` names the first and the last sign of the words as Yjs knows
    them, for the pages that write on.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not take part, or nobody may any more.
        DeedError: there is no such paragraph any more, the words are not in it, or nothing is said.
    """
    draft = lock(draft)
    permissions.require(draft, "discuss", by=by)
    if not all(_SIGN.fullmatch(each) for each in held):
        raise DeedError(worded("That page does not say which words it means. Load it again."))
    paragraph, name = _live_paragraph(draft, key)
    start, end = _stretch(paragraph.text, words, at, worded("{name} as it is kept by now", name=name))
    thread = Thread.objects.create(
        draft=draft,
        key=key,
        start=start,
        end=end,
        quote=paragraph.text[start:end] or paragraph.text,
        context=paragraph.text,
        held_from=held[0],
        held_to=held[1],
        by=by,
    )
    _say(thread, Remark.SAID, _checked(text), by=by)
    told = done("thread-started live", name=name, short=_short(text))
    record(draft, "thread-started", told, by=by, thread=thread.pk)
    return thread


def _live_paragraph(draft: Draft, key: str) -> tuple[Paragraph, str]:
    """A paragraph of the live text that has words, and what people call it."""
    live = live_resolution(draft, open_live_text(draft.pk).doc)
    paragraph = live.by_id.get(key)
    if paragraph is None or not paragraph.text:
        raise DeedError(worded("There are no words in that paragraph any more. Choose others."))
    return paragraph, numbering.names(live.paragraphs)[key] or worded("the paragraph")


@transaction.atomic
def answer_thread(thread: Thread, text: str, *, by: User) -> Remark:
    """Say something in a discussion. The same words sent twice in a row are said once.

    Raises:
        NotAllowedError, ClosedDraftError: ``by`` may not take part, or nobody may any more.
        DeedError: nothing is said.
    """
    draft = lock(thread.draft)
    permissions.require(draft, "discuss", by=by)
    text = _checked(text)
    last = thread.remarks.last()
    if last and (last.by_id, last.kind, last.text) == (by.pk, Remark.SAID, text):
        return last
    remark = _say(thread, Remark.SAID, text, by=by)
    record(draft, "thread-answered", done("thread-answered", short=_short(text)), by=by, thread=thread.pk)
    return remark


@transaction.atomic
def resolve_thread(thread: Thread, *, by: User, text: str = "") -> Remark | None:
    """Close a discussion, with a last word or without. One that is closed already stays as it is.

    Raises:
        NotAllowedError, ClosedDraftError: as in :func:`answer_thread`.
    """
    return _turn(thread, Remark.RESOLVED, "thread-resolved", by=by, text=text)


@transaction.atomic
def reopen_thread(thread: Thread, *, by: User, text: str = "") -> Remark | None:
    """Open a closed discussion again. One that is open already stays as it is.

    Raises:
        NotAllowedError, ClosedDraftError: as in :func:`answer_thread`.
    """
    return _turn(thread, Remark.REOPENED, "thread-reopened", by=by, text=text)


def _turn(thread: Thread, kind: str, deed: str, *, by: User, text: str) -> Remark | None:
    draft = lock(thread.draft)
    permissions.require(draft, "discuss", by=by)
    last = thread.remarks.exclude(kind=Remark.SAID).last()
    is_resolved = last is not None and last.kind == Remark.RESOLVED
    if is_resolved == (kind == Remark.RESOLVED):
        return None
    remark = _say(thread, kind, _checked(text, may_be_empty=True), by=by)
    record(draft, deed, done(deed, short=_short(thread.quote)), by=by, thread=thread.pk)
    return remark


def _say(thread: Thread, kind: str, text: str, *, by: User) -> Remark:
    remark = Remark.objects.create(thread=thread, kind=kind, text=text, by=by)
    remark.mentioned.set(_mentioned(thread.draft, text))
    tell_discussed(thread.draft_id)
    return remark


def _mentioned(draft: Draft, text: str) -> list[User]:
    """The people of the draft whom a remark names as ``@italy``, whatever the case."""
    named = {name.casefold() for name in _MENTION.findall(text)}
    return [user for user in draft.people.all() if named and user.username.casefold() in named]


def _stretch(text: str, words: str, at: int | None, place: str) -> tuple[int, int]:
    """Where the words stand: at the place that is said, else the first; nowhere for no words."""
    words = words.strip()
    if not words:
        return 0, 0
    if at is not None and text[at : at + len(words)] == words:
        return at, at + len(words)
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    if not found:
        raise DeedError(
            worded(
                "“{short}” does not stand in {place}. Copy the words from the paragraph.",
                short=_short(words),
                place=place,
            )
        )
    return found.start(), found.end()


def _checked(text: str, *, may_be_empty: bool = False) -> str:
    said = text.replace("\x00", "").replace("\r\n", "\n").strip()
    if not said and not may_be_empty:
        raise DeedError(worded("Nothing is said yet. Write your remark first."))
    if len(said) > LONGEST:
        raise DeedError(
            worded(
                "A remark has at most {most} characters; this has {n}. Cut it in two.",
                most=LONGEST,
                n=len(said),
            )
        )
    return said


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"
