"""The main promise, as a delegate lives it: from a pasted text to the address of one change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from drafts import actions
from drafts.formats import read
from drafts.models import Draft, User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.windows import Windows
from tests.browser.writing import Opened
from tests.texts import NEW, OLD

# A paragraph's text as printed, and the offset in it, in code points, of each note's call.
READ_PARAGRAPHS = """
() => [...document.querySelectorAll(".piece .para")].map((para) => {
  const found = { kind: para.classList[1], label: "", text: "", notes: [] };
  for (const node of para.childNodes) {
    if (node.classList?.contains("label")) found.label = node.textContent;
    else if (node.classList?.contains("call"))
      found.notes.push({ at: [...found.text].length, label: node.textContent });
    else found.text += node.textContent;
  }
  return found;
})
"""


def keep(page: Page, text: str, symbol: str) -> None:
    page.get_by_label("paste it here").fill(text)
    page.get_by_role("button", name="Read it").click()
    if symbol:
        page.get_by_label("Symbol").fill(symbol)
    page.get_by_role("button", name=re.compile("Keep as version")).click()
    expect(page.get_by_role("status").first).to_contain_text("is kept as version")


def revised(seed: str) -> str:
    """The user's text with one sponsor more, PP 4 moved to the top, OP 1 edited, and a new OP 9."""
    text = seed.replace("Bulgarie, Canada,", "Brésil, Bulgarie, Canada,")
    pp4 = text[text.index(" Reconnaissant que la lutte") : text.index(" Reconnaissant également")]
    text = text.replace(pp4, "").replace(
        " Rappelant sa résolution 46/152", pp4 + " Rappelant sa résolution 46/152"
    )
    text = text.replace("Prend note avec satisfaction", "Prend note avec intérêt")
    return text.replace(
        " 9. Prie le", " 9. Décide de créer un registre des demandes d’assistance;\n\n 10. Prie le"
    )


def test_the_seed_reads_perfectly_and_a_changed_copy_compares(signed_in_page: Page, corpus: Path) -> None:
    page = signed_in_page
    seed = (corpus / "seed/revised-draft.fr.txt").read_text(encoding="utf-8")
    expected = json.loads((corpus / "seed/revised-draft.fr.expected.json").read_text(encoding="utf-8"))

    page.goto("/")
    page.get_by_role("link", name="Start a draft").click()
    page.get_by_label("paste it here").fill(seed)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("status").filter(has_text="34 sponsors")).to_be_visible()
    read = page.evaluate(READ_PARAGRAPHS)
    assert [
        {"text": each["text"], "notes": each["notes"]} for each in read if each["kind"] == "preambular"
    ] == expected["preambular"]
    assert [
        {"label": each["label"].rstrip("."), "text": each["text"], "notes": each["notes"]}
        for each in read
        if each["kind"] == "operative"
    ] == expected["operative"]
    expect(page.locator(".review .sponsors")).to_have_text(
        ", ".join(expected["sponsors"][:-1]) + " et Suède : projet de résolution révisé"
    )
    expect(page.locator(".review .title")).to_have_text(expected["title"])
    assert page.locator(".notes .note").all_inner_texts() == [
        f"{label} {text}" for label, text in expected["notes"].items()
    ]

    page.get_by_label("Symbol").fill("A/C.3/61/L.8/Rev.1")
    page.get_by_role("button", name="Keep as version 1").click()
    page.get_by_role("link", name="Bring in a revised text").click()
    page.get_by_label("paste it here").fill(revised(seed))
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_label("Symbol")).to_have_value("A/C.3/61/L.8/Rev.2")
    page.get_by_role("button", name="Keep as version 2").click()

    page.get_by_role("link", name="what changed since A/C.3/61/L.8/Rev.1").click()
    summary = page.get_by_role("list", name="Summary")
    for count in ("1 edited", "1 added", "1 moved", "1 renumbered", "1 sponsor joined"):
        expect(summary).to_contain_text(count)
    edited = page.locator(".change.edited")
    expect(edited.locator(".one del")).to_have_text(["satisfaction"])
    expect(edited.locator(".one ins")).to_have_text(["intérêt"])
    expect(page.locator(".change.added")).to_contain_text("Décide de créer un registre")
    expect(page.locator(".change.moved .tag")).to_contain_text("PP 1, was PP 4")
    expect(page.locator(".ghost")).to_have_text("PP 4 stood here and is now PP 1")
    expect(page.locator("#sponsors ins").first).to_have_text("Brésil")

    edited.get_by_role("link", name="address of this change").click()
    address = page.url
    page.goto("/")
    page.goto(address)
    expect(edited).to_be_in_viewport()
    expect(edited).to_have_class(re.compile("here"))


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])
def test_keys_and_buttons_go_from_change_to_change(page: Page, viewport: ViewportSize) -> None:
    page.goto("/")
    page.get_by_label("Old text: paste it here").fill(OLD)
    page.get_by_label("New text: paste it here").fill(NEW)
    page.get_by_role("button", name="Compare", exact=True).click()
    here = page.locator(".here")
    expect(page.get_by_role("button", name="Next change")).to_be_visible()  # keys are listened to by then
    page.keyboard.press("n")
    expect(here).to_have_id("sponsors")
    page.keyboard.press("n")
    expect(here).to_have_class(re.compile("moved"))
    page.get_by_role("button", name="Next change").click()
    expect(here).to_have_class(re.compile("edited"))
    expect(here).to_be_in_viewport()
    page.keyboard.press("p")
    page.keyboard.press("p")
    page.get_by_role("button", name="Previous change").click()
    expect(here).to_have_class(re.compile("added"))  # round to the last
    assert page.url.endswith("#" + str(here.get_attribute("id")))
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_layouts_change_without_leaving_the_page(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    keep(page, OLD, "A/C.3/61/L.8")
    page.get_by_role("link", name="Bring in a revised text").click()
    keep(page, NEW, "")
    page.get_by_role("link", name="Compare").click()
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Side by side").click()
    expect(page.locator(".mode-sides")).to_be_visible()
    assert page.url.endswith("?mode=sides")
    page.get_by_label("Old version").select_option("A/C.3/61/L.8/Rev.1")
    page.get_by_label("New version").select_option("A/C.3/61/L.8")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "What changed from A/C.3/61/L.8/Rev.1 to A/C.3/61/L.8"
    )
    expect(page.locator(".mode-sides")).to_be_visible()
    assert re.search(r"/compare/2/1/\?mode=sides$", page.url)
    assert page.evaluate("window.stayed")
    page.go_back()
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What changed")


def test_everything_works_without_scripts(windows: Windows, site: str) -> None:
    with windows.lent(script=False) as page:
        page.goto("/")
        page.get_by_label("Old text: paste it here").fill(OLD)
        page.get_by_label("New text: paste it here").fill(NEW)
        page.get_by_role("button", name="Compare", exact=True).click()
        expect(page.locator(".change.moved")).to_be_visible()
        page.locator(".change.added").get_by_role("button", name="Changes only").click()
        expect(page.locator(".mode-changes")).to_be_visible()
        expect(page.locator(".change.added")).to_be_in_viewport()
        page.get_by_role("link", name=re.compile("OP 2")).click()
        expect(page.locator(".change.added")).to_be_in_viewport()


def test_a_dropped_file_is_compared(page: Page, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    page.goto("/")
    data = page.evaluate_handle(
        """(text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "old.txt", { type: "text/plain" }));
            return data;
        }""",
        OLD,
    )
    page.dispatch_event("textarea[name=old-text]", "drop", {"dataTransfer": data})
    page.locator("input[name=new-file]").set_input_files(
        {"name": "new.txt", "mimeType": "text/plain", "buffer": NEW.encode()}
    )
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".change.moved")).to_be_visible()


def test_a_correction_stays_where_it_was_and_can_be_undone(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    page.get_by_label("paste it here").fill(OLD)
    page.get_by_role("button", name="Read it").click()
    page.locator("#p5").get_by_role("link", name="Correct").click()
    box = page.get_by_label("Text of OP 2")
    expect(box).to_be_focused()
    box.fill("*Invites* Member States;\n\nDecides to wait;")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#p5 .para")).to_have_text("2.Invites Member States;")
    expect(page.locator("#p5 .correct")).to_be_focused()
    expect(page.locator(".para.operative")).to_have_count(4)
    page.get_by_role("button", name="Undo the last correction").click()
    expect(page.locator(".para.operative")).to_have_count(3)


def test_on_a_phone_nothing_of_what_can_be_pressed_is_cut(
    opened: Opened, draft: Draft, facilitator: User
) -> None:
    actions.add_version(draft, read(NEW.encode(), "-"), by=facilitator, source=NEW)
    page = opened(facilitator)
    page.set_viewport_size(PHONE)
    page.goto(f"/drafts/{draft.pk}/compare/1/2/")
    for name in ("Compare", "Next change", "Previous change"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Side by side")).to_be_in_viewport(ratio=1)
