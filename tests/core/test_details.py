"""Marks, notes, sponsors, and the telling differences in words."""

from drafts.core import compare
from drafts.core.comparison import Change, MarkChange, SponsorChanges
from drafts.core.document import Mark, Note, Resolution, Sponsor
from tests.builders import op, pp, resolution

WATER = "Urges riparian States to publish the levels of their rivers within the hour;"
CITED = "Recalling the Convention and its Protocol, and the rules made under them,"
AFTER_CONVENTION, AFTER_PROTOCOL = 25, 41


def one(old: Resolution, new: Resolution) -> Change:
    (change,) = compare(old, new).changes
    return change


def called(*calls: tuple[int, str, str]) -> Resolution:
    """A paragraph calling notes: where, the note's id, its text."""
    notes = [Note(id, str(number), text) for number, (_, id, text) in enumerate(calls, 1)]
    return resolution(pp(CITED, marks=tuple(Mark.call(at, id) for at, id, _ in calls)), notes=notes)


def test_italics_alone_make_an_edited_paragraph_of_equal_words() -> None:
    change = one(resolution(op(WATER)), resolution(op(WATER, marks=(Mark.italic(0, 5),))))
    assert (change.kind, change.segments) == ("edited", (("equal", WATER),))
    assert change.marks == (MarkChange("added", "italic", 0, 5),)


def test_what_became_of_marks_is_named() -> None:
    plain, slanted = resolution(op(WATER)), resolution(op(WATER, marks=(Mark.italic(0, 5),)))
    assert one(plain, slanted).named == ("italics",)
    noted = called((5, "n1", "1"))
    bare = resolution(op(noted.paragraphs[0].text))
    assert one(bare, noted).named == ("a note called",)
    assert one(noted, bare).named == ("a note no longer called",)


def test_italics_of_words_that_came_say_nothing() -> None:
    old = resolution(op("Urges States to report;", marks=(Mark.italic(0, 5),)))
    new = resolution(op("Strongly urges States to report;", marks=(Mark.italic(0, 14),)))
    assert one(old, new).marks == ()


def test_a_space_in_italics_is_silent() -> None:
    old, new = (resolution(op(WATER, marks=(Mark.italic(0, end),))) for end in (5, 6))
    assert one(old, new).silent


def test_a_note_that_only_has_another_number_is_silent() -> None:
    old = called((AFTER_PROTOCOL, "a", "Resolution 55/25."))
    new = called(
        (AFTER_CONVENTION, "x", "Article 2 of the Charter."), (AFTER_PROTOCOL, "y", "Resolution 55/25.")
    )
    comparison = compare(old, new)
    assert [(note.kind, note.old, note.new, note.reanchored) for note in comparison.notes] == [
        ("added", "", "x", False),
        ("unchanged", "a", "y", False),
    ]
    assert comparison.changes[0].marks == (
        MarkChange("added", "note", AFTER_CONVENTION, AFTER_CONVENTION, "x"),
    )


def test_an_edited_note_is_known_by_its_place() -> None:
    (note,) = compare(
        called((25, "a", "Resolution 55/25, annex I.")),
        called((25, "b", "Resolution 55/25, annexes I to III.")),
    ).notes
    assert (note.kind, note.old, note.new, note.reanchored) == ("edited", "a", "b", False)


def test_a_note_called_after_another_word_is_reanchored() -> None:
    (note,) = compare(called((25, "a", "Resolution 55/25.")), called((41, "b", "Resolution 55/25."))).notes
    assert (note.kind, note.reanchored) == ("unchanged", True)


def test_notes_called_elsewhere_are_one_by_their_numbers_and_not_by_their_formula() -> None:
    def fates(old: str, new: str) -> list[str]:
        sides = (
            resolution(
                pp("Recalling its resolution,", marks=(Mark.call(24, "a"),)), notes=[Note("a", "1", old)]
            ),
            resolution(op("Urges every State;", marks=(Mark.call(17, "b"),)), notes=[Note("b", "1", new)]),
        )
        return [note.kind for note in compare(*sides).notes]

    assert fates("Resolution 79/243, annex.", "Resolution 80/12, annex.") == ["added", "removed"]
    assert fates("Resolution 79/243, annex.", "See resolution 79/243, annex.") == ["edited"]


def test_identical_short_notes_are_told_by_the_paragraphs_that_call_them() -> None:
    def text(*ids: str) -> Resolution:
        words = [
            CITED,
            WATER.replace("Urges", "Asking"),
            "Noting that boats were lost on the river last winter,",
        ]
        return resolution(
            *(pp(each, marks=(Mark.call(6, id),)) for each, id in zip(words[-len(ids) :], ids, strict=True)),
            notes=[Note(id, "1", "Ibid.") for id in ids],
        )

    notes = compare(text("a", "b", "c"), text("y", "z")).notes
    assert [(note.kind, note.old, note.new) for note in notes] == [
        ("unchanged", "b", "y"),
        ("unchanged", "c", "z"),
        ("removed", "a", ""),
    ]


def test_sponsors_join_withdraw_and_stay() -> None:
    old, new = (resolution(sponsors=names) for names in (["Andorra", "Italy"], ["Benin", "Italy"]))
    assert compare(old, new).sponsors == SponsorChanges(("Benin",), ("Andorra",), ("Italy",))


def test_a_sponsor_is_known_by_code_spelling_and_language() -> None:
    old = Resolution(sponsors=(Sponsor("Pays-Bas", "NL"), Sponsor("Cote d'Ivoire"), Sponsor("Italie")))
    new = Resolution(
        sponsors=(Sponsor("Côte d’Ivoire"), Sponsor("Italy"), Sponsor("Netherlands (Kingdom of the)", "NL"))
    )
    assert compare(old, new).sponsors == SponsorChanges(
        kept=("Côte d’Ivoire", "Italy", "Netherlands (Kingdom of the)")
    )


def named(old: str, new: str, language: str = "en") -> tuple[str, ...]:
    return one(resolution(op(old), language=language), resolution(op(new), language=language)).named


def test_telling_differences_are_named() -> None:
    rivers = "all riparian States to publish the levels of their rivers within 5 hours"
    assert named(f"Invites {rivers};", f"Urges {rivers};") == ("opening words: Invites → Urges",)
    assert named(f"Urges {rivers};", f"Urges {rivers.replace('5', '7')};") == ("a number: 5 → 7",)
    assert named(f"Urges {rivers};", f"Urges {rivers}.") == ("punctuation only",)
    assert named(f"Urges {rivers};", f"urges {rivers};") == ("capital letters only",)
    assert named(f"Urges {rivers};", f"Urges  {rivers};") == ("spaces only",)


def test_a_resolution_cited_is_named_without_its_date() -> None:
    old = "Recalls its resolution 58/214 of 23 December 2003 on the reduction of disasters;"
    new = old.replace("resolution 58", "resolutions 58").replace(
        " on the", " and 60/195 of 22 December 2005 on the"
    )
    assert named(old, new) == ("a resolution cited: 60/195",)
    assert named(new, old) == ("a resolution no longer cited: 60/195",)


def test_a_date_is_named_whole() -> None:
    old = "Décide de se réunir à Hanvel du 2 au 16 décembre 2005 avec les observateurs ;"
    assert named(old, old.replace("décembre", "novembre"), "fr") == (
        "a date: 16 décembre 2005 → 16 novembre 2005",
    )


def test_a_phrase_that_moved_within_its_paragraph_is_named() -> None:
    old = (
        "Urges States to report yearly to it, in close consultation with the centres in Hanvel, and to warn;"
    )
    new = (
        "Urges States, in close consultation with the centres in Hanvel, to report yearly to it and to warn;"
    )
    assert named(old, new) == ("a phrase moved: “to report yearly to it”",)


def test_the_reason_is_given_in_plain_words() -> None:
    change = one(resolution(op(WATER)), resolution(op(WATER.replace("hour", "day"))))
    assert change.why == "opening words and 95 % of the words agree"
    assert change.confidence == 0.98
