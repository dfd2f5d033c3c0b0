"""Bringing a whole draft in that was taken out of another installation; all of it or nothing.

People of the archive become accounts that nobody can sign in with: an archive can say anything, so it opens
nothing to anybody. They bear their names, so that who issued what is still told. Whoever brings the draft in
becomes a facilitator and invites those who should take part here.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from django.core import serializers
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, models, transaction

from drafts.actions.catalogue import catalogue
from drafts.actions.deeds import record
from drafts.actions.exports import DRAFT
from drafts.actions.live_archives import LOG, LiveArchive, read_live, write_live
from drafts.actions.versions import head_columns, write_rows
from drafts.core import deeds
from drafts.core.deed_words import done
from drafts.core.document import Resolution
from drafts.core.errors import DeedError, RapporteurError, ReadError
from drafts.core.worded import worded
from drafts.formats import from_json
from drafts.models import Deed, Draft, Person, SourceFile, Thread, User, Version
from drafts.queries.archives import TABLES, Table

# What goes wrong where an archive was made or changed by hand: nothing of it may reach a person as it is.
_FAULTS = (
    KeyError,
    TypeError,
    ValueError,
    AttributeError,
    RecursionError,
    ValidationError,
    FieldDoesNotExist,
    DeserializationError,
    DatabaseError,
)


# Bounds on what is made of an archive. The largest draft of a session had some 6,000 deeds and 20 versions.
MOST_ROWS = 100_000
MOST_OF_ROWS = 40_000_000  # bytes of draft.json

_VERSION = re.compile(r"versions/\d+\.json")

_NAMED_IN_DETAILS: dict[str, type[models.Model]] = {"user": User, "thread": Thread}


@dataclass
class _Place:
    """What is being read at this moment: a file of the archive, and a row in it."""

    words: str = DRAFT

    def say(self, words: str) -> None:
        self.words = words


class _Ids:
    """What was known by an id in the archive, and is known by another here."""

    def __init__(self) -> None:
        self._here: dict[tuple[type[models.Model], object], Any] = {}

    def add(self, model: type[models.Model], there: object, here: Any) -> None:
        if (model, there) in self._here:
            raise ValueError(f"the id {there} stands twice")
        self._here[model, there] = here

    def __call__(self, model: type[models.Model], there: object) -> Any:
        if there is None:
            return None
        if (model, there) not in self._here:
            raise ValueError(f"nothing has the id {there!r}")
        return self._here[model, there]


def import_draft(files: Mapping[str, bytes], *, by: User, name: str) -> Draft:
    """The draft of an archive, as it was: keys, numbers, dates, sources, ledger and record.

    ``files`` come from ``formats.archive.unpack``; ``name`` is what the archive is called, for errors.

    Raises:
        DeedError: the draft is here already.
        ReadError: something in the archive cannot be; nothing was brought in.
    """
    at = _Place()
    try:
        # All that takes long comes before anybody else is kept from writing.
        told, texts = _rows(files[DRAFT]), dict(_texts(files, at))
        live = read_live(files, at.say)
        at.words = DRAFT
        with transaction.atomic():
            return _import(told, texts, live, files, by, at)
    except RapporteurError as error:
        if isinstance(error, DeedError):
            raise
        raise ReadError(
            worded("{error} Nothing was brought in.", error=error), source=name, place=at.words
        ) from error
    except _FAULTS as error:
        raise ReadError(
            worded("this cannot be part of a draft: {told}. Nothing was brought in.", told=_told(error)),
            source=name,
            place=at.words,
        ) from error


def _rows(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_OF_ROWS:
        raise ValueError(f"it is larger than {MOST_OF_ROWS // 1_000_000} MB")
    told: dict[str, Any] = json.loads(data)
    rows = sum(len(told[table.name]) for table in TABLES) + len(told["accounts"])
    if rows > MOST_ROWS:
        raise ValueError(f"it has {rows:,} rows, and a draft has at most {MOST_ROWS:,}")
    return told


def _texts(files: Mapping[str, bytes], at: _Place) -> Iterator[tuple[str, Resolution]]:
    for path, data in files.items():
        if _VERSION.fullmatch(path):
            at.words = path
            yield path, _resolution(data)


def _import(
    told: Mapping[str, Any],
    texts: Mapping[str, Resolution],
    live: LiveArchive | None,
    files: Mapping[str, bytes],
    by: User,
    at: _Place,
) -> Draft:
    ids = _Ids()
    for account in told["accounts"]:
        ids.add(User, account["id"], _account(account))
    draft = _draft(told, ids)
    ids.add(Draft, told["id"], draft)
    for table in TABLES:
        for number, row in enumerate(told[table.name], 1):
            at.words = f"{DRAFT}, {table.name}, row {number}"
            _row(table, row, draft, ids, texts, files, at)
    if live:
        at.words = LOG
        write_live(live, draft, lambda account: ids(User, account).pk)
    elif not draft.versions.exists():
        raise ValueError("it has neither a version nor a live text")
    person, _ = Person.objects.get_or_create(
        draft=draft, user=by, defaults={"role": "facilitator", "delegation": by.delegation}
    )
    deed = record(draft, "draft-imported", done("draft-imported"), by=by)
    Person.objects.filter(pk=person.pk).update(seen=deed.pk, mailed=deed.pk)
    catalogue(draft)
    return draft


def _account(told: Mapping[str, Any]) -> User:
    account = User(username=f"imported-{uuid.uuid4().hex}", is_active=False)
    account.name, account.delegation = told["name"], told["delegation"]
    account.set_unusable_password()
    account.clean_fields()
    account.save()
    return account


def _draft(told: Mapping[str, Any], ids: _Ids) -> Draft:
    id = uuid.UUID(told["id"])
    if Draft.objects.filter(pk=id).exists():
        raise DeedError(
            worded("This draft is here already. An archive brings in a draft that is not, and changes none.")
        )
    fields = {each: told[each] for each in ("state", "adopted_as", "created_at")}
    fields |= {each: told.get(each, "") for each in ("title", "language")}  # older archives have neither
    fields["created_by"] = ids(User, told["created_by"]).pk
    draft = cast(Draft, _instance(Draft, fields, id))
    _save(draft)
    return draft


def _row(
    table: Table,
    row: dict[str, Any],
    draft: Draft,
    ids: _Ids,
    texts: Mapping[str, Resolution],
    files: Mapping[str, bytes],
    at: _Place,
) -> None:
    """One row as it was, its references turned to what they refer to here."""
    given = {key: value for key, value in row.items() if key != "id" and key not in table.without}
    several = {
        field.name: [ids(field.related_model, each) for each in given.pop(field.name)]
        for field in table.model._meta.many_to_many
    }
    for name, model in _references(table.model):
        if name in given:
            other = ids(model, given[name])
            given[name] = other and other.pk
        elif model is Draft:
            given[name] = draft.pk
    made = _instance(table.model, given)
    if isinstance(made, SourceFile):
        at.words = f"files/{row['id']}"
        made = SourceFile.of(made.name, files[at.words])
    elif isinstance(made, Deed):
        deeds.group_of(made.kind)
        made.details = _details(made.details, ids)
    if isinstance(made, Version):
        at.words = f"versions/{made.number}.json"
        _save_version(made, texts[at.words], files[f"versions/{made.number}.source.txt"])
    else:
        _save(made)
    for name, others in several.items():
        getattr(made, name).set(others)
    ids.add(table.model, row["id"], made)


def _references(model: type[models.Model]) -> Iterator[tuple[str, Any]]:
    for field in model._meta.fields:
        if isinstance(field, models.ForeignKey):
            yield field.name, field.related_model


def _instance(model: type[models.Model], fields: Mapping[str, Any], id: uuid.UUID | None = None) -> Any:
    told = {"model": model._meta.label_lower, "pk": id and str(id), "fields": fields}
    [made] = serializers.deserialize("python", [told])
    return made.object


def _save(made: models.Model) -> None:
    """Keep a row, each value one that its field can have; raw, since times are those of then, not of now."""
    apart = [field for field in made._meta.fields if isinstance(field, models.ForeignKey | models.JSONField)]
    empty = [field for field in made._meta.fields if field.null and field.value_from_object(made) is None]
    made.clean_fields(exclude=[field.name for field in (*apart, *empty)])
    for field in apart:
        if isinstance(field, models.JSONField):
            value, example = field.value_from_object(made), field.get_default()
            if type(value) is not type(example) or not all(isinstance(each, str) for each in value):
                raise ValueError(f"{field.name} is no {type(example).__name__} of texts")
            # Half of a letter above U+FFFF: JSON can spell it, and nothing that is shown can.
            json.dumps(value, ensure_ascii=False).encode()
    made.save_base(raw=True, force_insert=True)


def _save_version(version: Version, resolution: Resolution, source: bytes) -> None:
    """The version under the head and with the rows of its document, sealed at the moment it was."""
    for column, value in head_columns(resolution).items():
        setattr(version, column, value)
    version.source = source.decode()
    sealed_at, version.sealed_at = version.sealed_at, None
    if sealed_at is None:
        raise ValueError("it was never sealed")
    _save(version)
    write_rows(version, resolution)
    version.sealed_at = sealed_at
    version.save(update_fields=["sealed_at"])


def _resolution(data: bytes) -> Resolution:
    value = from_json(json.loads(data))
    if not isinstance(value, Resolution):
        raise ValueError("it is no resolution")
    return value


def _details(details: dict[str, Any], ids: _Ids) -> dict[str, Any]:
    """Details name rows by their ids: those of then become those of here, what did not come along goes."""
    kept = {key: value for key, value in details.items() if key != "invitation"}
    for key, model in _NAMED_IN_DETAILS.items():
        if key in kept:
            try:
                kept[key] = ids(model, kept[key]).pk
            except ValueError:
                del kept[key]  # somebody who was taken off and did nothing
    return kept


def _told(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return "; ".join(error.messages).rstrip(".")
    if isinstance(error, KeyError):
        return worded("{name} is missing", name=error)
    if isinstance(error, DatabaseError):
        return worded("two of its rows contradict each other, or one contradicts itself")
    return str(error).rstrip(".") or type(error).__name__
