"""Texts made to hang a reader are read like any other. How fast: ``python -m tests.benchmarks.reading``."""

from collections.abc import Callable

import pytest

from drafts.formats.text import read_text
from tests.hostile import HOSTILE


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_into_a_sound_resolution(make: Callable[[], str]) -> None:
    text = make()
    resolution = read_text(text).check()
    assert sum(len(paragraph.text) for paragraph in resolution.paragraphs) <= len(text)
