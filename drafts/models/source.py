"""A file that somebody brought in, byte for byte."""

from __future__ import annotations

import hashlib

from django.db import models

LONGEST_NAME = 200  # characters of a file's name that are kept


class SourceFile(models.Model):
    """What a reading, and then a version, was read from. ``sha256`` says which bytes they are, in hex.

    The bytes stand in the database: written and deleted in one transaction with the reading, backed up with
    it, and never within reach of a web server's document root.
    """

    name = models.CharField(max_length=LONGEST_NAME)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField()

    def __str__(self) -> str:
        return self.name

    @classmethod
    def of(cls, name: str, data: bytes) -> SourceFile:
        """A row for these bytes, not saved yet."""
        return cls(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest(), data=data)
