"""Accounts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody with an account. Our own class from the first migration, for it could not be put in later."""
