"""Pasting into the live text keeps structure and is one thing to undo; notes are written in place."""

from __future__ import annotations

from playwright.sync_api import Page, Route, expect

from drafts.models import Draft, User
from tests.browser.writing import SAVED, Opened, drafter, paragraphs, write

COPY = """([html, plain]) => navigator.clipboard.write([new ClipboardItem({
  ...(html ? { "text/html": new Blob([html], { type: "text/html" }) } : {}),
  "text/plain": new Blob([plain], { type: "text/plain" }),
})])"""
REMOVE = """(para) => {
  const { session, view } = window.rapporteur;
  const at = view.posAtDOM(para, 0) - 1;
  session.dispatch(session.state.tr.delete(at, at + session.state.doc.nodeAt(at).nodeSize));
}"""
HTML = (
    "<p class=MsoNormal>7. <i>Urges</i> all States<sup>1</sup> to act;</p><p>(a) By this;</p>"
    "<p>8. <i>Decides</i> to rest.</p><hr><p><sup>1</sup> See A/80/1.</p>"
)


def paste(page: Page, html: str, plain: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.wait_for_timeout(50)  # a browser tells of a caret that moved a moment later
    page.evaluate(COPY, [html, plain])
    page.keyboard.press("Control+v")


def labelled(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll(".ProseMirror .para")].map((para) => {
          const words = para.cloneNode(true);
          words.querySelectorAll(".caret").forEach((caret) => caret.remove());
          return `${para.dataset.label}|${words.textContent}`;
        })"""
    )


def test_paste_from_word_keeps_levels_italics_and_notes_and_is_one_undo(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    before = paragraphs(anna)
    write(anna, 3, "")
    paste(anna, HTML, "7. Urges all States1 to act;\n(a) By this;\n8. Decides to rest.\n")
    expect(ben.locator(".ProseMirror .footnote")).to_have_text("See A/80/1.")
    assert labelled(ben)[3:8] == [
        "1.|Takes note of the report of the Secretary-General;",
        "2.|Urges all States1 to act;",
        "(a)|By this;",
        "3.|Decides to rest.",
        "4.|Invites Member States to contribute to the trust fund;",
    ]
    expect(ben.locator(".ProseMirror .para").nth(4).locator("i")).to_have_text("Urges")
    expect(anna.locator("#spoken")).to_contain_text("3 paragraphs and 1 note pasted")
    anna.keyboard.press("Control+z")
    expect(ben.locator(".ProseMirror .para")).to_have_count(len(before))
    assert paragraphs(ben) == before


def test_lines_are_entered_where_the_server_cannot_be_reached(opened: Opened, facilitator: User) -> None:
    page = opened(facilitator)
    page.route("**/pasted/", lambda route: route.abort())
    write(page, 3, "")
    paste(page, "", "5. Urges all;\n6. Decides.")
    expect(page.locator(".ProseMirror .para").nth(5)).to_have_text("Decides.")
    expect(page.locator("#spoken")).to_contain_text("cannot be reached")
    expect(page.locator("#standing")).to_have_text(SAVED)


def test_words_pasted_into_a_paragraph_that_went_meanwhile_are_shown_and_nothing_is_replaced(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    anna, ben = opened(facilitator), opened(drafter(draft, "ben"))
    before = paragraphs(anna)
    held: list[Route] = []
    anna.route("**/pasted/", lambda route: held.append(route))
    write(anna, 3, "")
    paste(anna, "", "5. Urges all;\n6. Decides.")
    expect(anna.locator("#spoken")).to_have_text("Pasting…")
    ben.locator(".ProseMirror .para").nth(3).evaluate(REMOVE)
    expect(anna.locator(".ProseMirror .para")).to_have_count(len(before) - 1)
    held[0].continue_()
    expect(anna.locator("#notice")).to_contain_text("is gone: nothing was pasted")
    expect(anna.locator("#notice blockquote")).to_contain_text("Urges all;")
    assert paragraphs(anna) == before[:3] + before[4:]


def test_note_is_written_in_place_and_notes_renumber_by_themselves(opened: Opened, facilitator: User) -> None:
    page = opened(facilitator)
    write(page, 4, "")
    page.wait_for_timeout(50)
    page.get_by_role("button", name="Note", exact=True).click()
    page.keyboard.type("See A/80/2.")
    page.keyboard.press("Enter")  # back to where it is called
    page.keyboard.type(" at once")
    write(page, 3, "")
    page.wait_for_timeout(50)
    page.get_by_role("button", name="Note", exact=True).click()
    page.keyboard.type("See A/80/1.")
    expect(page.locator(".ProseMirror .footnote").nth(0)).to_have_attribute("data-label", "1")
    expect(page.locator(".ProseMirror .footnote")).to_have_text(["See A/80/1.", "See A/80/2."])
    expect(page.locator(".ProseMirror .para").nth(4)).to_contain_text("2 at once")
