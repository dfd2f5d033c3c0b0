import datetime
from dataclasses import replace

import pytest
from django.db import IntegrityError

from drafts import actions, models
from drafts.core.document import Mark, Masthead, Note, Resolution
from drafts.core.errors import InvalidResolutionError, NotAllowedError, SameTextError, SymbolTakenError
from drafts.models import User
from tests.builders import op, pp, resolution

pytestmark = pytest.mark.django_db


def text(*changes: str) -> Resolution:
    return resolution(
        pp(
            "Recalling its resolution 60/175 of 16 December 2005,",
            marks=(Mark.italic(0, 9), Mark.call(31, "n1")),
        ),
        pp("Bearing in mind the needs of developing countries,"),
        op("Takes note of the report of the Secretary-General;"),
        op("Invites Member States to contribute to the trust fund;"),
        *(op(change) for change in changes),
        notes=[Note("n1", "1", "Resolution 60/175.")],
        sponsors=["Andorra", "Italy"],
        symbol="A/C.3/61/L.8",
        title="Strengthening the programme",
        proposal="draft",
        masthead=Masthead(organ="General Assembly", date="6 October 2006"),
    )


def test_a_version_gives_back_the_text_it_was_made_from(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy, source="as pasted", date=datetime.date(2006, 10, 6))
    version = draft.versions.get()
    back = version.resolution()
    keys = {each.id: key.id for each, key in zip(text().paragraphs, back.paragraphs, strict=True)}
    assert len(set(keys.values())) == 4
    again = replace(
        back,
        lineage="",
        paragraphs=tuple(
            replace(each, id=before.id, marks=before.marks)
            for each, before in zip(back.paragraphs, text().paragraphs, strict=True)
        ),
        notes=text().notes,
    )
    assert again == text()
    assert [(mark.type, mark.start, mark.end) for mark in back.paragraphs[0].marks] == [
        ("italic", 0, 9),
        ("note", 31, 31),
    ]
    assert back.paragraphs[0].calls[0].note == back.notes[0].id
    assert back.lineage == str(draft.pk)
    assert (version.number, version.source, version.date) == (1, "as pasted", datetime.date(2006, 10, 6))


def test_a_paragraph_keeps_its_key_through_a_revision(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy)
    first = draft.versions.get().resolution()
    revised = text("Requests the Secretary-General to report to it.")
    moved = replace(revised, symbol="A/C.3/61/L.8/Rev.1", paragraphs=revised.paragraphs[::-1])
    second = actions.add_version(draft, moved, by=italy).resolution()
    keys = [each.id for each in first.paragraphs]
    assert [each.id for each in second.paragraphs][1:] == keys[::-1]
    assert second.paragraphs[0].id not in keys


def test_versions_are_numbered_within_their_draft(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy)
    other = actions.start_draft(text(), by=italy)
    actions.add_version(draft, replace(text("Decides more."), symbol="A/C.3/61/L.8/Rev.1"), by=italy)
    assert [each.number for each in draft.versions.all()] == [1, 2]
    assert [each.number for each in other.versions.all()] == [1]


def test_the_same_text_is_refused_unless_meant(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy)
    same = replace(text(), symbol="A/C.3/61/L.8/Rev.1")
    with pytest.raises(SameTextError, match=r"exactly what A/C\.3/61/L\.8 says"):
        actions.add_version(draft, same, by=italy)
    assert actions.add_version(draft, same, by=italy, even_if_same=True).number == 2


def test_a_symbol_belongs_to_one_version_of_a_draft(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy)
    with pytest.raises(SymbolTakenError, match=r"A/C\.3/61/L\.8 is already the symbol of version 1"):
        actions.add_version(draft, text("Decides more."), by=italy)


def test_only_the_people_of_a_draft_add_versions(italy: User, django_user_model: type[User]) -> None:
    draft = actions.start_draft(text(), by=italy)
    with pytest.raises(NotAllowedError):
        actions.add_version(draft, text("Decides more."), by=django_user_model.objects.create_user("other"))
    assert draft.versions.count() == 1


def test_a_text_that_breaks_the_rules_leaves_nothing_behind(italy: User) -> None:
    broken = Resolution(
        (*text().paragraphs, replace(text().paragraphs[0], id="x", marks=(Mark.italic(0, 999),)))
    )
    with pytest.raises(InvalidResolutionError):
        actions.start_draft(broken, by=italy)
    assert not models.Draft.objects.exists()
    assert not models.Version.unsealed.exists()


def test_the_database_numbers_no_two_versions_alike(italy: User) -> None:
    draft = actions.start_draft(text(), by=italy)
    with pytest.raises(IntegrityError):
        models.Version.unsealed.create(draft=draft, number=1, date="2026-01-01", created_by=italy)
