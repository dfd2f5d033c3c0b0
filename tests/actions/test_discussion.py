"""Discussions of a text: who says what about which words, and where they stand in later versions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafts import actions
from drafts.actions.discussion import LONGEST
from drafts.core.document import Resolution
from drafts.core.errors import ClosedDraftError, DeedError, NotAllowedError
from drafts.models import Deed, Draft, Remark, Thread, User, Version
from drafts.queries.discussion import PlacedThread, placed_in, stretches_of, threads_of
from drafts.queries.versions import whole
from tests.actions.conftest import Join
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db

INVITES = "Invites Member States to contribute to the trust fund for technical assistance;"
REQUESTS = "Requests the Secretary-General to report to it at its next session."


def text(*words: str, symbol: str = "") -> Resolution:
    return resolution(pp("Recalling its resolution 60/175,"), *map(op, words), symbol=symbol)


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(text(INVITES, REQUESTS, symbol="A/C.3/61/L.8"), by=italy)


@pytest.fixture
def first(draft: Draft) -> Version:
    return draft.versions.get()


def key(version: Version, start: str) -> str:
    return str(version.paragraphs.get(text__startswith=start).key)


def placed(version: Version) -> list[PlacedThread]:
    chain = whole(version.draft.versions.filter(number__lte=version.number).order_by("number"))
    return placed_in(version, list(threads_of(version.draft)), list(chain))


def told(version: Version) -> list[tuple[str, str]]:
    return [(each.name, each.anchor.fate) for each in placed(version)]


def test_words_are_found_in_their_paragraph(first: Version, italy: User) -> None:
    invites = key(first, "Invites")
    thread = actions.start_thread(first, invites, "Which fund?", words=" the  trust\nfund ", by=italy)
    assert (INVITES[thread.start : thread.end], thread.quote) == ("the trust fund", "the trust fund")
    second = actions.start_thread(first, invites, "To?", words="to", at=INVITES.rindex(" to ") + 1, by=italy)
    assert second.start == INVITES.rindex(" to ") + 1
    whole_one = actions.start_thread(first, invites, "Agreed.", by=italy)
    assert (whole_one.anchor.whole, whole_one.quote) == (True, INVITES)
    deed = Deed.objects.first()
    assert deed
    assert deed.words == "began a discussion of OP 1 of A/C.3/61/L.8: Agreed."


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        ({"words": "the sinking fund"}, "“the sinking fund” does not stand in OP 1 of A/C.3/61/L.8"),
        ({"text": "  "}, "Nothing is said yet"),
        ({"text": "x" * (LONGEST + 1)}, "at most 10000 characters"),
        ({"key": "nobody"}, "no such paragraph"),
    ],
)
def test_what_cannot_begin_is_refused_in_words_and_leaves_nothing(
    first: Version, italy: User, sent: dict[str, str], reason: str
) -> None:
    asked = {"key": key(first, "Invites"), "text": "Why?", **sent}
    with pytest.raises(DeedError, match=reason):
        actions.start_thread(first, **asked, by=italy)
    assert not Thread.objects.exists()


def test_people_answer_resolve_and_reopen(first: Version, italy: User, join: Join) -> None:
    morocco = join(first.draft, "morocco", "delegate", "Morocco")
    thread = actions.start_thread(first, key(first, "Invites"), "Which fund?", by=italy)
    actions.answer_thread(thread, "The old one.", by=morocco)
    actions.resolve_thread(thread, by=italy, text="Thank you.")
    assert [each.is_resolved for each in placed(first)] == [True]
    assert actions.resolve_thread(thread, by=morocco) is None
    actions.reopen_thread(thread, by=morocco)
    assert actions.reopen_thread(thread, by=italy) is None
    assert [(each.by.username, each.kind, each.text) for each in thread.remarks.all()] == [
        ("italy", "said", "Which fund?"),
        ("morocco", "said", "The old one."),
        ("italy", "resolved", "Thank you."),
        ("morocco", "reopened", ""),
    ]
    kinds = [deed.kind for deed in Deed.objects.all()[:4]]
    assert kinds == ["thread-reopened", "thread-resolved", "thread-answered", "thread-started"]


def test_an_answer_sent_twice_is_said_once(first: Version, italy: User) -> None:
    thread = actions.start_thread(first, key(first, "Invites"), "Which fund?", by=italy)
    assert actions.answer_thread(thread, "This.", by=italy) == actions.answer_thread(
        thread, "This.", by=italy
    )
    assert thread.remarks.count() == 2


def test_people_of_the_draft_are_mentioned_by_their_account(first: Version, italy: User, join: Join) -> None:
    morocco = join(first.draft, "morocco", "delegate")
    stranger = User.objects.create_user("stranger")
    thread = actions.start_thread(
        first, key(first, "Invites"), "@Morocco, @stranger and a@italy.example: agreed?", by=italy
    )
    assert list(thread.remarks.get().mentioned.all()) == [morocco]
    assert not stranger.mentions.exists()


def test_readers_and_strangers_take_no_part_and_nobody_once_the_draft_is_closed(
    draft: Draft, first: Version, italy: User, join: Join
) -> None:
    thread = actions.start_thread(first, key(first, "Invites"), "Which fund?", by=italy)
    with pytest.raises(NotAllowedError):
        actions.answer_thread(thread, "Mine.", by=join(draft, "reader", "reader"))
    with pytest.raises(NotAllowedError):
        actions.start_thread(first, thread.key, "Mine.", by=User.objects.create_user("stranger"))
    actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol="A/RES/61/181")
    with pytest.raises(ClosedDraftError):
        actions.resolve_thread(thread, by=italy)
    assert Remark.objects.count() == 1


def test_a_discussion_goes_with_its_paragraph_through_versions(
    draft: Draft, first: Version, italy: User
) -> None:
    actions.start_thread(first, key(first, "Invites"), "Which fund?", words="the trust fund", by=italy)
    actions.start_thread(first, key(first, "Requests"), "When?", words="at its next session", by=italy)
    moved = text(REQUESTS.replace(" at its next session.", ";"), INVITES.replace(";", "."))
    second = actions.add_version(draft, replace(moved, symbol="A/C.3/61/L.8/Rev.1"), by=italy)
    assert told(first) == [("OP 1", "kept"), ("OP 2", "kept")]
    assert told(second) == [("OP 1", "gone"), ("OP 2", "kept")]
    invites = key(second, "Invites")
    assert stretches_of(placed(second)) == {invites: [(39, 53, Thread.objects.earliest("pk").pk)]}
    actions.start_thread(second, invites, "New.", by=italy)
    assert told(first) == [("OP 1", "kept"), ("OP 2", "kept")]
    third = actions.add_version(draft, text("Decides something else."), by=italy)
    assert [fate for _, fate in told(third)] == ["gone"] * 3
