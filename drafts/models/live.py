"""The live text's log: every update in its order, and now and then the whole, so that opening is quick.

The log is the truth and only grows; snapshots and checkpoints can be made anew from it at any time.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from drafts.models.draft import Draft
from drafts.models.version import Version


class LiveText(models.Model):
    """How far a draft's log has come, and the whole text as it was at ``snapshot_seq``.

    ``seq`` is the number of the last update. Whoever appends holds this row (SELECT … FOR UPDATE). ``owners``
    says whose client each is that had written by the snapshot: the client's number → a user's id.
    """

    draft = models.OneToOneField(Draft, models.PROTECT, primary_key=True, related_name="live_text")
    seq = models.PositiveBigIntegerField(default=0)
    snapshot = models.BinaryField(default=bytes)
    snapshot_seq = models.PositiveBigIntegerField(default=0)
    owners = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.draft_id} at {self.seq}"


class LiveUpdate(models.Model):
    """One update of Yjs (its first encoding), as it was kept. ``user`` wrote it."""

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="live_updates")
    seq = models.PositiveBigIntegerField()
    data = models.BinaryField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["draft", "seq"]
        constraints = [models.UniqueConstraint(fields=["draft", "seq"], name="live_update_seq_unique")]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.seq}"


class LiveVersion(models.Model):
    """The shared document that says what a version says: from it the next one's changes are told.

    What people were writing when the version was issued, and is not in it, is not in here.
    """

    version = models.OneToOneField(Version, models.PROTECT, primary_key=True, related_name="live")
    snapshot = models.BinaryField()

    def __str__(self) -> str:
        return f"as in {self.version}"


class LiveEntry(models.Model):
    """That an update was not typed but came whole: with a version, or with an earlier text taken up again.

    ``moment`` is the update after which the text was what came: where a version issued from the live text was
    frozen, or what was taken up. None: the version was brought in from outside.
    """

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="live_entries")
    seq = models.PositiveBigIntegerField()
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="live_entries")
    moment = models.PositiveBigIntegerField(null=True)

    class Meta:
        ordering = ["draft", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "seq"], name="live_entry_seq_unique"),
            models.CheckConstraint(
                condition=models.Q(version__isnull=False) | models.Q(moment__isnull=False),
                name="live_entry_of_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.seq}: {self.version or f'as at {self.moment}'}"


class LiveCheckpoint(models.Model):
    """The live text as it was at one place in its log, so that any moment is soon shown; made from the log.

    ``doc`` is the whole document and ``authors`` who wrote which of its words (``formats.shared.authorship``,
    as JSON), both packed; ``minutes`` are those of the updates since the checkpoint before, each
    ``[last update, its time in seconds, {writer: updates}]``.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="live_checkpoints")
    seq = models.PositiveBigIntegerField()
    doc = models.BinaryField()
    authors = models.BinaryField()
    minutes = models.JSONField(default=list)

    class Meta:
        ordering = ["draft", "seq"]
        constraints = [models.UniqueConstraint(fields=["draft", "seq"], name="live_checkpoint_seq_unique")]

    def __str__(self) -> str:
        return f"{self.draft_id} at {self.seq}"
