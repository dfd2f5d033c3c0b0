"""A comparison as plain text: what a delegate reads in a terminal, or pastes into a mail to those at home."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from drafts.core import numbering
from drafts.core.comparison import JOINT, Change, Comparison, NoteChange, Segment, Segments
from drafts.core.document import Resolution
from drafts.formats.wrapping import COLOURED, PLAIN, Style, clean, wrap

KEPT = 60  # characters of an equal stretch that are shown beside a change, about a line's worth
OPENING = 90  # characters that tell which paragraph is meant where its words did not change

Names = Mapping[str, str]


def summary_text(
    comparison: Comparison,
    *,
    old: Resolution | None = None,
    new: Resolution | None = None,
    color: bool = False,
) -> str:
    """Both symbols, one line of counts, then every change with the words that left and came.

    Words that left stand as ``[-so-]``, words that came as ``{+so+}``; with ``color`` red and struck through,
    green and underlined. With the two texts at hand, paragraphs go by what people call them (OP 5, was OP 4);
    without, by the numbers printed before them.
    """
    style = COLOURED if color else PLAIN
    old_names, new_names = _names(old), _names(new)
    blocks = [
        style.mark(
            "strong", f"{_side(comparison.old.symbol, 'old')} → {_side(comparison.new.symbol, 'new')}"
        ),
        _counts(comparison),
        *(_line(f"Beware: {clean(warning)}", inset="") for warning in comparison.warnings),
        *_title(comparison.title, style),
        *_masthead(comparison),
        *_sponsors(comparison, style),
        *(_change(each, old_names, new_names, style) for each in comparison.changes if not each.silent),
        *_renumbered(comparison.changes, old_names, new_names),
        *(
            _note(each, old, new, style)
            for each in comparison.notes
            if each.kind != "unchanged" or each.reanchored
        ),
    ]
    return "\n\n".join(blocks) + "\n"


def _names(resolution: Resolution | None) -> Names:
    return numbering.names(resolution.paragraphs) if resolution else {}


def _side(symbol: str, otherwise: str) -> str:
    return clean(symbol) or f"the {otherwise} text"


def _counts(comparison: Comparison) -> str:
    if comparison.identical:
        return "The two texts are the same."
    count = comparison.summary
    paragraphs = ("edited", "added", "removed", "moved", "split", "merged", "renumbered", "unchanged")
    told = [f"{count[kind]} {kind}" for kind in paragraphs if count[kind]]
    parts = [f"Paragraphs: {', '.join(told) or 'none'}"]
    for what, kinds in (("Sponsors", ("joined", "withdrawn")), ("Notes", ("added", "removed", "edited"))):
        if told := [f"{count[key]} {kind}" for kind in kinds if count[key := f"{what.lower()}_{kind}"]]:
            parts.append(f"{what}: {', '.join(told)}")
    return "\n".join(_line(part, inset="") for part in parts)


def _title(segments: Segments, style: Style) -> Iterator[str]:
    if any(op != "equal" for op, _ in segments):
        yield _block("Title, edited", _folded(segments), style)


def _masthead(comparison: Comparison) -> Iterator[str]:
    if comparison.masthead:
        told = [
            _line(f"{name.replace('_', ' ').capitalize()}: {clean(old) or 'none'} → {clean(new) or 'none'}")
            for name, old, new in comparison.masthead
        ]
        yield "\n".join(["Masthead", *told])


def _sponsors(comparison: Comparison, style: Style) -> Iterator[str]:
    told = []
    for heading, names in (
        ("Joined", comparison.sponsors.joined),
        ("Withdrawn", comparison.sponsors.withdrawn),
    ):
        if names:
            told.append(_line(f"{heading}: {', '.join(names)}"))
    if told:
        yield "\n".join([style.mark("strong", "Sponsors"), *told])


def _change(change: Change, old_names: Names, new_names: Names, style: Style) -> str:
    heading = ", ".join([_called(change, old_names, new_names), *_deeds(change)])
    told = [_line(f"({each})") for each in change.named]
    if any(op != "equal" for op, _ in change.segments):
        whole = change.kind in ("added", "removed")
        shown = change.segments if whole else tuple(_folded(change.segments))
    else:
        shown = _opening(change.segments)
    return "\n".join([_block(heading, shown, style), *told])


def _called(change: Change, old_names: Names, new_names: Names) -> str:
    """``OP 5 (was OP 4)``; a removed paragraph by what it was called."""
    old = _both(change.old, change.old_labels, old_names)
    new = _both(change.new, change.new_labels, new_names)
    if not new:
        return f"Former {old}"
    return f"{new} (was {old})" if old and new != old else new


def _both(ids: tuple[str, ...], labels: tuple[str, ...], names: Names) -> str:
    printed = dict(zip(ids, labels, strict=False))
    return clean(" and ".join(names.get(each) or _by_label(printed.get(each, "")) for each in ids))


def _by_label(label: str) -> str:
    return f"Paragraph {label.rstrip('.')}" if label else "Unnumbered paragraph"


def _deeds(change: Change) -> Iterator[str]:
    if change.moved:
        yield "moved"
    if change.retyped:
        yield "of another kind or level"
    if change.kind != "unchanged":
        yield change.kind
    elif change.marks:
        yield "only italics or the call of a note changed"


def _folded(segments: Segments) -> Iterator[Segment]:
    """The segments with long equal stretches reduced to what stands next to a change."""
    last = len(segments) - 1
    for at, (op, text) in enumerate(segments):
        if op == "equal":
            yield Segment(op, _shortened(text, before=at > 0, after=at < last))
        else:
            # "\n" stands where one paragraph ends and the next begins.
            yield Segment(op, text.replace(JOINT, " ¶ "))


def _shortened(text: str, *, before: bool, after: bool) -> str:
    """An equal stretch: its beginning if a change stands ``before`` it, its end if one comes ``after``."""
    text = text.replace(JOINT, " ¶ ")
    if len(text) <= KEPT * (before + after) + 3:
        return text
    head = re.match(r".*\s|", text[:KEPT], re.DOTALL) if before else None
    tail = re.search(r"(?<=\s)\S.*$|$", text[-KEPT:], re.DOTALL) if after else None
    return f"{head[0] if head else ''}… {tail[0] if tail else ''}"


def _opening(segments: Segments) -> Segments:
    text = "".join(text for _, text in segments).replace(JOINT, " ¶ ")
    return (Segment("equal", text if len(text) <= OPENING else text[:OPENING].rsplit(" ", 1)[0] + " …"),)


def _renumbered(changes: Iterable[Change], old_names: Names, new_names: Names) -> Iterator[str]:
    """Those of which nothing but the number changed, all in one line."""
    told = [_called(each, old_names, new_names) for each in changes if each.silent and each.renumbered]
    if told:
        yield _line("Only renumbered: " + ", ".join(told), inset="")


def _note(change: NoteChange, old: Resolution | None, new: Resolution | None, style: Style) -> str:
    side, id = (new, change.new) if change.new else (old, change.old)
    note = side.notes_by_id.get(id) if side else None
    heading = f"Note {clean(note.label)}" if note else "Note"
    deeds: list[str] = [change.kind] if change.kind != "unchanged" else []
    deeds += ["called from another place"] if change.reanchored else []
    segments = _opening(change.segments) if change.kind == "unchanged" else change.segments
    return _block(", ".join([heading, *deeds]), segments, style)


def _block(heading: str, segments: Iterable[Segment], style: Style) -> str:
    return f"{style.mark('strong', heading)}\n{wrap(segments, style)}"


def _line(text: str, inset: str = "  ") -> str:
    return wrap([Segment("equal", text)], PLAIN, first=inset, rest=inset)
