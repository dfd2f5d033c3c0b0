"""Writing together: what one types the other sees, nothing is lost, and nobody writes who may not."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from drafts import actions
from drafts.models import Draft, LiveUpdate, User
from tests.browser.writing import SAVED, Opened, cut_off, drafter, paragraphs, write


def test_two_people_write_at_once(opened: Opened, draft: Draft, facilitator: User) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    write(anna, 3, " and its annexes")
    write(ben, 4, " gladly")
    for page in (anna, ben):
        expect(page.locator("#standing")).to_have_text(SAVED)
        expect(page.locator(".ProseMirror")).to_contain_text("and its annexes")
        expect(page.locator(".ProseMirror")).to_contain_text("gladly")
    expect(anna.locator("#people-here")).to_contain_text("Ben (Benin)")
    expect(anna.locator(".caret")).to_have_count(1)
    assert paragraphs(anna) == paragraphs(ben)


def test_new_paragraph_takes_the_next_number_and_its_opener_is_set_in_italics(
    opened: Opened, facilitator: User
) -> None:
    page = opened(facilitator)
    write(page, 3, "")
    page.keyboard.press("Enter")
    page.keyboard.type("Encourages all of them;")
    added = page.locator(".ProseMirror .para").nth(4)
    expect(added).to_have_attribute("data-label", "2.")
    expect(added.locator("i")).to_have_text("Encourages")
    expect(page.locator(".ProseMirror .para").nth(5)).to_have_attribute("data-label", "3.")


def test_words_written_offline_arrive_and_outlast_a_reload(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    cut_off(anna)
    write(anna, 3, " written on a train")
    write(ben, 3, " and at the desk")
    expect(ben.locator("#standing")).to_have_text(SAVED)
    assert "on a train" not in " ".join(paragraphs(ben))
    anna.context.set_offline(False)
    anna.reload()
    anna.wait_for_selector("[data-ready=yes]")
    for page in (anna, ben):
        expect(page.locator(".ProseMirror")).to_contain_text("on a train")
        expect(page.locator(".ProseMirror")).to_contain_text("at the desk")
    expect(anna.locator("#standing")).to_have_text(SAVED)


def test_undo_takes_back_ones_own_words_alone(opened: Opened, draft: Draft, facilitator: User) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    write(anna, 3, " mine")
    expect(ben.locator(".ProseMirror")).to_contain_text("mine")
    write(ben, 3, " yours")
    expect(anna.locator(".ProseMirror")).to_contain_text("yours")
    anna.keyboard.press("Control+z")
    expect(ben.locator(".ProseMirror")).not_to_contain_text("mine")
    expect(ben.locator(".ProseMirror")).to_contain_text("yours")


def test_reader_sees_and_cannot_write(opened: Opened, draft: Draft, facilitator: User) -> None:
    anna, rita = opened(facilitator), opened(drafter(draft, "rita", "reader"))
    write(anna, 3, " seen")
    expect(rita.locator(".ProseMirror")).to_contain_text("seen")
    expect(rita.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    expect(rita.get_by_role("button", name="Italic")).to_have_count(0)
    rita.evaluate("rapporteur.ydoc.getText('title').insert(0, 'forged ')")
    expect(rita.locator("#standing")).to_contain_text("may read this text and not write")
    assert "forged" not in anna.locator(".ProseMirror").inner_text()


def test_losing_a_role_ends_writing_and_says_so(opened: Opened, draft: Draft, facilitator: User) -> None:
    ben = drafter(draft, "ben")
    page = opened(ben)
    actions.change_person(draft.persons.get(user=ben), by=facilitator, role="reader", delegation="Benin")
    expect(page.locator("#standing")).to_contain_text("has changed", timeout=10_000)
    expect(page.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")


def test_edit_by_form_reaches_the_open_page(opened: Opened, draft: Draft, facilitator: User) -> None:
    live, forms = opened(facilitator), opened(drafter(draft, "ben"))
    forms.get_by_role("link", name="Paragraph by paragraph").click()
    forms.get_by_role("link", name="Edit OP 1").click()
    forms.get_by_label("Text of OP 1").fill("*Takes note* of the form;")
    forms.get_by_role("button", name="Save").click()
    expect(forms.locator("#text")).to_contain_text("Takes note of the form;")
    expect(live.locator(".ProseMirror")).to_contain_text("Takes note of the form;")


def test_live_text_is_compared_and_issued(opened: Opened, draft: Draft, facilitator: User) -> None:
    page = opened(facilitator)
    write(page, 3, " without delay", "Home")
    expect(page.locator("#standing")).to_have_text(SAVED)
    page.get_by_role("link", name="What it changes").click()
    expect(page.locator("ins").first).to_contain_text("without delay")
    page.go_back()
    page.get_by_role("button", name="Issue it as a version").click()
    page.get_by_label("Symbol").fill("A/C.3/61/L.8")
    page.get_by_role("button", name=re.compile("Keep as version 2")).click()
    expect(page.get_by_role("status").first).to_contain_text("is kept as version 2")
    texts = [version.resolution() for version in draft.versions.order_by("number")]
    assert [each.id for each in texts[1].paragraphs] == [each.id for each in texts[0].paragraphs]
    assert "without delay" in texts[1].paragraphs[3].text
    assert LiveUpdate.objects.filter(draft=draft, user=facilitator).exists()
