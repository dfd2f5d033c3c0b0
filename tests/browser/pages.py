"""All pages of the program, in all states of the samples: what every walk over them shares.

A new page belongs here; ``tests/views/test_pages.py`` fails without.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.urls import reverse
from playwright.sync_api import Page, Response

from tests.browser.windows import Windows
from tests.furnished import Furnished

TRAINING_PAIR = ("training", "1", "2")
VILLES_PAIR = ("villes", "1", "2")


@dataclass(frozen=True)
class Shown:
    """A page as somebody has it before them.

    ``address`` is its name in urls.py and ``args`` what stands in it, by the names of ``Furnished.places``.
    ``who``: "demo" facilitates all drafts, "rita" reads ``training`` and has a second step, "omar" has no
    draft yet, "public" has the public link of ``training``, "nobody" is signed out; "at the door" has shown
    rita's password alone. With ``posted``, what comes of sending that.
    """

    name: str
    address: str
    args: tuple[str, ...] = ()
    query: str = ""
    who: str = "demo"
    posted: dict[str, str] = field(default_factory=dict)
    status: int = 200
    ready: str = "main"

    def __str__(self) -> str:
        return self.name

    def url(self, furnished: Furnished) -> str:
        args = [furnished.places.get(each, each) for each in self.args]
        query = self.query.format_map({key.replace("-", "_"): val for key, val in furnished.places.items()})
        return reverse(self.address, args=args) + (f"?{query}" if query else "")


PAGES = (
    # Before one has an account
    Shown("front page, signed out", "home", who="nobody"),
    Shown("comparing texts", "compare-texts", who="nobody"),
    Shown(
        "two texts compared",
        "compare-texts",
        who="nobody",
        posted={"old-text": "1. Takes note;\n\n2. Urges all;", "new-text": "1. Takes full note;"},
    ),
    Shown(
        "comparing nothing",
        "compare-texts",
        who="nobody",
        posted={"old-text": "", "new-text": ""},
        status=400,
    ),
    Shown("signing in", "sign-in", who="nobody"),
    Shown("signing in wrongly", "sign-in", who="nobody", posted={"username": "ada", "password": "no"}),
    Shown("signing up", "sign-up", who="nobody"),
    Shown(
        "signing up wrongly", "sign-up", who="nobody", posted={"username": "", "password1": "1"}, status=400
    ),
    Shown("a forgotten password", "forgotten-password", who="nobody"),
    Shown("a new password by a link", "new-password", ("reset-user", "reset-token"), who="nobody"),
    Shown(
        "a new password by a worn-out link", "new-password", ("reset-user", "no"), who="nobody", status=410
    ),
    Shown("stopping digests", "stop-digests", ("stop",), who="nobody"),
    Shown("nothing there", "public", ("no-such-link",), who="nobody", status=410),
    Shown("manual", "help", who="nobody"),
    # Of no draft
    Shown("front page", "home"),
    Shown("front page, first visit", "home", who="omar"),
    Shown("finding", "find"),
    Shown("found", "find", query="words=training"),
    Shown("found nothing", "find", query="words=zebra"),
    Shown("starting a draft", "new-draft"),
    Shown("starting a draft wrongly", "drafts", posted={"title": "", "language": "xx"}, status=400),
    Shown("bringing in nothing", "readings", posted={"text": ""}, status=400),
    Shown("bringing in an archive", "import-draft"),
    Shown("taking part", "join", who="omar"),
    Shown("taking part by a code", "join", query="code={code}", who="omar"),
    Shown(
        "taking part by a wrong code",
        "join",
        who="omar",
        posted={"code": "AAAA", "delegation": ""},
        status=400,
    ),
    Shown("account", "account"),
    Shown("changing the password", "change-password"),
    Shown(
        "changing the password wrongly",
        "change-password",
        posted={"password": "", "new_password1": "1", "new_password2": "2"},
        status=400,
    ),
    Shown("setting up a second step", "second-step"),
    Shown("setting up a second step wrongly", "second-step", posted={"code": ""}, status=400),
    Shown("second step that is on", "second-step", who="rita"),
    Shown(
        "second step, turned off wrongly",
        "turn-off-second-step",
        who="rita",
        posted={"password": ""},
        status=400,
    ),
    Shown("recovery codes", "renew-recovery-codes", who="rita", posted={"password": "Rapporteur-2026"}),
    Shown("signing in, second step", "pass-second-step", who="at the door"),
    Shown(
        "signing in, second step by a recovery code", "pass-second-step", query="recovery", who="at the door"
    ),
    Shown(
        "signing in, second step wrongly",
        "pass-second-step",
        who="at the door",
        posted={"code": ""},
        status=400,
    ),
    Shown("checking a report", "check-report"),
    Shown("reports of many drafts", "new-batch"),
    Shown("reports of many drafts, none found", "new-batch", query="words=zebra"),
    Shown("a batch that was made", "batch", ("made-batch",)),
    Shown("a batch that was cancelled", "batch", ("cancelled-batch",)),
    # A draft, for its facilitator
    Shown("draft", "draft", ("training",)),
    Shown("draft with what each version brought in", "draft", ("training",), "brought=yes"),
    Shown("draft in French", "draft", ("villes",)),
    Shown("draft that was adopted", "draft", ("adopted",)),
    Shown("draft that was begun", "draft", ("blank",)),
    Shown("draft that was begun in Arabic", "draft", ("arabic",)),
    Shown("draft whose version was withdrawn", "draft", ("taken-back",)),
    Shown("version", "version", ("training", "1")),
    Shown("bringing in a revised text", "new-version", ("training",)),
    Shown("withdrawing a version", "withdraw-version", ("training", "1")),
    Shown(
        "withdrawing a version without saying why",
        "withdraw-version",
        ("training", "1"),
        posted={"reason": ""},
        status=400,
    ),
    Shown("saying that it moved", "new-state", ("training", "lapsed")),
    Shown("timeline", "timeline", ("training",)),
    Shown("record", "record", ("training",)),
    Shown("people", "people", ("training",)),
    Shown(
        "inviting wrongly", "invitations", ("training",), posted={"role": "king", "places": "0"}, status=400
    ),
    Shown("sponsors", "sponsors", ("training",)),
    Shown(
        "sponsor nobody knows",
        "join-sponsor",
        ("training",),
        posted={"name": "Swedn", "kind": "state"},
        status=400,
    ),
    Shown(
        "list of sponsors",
        "read-sponsors",
        ("training",),
        posted={"pasted": "Benin, Swedn and Italy", "date": "2026-11-20"},
    ),
    Shown("sponsors since a version", "additional-sponsors", ("training", "1")),
    Shown("discussion", "discussion", ("training",)),
    Shown("discussion of nothing", "discussion", ("blank",)),
    Shown("concordance", "concordance", ("training",)),
    # Comparisons and reports
    Shown("comparison in one text", "comparison", TRAINING_PAIR),
    Shown("comparison side by side", "comparison", TRAINING_PAIR, "mode=sides"),
    Shown("comparison, changes only", "comparison", TRAINING_PAIR, "mode=changes"),
    Shown("comparison in French", "comparison", VILLES_PAIR),
    Shown("deciding which paragraph is which", "new-pairing", TRAINING_PAIR, "change=c-{paragraph}"),
    Shown("a report that is being made", "report", TRAINING_PAIR),
    Shown("a report that was refused", "report", VILLES_PAIR, "form=akn"),
    # The live text
    Shown("live text", "live-text", ("training",), ready="[data-ready=yes]"),
    Shown("live text, empty", "live-text", ("blank",), ready="[data-ready=yes]"),
    Shown("live text in Arabic", "live-text", ("arabic",), ready="[data-ready=yes]"),
    Shown("live text by forms", "live-by-forms", ("training",)),
    Shown("live text by forms, one open", "live-by-forms", ("training",), "edit={paragraph}"),
    Shown("what the live text changes", "live-changes", ("training",)),
    Shown("history", "live-history", ("training",)),
    # Readings
    Shown("reading with doubts", "reading", ("doubted",)),
    Shown("reading, correcting its head", "reading", ("doubted",), "edit=head"),
    Shown("reading, correcting a paragraph", "reading", ("doubted",), "edit=p4"),
    Shown("reading, correcting a note", "reading", ("doubted",), "edit={note}"),
    Shown(
        "reading, kept without a date",
        "keep-reading",
        ("doubted",),
        posted={"symbol": "", "date": ""},
        status=400,
    ),
    Shown("reading that waits", "reading", ("waiting",)),
    Shown("reading that was refused", "reading", ("refused",)),
    # The same for others
    Shown("draft, for a reader", "draft", ("training",), who="rita"),
    Shown("people, for a reader", "people", ("training",), who="rita"),
    Shown("discussion, for a reader", "discussion", ("training",), who="rita"),
    Shown("live text, for a reader", "live-text", ("training",), who="rita", ready="[data-ready=yes]"),
    Shown("record, for a reader", "record", ("training",), who="rita", status=403),
    Shown("draft, for the public", "draft", ("training",), who="public"),
    Shown("comparison, for the public", "comparison", TRAINING_PAIR, who="public"),
    Shown("sponsors, for the public", "sponsors", ("training",), who="public"),
)


@contextmanager
def window(
    windows: Windows, furnished: Furnished, who: str, *, locale: str = "en-GB", script: bool = True
) -> Iterator[Page]:
    """A window in which this person is signed in."""
    with windows.lent(session=session(furnished, who), locale=locale, script=script) as page:
        yield page


def session(furnished: Furnished, who: str) -> str:
    """The cookie of one of those named by ``who``."""
    return "" if who == "nobody" else furnished.sessions[who]


def go(page: Page, shown: Shown, furnished: Furnished) -> int:
    """Bring the page up. Its status."""
    url = shown.url(furnished)
    answer = page.goto(url) if not shown.posted else _post(page, url, shown.posted)
    page.wait_for_selector(shown.ready, state="attached")
    return answer.status if answer else 0


def _post(page: Page, url: str, posted: dict[str, str]) -> Response:
    """Send a form from another page of the site, as its own form would."""
    page.goto("/compare/")
    with page.expect_navigation() as navigation:
        page.evaluate(
            """([url, posted]) => {
              const form = Object.assign(document.createElement("form"), {method: "post", action: url});
              const headers = JSON.parse(document.body.getAttribute("hx-headers"));
              posted = {...posted, csrfmiddlewaretoken: headers["X-CSRFToken"]};
              for (const [name, value] of Object.entries(posted))
                form.append(Object.assign(document.createElement("input"), {type: "hidden", name, value}));
              document.body.append(form);
              form.submit();
            }""",
            [url, posted],
        )
    return navigation.value
