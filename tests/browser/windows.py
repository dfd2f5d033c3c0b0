"""Windows of the browser, lent to one test after another.

A window of its own starts a process of the browser, which takes longer than most of what is done in it. So
one that was given back is emptied and lent again: nobody is signed in, nothing is stored, and it looks as it
did. A test that changes what cannot be taken back, such as by ``add_init_script``, closes its window.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from django.test import Client
from playwright.sync_api import Browser, Page, ViewportSize

from drafts.models import User

WINDOW: ViewportSize = {"width": 1280, "height": 720}


class Windows:
    """Those of a browser on a site, each with one page. A path is enough for an address in them."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self._browser = browser
        self._free: dict[tuple[str, bool], list[Page]] = defaultdict(list)

    @contextmanager
    def lent(
        self,
        *,
        session: str = "",
        viewport: ViewportSize = WINDOW,
        locale: str = "en-GB",
        script: bool = True,
    ) -> Iterator[Page]:
        """A window as one that has never been here; with a ``session`` (a cookie) somebody is signed in."""
        free = self._free[locale, script]
        page = free.pop() if free else self._new(locale, script)
        page.set_viewport_size(viewport)
        self.sign_in(page, session)
        try:
            yield page
        except BaseException:
            page.context.close()  # in whatever state it is
            raise
        if not page.is_closed():
            self._empty(page)
            free.append(page)

    def sign_in(self, page: Page, session: str) -> None:
        """Whoever was before, from the next page on it is whose session that is; "" is nobody's."""
        page.context.clear_cookies()
        if session:
            page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.site}])

    def close(self) -> None:
        """For good; none may be lent out."""
        for page in (page for free in self._free.values() for page in free):
            page.context.close()

    def _new(self, locale: str, script: bool) -> Page:
        return self._browser.new_context(
            base_url=self.site, locale=locale, java_script_enabled=script, reduced_motion="reduce"
        ).new_page()

    def _empty(self, page: Page) -> None:
        context = page.context
        page.evaluate("location.protocol === 'http:' && sessionStorage.clear()")
        page.goto("about:blank")
        page.mouse.move(0, 0)
        page.unroute_all(behavior="ignoreErrors")
        page.emulate_media(media="null", color_scheme="light")
        context.set_offline(False)
        context.clear_permissions()
        devtools = context.new_cdp_session(page)
        devtools.send("Storage.clearDataForOrigin", {"origin": self.site, "storageTypes": "all"})
        devtools.detach()


def session_of(user: User) -> str:
    """The cookie of somebody who has signed in."""
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value
