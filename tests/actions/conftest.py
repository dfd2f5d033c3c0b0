from __future__ import annotations

from collections.abc import Callable

import pytest

from drafts import actions
from drafts.models import Draft, Person, User
from tests.builders import op, pp, resolution

Join = Callable[..., User]


@pytest.fixture
def italy(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("italy", delegation="Italy")


@pytest.fixture
def draft(italy: User) -> Draft:
    """Issued as A/C.3/61/L.8 by Italy, who runs it."""
    text = resolution(pp("Recalling its resolution 60/175,"), op("Decides."), symbol="A/C.3/61/L.8")
    return actions.start_draft(text, by=italy)


@pytest.fixture
def join(django_user_model: type[User]) -> Join:
    """Let a new user take part in a draft: ``join(draft, "morocco", "drafter")``."""

    def joining(draft: Draft, name: str, role: str, delegation: str = "") -> User:
        user = django_user_model.objects.create_user(name)
        Person.objects.create(draft=draft, user=user, role=role, delegation=delegation)
        return user

    return joining
