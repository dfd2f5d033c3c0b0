"""A query put into SQL once answers as the query set that it was made of."""

from __future__ import annotations

import datetime
import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db.models import F
from django.test import Client
from django.utils import timezone

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Deed, Draft, Person, User
from drafts.queries.drafts import draft_seen_by, drafts_seen_by
from drafts.queries.prepared import Prepared
from drafts.queries.sessions import SessionStore
from tests.texts import OLD

pytestmark = pytest.mark.django_db


def test_who_sees_a_draft_and_in_which_role_is_the_same_by_either_query() -> None:
    italy, morocco, stranger = (User.objects.create_user(name) for name in ("italy", "morocco", "stranger"))
    drafts = [actions.start_draft(read_text(OLD), by=italy) for _ in range(2)]
    Person.objects.create(draft=drafts[0], user=morocco, role="delegate")
    links = [actions.open_public_link(draft, by=italy).token for draft in drafts]
    actions.close_public_link(drafts[1], by=italy)
    asked = [
        (user, given, draft)
        for user in (italy, morocco, stranger, AnonymousUser())
        for given in ([], links[:1], links[1:], links)
        for draft in drafts
    ]
    found = [draft_seen_by(user, given, draft.pk) for user, given, draft in asked]
    expected = [drafts_seen_by(user, given).filter(pk=draft.pk).first() for user, given, draft in asked]
    assert [each and each.role for each in found] == [each and each.role for each in expected]
    assert {each and each.role for each in found} == {"facilitator", "delegate", "public", None}
    for each in filter(None, found):
        assert each.last_deed == Deed.objects.filter(draft=each).latest("pk").pk
    assert draft_seen_by(italy, links, uuid.uuid4()) is None


def test_a_value_that_does_not_stand_in_the_query_as_it_was_given_is_refused() -> None:
    turned = Prepared(lambda name: User.objects.filter(username=name.upper()))
    with pytest.raises(TypeError, match="not in the query as it was given"):
        turned.first("italy")
    assert Prepared(lambda key: Draft.objects.filter(pk=key, state=F("state"))).first(uuid.uuid4()) is None


def test_a_session_that_ran_out_or_was_ended_is_nobodys(client: Client) -> None:
    client.force_login(User.objects.create_user("italy"))
    key = client.session.session_key
    assert SessionStore(key)["_auth_user_id"]
    Session.objects.update(expire_date=timezone.now() - datetime.timedelta(seconds=1))
    assert SessionStore(key).load() == {}
    assert SessionStore("chosen by somebody").load() == {}
    assert client.get("/account/").status_code == 302
