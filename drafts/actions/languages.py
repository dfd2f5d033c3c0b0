"""The language somebody reads the program in, kept in their account."""

from __future__ import annotations

from drafts.models import User


def speak(user: User, language: str) -> None:
    """Show pages to this person in that language wherever they sign in, and write to them in it."""
    user.language = language
    user.save(update_fields=["language"])
