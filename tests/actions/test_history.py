"""The text at any moment of its log, whoever compacts when; and an earlier text taken up again, as edits."""

from __future__ import annotations

import contextlib
import random
from dataclasses import replace

import pytest

from drafts import actions
from drafts.actions import history as kept
from drafts.actions.live import append_updates, compact
from drafts.core.errors import ClosedDraftError, DeedError, NoSuchMomentError, NotAllowedError
from drafts.formats.shared import Authorship, Place, new_doc, resolution_of
from drafts.models import Draft, LiveCheckpoint, LiveEntry, LiveUpdate, User
from drafts.queries.history import Author, authorship_at, history_of
from drafts.queries.live import doc_at, live_resolution, updates_after
from tests.actions.conftest import Join
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db


def write(draft: Draft, words: dict[int, str], *, by: User) -> int:
    """Change paragraphs, by their places; the number of the update that did it."""

    def change(text):
        rewritten = [
            replace(each, text=words.get(place, each.text), marks=())
            for place, each in enumerate(text.paragraphs)
        ]
        return replace(text, paragraphs=tuple(rewritten))

    actions.edit_live_text(draft, change, by=by)
    return last(draft)


def last(draft: Draft) -> int:
    return LiveUpdate.objects.filter(draft=draft).latest("seq").seq


def said(draft: Draft, seq: int) -> list[str]:
    return [each.text for each in live_resolution(draft, doc_at(draft.pk, seq)).paragraphs]


def told(draft: Draft, seq: int, place: int) -> list[tuple[str, Author]]:
    key = live_resolution(draft, doc_at(draft.pk, seq)).paragraphs[place].id
    written = authorship_at(draft.pk, seq).written(Place("paragraphs", key))
    return [(run.signs, Author.of(run.author)) for run in written]


@pytest.mark.parametrize("seed", range(4))
def test_text_and_authors_at_any_moment_are_those_of_the_log_alone(
    draft: Draft, italy: User, join: Join, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr(kept, "EVERY", chance.choice([1, 3, 7]))
    monkeypatch.setattr("drafts.actions.live.COMPACT_AFTER", 4)
    writers = [italy, join(draft, "benin", "drafter")]
    begun = actions.open_live_text(draft.pk)
    pages = [new_doc(), new_doc()]
    for page in pages:
        page.apply_update(begun.doc.get_update())
    for _ in range(40):
        number = chance.randrange(2)
        before = pages[number].get_state()
        at_random(pages[number], chance)
        append_updates(draft.pk, [(writers[number].pk, pages[number].get_update(before))])
        if chance.random() < 0.2:  # they hear of each other now and then, and the log is compacted
            for page in pages:
                page.apply_update(doc_at(draft.pk, last(draft)).get_update())
        if chance.random() < 0.2:
            compact(draft.pk)
            kept.keep_checkpoints(draft.pk)
        if chance.random() < 0.1:
            taken(draft, chance, italy)
    entries = {entry.seq: entry for entry in LiveEntry.objects.all()}
    rebuilt, whole = new_doc(), Authorship()
    states: dict[int, Authorship] = {}
    users = dict(LiveUpdate.objects.values_list("seq", "user_id"))
    for seq, _, data in updates_after(draft.pk, 0):
        rebuilt.apply_update(data)
        entry = entries.get(seq)
        author = Author(version=entry.version.number) if entry and entry.version else Author(user=users[seq])
        as_in = states[entry.moment].attributed if entry and not entry.version else None
        whole.apply(data, str(author), as_in=as_in)
        copy = new_doc()
        copy.apply_update(whole.doc.get_update())
        states[seq] = Authorship(copy, whole.to_json())
        assert resolution_of(doc_at(draft.pk, seq), resolution()) == resolution_of(rebuilt, resolution())
        assert authorship_at(draft.pk, seq).to_json() == whole.to_json()
    assert history_of(draft.pk).seq == seq
    assert LiveCheckpoint.objects.exists()


def at_random(page, chance: random.Random) -> None:
    record = chance.choice(sorted(page["paragraphs"].values(), key=lambda each: str(each["text"])))
    text = record["text"]
    at = chance.randrange(len(str(text)) + 1) if str(text).isascii() else 0
    match chance.randrange(5):
        case 0 | 1:
            text.insert(at, chance.choice(["é", "🕊", "of ", "the report "]))
        case 2:
            del text[0 : len(str(text)) // 2 if str(text).isascii() else 0]
        case 3:
            record["position"] = chance.choice(["a0", "a1", "b10", "b1"])
        case 4:
            text.insert(0, "now ", {"italic": True})


def taken(draft: Draft, chance: random.Random, by: User) -> None:
    with contextlib.suppress(DeedError):  # it may say now what it said then
        actions.take_up_moment(draft, chance.randrange(1, last(draft) + 1), by=by)


def test_taken_up_text_says_what_it_said_and_its_words_are_their_authors(
    draft: Draft, italy: User, join: Join
) -> None:
    benin = join(draft, "benin", "drafter")
    then = write(draft, {0: "Recalling also its resolution 60/175,"}, by=benin)
    write(draft, {0: "Noting,", 1: "Requests."}, by=italy)
    before = actions.take_up_moment(draft, then, by=italy)
    assert said(draft, last(draft)) == ["Recalling also its resolution 60/175,", "Decides."]
    assert told(draft, last(draft), 0) == [
        ("Recalling ", Author(version=1)),
        ("also ", Author(user=benin.pk)),
        ("its resolution 60/175,", Author(version=1)),
    ]
    actions.take_up_moment(draft, before, by=italy)
    assert said(draft, last(draft)) == ["Noting,", "Requests."]
    deed = draft.deeds.filter(kind="moment-taken-up").last()
    assert (deed.details, deed.words.endswith("again")) == ({"moment": then, "before": before}, True)


def test_words_written_while_a_text_is_taken_up_outlast_it(draft: Draft, italy: User) -> None:
    then = write(draft, {1: "Decides to act."}, by=italy)
    write(draft, {1: "Decides."}, by=italy)
    page = doc_at(draft.pk, last(draft))
    before = page.get_state()
    [key] = [key for key, record in page["paragraphs"].items() if str(record["text"]).startswith("Decides")]
    page["paragraphs"][key]["text"].insert(0, "Now ")
    actions.take_up_moment(draft, then, by=italy)
    append_updates(draft.pk, [(italy.pk, page.get_update(before))])
    assert said(draft, last(draft))[1] == "Now Decides to act."


def test_revision_says_that_its_words_came_with_it(draft: Draft, italy: User) -> None:
    actions.open_live_text(draft.pk)
    write(draft, {1: "Decides today."}, by=italy)
    revised = resolution(
        pp("Recalling its resolution 60/175 and others,"), op("Decides."), symbol="A/C.3/61/L.9"
    )
    actions.add_version(draft, revised, by=italy)
    assert told(draft, last(draft), 0) == [
        ("Recalling its resolution 60/175", Author(version=1)),
        (" and others", Author(version=2)),
        (",", Author(version=1)),
    ]
    assert told(draft, last(draft), 1) == [
        ("Decides", Author(version=1)),
        (" today", Author(user=italy.pk)),
        (".", Author(version=1)),
    ]


def test_version_issued_from_the_live_text_says_where_it_was_frozen(draft: Draft, italy: User) -> None:
    write(draft, {1: "Decides today."}, by=italy)
    reading = actions.take_up_live_text(draft, by=italy)
    frozen = last(draft)
    write(draft, {1: "Decides tomorrow."}, by=italy)
    actions.keep_reading(reading, by=italy, symbol="A/C.3/61/L.8/Rev.1", date=draft.created_at.date())
    entry = LiveEntry.objects.get(version__number=2)
    assert (entry.moment, entry.seq) == (frozen, last(draft))
    assert said(draft, last(draft))[1] == "Decides tomorrow."


@pytest.mark.parametrize("seq", [0, 999, 2**62])
def test_moment_that_never_was_cannot_be_taken_up(draft: Draft, italy: User, seq: int) -> None:
    actions.open_live_text(draft.pk)
    with pytest.raises(NoSuchMomentError):
        actions.take_up_moment(draft, seq, by=italy)


def test_what_the_text_says_already_is_not_taken_up(draft: Draft, italy: User) -> None:
    actions.open_live_text(draft.pk)
    with pytest.raises(DeedError, match="says now what it said"):
        actions.take_up_moment(draft, 1, by=italy)
    assert (last(draft), draft.deeds.filter(kind="moment-taken-up").exists()) == (1, False)


def test_only_who_may_write_takes_up_a_moment(draft: Draft, italy: User, join: Join) -> None:
    write(draft, {1: "Decides today."}, by=italy)
    with pytest.raises(NotAllowedError):
        actions.take_up_moment(draft, 1, by=join(draft, "delegate", "delegate"))
    actions.move_draft(draft, "withdrawn", by=italy, seen="issued", why="Overtaken.")
    with pytest.raises(ClosedDraftError):
        actions.take_up_moment(draft, 1, by=italy)


def test_sittings_say_who_wrote(draft: Draft, italy: User, join: Join) -> None:
    benin = join(draft, "benin", "drafter")
    write(draft, {1: "Decides today."}, by=italy)
    write(draft, {1: "Decides at once."}, by=benin)
    [sitting] = history_of(draft.pk).sittings
    assert (sitting.after, sitting.seq, sitting.writers) == (0, 3, {italy.pk: 1, benin.pk: 1})
