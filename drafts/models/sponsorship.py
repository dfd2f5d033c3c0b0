"""The sponsors' ledger in rows. Rows are added and never changed: the database refuses it (see ``seals``)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from drafts.core import ledger
from drafts.models.draft import Draft
from drafts.models.version import Version


class Sponsorship(models.Model):
    """One entry of the ledger: who joined, withdrew or changed capacity, and when.

    ``date`` is the day it holds from, ``recorded_at`` when somebody wrote it down. ``version`` is the version
    it came with (``with_version``), or after whose issue it happened; empty before the first.
    """

    draft = models.ForeignKey(Draft, models.PROTECT, related_name="ledger")
    act = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)
    code = models.CharField(max_length=2, blank=True)
    name = models.CharField(max_length=300, blank=True)
    behalf = models.CharField(max_length=300, blank=True)
    main = models.BooleanField(default=False)
    date = models.DateField()
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="+")
    with_version = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(act__in=["joined", "withdrew", "changed"]), name="sponsorship_act_known"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=ledger.KINDS), name="sponsorship_kind_known"),
            models.CheckConstraint(condition=~models.Q(code="", name=""), name="sponsorship_names_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.code or self.name} {self.act}"

    def value(self) -> ledger.Entry:
        """The entry as a value. Asks for its version's number where that is not at hand."""
        proposer = ledger.Proposer(self.kind, self.code, self.name, self.behalf, self.main)  # type: ignore[arg-type]
        number = self.version.number if self.version else 0
        return ledger.Entry(
            self.act,  # type: ignore[arg-type]
            proposer,
            self.date,
            ledger.Moment(number, after=not self.with_version),
        )
