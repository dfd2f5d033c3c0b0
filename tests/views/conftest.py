from __future__ import annotations

import pytest
from django.test import Client

from drafts.models import User


@pytest.fixture
def italy(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("italy")


@pytest.fixture
def signed_in(italy: User) -> Client:
    client = Client()
    client.force_login(italy)
    return client


@pytest.fixture
def stranger(django_user_model: type[User]) -> Client:
    client = Client()
    client.force_login(django_user_model.objects.create_user("stranger"))
    return client
