"""What tests of writing together do again and again."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from drafts.models import Draft, Person, User

SAVED = "All changes saved"
WORDS = """() => [...document.querySelectorAll(".ProseMirror .para")].map((para) => {
  const words = para.cloneNode(true);
  words.querySelectorAll(".caret").forEach((caret) => caret.remove());
  return words.textContent;
})"""
Opened = Callable[..., Page]


def drafter(draft: Draft, name: str, role: str = "drafter") -> User:
    user = User.objects.create_user(name, first_name=name.capitalize())
    Person.objects.create(draft=draft, user=user, role=role, delegation="Benin")
    return user


def paragraphs(page: Page) -> list[str]:
    """The words on the page, without the carets of others that stand among them."""
    return page.evaluate(WORDS)


def write(page: Page, number: int, words: str, key: str = "End") -> None:
    """Click into a paragraph (from 0), go to an end of its line, type."""
    page.locator(".ProseMirror .para").nth(number).click()
    settle(page)
    page.keyboard.press(key)
    settle(page)
    page.keyboard.type(words)


def settle(page: Page) -> None:
    """Let the page do what it does after a click or key: no person presses two within a millisecond."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))")


def cut_off(page: Page) -> None:
    """Take the network away, and wait until the page says so."""
    page.context.set_offline(True)
    expect(page.locator("#standing")).to_contain_text("Offline")


def back(*pages: Page) -> None:
    """Give the network back, and wait until everything is kept."""
    for page in pages:
        page.context.set_offline(False)
    for page in pages:
        expect(page.locator("#standing")).to_have_text(SAVED)


def agreed(*pages: Page) -> list[str]:
    """What is on all these pages, once it is the same on all of them."""
    first, *others = pages
    for _ in range(100):
        found = paragraphs(first)
        if all(paragraphs(each) == found for each in others):
            return found
        first.wait_for_timeout(50)
    raise AssertionError([paragraphs(each) for each in pages])
