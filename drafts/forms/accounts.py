"""Making an account."""

from __future__ import annotations

from django.contrib.auth.forms import UserCreationForm

from drafts.models import User


class SignUpForm(UserCreationForm):  # type: ignore[type-arg]
    """A name and a password, twice."""

    class Meta:
        model = User
        fields = ("username",)
