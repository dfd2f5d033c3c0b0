"""The operators' view of the rows. Versions are shown and never changed: the database would refuse it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from drafts import models


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


@admin.register(models.Draft)
class DraftAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("id", "created_by", "created_at")
    readonly_fields = ("created_by", "created_at")
    inlines = (PersonInline,)

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
