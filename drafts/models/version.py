"""A text as issued, in rows. Written once by an action, sealed, and never changed: the database itself
refuses it.

The seal is a time: rows may be added to a version until ``sealed_at`` is set, and not after (see ``seals``).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from drafts.core import document
from drafts.core.worded import worded
from drafts.models.draft import Draft
from drafts.models.source import SourceFile


class SealedVersions(models.Manager["Version"]):
    """Versions as people may see them: whole ones."""

    def get_queryset(self) -> models.QuerySet[Version]:
        return super().get_queryset().filter(sealed_at__isnull=False)


class Version(models.Model):
    """A text as issued: numbered within its draft from 1, with a symbol and a date.

    What was brought in, as it was before reading, is ``source``, a text to the letter, or ``file``.
    """

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=200, blank=True)
    date = models.DateField(help_text="The date of the document.")
    language = models.CharField(max_length=8, blank=True)
    proposal = models.CharField(max_length=20, blank=True)
    submitted = models.TextField(blank=True)
    title = models.TextField(blank=True)
    organ = models.TextField(blank=True)
    session = models.TextField(blank=True)
    committee = models.TextField(blank=True)
    agenda_item = models.TextField(blank=True)
    dated = models.TextField(blank=True, help_text="The date as the masthead writes it.")
    distribution = models.TextField(blank=True)
    original = models.TextField(blank=True)
    source = models.TextField(blank=True)
    file = models.ForeignKey(SourceFile, models.PROTECT, null=True, related_name="versions")
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(blank=True, help_text="What its issuer says about it.")
    sealed_at = models.DateTimeField(null=True, editable=False)

    objects = SealedVersions()
    unsealed: models.Manager[Version] = models.Manager()

    class Meta:
        base_manager_name = "unsealed"
        ordering = ["draft", "number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="version_number_unique_in_draft"),
            models.UniqueConstraint(
                fields=["draft", "symbol"],
                condition=~models.Q(symbol=""),
                name="version_symbol_unique_in_draft",
            ),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number_from_one"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What people call it: its symbol, else its number."""
        return self.symbol or worded("Version {number}", number=self.number)

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")

    def resolution(self) -> document.Resolution:
        """The version as a value. Costs three queries, none if its rows were prefetched."""
        return document.Resolution(
            paragraphs=tuple(row.value() for row in self.paragraphs.all()),
            notes=tuple(row.value() for row in self.notes.all()),
            sponsors=tuple(row.value() for row in self.sponsors.all()),
            title=self.title,
            submitted=self.submitted,
            proposal=self.proposal or None,  # type: ignore[arg-type]
            language=self.language,
            symbol=self.symbol,
            lineage=str(self.draft_id),
            masthead=document.Masthead(
                organ=self.organ,
                session=self.session,
                committee=self.committee,
                agenda_item=self.agenda_item,
                date=self.dated,
                distribution=self.distribution,
                original=self.original,
            ),
        )


class Row(models.Model):
    """What stands at a position in a version."""

    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["version", "position"]


class Paragraph(Row):
    """A paragraph of a version. ``key`` says who it is, through all versions of the draft."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="paragraphs")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=12)
    level = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    marks = models.JSONField(default=list)

    class Meta(Row.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="paragraph_position_unique"),
            models.UniqueConstraint(fields=["version", "key"], name="paragraph_key_unique"),
            models.CheckConstraint(condition=models.Q(kind__in=document.KINDS), name="paragraph_kind_known"),
            models.CheckConstraint(
                condition=models.Q(level__gte=0, level__lte=document.DEEPEST_LEVEL),
                name="paragraph_level_in_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:40]}".strip()

    def value(self) -> document.Paragraph:
        return document.Paragraph(
            id=self.key,
            kind=self.kind,  # type: ignore[arg-type]
            text=self.text,
            level=self.level,
            label=self.label,
            marks=values_of_marks(self.marks),
        )


class Note(Row):
    """A footnote of a version."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="notes")
    key = models.CharField(max_length=64)
    label = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    marks = models.JSONField(default=list)

    class Meta(Row.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="note_position_unique"),
            models.UniqueConstraint(fields=["version", "key"], name="note_key_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:40]}"

    def value(self) -> document.Note:
        return document.Note(id=self.key, label=self.label, text=self.text, marks=values_of_marks(self.marks))


class Sponsor(Row):
    """A sponsor as printed on a version."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="sponsors")
    name = models.CharField(max_length=300)
    code = models.CharField(max_length=2, blank=True)

    class Meta(Row.Meta):
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="sponsor_position_unique")
        ]

    def __str__(self) -> str:
        return self.name

    def value(self) -> document.Sponsor:
        return document.Sponsor(name=self.name, code=self.code)


class Withdrawal(models.Model):
    """That a version was withdrawn, and why. The version stays as it is, and is shown as withdrawn."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    date = models.DateField(help_text="The day it was withdrawn.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.version} withdrawn: {self.reason}"


def rows_of_marks(marks: document.Marks) -> list[list[str | int]]:
    """Marks as the JSON of a column: ``[type, start, end, note]`` each."""
    return [[mark.type, mark.start, mark.end, mark.note] for mark in marks]


def values_of_marks(rows: list[list[str | int]]) -> document.Marks:
    return tuple(document.Mark(*row) for row in rows)  # type: ignore[arg-type]
