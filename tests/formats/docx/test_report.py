"""A report in Word that is to be read: a table of both texts, or a summary; sound, and nothing is tracked."""

from __future__ import annotations

import pytest

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.options import Cover, Covered, Options
from drafts.formats import read, read_sides, write
from tests.exactness.word import audit, main
from tests.texts import NEW, OLD
from tests.word_files import WORD

BEFORE, AFTER = read(OLD.encode(), "-"), read(NEW.encode(), "-")
W = f"{{{WORD}}}"


def report(options: Options, old: Resolution = BEFORE, new: Resolution = AFTER) -> bytes:
    written = write(compare(old, new), "docx", old=old, new=new, options=options)
    assert audit(written) == []
    return written


def rows(written: bytes) -> list[list[str]]:
    return [
        [" · ".join("".join(p.itertext()) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]
        for row in main(written).iter(f"{W}tr")
    ]


def test_table_has_old_new_and_what_changed() -> None:
    written = report(Options("table"))
    assert rows(written)[0] == ["the old text", "the new text", "What changed"]
    assert [
        "1. Takes note of the report of the Secretary-General;",
        "1. Takes note with appreciation of the report of the Secretary-General;",
        "edited · OP 1 · opening words: Takes note → Takes note with appreciation",
    ] in rows(written)
    assert ["PP 2 stood here and is now PP 1"] in rows(written)


@pytest.mark.parametrize("show", ["table", "summary"])
@pytest.mark.parametrize("labels", ["en", "ar", "zh"])
def test_nothing_is_tracked(show: str, labels: str) -> None:
    cover = Cover(Covered("L.8", text="ab" * 32), Covered("L.9"), "Rapporteur", "2026-11-25T02:30:00Z")
    options = Options(show, labels=labels, bracketed=True, cover=cover)  # type: ignore[arg-type]
    assert read_sides(report(options), "a.docx") is None


def test_what_came_is_underlined_and_what_went_struck_through() -> None:
    inserted = [
        "".join(run.itertext()) for run in main(report(Options("table"))).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}u") is not None
    ]  # fmt: skip
    assert {"with appreciation", "Benin"} <= set(inserted)


def test_identical_texts_are_said_to_be_the_same() -> None:
    told = "".join(main(report(Options("summary"), AFTER)).itertext())
    assert "The two texts are the same." in told
