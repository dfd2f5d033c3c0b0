from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from drafts import actions
from drafts.core import codes
from drafts.core.errors import DeedError, InvitationError, NotAllowedError
from drafts.models import Deed, Draft, Invitation, Person, User
from tests.actions.conftest import Join

pytestmark = pytest.mark.django_db


def tomorrow() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=1)


def roles(draft: Draft) -> dict[str, str]:
    return dict(draft.persons.values_list("user__username", "role"))


@pytest.fixture
def morocco(django_user_model: type[User]) -> User:
    return django_user_model.objects.create_user("morocco", delegation="Morocco")


def test_whoever_begins_a_draft_runs_it_for_their_delegation(draft: Draft) -> None:
    person = draft.persons.get()
    assert (person.role, person.delegation, person.delegation_code) == ("facilitator", "Italy", "IT")


def test_a_code_lets_somebody_take_part_however_it_is_typed(draft: Draft, italy: User, morocco: User) -> None:
    invitation = actions.invite(draft, by=italy, role="drafter", expires_at=tomorrow())
    person = actions.join_draft(codes.shown(invitation.code).lower(), by=morocco)
    assert (person.draft, person.role, person.delegation) == (draft, "drafter", "Morocco")
    told = Deed.objects.filter(draft=draft).first()
    assert told
    assert (told.who, told.delegation, told.words) == ("morocco", "Morocco", "joined as drafter for Morocco")


def test_an_invitation_may_say_whom_one_speaks_for(draft: Draft, italy: User, morocco: User) -> None:
    invitation = actions.invite(
        draft, by=italy, role="delegate", delegation="Holy See", expires_at=tomorrow()
    )
    assert actions.join_draft(invitation.code, by=morocco, delegation="Morocco").delegation == "Holy See"


def test_a_code_opens_nothing_once_used_up_expired_or_taken_back(
    draft: Draft, italy: User, morocco: User, join: Join
) -> None:
    used, old, gone = (actions.invite(draft, by=italy, role="reader", expires_at=tomorrow()) for _ in "123")
    actions.join_draft(used.code, by=morocco)
    Invitation.objects.filter(pk=old.pk).update(expires_at=timezone.now())
    actions.take_back_invitation(gone, by=italy)
    late = User.objects.create_user("late")
    for code, words in ((used.code, "used already"), (old.code, "expired"), (gone.code, "taken back")):
        with pytest.raises(InvitationError, match=words):
            actions.join_draft(code, by=late)
    with pytest.raises(InvitationError, match="no such code"):
        actions.join_draft("AAAA-AAAA", by=late)
    assert not Person.objects.filter(user=late).exists()


def test_a_code_for_several_is_for_as_many(draft: Draft, italy: User) -> None:
    invitation = actions.invite(draft, by=italy, role="reader", expires_at=tomorrow(), places=2)
    for name in ("one", "two"):
        actions.join_draft(invitation.code, by=User.objects.create_user(name))
    with pytest.raises(InvitationError, match="used already"):
        actions.join_draft(invitation.code, by=User.objects.create_user("three"))
    assert roles(draft) == {"italy": "facilitator", "one": "reader", "two": "reader"}


def test_who_takes_part_already_uses_up_no_place_and_stays_as_they_are(draft: Draft, italy: User) -> None:
    invitation = actions.invite(draft, by=italy, role="reader", expires_at=tomorrow())
    assert actions.join_draft(invitation.code, by=italy).role == "facilitator"
    invitation.refresh_from_db()
    assert invitation.taken == 0


def test_no_code_makes_several_facilitators_nor_expires_in_the_past(draft: Draft, italy: User) -> None:
    with pytest.raises(DeedError, match="for one person"):
        actions.invite(draft, by=italy, role="facilitator", expires_at=tomorrow(), places=2)
    with pytest.raises(DeedError, match="later than now"):
        actions.invite(draft, by=italy, role="reader", expires_at=timezone.now())


def test_a_draft_is_never_left_without_a_facilitator(draft: Draft, italy: User, join: Join) -> None:
    alone = draft.persons.get()
    for deed in (
        lambda: actions.change_person(alone, by=italy, role="reader", delegation=""),
        lambda: actions.remove_person(alone, by=italy),
        lambda: actions.leave_draft(draft, by=italy),
    ):
        with pytest.raises(DeedError, match="only facilitator"):
            deed()
    join(draft, "morocco", "facilitator")
    actions.leave_draft(draft, by=italy)
    assert roles(draft) == {"morocco": "facilitator"}


def test_changing_and_removing_is_recorded_with_the_name_as_it_was(
    draft: Draft, italy: User, join: Join
) -> None:
    person = Person.objects.get(user=join(draft, "morocco", "reader"))
    actions.change_person(person, by=italy, role="drafter", delegation="Morocco")
    actions.remove_person(person, by=italy)
    told = [deed.words for deed in Deed.objects.filter(draft=draft, kind__startswith="person-")]
    assert told == ["took morocco (Morocco) off this draft", "made morocco drafter for Morocco"]
    assert roles(draft) == {"italy": "facilitator"}


def test_who_was_taken_off_does_not_come_back_by_an_old_code_for_many(
    draft: Draft, italy: User, morocco: User
) -> None:
    old = actions.invite(draft, by=italy, role="reader", expires_at=tomorrow(), places=9)
    actions.remove_person(actions.join_draft(old.code, by=morocco), by=italy)
    with pytest.raises(InvitationError, match="before you were taken off"):
        actions.join_draft(old.code, by=morocco)
    new = actions.invite(draft, by=italy, role="delegate", expires_at=tomorrow())
    assert actions.join_draft(new.code, by=morocco).role == "delegate"


def test_a_change_that_changes_nothing_is_not_recorded(draft: Draft, italy: User) -> None:
    before = Deed.objects.count()
    actions.change_person(draft.persons.get(), by=italy, role="facilitator", delegation="Italy")
    assert Deed.objects.count() == before


@pytest.mark.parametrize("role", ["drafter", "delegate", "reader"])
def test_only_a_facilitator_lets_people_in_and_out(draft: Draft, join: Join, role: str) -> None:
    other = join(draft, "other", role)
    for deed in (
        lambda: actions.invite(draft, by=other, role="reader", expires_at=tomorrow()),
        lambda: actions.remove_person(draft.persons.get(role="facilitator"), by=other),
        lambda: actions.open_public_link(draft, by=other),
        lambda: actions.close_public_link(draft, by=other),
    ):
        with pytest.raises(NotAllowedError, match=f"you are a {role} here"):
            deed()


def test_a_renewed_public_link_has_another_address(draft: Draft, italy: User) -> None:
    first, second = (actions.open_public_link(draft, by=italy) for _ in "12")
    first.refresh_from_db()
    assert first.token != second.token
    assert (first.closed_at is None, second.closed_at is None) == (False, True)
    actions.close_public_link(draft, by=italy)
    actions.close_public_link(draft, by=italy)
    told = [deed.kind for deed in Deed.objects.filter(draft=draft, kind__startswith="public-link")]
    assert told == ["public-link-closed", "public-link-renewed", "public-link-opened"]
