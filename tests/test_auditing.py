"""A known weakness fails; an index that cannot be asked is named and is never taken for a clean answer."""

from __future__ import annotations

import pytest

from tests import auditing
from tests.auditing import Answer, of_npm, of_python

WEAK = {"name": "django", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
SOUND = {"name": "lxml", "version": "6.0", "vulns": []}
UNKNOWN = {"name": "nh3", "skip_reason": "Dependency not found on PyPI"}


def test_a_weak_library_is_named_with_what_mends_it() -> None:
    assert of_python({"dependencies": [WEAK, SOUND]}) == Answer(
        "pip-audit", ("django 1.0: PYSEC-1, mended in 1.1",)
    )
    assert of_npm({"vulnerabilities": {"yjs": {"severity": "high"}}}) == Answer("npm audit", ("yjs: high",))


def test_nothing_known_is_no_finding() -> None:
    assert of_python({"dependencies": [SOUND]}) == Answer("pip-audit", ())
    assert of_npm({"vulnerabilities": {}}) == Answer("npm audit", ())


def test_who_was_not_asked_is_not_taken_for_sound() -> None:
    assert of_python({"dependencies": [SOUND, UNKNOWN]}).unasked == "1 of 2 libraries are not known there"
    assert of_python({}).unasked == "it said nothing"
    assert of_npm({"message": "request to the registry failed"}).unasked == "request to the registry failed"


@pytest.mark.parametrize(("found", "status"), [((), 0), (("yjs: high",), 1)])
def test_only_what_is_found_fails(
    monkeypatch: pytest.MonkeyPatch, found: tuple[str, ...], status: int
) -> None:
    monkeypatch.setattr(auditing, "_python", lambda: Answer("pip-audit", found))
    monkeypatch.setattr(auditing, "_npm", lambda: Answer("npm audit", (), "no way out"))
    assert auditing.main() == status
