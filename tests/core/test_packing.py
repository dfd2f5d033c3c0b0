"""A comparison kept beside its texts: small, whole again, and never of other texts."""

import zlib
from dataclasses import replace

import pytest
from hypothesis import given

from drafts.core import compare
from drafts.core.document import Paragraph, Resolution
from drafts.core.packing import pack, unpack
from tests.builders import op, resolution
from tests.core.test_compare import revisions, text
from tests.strategies import resolutions

WATER = "Urges riparian States to publish the levels of their rivers within the hour;"


@given(revisions())
def test_a_revisions_comparison_comes_back_as_it_was(pair: tuple[Resolution, Resolution]) -> None:
    comparison = compare(*pair)
    assert unpack(pack(comparison, *pair), *pair) == comparison


@given(resolutions(), resolutions())
def test_any_comparison_comes_back_as_it_was(old: Resolution, new: Resolution) -> None:
    comparison = compare(old, new)
    assert unpack(pack(comparison, old, new), old, new) == comparison


def test_rows_that_kept_every_word_take_no_room() -> None:
    old = text(*(f"{WATER} {number}" for number in range(1000)))
    assert len(pack(compare(old, old), old, old)) < 300


@pytest.mark.parametrize(
    "other",
    [
        text(WATER, "Decides."),
        text(WATER.replace("Urges", "Warns")),
        text(),
        resolution(op(WATER), title="Rivers"),
    ],
)
def test_what_was_packed_of_other_texts_is_not_taken(other: Resolution) -> None:
    old = text(WATER)
    new = replace(old, paragraphs=(Paragraph("x", "operative", WATER.replace("hour", "day")),))
    for packed in (pack(compare(old, old), old, old), pack(compare(old, new), old, new)):
        assert unpack(packed, other, new) is None


def test_a_damaged_one_is_not_taken() -> None:
    old = text(WATER)
    packed = pack(compare(old, old), old, old)
    for damaged in (b"", packed[:-3], zlib.compress(b"[]"), zlib.compress(b"{}")):
        assert unpack(damaged, old, old) is None
