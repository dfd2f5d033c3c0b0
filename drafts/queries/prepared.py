"""Queries that every page asks, put into SQL once.

Django writes a query's SQL anew each time, which takes several times as long as the database does to answer.
What a query asks is still said once, by a query set; only the values differ.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

Some = TypeVar("Some", bound=Model)
Value = int | str | UUID


class Prepared(Generic[Some]):
    """``build(*values)`` for any values of these kinds, each of which stands in the query as it is."""

    def __init__(self, build: Callable[..., QuerySet[Some]]) -> None:
        self._build = build
        self._made: dict[tuple[object, ...], tuple[type[Some], str, list[object]]] = {}

    def first(self, *values: Value) -> Some | None:
        """The first row, if there is one."""
        shape = (connection.vendor, *(type(value) for value in values))
        if shape not in self._made:
            try:
                self._made[shape] = self._prepared(values)
            except EmptyResultSet:  # Django sees that nothing can be found
                return None
        model, sql, parameters = self._made[shape]
        given = [_as_asked(values[each.at]) if isinstance(each, _Place) else each for each in parameters]
        return next(iter(model._default_manager.raw(sql, given)), None)

    def _prepared(self, values: tuple[Value, ...]) -> tuple[type[Some], str, list[object]]:
        """The SQL and its parameters: those that are the query's own, and the places of the values."""
        marks = [_mark(value, at) for at, value in enumerate(values)]
        queryset = self._build(*marks)
        sql, parameters = queryset.query.sql_with_params()
        places = {_as_asked(mark): _Place(at) for at, mark in enumerate(marks)}
        if not set(places) <= set(parameters):
            raise TypeError("A value is not in the query as it was given.")
        return queryset.model, sql, [places.get(each, each) for each in parameters]


class _Place:
    """Where the value of this number goes."""

    def __init__(self, at: int) -> None:
        self.at = at


def _mark(value: Value, at: int) -> Value:
    """One of the same kind that no query has of its own."""
    number = 0x5EED_0000 + at
    if isinstance(value, UUID):
        return UUID(int=number)
    return number if isinstance(value, int) else f"mark {number}"


def _as_asked(value: Any) -> Any:
    """As the database wants it."""
    return value.hex if isinstance(value, UUID) and not connection.features.has_native_uuid_field else value
