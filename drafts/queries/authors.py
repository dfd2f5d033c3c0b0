"""Who wrote the words of a live text, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafts.core import numbering
from drafts.core.document import Note, Paragraph, Resolution
from drafts.core.runs import text_runs
from drafts.core.worded import worded
from drafts.core.written import Stretch, by_author, shares
from drafts.formats.shared import Place, Written
from drafts.models import Draft, User, Version
from drafts.queries.history import Author, authorship_at

COLOURS = 8  # of people, as the live editor has them


@dataclass(frozen=True, slots=True)
class Name:
    """An author for people: ``Ada Rossi (Italy)``, ``AR``; ``colour`` is never the only sign."""

    name: str
    initials: str
    colour: int


@dataclass(frozen=True)
class Authors:
    """Everybody who wrote in a draft's live text, and the versions whose words are in it."""

    users: Mapping[int, Name]
    versions: Mapping[int, Name]

    @classmethod
    def of(cls, draft: Draft) -> Authors:
        wrote = User.objects.filter(pk__in=draft.live_updates.order_by().values("user").distinct())
        return cls(
            {user.pk: _of_user(user, draft) for user in wrote},
            {each.number: _of_version(each) for each in draft.versions.select_related("created_by")},
        )

    def name_of(self, user: int) -> str:
        return self.users[user].name

    def of_words(self, told: str) -> Name:
        """The author of words, as the log's replay tells them; nobody, where it told none."""
        if not told:
            return Name(worded("nobody known"), "?", 0)
        author = Author.of(told)
        return self.versions[author.version] if author.version else self.users[author.user]


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A paragraph or note by who wrote it: ``stretches`` with their authors, ``by`` them all, most first."""

    piece: Paragraph | Note
    name: str
    stretches: tuple[tuple[Name, Stretch], ...]
    by: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """A whole text by who wrote it. ``by`` are all its authors, each with a share in per cent."""

    title: WrittenRow
    paragraphs: tuple[WrittenRow, ...]
    notes: tuple[WrittenRow, ...]
    by: tuple[tuple[Name, int], ...]


def by_authors(draft: Draft, seq: int, text: Resolution, authors: Authors) -> WrittenSheet:
    """What the text said when update ``seq`` had come, each word with who wrote it."""
    authorship = authorship_at(draft.pk, seq)
    labels = {note.id: note.label for note in text.notes}
    names = numbering.names(text.paragraphs)

    def row(place: Place, piece: Paragraph | Note, name: str) -> WrittenRow:
        lengths = _lengths(authorship.written(place), piece.text)
        stretches = by_author(text_runs(piece, labels), lengths)
        told = tuple((authors.of_words(each.author), each) for each in stretches)
        return WrittenRow(piece, name, told, tuple(authors.of_words(each) for each, _ in shares(stretches)))

    title = row(Place("title"), Note("title", "", text.title), worded("Title"))
    paragraphs = [row(Place("paragraphs", each.id), each, names[each.id]) for each in text.paragraphs]
    notes = [
        row(Place("notes", each.id), each, worded("Note {label}", label=each.label)) for each in text.notes
    ]
    every = [stretch for each in (title, *paragraphs, *notes) for _, stretch in each.stretches]
    whole = sum(stretch.length for stretch in every)
    by = [(authors.of_words(each), round(100 * length / whole)) for each, length in shares(every)]
    return WrittenSheet(title, tuple(paragraphs), tuple(notes), tuple(by))


def _lengths(written: Sequence[Written], text: str) -> list[tuple[int, str]]:
    """How many code points of a text are whose; nothing, where the log tells of another text."""
    lengths = [(len(each.signs), each.author) for each in written if not each.is_call]
    words = "".join(each.signs for each in written if not each.is_call).replace("\n", " ")
    if words == text:
        return lengths
    if words.strip() != text:
        return []
    before = len(words) - len(words.lstrip())  # a title is shown without spaces around it
    return list(_without(lengths, before))


def _without(lengths: Iterable[tuple[int, str]], before: int) -> Iterator[tuple[int, str]]:
    for length, author in lengths:
        yield max(length - before, 0), author
        before = max(before - length, 0)


def _of_user(user: User, draft: Draft) -> Name:
    delegation = draft.delegations.get(user.pk, "")
    initials = "".join(word[0] for word in user.shown_name.split()[:2]).upper()
    shown = f"{user.shown_name} ({delegation})" if delegation else user.shown_name
    return Name(shown, initials, user.pk % COLOURS)


def _of_version(version: Version) -> Name:
    words = worded("{version}, issued by {name}", version=version.name, name=version.created_by.shown_name)
    return Name(words, f"v{version.number}", COLOURS - 1)
