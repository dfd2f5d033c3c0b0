"""The guided path on the samples: which of its steps somebody has really taken."""

from __future__ import annotations

from drafts.models import Draft, LiveUpdate, MadeReport, User
from drafts.queries.drafts import drafts_seen_by

SAMPLE = "A/C.3/81/L.901"  # the sample that the path leads over, with a revision
ISSUED_WITH = 2  # versions that the sample comes with


def sample_of(user: User) -> Draft | None:
    """The sample draft with its revision, where this person keeps it; None outside the demonstration."""
    return drafts_seen_by(user).filter(created_by=user, versions__symbol=f"{SAMPLE}/Rev.1").first()


def steps_taken(draft: Draft, user: User) -> frozenset[str]:
    """The steps that left a trace: written in the live text, a version issued, a report asked for."""
    traces = {
        "write": LiveUpdate.objects.filter(draft=draft, user=user),
        "issue": draft.versions.filter(created_by=user, number__gt=ISSUED_WITH),
        "report": MadeReport.objects.filter(new__draft=draft, asked_by=user),
    }
    return frozenset(step for step, found in traces.items() if found.exists())
