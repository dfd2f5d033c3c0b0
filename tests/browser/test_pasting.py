"""A text pasted as a person pastes it: with the keyboard, from a clipboard that holds a page as well."""

from __future__ import annotations

from playwright.sync_api import Page, expect

HTML = (
    "<p><i>The General Assembly</i>,</p><p><i>Recalling</i> its maps,<sup>1</sup></p>"
    "<ol><li><i>Urges</i> all;</li><li><i>Decides</i> to rest.</li></ol><hr><p><sup>1</sup> See A/80/1.</p>"
)
PLAIN = "The General Assembly,\nRecalling its maps,1\nUrges all;\nDecides to rest.\n1 See A/80/1.\n"
COPY = """([html, plain]) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }),
  "text/plain": new Blob([plain], { type: "text/plain" }),
})])"""


def paste(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    page.get_by_role("link", name="Start a draft").click()
    page.evaluate(COPY, [HTML, PLAIN])
    page.get_by_label("paste it here").press("Control+v")


def test_pasted_text_keeps_its_italics_and_calls_and_the_plain_text_can_be_had(signed_in_page: Page) -> None:
    page = signed_in_page
    paste(page)
    told = page.get_by_text("Pasted with italics and note marks.")
    expect(told).to_be_visible()
    assert page.get_by_label("paste it here").input_value() == PLAIN
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".para.operative").first).to_contain_text("1.Urges all;")
    expect(page.locator(".para.preambular i, .para.preambular em").first).to_have_text("Recalling")
    expect(page.locator(".para.preambular .call").first).to_have_text("1")

    paste(page)
    page.get_by_role("button", name="Use the plain text").click()
    expect(told).to_be_hidden()
    paste(page)
    page.get_by_label("paste it here").press("End")
    page.keyboard.type("x")
    expect(told).to_be_hidden()
