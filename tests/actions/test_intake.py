"""Bringing texts in: read at once or in turn, never lost, never read twice."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import replace

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from drafts import actions
from drafts.actions import intake, work
from drafts.core import doubts
from drafts.core.errors import DeedError, ReadError, StillReadingError
from drafts.formats import to_json
from drafts.formats.brought import Brought
from drafts.formats.text import read_text
from drafts.models import Draft, Reading, Settlement, SourceFile, User
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db

DOUBTFUL = OLD.replace("Andorra", "Atlantis").replace("3. ", "5. ")
NOW = datetime.date(2006, 10, 6)


@pytest.fixture
def italy(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("italy")


def a_file(text: str = OLD, name: str = "draft.txt") -> Brought:
    return Brought.of_file(name, text.encode())


def waiting(by: User, *brought: Brought, draft: Draft | None = None) -> list[Reading]:
    return actions.start_readings(brought or [a_file()], by=by, draft=draft)


def read(by: User, *brought: Brought, draft: Draft | None = None) -> list[Reading]:
    readings = waiting(by, *brought, draft=draft)
    actions.read_promptly(readings, patience=60)
    for each in readings:
        each.refresh_from_db()
    return readings


def state(reading: Reading) -> str:
    reading.refresh_from_db()
    return reading.state


def queued() -> list[str]:
    return [task.args_kwargs["args"][0] for task in DBTaskResult.objects.ready()]


def test_a_file_is_kept_byte_for_byte_with_its_digest(italy: User) -> None:
    [reading] = read(italy, a_file(OLD.replace("\n", "\r\n")))
    assert bytes(reading.file.data) == OLD.replace("\n", "\r\n").encode()
    assert reading.file.sha256 == hashlib.sha256(bytes(reading.file.data)).hexdigest()
    assert (state(reading), reading.source) == ("read", OLD.replace("\n", "\r\n"))


def test_what_takes_longer_than_anybody_waits_is_read_in_turn(italy: User) -> None:
    [reading] = waiting(italy)
    actions.read_promptly([reading], patience=0)
    assert (state(reading), queued()) == ("waiting", [str(reading.pk)])
    intake.read_in_turn.call(str(reading.pk))
    assert state(reading) == "read"


def test_what_cannot_be_read_says_why_and_can_be_tried_again(italy: User) -> None:
    [reading] = read(italy, Brought.of_file("scan.png", b"\x89PNG\r\n\x1a\n" + bytes(64)))
    assert state(reading) == "refused"
    assert "scan.png" in reading.refusal
    actions.reopen_reading(reading, by=italy)
    assert (state(reading), reading.refusal, reading.tries) == ("waiting", "", 0)


def test_nobody_reads_what_somebody_is_reading(italy: User, monkeypatch: pytest.MonkeyPatch) -> None:
    [reading] = waiting(italy)
    Reading.objects.update(state="reading", beat_at=timezone.now())
    monkeypatch.setattr(intake, "apart", pytest.fail)
    actions.read_now(reading.pk)
    assert state(reading) == "reading"


def test_what_was_broken_off_is_taken_up_again(italy: User) -> None:
    [broken_off, fresh] = waiting(italy, a_file(), a_file(NEW))
    silent = timezone.now() - Reading.SILENCE - datetime.timedelta(seconds=1)
    Reading.objects.filter(pk=broken_off.pk).update(state="reading", tries=1, beat_at=silent)
    Reading.objects.filter(pk=fresh.pk).update(state="reading", tries=1)
    assert actions.resume_readings() == 1
    assert queued() == [str(broken_off.pk)]
    intake.read_in_turn.call(str(broken_off.pk))
    assert (state(broken_off), state(fresh)) == ("read", "reading")


def test_what_was_broken_off_before_the_clock_was_put_back_is_taken_up_too(italy: User) -> None:
    [reading] = waiting(italy)
    ahead = timezone.now() + datetime.timedelta(days=300)
    Reading.objects.update(state="reading", tries=1, beat_at=ahead)
    assert actions.resume_readings() == 1
    Reading.objects.update(state="reading", beat_at=ahead)
    actions.read_now(reading.pk)
    assert state(reading) == "read"


def test_what_stops_the_server_again_and_again_is_refused_in_the_end(italy: User) -> None:
    [reading] = waiting(italy)
    Reading.objects.update(state="waiting", tries=work.MOST_TRIES)
    actions.read_now(reading.pk)
    assert state(reading) == "refused"
    assert "broken off 3 times" in reading.refusal


def test_a_reader_that_died_refuses_its_file_alone(italy: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def dies(*_: object, **__: object) -> bytes:
        raise ReadError("the reader broke off on it.")

    with monkeypatch.context() as patched:
        patched.setattr(intake, "apart", dies)
        [first] = read(italy)
    [second] = read(italy)
    assert (state(first), state(second)) == ("refused", "read")


def test_how_far_it_is_can_be_seen_meanwhile(italy: User, monkeypatch: pytest.MonkeyPatch) -> None:
    [reading] = waiting(italy)

    def reads(*_: object, tell, **__: object) -> bytes:  # type: ignore[no-untyped-def]
        tell(12, 100)
        reading.refresh_from_db()
        assert (reading.state, reading.done, reading.total) == ("reading", 12, 100)
        return json.dumps({"value": to_json(read_text(OLD)), "source": OLD, "places": None}).encode()

    monkeypatch.setattr(intake, "apart", reads)
    actions.read_now(reading.pk)
    assert state(reading) == "read"


def test_what_is_thrown_away_while_it_is_read_stays_away(
    italy: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    [reading] = waiting(italy)

    def reads(*_: object, **__: object) -> bytes:
        actions.discard_reading(reading, by=italy)
        return json.dumps({"value": to_json(read_text(OLD)), "source": OLD, "places": None}).encode()

    monkeypatch.setattr(intake, "apart", reads)
    actions.read_now(reading.pk)
    assert (Reading.objects.count(), SourceFile.objects.count()) == (0, 0)


def test_impatience_passes_on_and_queues_nothing_by_itself(italy: User) -> None:
    [reading] = waiting(italy)
    with pytest.raises(StillReadingError):
        actions.read_now(reading.pk, patience=0)
    assert queued() == []


def test_what_is_not_read_can_neither_be_kept_nor_corrected(italy: User) -> None:
    [reading] = waiting(italy)
    for deed in (
        lambda: actions.keep_reading(reading, by=italy, symbol="A/80/L.3", date=NOW),
        lambda: actions.correct_reading(reading, read_text(OLD), by=italy),
        lambda: actions.resolution_of(reading),
    ):
        with pytest.raises(DeedError, match="not been read yet"):
            deed()


def test_a_version_keeps_its_file_and_the_database_seals_it(italy: User) -> None:
    [reading] = read(italy)
    version = actions.keep_reading(reading, by=italy, symbol="A/80/L.3", date=NOW)
    assert version.file == reading.file
    for statement in ("UPDATE drafts_sourcefile SET name = 'x'", "DELETE FROM drafts_sourcefile"):
        refused = pytest.raises(DatabaseError, match="never changes")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_a_discarded_reading_takes_its_file_along(italy: User) -> None:
    [kept, gone] = read(italy, a_file(), a_file(NEW))
    actions.discard_reading(gone, by=italy)
    assert list(Reading.objects.all()) == [kept]
    assert list(SourceFile.objects.all()) == [kept.file]


def test_files_brought_together_go_to_the_draft_that_the_first_begins(italy: User) -> None:
    first, second = read(italy, a_file(), a_file(NEW))
    version = actions.keep_reading(first, by=italy, symbol="A/80/L.3", date=NOW)
    second.refresh_from_db()
    assert second.draft == version.draft
    assert actions.keep_reading(second, by=italy, symbol="A/80/L.3/Rev.1", date=NOW).number == 2


def test_an_amendment_is_a_document_of_its_own(italy: User) -> None:
    [first] = read(italy)
    draft = actions.keep_reading(first, by=italy, symbol="A/80/L.3", date=NOW).draft
    [amending] = read(italy, a_file(NEW), draft=draft)
    amendment = replace(actions.resolution_of(amending), proposal="amendment")
    actions.correct_reading(amending, amendment, by=italy)
    version = actions.keep_reading(amending, by=italy, symbol="A/80/L.4", date=NOW)
    assert (version.number, draft.versions.count(), version.draft == draft) == (1, 1, False)


def test_an_amendment_can_be_revised_by_another(italy: User) -> None:
    def amendment(text: str, draft: Draft | None) -> Reading:
        [reading] = read(italy, a_file(text), draft=draft)
        amending = replace(actions.resolution_of(reading), proposal="amendment")
        return actions.correct_reading(reading, amending, by=italy)

    first = actions.keep_reading(amendment(OLD, None), by=italy, symbol="A/80/L.4", date=NOW)
    second = actions.keep_reading(amendment(NEW, first.draft), by=italy, symbol="A/80/L.4/Rev.1", date=NOW)
    assert (second.number, second.draft) == (2, first.draft)


def keys(reading: Reading) -> tuple[str, ...]:
    return doubts.keys(actions.resolution_of(reading))


def test_nobody_is_asked_twice_about_the_same_words(italy: User) -> None:
    [reading] = read(italy, a_file(DOUBTFUL))
    assert len(keys(reading)) == 2
    actions.settle_doubt(reading, keys(reading)[1], by=italy)
    [again] = read(italy, a_file(DOUBTFUL.replace("trust fund", "fund")))
    assert [each.key for each in again.settlements.all()] == [keys(again)[1]]
    settled, before = again.settlements.get(), reading.settlements.get()
    assert (settled.settled_by, settled.settled_at) == (italy, before.settled_at)


def test_what_others_settled_elsewhere_is_asked_again(italy: User, django_user_model: type[User]) -> None:
    [reading] = read(italy, a_file(DOUBTFUL))
    actions.settle_doubt(reading, keys(reading)[0], by=italy)
    [theirs] = read(django_user_model.objects.create_user("chad"), a_file(DOUBTFUL))
    assert theirs.settlements.count() == 0


GLUED = OLD.replace("report to it", "report on 1986 to it") + "\n____________\n6 A/61/182.\n"


def test_a_chosen_reading_is_chosen_again_for_the_same_words(italy: User) -> None:
    [reading] = read(italy, a_file(GLUED))
    resolution = actions.resolution_of(reading)
    [number] = (at for at, doubt in enumerate(resolution.doubts) if doubt.text.startswith("“1986”"))
    [alternative] = doubts.alternatives(resolution, resolution.doubts[number])
    actions.settle_doubt(reading, keys(reading)[number], by=italy, choice=alternative.words)
    reading.refresh_from_db()
    [again] = read(italy, a_file(GLUED))
    assert actions.resolution_of(again) == actions.resolution_of(reading) != resolution
    assert again.settlements.get().choice == alternative.words
    actions.undo_correction(reading, by=italy)
    assert (actions.resolution_of(reading), reading.settlements.count()) == (resolution, 0)


def test_a_form_sent_twice_settles_once(italy: User) -> None:
    [reading] = read(italy, a_file(DOUBTFUL))
    for _ in range(2):
        actions.settle_doubt(reading, keys(reading)[0], by=italy)
    assert Settlement.objects.count() == 1
    actions.reopen_doubt(reading, keys(reading)[0], by=italy)
    assert Settlement.objects.count() == 0


def test_a_doubt_that_is_gone_and_a_reading_that_is_none_are_refused(italy: User) -> None:
    [reading] = read(italy, a_file(DOUBTFUL))
    with pytest.raises(DeedError, match="This doubt is gone"):
        actions.settle_doubt(reading, "no-such-key", by=italy)
    with pytest.raises(DeedError, match="cannot be read so"):
        actions.settle_doubt(reading, keys(reading)[0], by=italy, choice="otherwise")
    assert Settlement.objects.count() == 0


def test_two_of_a_chain_kept_from_two_pages_at_once_are_one_draft(italy: User) -> None:
    first, second = read(italy, a_file(OLD, "a.txt"), a_file(NEW, "b.txt"))
    begun = actions.keep_reading(first, by=italy, symbol="A/C.3/61/L.8", date=NOW)
    revised = actions.keep_reading(
        second, by=italy, symbol="A/C.3/61/L.8/Rev.1", date=NOW
    )  # as it was loaded
    assert (revised.draft, revised.number) == (begun.draft, 2)
