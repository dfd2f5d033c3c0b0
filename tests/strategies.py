"""Random values for properties: any resolution and any comparison that keep their rules, however unlikely."""

from hypothesis import strategies as st

from drafts.core.comparison import (
    Change,
    Comparison,
    FieldChange,
    MarkChange,
    NoteChange,
    Segment,
    Side,
    SponsorChanges,
    new_text,
    old_text,
)
from drafts.core.document import KINDS, PROPOSALS, Doubt, Mark, Masthead, Note, Paragraph, Resolution, Sponsor

# Anything a file can hold: line feeds, quotes, accents apart from their letters, signs beyond U+FFFF.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
names = texts.filter(bool)
languages = st.sampled_from(["", "ar", "zh", "en", "fr", "ru", "es"])
units = st.floats(0, 1)


def marks(length, notes):
    """Marks within a text of ``length``, in order of place, calling only ``notes``."""
    places = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    each = places.map(lambda ends: Mark.italic(*ends))
    if notes:
        each |= st.builds(Mark.call, st.integers(0, length), st.sampled_from(notes))
    return st.lists(each, max_size=3).map(lambda found: tuple(sorted(found, key=lambda mark: mark.start)))


@st.composite
def paragraphs(draw, notes=()):
    text = draw(texts)
    return Paragraph(
        id="",
        kind=draw(st.sampled_from(KINDS)),
        text=text,
        level=draw(st.integers(0, 4)),
        label=draw(texts),
        marks=draw(marks(len(text), notes)),
    )


@st.composite
def notes(draw, ids):
    return tuple(Note(each, draw(texts), text := draw(texts), draw(marks(len(text), ids))) for each in ids)


@st.composite
def resolutions(draw):
    ids = draw(st.lists(names, max_size=3, unique=True))
    keys = draw(st.lists(names, max_size=4, unique=True))
    found = [draw(paragraphs(ids)) for _ in keys]
    return Resolution(
        paragraphs=tuple(
            Paragraph(key, p.kind, p.text, p.level, p.label, p.marks)
            for key, p in zip(keys, found, strict=True)
        ),
        notes=draw(notes(ids)),
        title=draw(texts),
        sponsors=draw(st.lists(st.builds(Sponsor, names, texts), max_size=3).map(tuple)),
        submitted=draw(texts),
        proposal=draw(st.none() | st.sampled_from(PROPOSALS)),
        language=draw(languages),
        symbol=draw(texts),
        lineage=draw(texts),
        masthead=draw(st.builds(Masthead, *[texts] * 7)),
        doubts=draw(st.lists(doubts, max_size=2).map(tuple)),
    ).check()


doubts = st.builds(Doubt, names, texts, texts, st.integers(0, 9999), st.floats(-99, 99))
segments = st.lists(
    st.builds(Segment, st.sampled_from(["equal", "delete", "insert"]), texts), max_size=4
).map(tuple)


@st.composite
def mark_changes(draw, lengths):
    side = draw(st.sampled_from(["added", "removed"]))
    start, end = sorted((draw(st.integers(0, lengths[side])), draw(st.integers(0, lengths[side]))))
    if draw(st.booleans()):
        return MarkChange(side, "note", start, start, draw(names))
    return MarkChange(side, "italic", start, end)


@st.composite
def changes(draw, fresh):
    """A change of any kind; ``fresh`` gives ids nobody has yet."""
    kinds = {
        "unchanged": (1, 1),
        "edited": (1, 1),
        "added": (0, 1),
        "removed": (1, 0),
        "split": (1, 3),
        "merged": (2, 1),
    }
    kind = draw(st.sampled_from(sorted(kinds)))
    old, new = (tuple(fresh() for _ in range(count)) for count in kinds[kind])
    words = draw(segments)
    lengths = {"removed": len(old_text(words)), "added": len(new_text(words))}
    return Change(
        kind,
        old,
        new,
        words,
        old_labels=draw(st.tuples(*[texts] * len(old))),
        new_labels=draw(st.tuples(*[texts] * len(new))),
        moved=draw(st.booleans()),
        renumbered=draw(st.booleans()),
        retyped=draw(st.booleans()),
        marks=draw(st.lists(mark_changes(lengths), max_size=2).map(tuple)),
        confidence=draw(units),
        why=draw(texts),
        named=draw(st.lists(texts, max_size=2).map(tuple)),
    )


@st.composite
def comparisons(draw):
    count = iter(range(1000))
    note_kinds = st.sampled_from(["unchanged", "edited", "added", "removed"])
    sponsors = st.lists(names, max_size=2).map(tuple)
    return Comparison(
        old=draw(st.builds(Side, texts, languages)),
        new=draw(st.builds(Side, texts, languages)),
        changes=tuple(draw(changes(lambda: f"p{next(count)}")) for _ in range(draw(st.integers(0, 3)))),
        title=draw(segments),
        sponsors=draw(st.builds(SponsorChanges, sponsors, sponsors, sponsors)),
        notes=tuple(
            draw(
                st.lists(st.builds(NoteChange, note_kinds, texts, texts, segments, st.booleans()), max_size=2)
            )
        ),
        warnings=draw(st.lists(texts, max_size=2).map(tuple)),
        masthead=draw(st.lists(st.builds(FieldChange, names, texts, texts), max_size=2).map(tuple)),
    )
