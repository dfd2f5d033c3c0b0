"""The history page, without script: any moment, what changed, who wrote what, and taking one up again."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from drafts import actions
from drafts.formats.text import read_text
from drafts.models import Draft, LiveUpdate, Person, User
from drafts.queries.live import doc_at, live_resolution
from tests.texts import NEW, OLD

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(italy: User) -> Draft:
    return actions.start_draft(read_text(OLD), by=italy, source=OLD)


@pytest.fixture
def benin(draft: Draft, django_user_model: type[User]) -> User:
    user = django_user_model.objects.create_user("benin", first_name="Bio", last_name="Sero")
    Person.objects.create(draft=draft, user=user, role="drafter", delegation="Benin")
    return user


def write(draft: Draft, words: str, *, by: User) -> int:
    """Replace a paragraph's text; the moment when that had come."""

    def change(text):
        return replace(
            text, paragraphs=(*text.paragraphs[:-1], replace(text.paragraphs[-1], text=words, marks=()))
        )

    actions.edit_live_text(draft, change, by=by)
    return LiveUpdate.objects.filter(draft=draft).latest("seq").seq


def ask(client: Client, draft: Draft, **query: object) -> HttpResponse:
    return client.get(reverse("live-history", args=[draft.pk]), query)


def words_of(response: HttpResponse) -> str:
    """What the text on the page says, in one line."""
    page = response.content.decode()
    text = page[page.index('id="text"') : page.index("</article>")]
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def last_words(draft: Draft) -> str:
    seq = LiveUpdate.objects.filter(draft=draft).latest("seq").seq
    return live_resolution(draft, doc_at(draft.pk, seq)).paragraphs[-1].text


def test_moment_is_shown_with_what_changed_since_another(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    first = write(draft, "Requests a report.", by=italy)
    second = write(draft, "Requests two reports.", by=italy)
    response = ask(signed_in, draft, at=second, since=first)
    assert response.context["report"].comparison.summary["edited"] == 1
    assert "Requests two reports." in words_of(ask(signed_in, draft, at=second, view="text"))
    assert "Requests a report." in words_of(ask(signed_in, draft, at=first, view="text"))


@pytest.mark.parametrize(("since", "olds"), [("now", "here"), ("v1", "v1"), ("before", "other")])
def test_what_came_first_is_the_old_side(
    signed_in: Client, draft: Draft, italy: User, since: str, olds: str
) -> None:
    first = write(draft, "Requests a report.", by=italy)
    write(draft, "Requests two reports.", by=italy)
    context = ask(signed_in, draft, at=first, since=since).context
    assert context["old"].key == {"here": str(first), "v1": "v1", "other": "1"}[olds]
    assert (context["old"].at, context["old"].seq) <= (context["new"].at, context["new"].seq)


def test_words_are_shown_with_who_wrote_them_and_the_version_that_brought_them(
    signed_in: Client, draft: Draft, benin: User
) -> None:
    seq = write(draft, "Requests the Secretary-General to report to it twice.", by=benin)
    written = ask(signed_in, draft, at=seq, view="authors").context["written"]
    told = [
        (name.name, "".join(run.text for run in stretch.runs))
        for name, stretch in written.paragraphs[-1].stretches
    ]
    assert told == [
        ("Version 1, issued by italy", "Requests the Secretary-General to report to it "),
        ("Bio Sero (Benin)", "twice"),
        ("Version 1, issued by italy", "."),
    ]
    assert [(name.initials, share > 0) for name, share in written.by] == [("v1", True), ("BS", True)]


def test_text_of_an_earlier_moment_is_taken_up_by_a_form_and_that_is_undone(
    signed_in: Client, draft: Draft, italy: User
) -> None:
    first = write(draft, "Requests a report.", by=italy)
    write(draft, "Requests two reports.", by=italy)
    answer = signed_in.post(reverse("take-up-moment", args=[draft.pk, first]))
    assert (answer.status_code, last_words(draft)) == (302, "Requests a report.")
    page = signed_in.get(answer.headers["Location"])
    undo = re.search(r'action="([^"]+/taken-up/)">.{0,200}Undo', page.content.decode(), re.DOTALL)
    assert undo
    signed_in.post(undo[1])
    assert last_words(draft) == "Requests two reports."


def test_sittings_and_what_came_whole_are_listed(
    signed_in: Client, draft: Draft, benin: User, italy: User
) -> None:
    write(draft, "Requests a report.", by=benin)
    actions.add_version(draft, read_text(NEW), by=italy)
    life = ask(signed_in, draft).context["life"]
    [(_, [told])] = life.days
    assert told.writers == "Bio Sero (Benin)"
    assert [mark.words for mark in told.marks] == ["Version 1 was brought in", "Version 2 was brought in"]


@pytest.mark.parametrize(
    "query",
    [
        {"at": "0"}, {"at": "99"}, {"at": "v1"}, {"at": "now"}, {"at": "-1"}, {"at": "9" * 30}, {"at": "²"},
        {"since": "v9"}, {"since": "77"}, {"since": "v"}, {"since": "<b>"}, {"step": "9999"}, {"step": "x"},
    ],
)  # fmt: skip
def test_moment_that_never_was_is_refused_in_words(
    signed_in: Client, draft: Draft, query: dict[str, str]
) -> None:
    response = ask(signed_in, draft, **query)
    assert response.status_code == 404
    assert "is no moment in the life of this text" in response.content.decode()


def test_moment_of_another_draft_is_none_of_this_one(signed_in: Client, draft: Draft, italy: User) -> None:
    other = actions.start_draft(read_text(NEW), by=italy)
    seq = [write(other, f"Requests {number}.", by=italy) for number in range(4)][-1]
    actions.open_live_text(draft.pk)
    assert ask(signed_in, draft, at=seq).status_code == 404
    assert signed_in.post(reverse("take-up-moment", args=[draft.pk, seq])).status_code == 404


def test_part_of_the_page_says_which_address_it_has(signed_in: Client, draft: Draft, italy: User) -> None:
    seq = write(draft, "Requests a report.", by=italy)
    address = reverse("live-history", args=[draft.pk])
    response = signed_in.get(address, {"at": seq, "view": "text"}, headers={"HX-Request": "true"})
    assert response.headers["HX-Push-Url"] == f"{address}?at={seq}&view=text&since=before"
    assert response.content.decode().strip().startswith('<div id="moment">')
