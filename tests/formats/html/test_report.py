"""A comparison as a page: every word in its place, each change under its label, nothing fetched or run."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from lxml import html

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.options import SHOWS, Cover, Covered, Options
from drafts.formats import read, write
from drafts.formats.akn.vocabulary import writable
from tests.builders import op, resolution
from tests.strategies import resolutions
from tests.texts import NEW, OLD

BEFORE, AFTER = read(OLD.encode(), "-"), read(NEW.encode(), "-")


def page(options: Options = Options(), old: Resolution = BEFORE, new: Resolution = AFTER) -> html.HtmlElement:  # noqa: B008
    return html.document_fromstring(write(compare(old, new), "html", old=old, new=new, options=options))


def seen(element: html.HtmlElement) -> str:
    """The words of an element, without those that are only heard."""
    for unseen in element.xpath(".//*[@class='unseen']"):
        unseen.drop_tree()
    return " ".join(element.text_content().split())


def test_each_change_stands_with_its_label() -> None:
    told = [
        (each.get("class"), seen(each.xpath("*")[0]), seen(each.xpath("*")[1]))
        for each in page().xpath("//div[@role='group']")
    ]
    assert told == [
        ("change moved", "moved PP 1, was PP 2", "Bearing in mind the needs of developing countries,"),
        (
            "change edited",
            "edited OP 1 · opening words: Takes note → Takes note with appreciation",
            "1. Takes note with appreciation of the report of the Secretary-General;",
        ),
        ("change added", "added OP 2", "2. Decides to establish a register of requests for assistance;"),
    ]


def test_group_is_named_by_its_label() -> None:
    for group in (root := page()).xpath("//div[@role='group']"):
        (label,) = root.xpath(f"//*[@id='{group.get('aria-labelledby')}']")
        assert group in label.iterancestors()


@pytest.mark.parametrize("show", SHOWS)
def test_page_runs_and_fetches_nothing_and_its_ids_and_links_agree(show: str) -> None:
    root = page(Options(show, cover=Cover(Covered("L.8"), Covered("L.9"), "Rapporteur", "")))  # type: ignore[arg-type]
    assert not root.xpath("//script | //link | //img | //iframe | //object | //*[@src]")
    assert not re.search(r"url\(|@import", root.xpath("string(//style)"))
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {each.removeprefix("#") for each in root.xpath("//@href")} <= set(ids)
    assert set(root.xpath("//@aria-labelledby")) <= set(ids)


def test_what_came_and_went_is_told_to_whoever_hears_the_page() -> None:
    assert page().xpath("string(//ins/span[@class='unseen'])") == "[inserted] "


def test_brackets_are_words_where_asked() -> None:
    told = seen(page(Options(bracketed=True)))
    assert "Takes note [+with appreciation +]of the report" in told


def test_table_has_old_new_and_what_changed() -> None:
    rows = [
        [seen(cell) for cell in row.xpath("td")] for row in page(Options("table")).xpath("//table//tr[td]")
    ]
    report = "of the report of the Secretary-General;"
    assert ["", "2. Decides to establish a register of requests for assistance;", "added OP 2"] in rows
    assert [
        f"1. Takes note {report}",
        f"1. Takes note with appreciation {report}",
        "edited OP 1 · opening words: Takes note → Takes note with appreciation",
    ] in rows
    assert ["PP 2 stood here and is now PP 1"] in rows


def test_summary_names_changes_and_shows_no_text() -> None:
    root = page(Options("summary", labels="fr"))
    assert [seen(each) for each in root.xpath("//nav//li")] == [
        "al. 1 du préambule, auparavant al. 2 du préambule déplacé",
        "par. 1 modifié · formule d’ouverture : Takes note → Takes note with appreciation",
        "par. 2 ajouté",
    ]
    assert "register" not in seen(root)


def test_two_identical_texts_give_a_page_that_says_so() -> None:
    assert "The two texts are the same." in seen(page(old=AFTER))


def test_two_empty_texts_give_a_page() -> None:
    assert "The two texts are the same." in seen(page(old=Resolution(), new=Resolution()))


def test_words_of_a_text_are_in_its_language_and_those_of_the_report_in_its_own() -> None:
    root = page(Options(labels="ar"))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert {(each.get("lang"), each.get("dir")) for each in root.xpath("//div[@role='group']/p[2]")} == {
        ("en", "ltr")
    }


def test_words_that_look_like_markup_are_words() -> None:
    words = "<script>alert(1)</script> & <del>x</del> &amp; ]]> <!-- -->"
    root = page(old=resolution(op("Decides.")), new=resolution(op("Decides."), op(words)))
    assert words in seen(root)
    assert not root.xpath("//script")


def test_cover_sheet_stands_before_everything() -> None:
    cover = Cover(Covered("L.8", text="ab" * 32), Covered("L.9"), "Rapporteur 0.1.0", "2026-11-25T02:30:00Z")
    told = seen(page(Options(cover=cover)).xpath("//section")[0])
    assert told.startswith("What was comparedOldNewSymbolL.8L.9SHA-256 of the text, Old: abab")
    assert "Made: 2026-11-25 at 02:30 UTC" in told


@settings(max_examples=20, deadline=None)
@given(resolutions(), resolutions())
def test_every_segment_of_any_comparison_is_on_its_page(old: Resolution, other: Resolution) -> None:
    for new in (other, replace(old, paragraphs=old.paragraphs[::-1])):
        comparison = compare(old, new)
        root = html.document_fromstring(write(comparison, "html", old=old, new=new))
        for call in root.xpath("//sup"):  # a note called in the midst of a segment
            call.drop_tree()
        told = _letters(seen(root))
        for change in comparison.changes:
            for _, text in change.segments:
                assert all(_letters(line) in told for line in writable(text).split("\n"))


def _letters(text: str) -> str:
    return "".join(text.split())
