from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from drafts import actions
from drafts.actions.imports import MOST_OF_ROWS, MOST_ROWS
from drafts.core.document import Mark, Note, Resolution
from drafts.core.errors import DeedError, NotAllowedError, ReadError
from drafts.core.ledger import Proposer
from drafts.formats.shared import Place
from drafts.models import Deed, Draft, Person, SourceFile, User, Version
from drafts.queries.archives import LEFT_BEHIND, TABLES
from drafts.queries.history import Author, authorship_at, history_of
from drafts.queries.live import doc_at, live_resolution
from tests.actions.conftest import Join
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db
Files = dict[str, bytes]


@pytest.fixture
def exported(italy: User, join: Join) -> Files:
    """A draft with all that it can have, taken out; and then as if it had never been here."""
    with transaction.atomic():
        text = resolution(
            pp("Recalling *its* resolution 60/175,", marks=(Mark.italic(0, 9), Mark.call(20, "n1"))),
            op("Decides."),
            notes=[Note("n1", "1", "Élan 🕊.")],
            sponsors=["Italy"],
            symbol="A/C.3/61/L.8",
        )
        file = SourceFile.of("L.8.docx", b"\x00\xffbytes")
        file.save()
        draft = actions.start_draft(text, by=italy, file=file, note="As agreed.")
        morocco = join(draft, "morocco", "facilitator", "Morocco")
        second = actions.add_version(
            draft, resolution(op("Decides all."), symbol="A/C.3/61/L.8/Rev.1"), by=morocco, source="as pasted"
        )
        first = draft.versions.get(number=1)
        keys = {"old_keys": [first.resolution().paragraphs[0].id], "new_keys": []}
        pairing = actions.make_pairing(first, second, by=italy, together=False, **keys)
        actions.take_back_pairing(pairing, by=morocco)
        actions.join_sponsors(draft, [Proposer("state", "SE")], by=italy)
        thread = actions.start_thread(first, keys["old_keys"][0], "Why @morocco?", by=italy)
        actions.answer_thread(thread, "Because.", by=morocco)
        actions.resolve_thread(thread, by=italy)
        actions.withdraw_version(first, by=italy, reason="Overtaken.")
        gone = Person.objects.get(user=join(draft, "benin", "reader"))
        actions.remove_person(gone, by=italy)
        actions.take_up_moment(written(draft, morocco), 1, by=italy)
        actions.move_draft(draft, "adopted", by=italy, seen="issued", symbol="A/RES/61/181")
        files = actions.export_draft(draft, by=italy)
        transaction.set_rollback(True)
    return files


def written(draft: Draft, by: User) -> Draft:
    """The draft, with a word more in its live text."""

    def change(text: Resolution) -> Resolution:
        last = replace(text.paragraphs[-1], text="Decides all at once.", marks=())
        return replace(text, paragraphs=(*text.paragraphs[:-1], last))

    actions.edit_live_text(draft, change, by=by)
    return draft


@pytest.fixture
def secretary(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("secretary", name="The Secretary")


def in_words(files: Files) -> dict[str, Any]:
    """The rows with names in the place of ids, so that two installations can be compared."""
    told = json.loads(files["draft.json"])
    names = {account["id"]: account["name"] for account in told["accounts"]}
    numbers = {row["id"]: f"version {row['number']}" for row in told["versions"]}
    people = ("created_by", "user", "made_by", "taken_back_by", "by")

    def worded(row: dict[str, Any]) -> dict[str, Any]:
        out = {key: value for key, value in row.items() if key not in ("id", "file", "thread")}
        out |= {key: names.get(row[key]) for key in people if key in row}
        out |= {key: names[row[key][0]] for key in ("mentioned",) if row.get(key)}
        out |= {key: numbers.get(row[key]) for key in ("version", "old", "new") if key in row}
        if "details" in row:
            out["details"] = {
                key: value for key, value in row["details"].items() if key not in ("user", "thread")
            }
        return out

    tables = {table.name: [worded(row) for row in told[table.name]] for table in TABLES}
    return {**tables, "draft": [told[key] for key in ("id", "state", "adopted_as", "created_at")]}


def test_a_draft_brought_in_is_the_one_that_was_taken_out(exported: Files, secretary: User) -> None:
    assert not Draft.objects.exists()
    draft = actions.import_draft(exported, by=secretary, name="a.zip")
    before, after = in_words(exported), in_words(actions.export_draft(draft, by=secretary))
    assert after["people"].pop()["user"] == "The Secretary"
    assert [after["record"].pop()["kind"] for _ in "12"] == ["draft-exported", "draft-imported"]
    assert after == before
    assert [each["mentioned"] for each in after["remarks"]] == ["morocco", [], []]
    assert draft.deeds.get(kind="thread-started").details["thread"] == draft.threads.get().pk
    assert draft.in_force.created_by.shown_name == "morocco"
    documents = {name: data for name, data in exported.items() if name.startswith("versions/")}
    again = actions.export_draft(draft, by=secretary)
    assert {name: again[name] for name in documents} == documents
    assert [bytes(each.data) for each in SourceFile.objects.all()] == [b"\x00\xffbytes"]


def test_live_text_comes_along_with_every_moment_and_who_wrote_which_words(
    exported: Files, secretary: User
) -> None:
    draft = actions.import_draft(exported, by=secretary, name="a.zip")
    said = [live_resolution(draft, doc_at(draft.pk, seq)).paragraphs[-1].text for seq in (1, 2, 3)]
    assert said == ["Decides all.", "Decides all at once.", "Decides all."]
    [call] = [
        run.author
        for place in [Place("paragraphs", live_resolution(draft, doc_at(draft.pk, 2)).paragraphs[-1].id)]
        for run in authorship_at(draft.pk, 2).written(place)
        if "at once" in run.signs
    ]
    assert User.objects.get(pk=Author.of(call).user).shown_name == "morocco"
    assert [(each.seq, each.moment) for each in history_of(draft.pk).entries] == [(1, None), (3, 1)]
    again = actions.export_draft(draft, by=secretary)
    kept = [(json.loads(line)[1:]) for line in again["live/log.jsonl"].splitlines()]
    assert kept == [json.loads(line)[1:] for line in exported["live/log.jsonl"].splitlines()]
    assert again["live/live.json"] == exported["live/live.json"]


def test_draft_without_its_live_text_is_brought_in_as_from_before_there_was_one(
    exported: Files, secretary: User
) -> None:
    del exported["live/log.jsonl"], exported["live/live.json"]
    draft = actions.import_draft(exported, by=secretary, name="a.zip")
    assert actions.open_live_text(draft.pk).seq == 1


def test_draft_from_a_blank_page_travels_before_anything_was_issued(italy: User, secretary: User) -> None:
    with transaction.atomic():
        draft = actions.start_writing("Oceans", "fr", by=italy)
        files = actions.export_draft(draft, by=italy)
        transaction.set_rollback(True)
    brought = actions.import_draft(files, by=secretary, name="a.zip")
    assert (brought.title, brought.language, brought.in_force) == ("Oceans", "fr", None)
    assert live_resolution(brought, doc_at(brought.pk, 1)).paragraphs[0].text == "L’Assemblée générale,"


def test_what_was_sealed_is_sealed_again(exported: Files, secretary: User) -> None:
    draft = actions.import_draft(exported, by=secretary, name="a.zip")
    assert draft.versions.count() == 2
    with pytest.raises(Exception, match="a sealed version never changes"), transaction.atomic():
        Version.unsealed.filter(draft=draft).update(title="Another")


def test_an_archive_opens_nothing_to_anybody_but_who_brings_it(exported: Files, secretary: User) -> None:
    draft = actions.import_draft(exported, by=secretary, name="a.zip")
    active = [person.user for person in draft.persons.all() if person.user.is_active]
    assert active == [secretary]
    assert not any(person.user.has_usable_password() for person in draft.persons.exclude(user=secretary))
    assert not draft.persons.filter(user__username="italy").exists()
    with pytest.raises(DeedError, match="only facilitator"):
        actions.leave_draft(draft, by=secretary)


def test_it_is_brought_in_once(exported: Files, secretary: User) -> None:
    actions.import_draft(exported, by=secretary, name="a.zip")
    with pytest.raises(DeedError, match="here already"):
        actions.import_draft(exported, by=secretary, name="a.zip")
    assert Draft.objects.count() == 1


def changed(path: str, value: object) -> Callable[[Files], None]:
    """Something else in ``draft.json``: ``versions.0.number``."""

    def change(files: Files) -> None:
        told = json.loads(files["draft.json"])
        *way, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
        place = told
        for step in way:
            place = place[step]  # type: ignore[index]
        place[last] = value
        files["draft.json"] = json.dumps(told).encode()

    return change


def other_line(number: int, *told: object) -> Callable[[Files], None]:
    """Another line of the live text's log, from 1."""

    def change(files: Files) -> None:
        lines = files["live/log.jsonl"].splitlines()
        lines[number - 1] = json.dumps(told).encode()
        files["live/log.jsonl"] = b"\n".join(lines)

    return change


def without(name: str) -> Callable[[Files], None]:
    return lambda files: files.pop(name) and None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda files: files.update({"draft.json": b"{"}), "draft.json"),
        (lambda files: files.update({"versions/2.json": b"[1]"}), "versions/2.json"),
        (lambda files: files.update({"versions/2.json": b"[" * 99_999}), "versions/2.json"),
        (without("versions/1.json"), "versions/1.json"),
        (changed("id", "nonsense"), "draft.json"),
        (changed("accounts.0.name", "x" * 999), "draft.json"),
        (changed("state", "eaten"), "draft.json"),
        (changed("adopted_as", ""), "draft.json"),
        (changed("versions", []), "draft.json"),
        (without("live/live.json"), "live/live.json"),
        (lambda files: files.update({"live/log.jsonl": b""}), "live/live.json"),
        (
            lambda files: files.update({"live/live.json": b'{"entries": [], "versions": {"9": "AAA="}}'}),
            "live/log.jsonl",
        ),
        (
            lambda files: files.update({"live/live.json": b'{"entries": [[1, null, 7]], "versions": {}}'}),
            "live/live.json",
        ),
        (
            lambda files: files.update({"live/live.json": b'{"entries": [["1", 1, 0]], "versions": {}}'}),
            "live/live.json",
        ),
        (other_line(2, 1, "2026-11-25T02:00:00+00:00", "nonsense"), "live/log.jsonl, line 2"),
        (other_line(2, 1, "2026-11-25T02:00:00+00:00", "AQEB"), "live/log.jsonl, line 2"),
        (other_line(2, 1, "2026-11-25T02:00:00", "AAA="), "live/log.jsonl, line 2"),
        (other_line(2, 1, "yesterday", "AAA="), "live/log.jsonl, line 2"),
        (other_line(2, 987654, "2026-11-25T02:00:00+00:00", "AAA="), "live/log.jsonl"),
        (other_line(2, 3), "live/log.jsonl, line 2"),
        (changed("versions.1.number", 1), "versions/1.json"),
        (changed("versions.1.date", "2006-02-31"), "draft.json, versions, row 2"),
        (changed("versions.1.created_by", 987654), "draft.json, versions, row 2"),
        (changed("versions.1.sealed_at", None), "versions/2.json"),
        (changed("versions.1.surprise", 1), "draft.json, versions, row 2"),
        (changed("people.0.role", "emperor"), "draft.json, people, row 1"),
        (changed("record.2.kind", "version-eaten"), "draft.json, record, row 3"),
        (changed("record.2.details", {"half of a letter": "\ud83d"}), "draft.json, record, row 3"),
        (changed("record.2.at", "yesterday"), "draft.json, record, row 3"),
        (changed("pairings.0.old", 987654), "draft.json, pairings, row 1"),
        (changed("pairings.0.old_keys", 3), "draft.json, pairings, row 1"),
        (changed("pairings.0.old_keys", [[]]), "draft.json, pairings, row 1"),
        (changed("people", [{}] * (MOST_ROWS + 1)), "draft.json"),
        (lambda files: files.update({"draft.json": b" " * MOST_OF_ROWS + files["draft.json"]}), "draft.json"),
    ],
)
def test_of_what_is_spoiled_nothing_comes_in_and_the_place_is_named(
    exported: Files, secretary: User, spoil: Callable[[Files], None], place: str
) -> None:
    spoil(exported)
    with pytest.raises(ReadError) as refused:
        actions.import_draft(exported, by=secretary, name="a.zip")
    assert str(refused.value).startswith(f"a.zip, {place}")
    assert "Nothing was brought in." in str(refused.value)
    kept = (Draft, Version.unsealed.model, Deed, SourceFile, Person)
    assert [model._base_manager.count() for model in kept] == [0, 0, 0, 0, 0]
    assert set(User.objects.values_list("username", flat=True)) == {"italy", "secretary"}


def test_only_who_runs_it_takes_it_out(draft: Draft, join: Join) -> None:
    with pytest.raises(NotAllowedError, match="you are a drafter here"):
        actions.export_draft(draft, by=join(draft, "morocco", "drafter"))


def test_every_table_of_a_draft_goes_along_or_says_why_not() -> None:
    carried = {table.model.__name__ for table in TABLES}
    belonging = {"Draft"}
    while True:  # whatever refers to what belongs to a draft belongs to it
        found = {
            model.__name__
            for model in apps.get_app_config("drafts").get_models()
            for field in model._meta.fields
            if field.related_model and field.related_model.__name__ in belonging
        }
        if found <= belonging:
            break
        belonging |= found
    assert belonging - carried == set(LEFT_BEHIND) & belonging
    assert not carried & set(LEFT_BEHIND)
