import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafts.core.document import Mark, Marks, Note
from drafts.core.errors import ReadError
from drafts.formats.inline import from_inline, to_inline

NOTES = (Note("n1", "1", ""), Note("n2", "*", ""), Note("n3", "7", ""), Note("n4", "7", ""))


def test_italics_and_calls_are_written_as_people_type_them() -> None:
    marks = (Mark.italic(0, 9), Mark.call(12, "n1"))
    assert to_inline("Rappelant que, 3 * 4 [sic]", marks, NOTES) == r"*Rappelant* qu[^1]e, 3 \* 4 \[sic]"


def test_notes_that_share_a_label_are_called_by_id() -> None:
    assert to_inline("ab", (Mark.call(1, "n3"), Mark.call(2, "n4")), NOTES) == "a[^#n3]b[^#n4]"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Marks]:
    text = draw(st.text(alphabet=st.sampled_from("aé*[]^\\#1 🕊"), max_size=12))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    italics = [Mark.italic(*pair) for pair in zip(places[::2], places[1::2], strict=False)]
    apart = [mark for at, mark in enumerate(italics) if at == 0 or italics[at - 1].end < mark.start]
    calls = [
        Mark.call(draw(st.integers(0, len(text))), draw(st.sampled_from(NOTES)).id)
        for _ in range(draw(st.integers(0, 3)))
    ]
    return text, tuple(sorted([*apart, *calls], key=lambda mark: (mark.start, mark.end)))


@given(marked())
def test_reading_back_gives_the_same_text_and_marks(piece: tuple[str, Marks]) -> None:
    text, marks = piece
    back, back_marks = from_inline(to_inline(text, marks, NOTES), NOTES)
    assert back == text
    assert sorted(back_marks, key=repr) == sorted(marks, key=repr)


@given(st.text(alphabet=st.sampled_from("a*[^1]\\ "), max_size=20))
def test_any_line_is_read_or_refused_in_words(line: str) -> None:
    with contextlib.suppress(ReadError):
        text, marks = from_inline(line, NOTES)
        assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)


def test_a_call_of_a_missing_note_names_the_notes_there_are() -> None:
    with pytest.raises(ReadError, match=r"\[\^9\] calls a note that is not there .*\[\^1\], \[\^\*\]"):
        from_inline("Recalling[^9]", NOTES)


def test_italics_that_do_not_end_are_refused_with_their_place() -> None:
    with pytest.raises(ReadError, match="begin before “Recalling that” do not end"):
        from_inline("so *Recalling that", NOTES)
