"""Pages that are handed out as files: whole in themselves, for everyone, and whole on paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, Route

from drafts.core import compare
from drafts.core.options import Options, Show
from drafts.core.report import Report, Row
from drafts.formats import write
from tests.benchmarks.compare.cases import light_case
from tests.browser.axe import violations
from tests.browser.windows import Windows
from tests.exactness.paper import letters
from tests.exactness.revisions import samples
from tests.six_languages import WORDS, revised_in, text_in

SHOWS: tuple[Show, ...] = ("all", "changes", "table", "summary")


class Asking(list[str]):
    """The addresses that a page asked for."""


@pytest.fixture
def asked() -> Asking:
    return Asking()


@pytest.fixture
def offline(windows: Windows, asked: Asking) -> Iterator[Page]:
    """A page that gets nothing but the file itself; whatever else it asks for is told and refused."""

    def answer(route: Route) -> None:
        if route.request.is_navigation_request() and route.request.url.startswith("file:"):
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    with windows.lent() as page:
        page.route("**/*", answer)
        yield page


def show(page: Page, data: bytes, folder: Path) -> None:
    file = folder / "page.html"
    file.write_bytes(data)
    page.goto(file.as_uri(), wait_until="networkidle")


@pytest.mark.parametrize("language", WORDS)
def test_text_asks_for_nothing_and_breaks_no_rule(
    offline: Page, asked: Asking, tmp_path: Path, language: str
) -> None:
    show(offline, write(text_in(language), "html"), tmp_path)
    assert (violations(offline), asked) == ([], [])


@pytest.mark.parametrize("shown", SHOWS)
def test_comparison_asks_for_nothing_and_breaks_no_rule(
    offline: Page, asked: Asking, tmp_path: Path, shown: Show
) -> None:
    for language in ("ar", "fr"):
        old, new = text_in(language), revised_in(language)
        data = write(compare(old, new), "html", old=old, new=new, options=Options(show=shown))
        show(offline, data, tmp_path)
        assert (violations(offline), asked) == ([], [])


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_samples_break_no_rule_by_day_or_night(offline: Page, tmp_path: Path, colours) -> None:
    offline.emulate_media(color_scheme=colours)
    for _, old, new in samples():
        show(offline, write(compare(old, new), "html", old=old, new=new), tmp_path)
        assert violations(offline) == []


def test_page_that_breaks_rules_and_asks_for_more_is_told(
    offline: Page, asked: Asking, tmp_path: Path
) -> None:
    show(offline, b"<!doctype html><html lang=en><title>T</title><main><h1>T</h1><img src=a.png>", tmp_path)
    assert [each.split(":")[0] for each in violations(offline)] == ["image-alt"]
    assert [each.rpartition("/")[2] for each in asked] == ["a.png"]


def test_change_is_printed_on_one_page_with_its_label(offline: Page, tmp_path: Path) -> None:
    """Of a long comparison, each label has the words of its paragraph right behind it, on the same page."""
    case = light_case(150, "en")
    old, new = case.old.resolution, case.new.resolution
    comparison = compare(old, new)
    show(offline, write(comparison, "html", old=old, new=new), tmp_path)
    rows = [row for row in Report.of(comparison, old, new).rows if row.shown and not row.went_to]
    assert _cut(offline, rows) == []
    # And it would be seen if one was:
    offline.add_style_tag(
        content=".change, .tag { break-inside: auto !important; break-after: page !important }"
    )
    assert len(_cut(offline, rows)) > len(rows) / 2


def _cut(page: Page, rows: Sequence[Row]) -> list[str]:
    """The changes whose label is on no page with the beginning of their words."""
    printed = _printed(page)
    return [row.name for row in rows if not any(_label_and_words(row).search(each) for each in printed)]


def _printed(page: Page) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    return [letters(each.get_textpage().get_text_range()) for each in document]


def _label_and_words(row: Row) -> re.Pattern[str]:
    """The name of a paragraph, and soon after it how its text begins."""
    begins = next(letters(run.text)[:8] for run in row.runs if letters(run.text))
    return re.compile(f"{re.escape(letters(row.name))}.{{0,160}}?{re.escape(begins)}", re.DOTALL)
