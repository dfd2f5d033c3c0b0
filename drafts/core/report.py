"""A comparison laid out for people: the rows that every form of report shows, in reading order.

Nothing is compared here. A row is a change with the names people give its paragraphs, its text cut into runs
that are each shown one way, and its neighbours; where a moved paragraph left, a row says where it went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafts.core import numbering
from drafts.core.comparison import Change, Comparison, NoteChange, Op, Segment, Segments
from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.core.runs import Run, Side, cut
from drafts.core.typesetting import as_read
from drafts.core.worded import all_of


@dataclass(frozen=True, slots=True)
class Row:
    """One change, ready to be shown.

    ``id`` names it in addresses and stays the same while the two texts do. ``old_name`` and ``new_name`` are
    what people call the paragraphs (``PP 3``, ``OP 5 and OP 6``). ``went_to`` is set only on a row that marks
    where a moved paragraph stood: it is that paragraph's row's id.
    """

    id: str
    change: Change
    old_name: str = ""
    new_name: str = ""
    kind: str = ""
    level: int = 1
    label: str = ""
    runs: tuple[Run, ...] = ()
    went_to: str = ""

    @property
    def name(self) -> str:
        return self.new_name or self.old_name

    @property
    def shown(self) -> bool:
        """Whether it belongs among the changes a person steps through."""
        return not self.change.silent and not self.went_to

    @property
    def new_tells_all(self) -> bool:
        """Whether its new side alone shows what changed, as nothing was deleted from it."""
        return bool(self.change.new) and all(run.op != "delete" for run in self.runs)

    @property
    def old_runs(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.op != "insert")

    @property
    def new_runs(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.op != "delete")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note's change with its labels on the two sides."""

    id: str
    change: NoteChange
    old_label: str
    new_label: str
    runs: tuple[Run, ...]

    @property
    def changed(self) -> bool:
        return self.change.kind != "unchanged" or self.change.reanchored


@dataclass(frozen=True)
class Report:
    """A whole comparison laid out. ``sponsors`` lists both sides' names in one order, each with its fate."""

    comparison: Comparison
    old: Resolution
    new: Resolution
    rows: tuple[Row, ...]
    notes: tuple[NoteRow, ...]
    sponsors: tuple[Segment, ...]

    @classmethod
    def of(cls, comparison: Comparison, old: Resolution, new: Resolution) -> Report:
        return cls(
            comparison,
            old,
            new,
            rows(comparison, old, new),
            note_rows(comparison, old, new),
            tuple(_sponsors(comparison, old, new)),
        )

    @property
    def title(self) -> Segments:
        """The title as a reader takes it."""
        return _as_read(self.comparison.title)

    @property
    def changes(self) -> tuple[Row, ...]:
        """The rows a person steps through."""
        return tuple(row for row in self.rows if row.shown)


def rows(comparison: Comparison, old: Resolution, new: Resolution) -> tuple[Row, ...]:
    """Every change in the order of the new text, and a row wherever a moved paragraph left its place."""
    layout = _Layout(comparison, old, new)
    return tuple(_with_departures([layout.row(change) for change in comparison.changes], old))


def note_rows(
    comparison: Comparison, old: Resolution, new: Resolution, *, unchanged: bool = False
) -> tuple[NoteRow, ...]:
    """Notes that changed, in the order of the comparison; with the ``unchanged`` ones where asked."""
    notes = (_note_row(change, old.notes_by_id, new.notes_by_id) for change in comparison.notes)
    return tuple(row for row in notes if unchanged or row.changed)


def folded(all_rows: Sequence[Row]) -> Iterator[Row | tuple[Row, ...]]:
    """For "changes only": each change as it is, each stretch of unchanged rows as one tuple."""
    return rows_around(all_rows, 0)


def rows_around(all_rows: Sequence[Row], context: int) -> Iterator[Row | tuple[Row, ...]]:
    """Each change with ``context`` unchanged rows to either side, each stretch of others as one tuple."""
    marked = [at for at, row in enumerate(all_rows) if row.shown or row.went_to]
    kept = {near for at in marked for near in range(at - context, at + context + 1)}
    stretch: list[Row] = []
    for at, row in enumerate(all_rows):
        if at not in kept:
            stretch.append(row)
            continue
        if stretch:
            yield tuple(stretch)
        stretch = []
        yield row
    if stretch:
        yield tuple(stretch)


class _Layout:
    def __init__(self, comparison: Comparison, old: Resolution, new: Resolution) -> None:
        self.old, self.new = old, new
        self.old_names, self.new_names = numbering.names(old.paragraphs), numbering.names(new.paragraphs)
        self.old_notes = {note.id: note.label for note in old.notes}
        self.new_notes = {note.id: note.label for note in new.notes}

    def row(self, change: Change) -> Row:
        olds = [self.old.by_id[id] for id in change.old]
        news = [self.new.by_id[id] for id in change.new]
        first = (news or olds)[0]
        return Row(
            id=f"{'c' if news else 'r'}-{first.id}",
            change=change,
            old_name=all_of([self.old_names[each.id] for each in olds]),
            new_name=all_of([self.new_names[each.id] for each in news]),
            kind=first.kind,
            level=first.level,
            label=first.label,
            runs=tuple(self._runs(change, olds, news)),
        )

    def _runs(self, change: Change, olds: list[Paragraph], news: list[Paragraph]) -> Iterator[Run]:
        changed = {(mark.change, mark.start, mark.note) for mark in change.marks if mark.type == "note"}

        def op_of_old(mark: Mark) -> Op:
            return "delete" if ("removed", mark.start, mark.note) in changed else "equal"

        def op_of_new(mark: Mark) -> Op:
            return "insert" if ("added", mark.start, mark.note) in changed else "equal"

        old_side = Side.of(olds, self.old_notes, op_of_old)
        return cut(change.segments, old_side, Side.of(news, self.new_notes, op_of_new))


def _with_departures(laid: list[Row], old: Resolution) -> Iterator[Row]:
    """Put a row where each moved paragraph stood: below the last paragraph above it that kept its place."""
    place = {id: row for row in laid for id in row.change.old}
    leaving: dict[str, list[Row]] = {}
    anchor = ""
    for paragraph in old.paragraphs:
        row = place[paragraph.id]
        if not row.change.moved:
            anchor = row.id
        elif row.change.old[0] == paragraph.id:
            departure = Row(f"from-{row.id}", row.change, row.old_name, row.new_name, went_to=row.id)
            leaving.setdefault(anchor, []).append(departure)
    yield from leaving.get("", ())
    for row in laid:
        yield row
        if not row.change.moved:
            yield from leaving.get(row.id, ())


def _note_row(change: NoteChange, old: dict[str, Note], new: dict[str, Note]) -> NoteRow:
    runs = tuple(Run(op, text) for op, text in _as_read(change.segments))
    old_label = old[change.old].label if change.old else ""
    new_label = new[change.new].label if change.new else ""
    return NoteRow(f"n-{change.new or change.old}", change, old_label, new_label, runs)


def _as_read(segments: Segments) -> Segments:
    return tuple(Segment(op, text) for op, text, _ in as_read(segments))


def _sponsors(comparison: Comparison, old: Resolution, new: Resolution) -> Iterator[Segment]:
    """The new list, and each who withdrew below as many of those who stayed as stood above it."""
    joined, withdrawn = set(comparison.sponsors.joined), set(comparison.sponsors.withdrawn)
    left: dict[int, list[str]] = {}
    stayed = 0
    for sponsor in old.sponsors:
        if sponsor.name in withdrawn:
            left.setdefault(stayed, []).append(sponsor.name)
        else:
            stayed += 1
    stayed = 0
    yield from (Segment("delete", name) for name in left.pop(0, ()))
    for sponsor in new.sponsors:
        yield Segment("insert" if sponsor.name in joined else "equal", sponsor.name)
        if sponsor.name not in joined:
            stayed += 1
            yield from (Segment("delete", name) for name in left.pop(stayed, ()))
    yield from (Segment("delete", name) for names in left.values() for name in names)
