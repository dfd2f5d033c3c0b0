"""What is printed before a paragraph, and what people call it.

Operative paragraphs take Arabic numerals, unless there is only one; preambular ones nothing. Below them stand
``(a)``, ``(i)``, ``a.`` in English, ``a)``, ``i)``, ``a.`` in French, Spanish and Russian (UN Editorial
Manual). Each part of a resolution that opens with its own enacting words numbers its paragraphs from 1 again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafts.core.document import Paragraph
from drafts.core.worded import worded

ONE_BRACKET = frozenset({"fr", "es", "ru"})  # languages that write a) where the others write (a)

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Names:
    """What paragraphs are called in a language; ``{n}`` is the number.

    ``below`` is what a sub-paragraph's letter adds to the number above it: 5 becomes ``5 (b)``. ``part``
    takes the part's letter, then the name within it.
    """

    preambular: str
    operative: str
    below: str
    enacting: str
    heading: str
    annex: str
    text: str
    part: str


# On pages delegates of every language say PP 3 and OP 5; all else has words of its own in each.
ENGLISH = Names(
    preambular="PP {n}",
    operative="OP {n}",
    below=" ({})",
    enacting=worded("Enacting words"),
    heading=worded("Heading {n}"),
    annex=worded("Annex {n}"),
    text=worded("Text {n}"),
    part=worded("Part {part}, {name}"),
)


def label(number: int, level: int, language: str) -> str:
    """The printed label of the ``number``-th paragraph (from 1) at ``level`` (1 to 4)."""
    bare = (str, letters, roman, letters)[level - 1](number)
    if level in (1, 4):
        return f"{bare}."
    return f"{bare})" if language in ONE_BRACKET else f"({bare})"


def relabel(paragraphs: Iterable[Paragraph], language: str) -> tuple[Paragraph, ...]:
    """The same paragraphs with the labels their places call for.

    Preambular and operative paragraphs and what stands below them are labelled; headings, annexes and other
    text keep what they have.
    """
    return tuple(each for part in _parts(paragraphs) for each in _relabel_part(part, language))


def names(paragraphs: Sequence[Paragraph], words: Names = ENGLISH) -> dict[str, str]:
    """What people say, by paragraph id: ``PP 3``, ``OP 5``, ``OP 5 (b)``, ``Heading 2``.

    An operative paragraph is called by the number printed before it, as long as it has one. Where a text has
    several parts, each with its enacting words, the part comes first: ``Part B, OP 5``.
    """
    parts = _parts(paragraphs)
    lettered = sum(1 for part in parts if part[0].kind == "enacting") > 1
    named: dict[str, str] = {}
    for number, part in enumerate(parts, 1):
        for each, name in _part_names(part, words):
            named[each] = _in_part(words, number, name) if lettered else name
    return named


def letters(number: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb`` … as sub-paragraphs go on in resolutions."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


def roman(number: int) -> str:
    """``i``, ``ii``, ``iii``, ``iv`` …"""
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _parts(paragraphs: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """Cut before every enacting paragraph but the first; what stands above the first belongs to its part."""
    parts: list[list[Paragraph]] = [[]]
    for paragraph in paragraphs:
        if paragraph.kind == "enacting" and any(each.kind == "enacting" for each in parts[-1]):
            parts.append([])
        parts[-1].append(paragraph)
    return parts if parts[0] else []


def _relabel_part(part: list[Paragraph], language: str) -> Iterable[Paragraph]:
    single = sum(1 for each in part if each.kind == "operative" and each.level == 1) == 1
    for paragraph, number in _counted(part):
        unlabelled = paragraph.level == 1 and (paragraph.kind == "preambular" or single)
        if number:
            yield replace(paragraph, label="" if unlabelled else label(number, paragraph.level, language))
        else:
            yield paragraph


def _counted(part: list[Paragraph]) -> Iterable[tuple[Paragraph, int]]:
    """Each paragraph with its number among its like, counted afresh below each one above; 0 for none."""
    first = {"preambular": 0, "operative": 0}
    below = [0, 0, 0]
    for paragraph in part:
        if paragraph.kind not in first or paragraph.level < 1:
            yield paragraph, 0
        elif paragraph.level == 1:
            first[paragraph.kind] += 1
            below = [0, 0, 0]
            yield paragraph, first[paragraph.kind]
        else:
            depth = paragraph.level - 2
            below = [*below[:depth], below[depth] + 1, *[0] * (2 - depth)]
            yield paragraph, below[depth]


def _part_names(part: list[Paragraph], words: Names) -> Iterable[tuple[str, str]]:
    above = ["", "", "", ""]  # the name of the first level with a place for what stands below, then letters
    others: dict[str, int] = {}
    for paragraph, number in _counted(part):
        if not number:
            others[paragraph.kind] = others.get(paragraph.kind, 0) + 1
            yield paragraph.id, _other_name(paragraph, others[paragraph.kind], words)
            continue
        own = _own_name(paragraph, number, words)
        above = [*above[: paragraph.level - 1], own, *[""] * (4 - paragraph.level)]
        yield paragraph.id, (above[0] or "{}").format("".join(above[1:])).strip()


def _own_name(paragraph: Paragraph, number: int, words: Names) -> str:
    """The first level's name, ``OP 5{}``; of the others what they add to it, `` (b)``."""
    printed = paragraph.label.strip("().").replace("{", "{{").replace("}", "}}")
    if paragraph.level > 1:
        return words.below.format(paragraph.label.strip("().") or _letters_of(number, paragraph.level))
    if paragraph.kind == "preambular":
        return words.preambular.format(n=f"{number}{{}}")
    return words.operative.format(n=f"{printed or number}{{}}")


def _letters_of(number: int, level: int) -> str:
    """The label of a sub-paragraph without what stands around it."""
    return label(number, level, "en").strip("().")


def _other_name(paragraph: Paragraph, number: int, words: Names) -> str:
    return worded(getattr(words, paragraph.kind), n=number)


def _in_part(words: Names, number: int, name: str) -> str:
    return worded(words.part, part=letters(number).upper(), name=name)
