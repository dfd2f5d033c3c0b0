"""The operators' view of the rows. Versions are shown and never changed: the database would refuse it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from drafts import models
from drafts.actions.deeds import record
from drafts.actions.passwords import GOOD_FOR_MINUTES, handed_link
from drafts.actions.second_steps import turn_off


class ReadOnly:
    """What can be looked at here and nothing else."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PersonInline(admin.TabularInline):  # type: ignore[type-arg]
    model = models.Person
    fields = ("user", "role", "delegation")
    extra = 0


class ParagraphInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    model = models.Paragraph
    fields = ("position", "key", "kind", "level", "label", "text")


class NoteInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    model = models.Note
    fields = ("position", "label", "text")


class SponsorInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    model = models.Sponsor
    fields = ("position", "name", "code")


@admin.register(models.User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Accounts. Where nobody reads mail, an operator gives a link to choose a new password."""

    list_display = ("username", "name", "delegation", "email", "is_active", "is_staff", "last_login")
    search_fields = ("username", "name", "email")
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "delegation", "email", "digest")}),
        ("Rights", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
    )
    actions = ("give_link", "turn_off_second_step")

    @admin.action(description="Give a link to choose a new password", permissions=["change"])
    def give_link(self, request: HttpRequest, chosen: QuerySet[models.User]) -> None:
        """Shown once, to be handed over; whoever has it gets in as this person, so operators alone get it."""
        for user in _within_rights(request, chosen):
            words = f"For {user}, good once, for {GOOD_FOR_MINUTES} minutes: {handed_link(user)}"
            messages.warning(request, words)

    @admin.action(description="Turn the second step of signing in off", permissions=["change"])
    def turn_off_second_step(self, request: HttpRequest, chosen: QuerySet[models.User]) -> None:
        """For who lost the phone and the recovery codes: see that it is they who ask."""
        for user in _within_rights(request, chosen):
            turn_off(user)
            messages.success(request, f"{user} signs in by the password alone.")


@admin.register(models.Draft)
class DraftAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Where a draft stands is its people's to say; an operator can name a facilitator where all are gone."""

    list_display = ("id", "state", "adopted_as", "created_by", "created_at")
    readonly_fields = ("state", "adopted_as", "created_by", "created_at")
    inlines = (PersonInline,)

    def save_formset(self, request: Any, form: Any, formset: Any, change: bool) -> None:
        """What an operator does to a draft's people stands in its record, as if one of them had done it."""
        with transaction.atomic():
            super().save_formset(request, form, formset, change)
            for person in formset.new_objects:
                _record(request, person, f"made {person} {person.role}", "person-changed")
            for person, _ in formset.changed_objects:
                _record(request, person, f"made {person} {person.role}", "person-changed")
            for person in formset.deleted_objects:
                _record(request, person, f"took {person} off this draft", "person-removed")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(models.Version)
class VersionAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("symbol", "title", "draft", "number", "date", "created_by")
    search_fields = ("symbol", "title")
    inlines = (SponsorInline, ParagraphInline, NoteInline)


@admin.register(models.Reading)
class ReadingAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("id", "user", "draft", "created_at", "version")


@admin.register(models.Deed)
class DeedAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("at", "who", "delegation", "words", "draft", "address")
    list_filter = ("kind",)
    search_fields = ("words", "who", "delegation")


def _within_rights(request: HttpRequest, chosen: Iterable[models.User]) -> Iterator[models.User]:
    """Those whose account this operator may open to somebody: of superusers, a superuser alone."""
    for user in chosen:
        if user.is_superuser and not request.user.is_superuser:
            messages.error(request, f"{user}: only a superuser may do this for one.")
        else:
            yield user


def _record(request: Any, person: models.Person, words: str, kind: str) -> None:
    told = f"{words}, as an operator of this site"
    record(person.draft, kind, told, by=request.user, user=person.user_id, role=person.role)
