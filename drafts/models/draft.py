"""A draft and its people."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.db import models
from django.utils.functional import cached_property

from drafts.core import members, roles, states
from drafts.core.worded import worded

if TYPE_CHECKING:
    from drafts.models.version import Version


class Unissued(NamedTuple):
    """What a draft is known by before its first version: the title of its live text."""

    title: str
    language: str
    name: str = worded("New draft")


class Draft(models.Model):
    """One resolution in the making. Its words are in its versions and its live text; its lineage is its id.

    ``title`` and ``language`` are those of a draft without a version: as it was begun from a blank page, then
    as its live text says. Its versions have their own.
    ``adopted_as`` is the symbol of the adopted text (``A/RES/61/181``); empty in every other state.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state = models.CharField(max_length=12, default="drafting")
    adopted_as = models.CharField(max_length=200, blank=True)
    title = models.TextField(blank=True)
    language = models.CharField(max_length=8, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="drafts_started")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, through="Person", related_name="drafts")

    role = ""  # that of whoever looks at it; the queries in ``queries.drafts`` say which
    pass_on = ""  # the address to pass the page on by, for who reads it by the public link

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=states.STATES), name="draft_state_known"),
            models.CheckConstraint(
                condition=models.Q(state="adopted") ^ models.Q(adopted_as=""),
                name="draft_adopted_with_its_symbol",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)

    @property
    def issued(self) -> list[Version]:
        """Its versions, the newest first. Asks nothing where they were prefetched."""
        return sorted(self.versions.all(), key=lambda version: -version.number)

    @property
    def in_force(self) -> Version | None:
        """The newest version that was not withdrawn; the newest of all where every one was; None of none."""
        issued = self.issued
        return next(
            (version for version in issued if not version.is_withdrawn), issued[0] if issued else None
        )

    @property
    def known_by(self) -> Version | Unissued:
        """What it is called by, with a name, a title and a language: the version in force, if it has one."""
        return self.in_force or Unissued(self.title, self.language)

    @cached_property
    def delegations(self) -> dict[int, str]:
        """Whom each of its people speaks for, by the id of their account."""
        return dict(self.persons.values_list("user", "delegation"))

    @property
    def state_words(self) -> str:
        return states.WORDS[self.state]  # type: ignore[index]

    @property
    def may(self) -> frozenset[roles.Deed]:
        """What whoever looks at it may do with it now."""
        return roles.deeds_open_to(self.role, self.state) if self.role else frozenset()


class Person(models.Model):
    """Somebody who takes part in a draft: in a role, speaking for a delegation.

    ``seen`` and ``mailed`` are the last records of the draft that this person has looked at and was told of
    by mail, as their ids.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="persons")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    role = models.CharField(max_length=12, choices=[(role, role) for role in roles.GIVEN])
    delegation = models.CharField(max_length=200, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    seen = models.BigIntegerField(default=0, editable=False)
    mailed = models.BigIntegerField(default=0, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "user"], name="one_person_a_draft"),
            models.CheckConstraint(condition=models.Q(role__in=roles.GIVEN), name="person_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user.shown_name} ({self.delegation})" if self.delegation else self.user.shown_name

    @property
    def delegation_code(self) -> str:
        """The ISO 3166 code where the delegation is that of a State, else empty."""
        return members.code_of(self.delegation)
