"""Texts that run from the right, and texts written without spaces, are compared as all others are."""

import pytest

from drafts.core import compare
from drafts.core.document import Resolution
from tests.builders import op, pp, resolution
from tests.core.test_compare import check_promises

# Each: a preambular paragraph, two operative ones, and what an edit of the first operative one changes.
SCRIPTS = {
    "ar": (
        "إذ تلاحظ أن ستة من مقاييس الأنهار قد جرفتها المياه في الشتاء الماضي،",
        "تحث جميع الدول المشاطئة على نشر مناسيب أنهارها خلال ساعة من قياسها؛",
        "تقرر العودة إلى هذه المسألة في دورتها المقبلة.",
        ("ساعة", "يوم"),
    ),
    "zh": (
        "注意到去年冬天有六个水位计被河水冲走，",
        "敦促所有沿岸国在测量后一小时内公布其河流的水位；",
        "决定在下届会议上再次审议此事。",
        ("小时", "天"),
    ),
}


@pytest.mark.parametrize("language", SCRIPTS)
def test_an_edited_paragraph_that_moved_is_known_in_every_script(language: str) -> None:
    first, second, third, (gone, come) = SCRIPTS[language]
    old = resolution(pp(first), op(second), op(third), language=language)
    new = resolution(pp(first), op(third), op(second.replace(gone, come)), language=language)
    comparison = compare(old, new)
    check_promises(old, new, comparison)
    assert [(change.kind, change.moved) for change in comparison.changes] == [
        ("unchanged", False),
        ("unchanged", True),
        ("edited", False),
    ]
    assert told(comparison.changes[2].segments) == (gone, come)


def told(segments: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """What went and what came, letters alone."""
    return tuple(
        "".join(text for op, text in segments if op == fate).strip() for fate in ("delete", "insert")
    )


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_text_and_itself_say_the_same_in_every_script(language: str) -> None:
    text: Resolution = resolution(*map(op, SCRIPTS[language][:3]), language=language)
    assert compare(text, text).identical
