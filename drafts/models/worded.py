"""A column for lines that another language can say too."""

from __future__ import annotations

from typing import Any

from django.db import models

from drafts.core import worded


class WordedField(models.TextField[str, str]):
    """Text that is ``core.worded`` where it was so when it was written; of older rows, English as it was.

    What is kept is plain text or JSON, so that to the database it is the text it always was.
    """

    def get_prep_value(self, value: Any) -> Any:
        return worded.kept(value) if isinstance(value, str) else super().get_prep_value(value)

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return value and worded.told(value)

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.TextField", args, kwargs
