"""A draft's life, as a delegation lives it: issued, sponsored, revised, discussed, told on its timeline."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from drafts.models import User

JOINING = (
    "Andorre, Autriche, Bénin, Bulgarie, Canada, Chypre, Colombie, Danemark, Djibouti, Équateur, Espagne, "
    "Finlande, Grèce, Guatemala, Hongrie, Irlande, Israël, Kirghizistan, Lettonie, Liechtenstein, Lituanie, "
    "Luxembourg, Maroc, Mexique, Nigéria, Panama, Pays-Bas, Pologne, République dominicaine, Roumanie,\n"
    "Slovaquie, Slovénie et Suède"
)
PRINTED = JOINING.replace("\n", " ").replace("Israël, ", "Israël, Italie, ")

HEAD = """Italie : projet de résolution

Formation des greffiers des tribunaux de première instance

L’Assemblée générale,

"""
RECALLS = "Rappelant sa résolution 60/175 du 16 décembre 2005,"
AWARE = "Consciente de ce que les greffes des petites villes manquent de personnel formé,"
TAKES_NOTE = "Prend note du rapport du Secrétaire général sur les greffes;"
INVITES = "Invite les États Membres à publier chaque année la liste des cours qu’ils offrent"
ASKS = "rie l’Office d’en tenir un registre ouvert à tous les greffiers;"
REPORTS = "Prie le Secrétaire général de lui faire rapport à sa soixante-troisième session."

FIRST = f"""{HEAD}{RECALLS}

{AWARE}

1. {TAKES_NOTE}

2. {INVITES}, et p{ASKS}

3. {REPORTS}
"""
REVISED = f"""{HEAD.replace("résolution", "résolution révisé", 1)}{AWARE}

{RECALLS}

1. {TAKES_NOTE}

2. {INVITES};

3. P{ASKS}

4. {REPORTS}
"""


def bring_in(page: Page, text: str, date: str) -> None:
    page.get_by_label("paste it here").fill(text)
    page.get_by_role("button", name="Read it").click()
    page.get_by_label("Date of the document").fill(date)


def test_a_draft_is_issued_sponsored_revised_and_told(signed_in_page: Page, person: User) -> None:
    person.name, person.delegation = "Ada Rossi", "Italy"
    person.save()
    page = signed_in_page
    page.goto("/drafts/new/")
    bring_in(page, FIRST, "2006-10-06")
    page.get_by_label("Symbol").fill("A/C.3/61/L.8")
    page.get_by_role("button", name="Keep as version 1").click()

    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sponsors").click()
    several = page.locator("#list")
    several.get_by_label("The list").fill(f"{JOINING} : projet de résolution")
    several.get_by_label("From").fill("2006-10-12")
    several.get_by_role("button", name="See what is understood").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("33 names, 33 known")
    page.get_by_role("button", name="Let them join").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("34 sponsors")
    expect(page.locator(".line")).to_have_text(f"{PRINTED} : projet de résolution")

    page.get_by_role("link", name="Text", exact=True).click()
    page.get_by_role("link", name="Bring in a revised text").click()
    bring_in(page, REVISED, "2006-10-20")
    expect(page.get_by_label("Symbol")).to_have_value("A/C.3/61/L.8/Rev.1")
    expect(page.get_by_label("The ledger’s, in its order.")).to_be_checked()
    page.get_by_role("button", name="Keep as version 2").click()
    expect(page.locator(".sheet .sponsors")).to_have_text(f"{PRINTED} : projet de résolution révisé")

    page.get_by_role("link", name="Compare", exact=True).click()
    summary = page.get_by_role("list", name="Summary")
    for told in ("1 moved", "1 split", "33 sponsors joined"):
        expect(summary).to_contain_text(told)
    expect(page.locator(".change.moved .tag")).to_contain_text("was PP")
    expect(page.locator(".change.split .tag")).to_contain_text("OP 2 and OP 3, was OP 2")

    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sponsors").click()
    row = page.get_by_role("row").filter(has_text="Kirghizistan")
    row.get_by_text("Change", exact=False).first.click()
    row.get_by_label("Withdraws on").fill("2006-10-24")
    row.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("33 sponsors")

    page.get_by_role("link", name="Timeline", exact=True).click()
    told = "\n".join(page.locator(".timeline li").all_inner_texts())
    life = (
        "Kyrgyzstan withdrew from the sponsors",
        "issued A/C.3/61/L.8/Rev.1 as version 2",
        "Slovenia and Sweden joined the sponsors",
        "issued A/C.3/61/L.8 as version 1",
        "started this draft",
    )
    places = [told.index(each) for each in life]
    assert places == sorted(places), told
    assert told.count("Ada Rossi (Italy)") >= len(life)


def test_selected_words_are_discussed_beside_them(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    bring_in(page, FIRST, "2006-10-06")
    page.get_by_role("button", name="Keep as version 1").click()
    paragraph = page.locator(".sheet .para.operative").nth(1)
    paragraph.evaluate(
        """(para) => {
            const walker = document.createTreeWalker(para, NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode()) && !node.data.includes("la liste des cours"));
            const at = node.data.indexOf("la liste des cours");
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + "la liste des cours".length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.get_by_role("link", name="Discuss these words").click()
    expect(page.get_by_label("About these words")).to_have_value("la liste des cours")
    page.get_by_label("Your remark").fill("Every year is often.")
    page.get_by_role("button", name="Begin").click()
    marked = page.locator("a.discussed")
    expect(marked).to_have_text("la liste des cours")
    card = page.locator(".thread")
    expect(card).to_contain_text("Every year is often.")
    expect(page).to_have_url(re.compile(r"#thread-\d+$"))
    level = page.evaluate(
        "() => document.querySelector('.thread').getBoundingClientRect().top - "
        "document.querySelector('a.discussed').closest('.para').getBoundingClientRect().top"
    )
    assert abs(level) < 2
    card.get_by_role("button", name="Resolve").click()
    expect(marked).to_have_count(0)
    expect(page.locator(".thread.resolved")).to_contain_text("Resolved, 2 entries")


def test_names_are_offered_while_one_types(signed_in_page: Page) -> None:
    page = signed_in_page
    page.goto("/drafts/new/")
    bring_in(page, FIRST, "2006-10-06")
    page.get_by_role("button", name="Keep as version 1").click()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Sponsors").click()
    page.get_by_label("Who joins").press_sequentially("швец")
    expect(page.locator("#states option")).to_have_attribute("value", "Suède")
