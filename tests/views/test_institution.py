"""Signing in by an institution's own sign-in, all the way, with a provider on loopback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from django.contrib.auth import get_user
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from drafts.actions import second_steps
from drafts.models import Identity, SecondStep, User
from tests.provider import CLIENT_ID, CLIENT_SECRET, Provider, serving

pytestmark = pytest.mark.django_db

ADA = {"sub": "ada-1", "email": "ada@italy.example", "email_verified": True, "name": "Ada Rossi"}


@pytest.fixture(autouse=True)
def quickly(settings: Settings) -> None:
    """How long it takes to look at a password is not what these are about."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def provider(settings: Settings) -> Iterator[Provider]:
    with serving(Provider(dict(ADA))) as served:
        settings.OIDC_ISSUER, settings.OIDC_NAME = served.issuer, "UN SSO"
        settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
        yield served


def there(client: Client, after: str = "") -> str:
    """To the provider and, by it, the address that it sends back to."""
    sent = client.get(reverse("institution", query={"next": after} if after else None))
    assert sent.status_code == 302, sent.content
    return requests.get(sent.headers["Location"], allow_redirects=False, timeout=10).headers["Location"]


def signed_in(client: Client, after: str = "") -> HttpResponse:
    return client.get(there(client, after))


def words(client: Client, response: HttpResponse) -> str:
    return client.get(response.headers["Location"]).content.decode()


def who(client: Client) -> str:
    request = HttpRequest()
    request.session = client.session
    return get_user(request).get_username()


def test_the_first_sign_in_makes_an_account_and_the_second_finds_it(
    provider: Provider, client: Client
) -> None:
    assert "Sign in by UN SSO" in client.get(reverse("sign-in")).content.decode()
    assert signed_in(client, reverse("find")).headers["Location"] == reverse("find")
    ada = User.objects.get()
    assert (ada.username, ada.name, ada.email, ada.confirmed_email) == (
        "ada", "Ada Rossi", "ada@italy.example", "ada@italy.example",
    )  # fmt: skip
    assert not ada.has_usable_password()
    provider.claims["email"] = "ada.rossi@italy.example"  # a name and an address change, the subject does not
    again = Client()
    signed_in(again)
    assert [who(client), who(again)] == ["ada", "ada"]


def test_a_short_token_is_made_whole_by_asking(provider: Provider, client: Client) -> None:
    provider.short_token = True
    signed_in(client)
    assert User.objects.get().email == "ada@italy.example"


def test_two_of_one_name_get_an_account_each(provider: Provider) -> None:
    for sub in ("ada-1", "ada-2"):
        provider.claims = {"sub": sub, "preferred_username": "Ada R."}
        signed_in(Client())
    assert sorted(User.objects.values_list("username", flat=True)) == ["AdaR.", "AdaR.2"]


def existing(**more: object) -> User:
    confirmed = {"email": "Ada@italy.example", "confirmed_email": "ada@italy.example"}
    return User.objects.create_user("ada", password="Geneva-1998", **{**confirmed, **more})


def test_an_account_that_was_shown_to_read_the_address_is_joined(provider: Provider, client: Client) -> None:
    existing()
    signed_in(client)
    assert who(client) == "ada"
    assert Identity.objects.get().user.has_usable_password()


@pytest.mark.parametrize(
    ("account", "claims"),
    [
        ({"confirmed_email": ""}, {}),
        ({"confirmed_email": "older@italy.example"}, {}),
        ({"is_staff": True}, {}),
        ({"is_superuser": True}, {}),
        ({}, {"email_verified": False}),
        ({}, {"email": ""}),
    ],
)
def test_no_account_is_opened_by_an_address_that_either_side_did_not_see_to(
    provider: Provider, client: Client, account: dict[str, object], claims: dict[str, object]
) -> None:
    existing(**account)
    provider.claims |= claims
    answer = signed_in(client)
    if answer.headers["Location"] == reverse("institution-stranger"):
        assert who(client) == ""
        assert "Is this account yours?" in words(client, answer)
        client.post(reverse("institution-stranger"))
    assert who(client) in {"ada2", "delegate"}
    assert not Identity.objects.filter(user__username="ada").exists()


def test_only_addresses_of_the_domains_that_are_named_are_let_in(
    provider: Provider, client: Client, settings: Settings
) -> None:
    settings.OIDC_DOMAINS = {"kenya.example"}
    assert "does not vouch for an address at kenya.example" in words(client, signed_in(client))
    provider.claims |= {"email": "ada@kenya.example", "email_verified": False}
    signed_in(client)
    assert User.objects.count() == 0
    provider.claims["email_verified"] = True
    signed_in(client)
    assert who(client) == "ada"


@pytest.mark.parametrize(
    "forged",
    [
        {"iss": "http://another.example"},
        {"aud": "another"},
        {"aud": "another", "azp": CLIENT_ID},
        {"nonce": "another"},
        {"exp": 1_000_000_000},
    ],
    ids=str,
)
def test_a_token_for_another_place_person_or_time_is_refused_in_words(
    provider: Provider, client: Client, forged: dict[str, object]
) -> None:
    provider.token_claims = forged
    assert "What UN SSO answered cannot be taken" in words(client, signed_in(client))
    assert (who(client), User.objects.count()) == ("", 0)


def test_a_token_signed_by_another_is_refused(provider: Provider, client: Client) -> None:
    provider.signed_by_another = True
    assert "cannot be taken" in words(client, signed_in(client))
    assert User.objects.count() == 0


def test_what_was_begun_elsewhere_or_comes_twice_is_refused(provider: Provider, client: Client) -> None:
    back = there(client)
    victim = Client()
    assert "cannot be taken" in words(victim, victim.get(back))
    client.get(back)
    assert who(client) == "ada"
    client.post(reverse("sign-out"))
    assert "cannot be taken" in words(client, client.get(back))
    assert who(client) == ""


def test_who_says_no_there_is_told_so_here(provider: Provider, client: Client) -> None:
    provider.denies = True
    assert "UN SSO did not let you in." in words(client, signed_in(client))


def test_a_provider_that_does_not_answer_is_said_to(client: Client, settings: Settings) -> None:
    settings.OIDC_ISSUER, settings.OIDC_NAME = "http://127.0.0.1:9", "UN SSO"
    assert "UN SSO does not answer." in words(client, client.get(reverse("institution")))


def test_a_closed_account_stays_closed(provider: Provider, client: Client) -> None:
    signed_in(client)
    User.objects.update(is_active=False)
    again = Client()
    assert "This account was closed." in words(again, signed_in(again))


def test_a_second_step_that_somebody_set_up_is_asked_for_here_too(provider: Provider, client: Client) -> None:
    SecondStep.objects.create(user=existing(), secret=second_steps.fresh_secret())
    assert signed_in(client).headers["Location"] == reverse("pass-second-step")
    assert who(client) == ""


def test_where_everybody_must_have_one_the_institution_sees_to_it(
    provider: Provider, client: Client, settings: Settings
) -> None:
    settings.SECOND_STEP_REQUIRED = True
    signed_in(client)
    assert client.get(reverse("account")).status_code == 200


def test_an_account_is_joined_by_hand_with_its_password_and_parted_again(provider: Provider) -> None:
    existing(confirmed_email="", is_staff=True)
    client = Client()
    client.post(reverse("sign-in"), {"username": "ada", "password": "Geneva-1998"})
    assert client.post(reverse("join-institution"), {"password": "guessed"}).status_code == 400
    page = client.post(reverse("join-institution"), {"password": "Geneva-1998"}).content.decode()
    assert f'href="{reverse("institution")}"' in page
    assert "From now on you can sign in by UN SSO too." in words(client, signed_in(client))
    other = Client()
    signed_in(other)
    assert who(other) == "ada"
    other.post(reverse("part-institution"))
    assert Identity.objects.count() == 0


def test_nobody_is_joined_to_two_accounts_nor_parted_from_their_only_way_in(provider: Provider) -> None:
    first = Client()
    signed_in(first)
    assert first.post(reverse("part-institution")).status_code == 400
    assert Identity.objects.count() == 1
    User.objects.create_user("kenya", password="Nairobi-1963")
    second = Client()
    second.post(reverse("sign-in"), {"username": "kenya", "password": "Nairobi-1963"})
    second.post(reverse("join-institution"), {"password": "Nairobi-1963"})
    assert "who has another account here" in words(second, signed_in(second))


def test_who_came_by_the_institution_is_told_to_sign_out_there_too(
    provider: Provider, client: Client
) -> None:
    signed_in(client)
    page = client.post(reverse("sign-out")).content.decode()
    assert f'href="{provider.issuer}/end_session?client_id=rapporteur&amp;post_logout_redirect_uri=' in page
    assert who(client) == ""


def test_where_none_is_set_up_there_is_none(client: Client) -> None:
    assert "Sign in by" not in client.get(reverse("sign-in")).content.decode()
    assert [client.get(reverse(name)).status_code for name in ("institution", "institution-back")] == [
        404,
        404,
    ]
