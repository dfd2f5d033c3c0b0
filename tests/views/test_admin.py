import pytest
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Deed, Draft, Person, User
from tests.texts import OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(read_text(OLD), by=italy)


@pytest.fixture
def operator() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("operator"))
    return client


def test_what_an_operator_does_to_the_people_of_a_draft_stands_in_its_record(
    operator: Client, draft: Draft
) -> None:
    person, morocco = draft.persons.get(), User.objects.create_user("morocco")
    rows = {"persons-TOTAL_FORMS": 2, "persons-INITIAL_FORMS": 1, "persons-0-id": person.pk}
    kept = {"persons-0-user": person.user_id, "persons-0-role": "reader", "persons-0-draft": draft.pk}
    new = {"persons-1-user": morocco.pk, "persons-1-role": "facilitator", "persons-1-draft": draft.pk}
    address = reverse("admin:drafts_draft_change", args=[draft.pk])
    assert operator.post(address, {**rows, **kept, **new, "state": "adopted"}).status_code == 302
    assert dict(draft.persons.values_list("user__username", "role")) == {
        "italy": "reader",
        "morocco": "facilitator",
    }
    told = Deed.objects.filter(draft=draft, user__username="operator").values_list("words", flat=True)
    assert sorted(told) == [
        "made italy reader, as an operator of this site",
        "made morocco facilitator, as an operator of this site",
    ]
    draft.refresh_from_db()
    assert draft.state == "drafting"


def test_an_operator_changes_nothing_in_the_record(operator: Client, draft: Draft) -> None:
    deed = Deed.objects.filter(draft=draft).first()
    assert deed
    assert operator.get(reverse("admin:drafts_deed_change", args=[deed.pk])).status_code == 200
    assert operator.post(reverse("admin:drafts_deed_delete", args=[deed.pk])).status_code == 403
    assert Person.objects.count() == 1
