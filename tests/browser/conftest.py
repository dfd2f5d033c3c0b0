"""The site as people meet it: served by uvicorn, shown by a real browser.

Tests here need no ``django_db``: ``site`` gives each its own copy of the empty database, open to the test as
well. An error on the browser's console fails the test, and so does a request to elsewhere.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pytest_django import DjangoDbBlocker

from drafts import actions
from drafts.formats import read
from drafts.management.browser import MISSING, find_browser
from drafts.management.serving import SERVED
from drafts.models import Draft, User
from tests.browser.windows import Windows, session_of
from tests.browser.writing import Opened
from tests.furnished import Furnished, furnish
from tests.live.served import Server, servers
from tests.texts import OLD

DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
PATIENCE = 10  # seconds for the server to start; it takes less than one

# A browser that talks to nobody but the site, and starts as root, as CI does.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, and let them run last: see :func:`browser`."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("browser")
    items.sort(key=lambda item: here in item.path.parents)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. Where there is none, tests are skipped; on CI they fail.

    Playwright keeps an event loop in this thread from now on, which Django takes for a mistake. It is none
    here, but a test that came later could not tell, so browser tests come last.
    """
    program = find_browser()
    if not program:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The program behind uvicorn on a free port, as ``manage.py demo`` serves it. Its address.

    Without its workers, which would look for tasks when no test has a database. A test that wants them works
    with ``management.worker.working``.
    """
    settings.WORKER = False
    listening = socket.create_server(("127.0.0.1", 0))
    serving = uvicorn.Server(uvicorn.Config(**SERVED))
    thread = threading.Thread(target=serving.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not serving.started and time.monotonic() < until:
        time.sleep(0.01)
    assert serving.started, f"the server did not start within {PATIENCE} s"
    yield "http://{}:{}".format(*listening.getsockname())
    serving.should_exit = True
    thread.join(PATIENCE)


@pytest.fixture(scope="session")
def windows(browser: Browser, server: str) -> Windows:
    """Where tests get the windows of their people."""
    return Windows(browser, server)


@contextmanager
def using(database: Path) -> Iterator[None]:
    """Let the program, here and in the server's threads, keep everything in this file meanwhile."""
    connection.close()
    kept, connection.settings_dict["NAME"] = connection.settings_dict["NAME"], str(database)
    yield
    connection.close()
    connection.settings_dict["NAME"] = kept


@pytest.fixture(scope="session")
def empty_database(
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A database as ``migrate`` leaves it, to be copied."""
    made = tmp_path_factory.mktemp("site") / "empty.sqlite3"
    with django_db_blocker.unblock(), using(made):
        call_command("migrate", verbosity=0, interactive=False)
    return made


@pytest.fixture
def site(
    server: str, empty_database: Path, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> Iterator[str]:
    """The address of the site, with an empty database of this test's own.

    Sealed versions cannot be deleted, so nothing could clean up after a test; instead each gets a fresh copy.
    """
    own = tmp_path / "site.sqlite3"
    shutil.copyfile(empty_database, own)
    with django_db_blocker.unblock(), using(own):
        yield server


@pytest.fixture(scope="session")
def furnished_database(
    empty_database: Path, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Furnished]:
    """A database with the samples and what people did with them, to be copied, and what there is in it."""
    made = tmp_path_factory.mktemp("furnished") / "furnished.sqlite3"
    shutil.copyfile(empty_database, made)
    kept = tmp_path_factory.getbasetemp() / "made"
    with (
        django_db_blocker.unblock(),
        using(made),
        override_settings(MEDIA_ROOT=kept, PATIENCE=60, WORKER=False),
    ):
        return made, furnish()


@pytest.fixture
def furnished(
    server: str,
    furnished_database: tuple[Path, Furnished],
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
) -> Iterator[Furnished]:
    """What is on a site in use; its address is ``server``'s."""
    database, found = furnished_database
    own = tmp_path / "furnished.sqlite3"
    shutil.copyfile(database, own)
    with django_db_blocker.unblock(), using(own):
        yield found


@pytest.fixture
def own_server(empty_database: Path, django_db_blocker: DjangoDbBlocker, tmp_path: Path) -> Iterator[Server]:
    """A server in a process of its own, for tests that end it, with a database as ``site`` has it."""
    own = tmp_path / "own.sqlite3"
    shutil.copyfile(empty_database, own)
    with django_db_blocker.unblock(), using(own), servers(1) as [started]:
        yield started


@pytest.fixture
def viewport() -> ViewportSize:
    """How large the window is. For both: ``@pytest.mark.parametrize("viewport", [DESKTOP, PHONE])``."""
    return DESKTOP


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained about; a test that brings an error about on purpose empties it."""
    return []


@pytest.fixture
def page(windows: Windows, site: str, viewport: ViewportSize, complaints: list[str]) -> Iterator[Page]:
    """A window that has never been here, so that a path such as ``/compare/`` is enough for an address."""
    with windows.lent(viewport=viewport) as lent, listening(lent, complaints.append, site):
        yield lent
        heard = list(complaints)  # before leaving, which breaks off requests that are still under way
    assert heard == []


@contextmanager
def listening(page: Page, complain: Callable[[str], None], site: str) -> Iterator[None]:
    """Tell meanwhile of errors on the browser's console, and of requests to elsewhere."""
    hears: dict[str, Callable[..., None]] = {
        "console": lambda told: complain(told.text) if told.type == "error" else None,
        "pageerror": lambda error: complain(str(error)),
        "request": lambda sent: None if is_ours(sent.url, site) else complain(f"asked {sent.url}"),
    }
    for event, hear in hears.items():
        page.on(event, hear)  # type: ignore[call-overload]
    yield
    for event, hear in hears.items():
        page.remove_listener(event, hear)


@pytest.fixture
def person(site: str) -> User:
    """Who is signed in on ``signed_in_page``."""
    return User.objects.create_user("delegate", password="Rapporteur-2026")


@pytest.fixture
def signed_in_page(page: Page, windows: Windows, person: User) -> Page:
    windows.sign_in(page, session_of(person))
    return page


@pytest.fixture
def facilitator(site: str) -> User:
    return User.objects.create_user("anna", first_name="Anna", last_name="Sala")


@pytest.fixture
def draft(facilitator: User) -> Draft:
    return actions.start_draft(read(OLD.encode(), "-"), by=facilitator, source=OLD)


@pytest.fixture
def opened(windows: Windows, site: str, draft: Draft) -> Iterator[Opened]:
    """Opens the live text for somebody, in a window of their own."""
    with ExitStack() as stack:

        def of(user: User, *, ready: bool = True) -> Page:
            page = stack.enter_context(windows.lent(session=session_of(user)))
            page.goto(f"/drafts/{draft.pk}/writing/")
            if ready:
                page.wait_for_selector("[data-ready=yes]")
            return page

        yield of


def is_ours(url: str, site: str) -> bool:
    return url.startswith((site, "data:", "blob:", "about:"))
