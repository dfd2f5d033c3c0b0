"""What tests of writing together do again and again."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from drafts.models import Draft, Person, User

SAVED = "All changes saved"
Opened = Callable[..., Page]


def drafter(draft: Draft, name: str, role: str = "drafter") -> User:
    user = User.objects.create_user(name, first_name=name.capitalize())
    Person.objects.create(draft=draft, user=user, role=role, delegation="Benin")
    return user


def paragraphs(page: Page) -> list[str]:
    """The words on the page, without the carets of others that stand among them."""
    return page.evaluate(
        """() => [...document.querySelectorAll(".ProseMirror .para")].map((para) => {
          const words = para.cloneNode(true);
          words.querySelectorAll(".caret").forEach((caret) => caret.remove());
          return words.textContent;
        })"""
    )


def write(page: Page, number: int, words: str, key: str = "End") -> None:
    """Click into a paragraph (from 0), go to an end of its line, type."""
    page.locator(".ProseMirror .para").nth(number).click()
    page.keyboard.press(key)
    page.keyboard.type(words)
