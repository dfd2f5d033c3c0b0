"""The manual: its pictures and its sections; and the page of components, which leaves none out."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from drafts.management.commands.pictures import NAMES
from drafts.views.help import SECTIONS

pytestmark = pytest.mark.django_db

HELP = settings.BASE_DIR / "static" / "img" / "help"
MOST_BYTES = 40_000  # a picture; a delegate reads the manual over a hotel's network


class Tags(HTMLParser):
    """The attributes of the tags of a page, and all classes that are used in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.images: list[dict[str, str]] = []
        self.classes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.classes |= set(found.get("class", "").split())
        if tag == "img":
            self.images.append(found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_picture_of_the_manual_is_there_is_small_and_says_in_words_what_it_shows(
    client: Client, language: str
) -> None:
    page = client.get(reverse("help"), headers={"accept-language": language}).content.decode()
    images = Tags(page).images
    assert sorted(image["src"].rpartition("/")[2] for image in images) == sorted(f"{n}.webp" for n in NAMES)
    assert all(len(image["alt"]) > 20 for image in images)
    assert {path.stem for path in HELP.glob("*.webp")} == set(NAMES)
    assert all(path.stat().st_size < MOST_BYTES for path in HELP.glob("*.webp"))


def test_other_pages_lead_to_sections_that_are_there() -> None:
    asked = set()
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r"{% (?:url 'help'|block help) %}#([\w-]+)", text))
    assert asked
    assert asked <= set(SECTIONS)


def test_manual_is_open_to_everybody_and_french_in_french(client: Client) -> None:
    page = client.get(reverse("help"), headers={"accept-language": "fr"}).content.decode()
    assert "Mode d’emploi" in page
    assert "Press n" not in page


def test_page_of_components_shows_every_class_of_the_style_sheets(client: Client, settings) -> None:  # type: ignore[no-untyped-def]
    settings.DEBUG = True
    shown = Tags(client.get(reverse("design")).content.decode()).classes
    assert classes_of_style_sheets() - shown == left_out()


def left_out() -> set[str]:
    lines = Path(__file__).with_name("left_out_of_design.txt").read_text(encoding="utf-8").splitlines()
    return {name for line in lines if not line.startswith("#") for name in line.split()}


def classes_of_style_sheets() -> set[str]:
    found = set()
    for path in (settings.BASE_DIR / "static" / "css").glob("*.css"):
        bare = re.sub(
            r"/\*.*?\*/|\{[^{}]*\}|@[^{]+\{", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        found |= set(re.findall(r"\.([a-z][\w-]*)", bare))
    return found
