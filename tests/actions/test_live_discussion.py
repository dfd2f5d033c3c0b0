"""Discussions of the live text: begun on words as they are written, and never asked twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import transaction

from drafts import actions
from drafts.core.document import Resolution
from drafts.core.errors import DeedError, NotAllowedError
from drafts.models import Draft, Thread, User, Version
from drafts.queries.discussion import PlacedThread, placed_in, placed_live, threads_of
from drafts.queries.live import live_resolution
from drafts.queries.versions import whole
from tests.actions.conftest import Join
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db

INVITES = "Invites Élan 🕊 and Member States to contribute to the trust fund for assistance;"
TEXT = resolution(pp("Recalling its resolution 60/175,"), op(INVITES), op("Decides to remain seized."))


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(TEXT, by=italy)


def live(draft: Draft) -> Resolution:
    return live_resolution(draft, actions.open_live_text(draft.pk).doc)


def key(draft: Draft, start: str) -> str:
    return next(each.id for each in live(draft).paragraphs if each.text.startswith(start))


def edited(draft: Draft, change: Callable[[str], str], *, without: str = "") -> None:
    """What every paragraph says, changed, in the live text."""
    kept = [each for each in live(draft).paragraphs if not (without and each.text.startswith(without))]
    paragraphs = tuple(replace(each, text=change(each.text), marks=()) for each in kept)
    actions.edit_live_text(draft, lambda text: replace(text, paragraphs=paragraphs), by=draft.created_by)


def issued(draft: Draft, symbol: str) -> Version:
    """The live text as a version, as by the page."""
    reading = actions.take_up_live_text(draft, by=draft.created_by)
    text = replace(live(draft), symbol=symbol)
    return actions.add_version(draft, text, by=draft.created_by, frozen_at=reading.live_seq)


def in_live(draft: Draft) -> list[PlacedThread]:
    chain = list(whole(draft.versions.order_by("number")))
    return placed_live(live(draft), list(threads_of(draft)), chain[-1], chain)


def in_version(version: Version) -> list[PlacedThread]:
    chain = whole(version.draft.versions.filter(number__lte=version.number).order_by("number"))
    return placed_in(version, list(threads_of(version.draft)), list(chain))


def words(placed: PlacedThread, text: Resolution) -> str:
    return text.by_id[placed.anchor.paragraph].text[placed.anchor.start : placed.anchor.end]


def start(draft: Draft, words: str = "the trust fund") -> Thread:
    invites = key(draft, "Invites")
    return actions.start_live_thread(draft, invites, "Which fund?", words=words, by=draft.created_by)


def test_words_of_the_live_text_are_found_and_kept_with_their_paragraph(draft: Draft) -> None:
    thread = actions.start_live_thread(
        draft,
        key(draft, "Invites"),
        "Which?",
        words="the trust fund",
        at=INVITES.index("the trust"),
        held=("5:12", "5:25"),
        by=draft.created_by,
    )
    assert (thread.version, thread.quote, thread.context) == (None, "the trust fund", INVITES)
    assert (thread.held_from, thread.held_to) == ("5:12", "5:25")
    assert draft.deeds.filter(
        kind="thread-started", words__startswith="began a discussion of OP 1 of the live"
    ).exists()


@pytest.mark.parametrize(
    ("change", "fate", "now"),
    [
        (lambda text: "Strongly " + text, "kept", "the trust fund"),
        (lambda text: text.replace("trust fund", "fund"), "changed", "the fund"),
        (lambda text: text.replace("the trust fund", "nothing"), "gone", ""),
    ],
)
def test_thread_follows_its_words(draft: Draft, change: Callable[[str], str], fate: str, now: str) -> None:
    start(draft)
    edited(draft, change)
    [placed] = in_live(draft)
    assert (placed.name, placed.anchor.fate, words(placed, live(draft))) == ("OP 1", fate, now)


def test_thread_of_a_paragraph_that_is_gone_keeps_its_quote(draft: Draft) -> None:
    start(draft)
    edited(draft, str, without="Invites")
    [placed] = in_live(draft)
    assert (placed.anchor.fate, placed.thread.quote) == ("gone", "the trust fund")


def test_thread_goes_along_into_the_version_issued_and_those_after_it(draft: Draft) -> None:
    first = draft.versions.get()
    start(draft)
    edited(draft, lambda text: text.replace("contribute", "contribute generously"))
    assert in_version(first) == []
    second = issued(draft, "A/C.3/61/L.8")
    third = actions.add_version(
        draft,
        replace(
            second.resolution(),
            symbol="A/C.3/61/L.8/Rev.1",
            paragraphs=tuple(
                replace(each, text=each.text.replace("trust ", "")) for each in second.resolution().paragraphs
            ),
        ),
        by=draft.created_by,
    )
    told = [
        [(each.name, each.anchor.fate, words(each, version.resolution())) for each in in_version(version)]
        for version in (first, second, third)
    ]
    assert told == [[], [("OP 1", "kept", "the trust fund")], [("OP 1", "changed", "the fund")]]
    [placed] = in_live(draft)
    assert (placed.anchor.fate, words(placed, live(draft))) == ("changed", "the fund")


def test_thread_begun_on_a_version_stands_in_the_live_text_too(draft: Draft) -> None:
    version = draft.versions.get()
    actions.start_thread(version, key(draft, "Invites"), "Why?", words="Member States", by=draft.created_by)
    edited(draft, lambda text: "Urgently " + text)
    [placed] = in_live(draft)
    assert (placed.name, placed.anchor.fate, words(placed, live(draft))) == ("OP 1", "kept", "Member States")


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"key": "nobody"}, "no words in that paragraph any more"),
        ({"words": "the moon"}, "does not stand in OP 1 as it is kept by now"),
        ({"held": ("5", "")}, "Load it again"),
        ({"text": " "}, "Nothing is said yet"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_kept(
    draft: Draft, asked: dict[str, object], why: str
) -> None:
    whole = {"key": key(draft, "Invites"), "text": "Why?", **asked}
    with pytest.raises(DeedError, match=why):
        actions.start_live_thread(draft, by=draft.created_by, **whole)
    assert not Thread.objects.exists()


def test_reader_begins_none(draft: Draft, join: Join) -> None:
    with pytest.raises(NotAllowedError):
        actions.start_live_thread(draft, key(draft, "Invites"), "Why?", by=join(draft, "rita", "reader"))


def test_thread_of_a_text_that_was_never_issued_goes_into_its_first_version(italy: User) -> None:
    blank = actions.start_writing("On charting", "en", by=italy)
    written = replace(live(blank), paragraphs=TEXT.paragraphs)
    actions.edit_live_text(blank, lambda text: written, by=italy)
    start(blank)
    [placed] = placed_live(live(blank), list(threads_of(blank)), None, [])
    assert (placed.name, words(placed, live(blank))) == ("OP 1", "the trust fund")
    first = issued(blank, "A/C.3/61/L.8")
    assert [(each.name, each.anchor.fate) for each in in_version(first)] == [("OP 1", "kept")]


def test_thread_goes_along_in_an_archive(italy: User, django_user_model: type[User]) -> None:
    with transaction.atomic():
        there = actions.start_draft(TEXT, by=italy)
        start(there)
        files = actions.export_draft(there, by=italy)
        transaction.set_rollback(True)
    secretary = django_user_model.objects.create_user("secretary")
    here = actions.import_draft(files, by=secretary, name="a.zip")
    [placed] = in_live(here)
    assert (placed.name, placed.thread.quote, words(placed, live(here))) == (
        "OP 1",
        "the trust fund",
        "the trust fund",
    )
