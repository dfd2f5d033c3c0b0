"""The shapes that genuine documents have, and how many of a hundred have each.

The shares are those counted in 253 drafts and 902 adopted resolutions of sessions 78 to 80 where they were
counted (UN-DRAFTING), rounded up for what is rare, so that a hundred look-alikes hold some of everything.
"""

from __future__ import annotations

import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Shape:
    """``drafts`` and ``adopted`` are per cent; ``says`` what is to be seen on the page."""

    name: str
    drafts: int
    adopted: int
    says: str


SHAPES = tuple(
    Shape(*row)
    for row in (
        ("starred-note", 35, 0, "a star after the sponsor line's colon, and its note on page 1"),
        ("starred-sponsors", 6, 0, "stars inside the list: Nigeria,* Norway"),
        ("no-space-in-list", 4, 0, "a space is missing: of),Viet Nam"),
        ("many-sponsors", 25, 0, "a list over six lines and more"),
        ("submitted", 18, 0, "Draft resolution submitted by … instead of a list"),
        ("revised", 12, 0, "Rev.1, and revised draft resolution"),
        ("reissued", 3, 2, "a star on the symbol"),
        ("long-title", 20, 25, "a title of three lines; the running head of adopted texts takes two"),
        ("two-originals", 8, 0, "Original: Arabic/English"),
        ("no-committee", 15, 100, "a plenary draft: no committee above the agenda item"),
        ("two-items", 4, 4, "Agenda items 13 and 117, each with its title"),
        ("many-notes", 45, 40, "ten notes and more"),
        ("hundred-notes", 2, 2, "a hundred notes and more"),
        ("no-notes", 6, 4, "no note at all"),
        ("adjacent-calls", 6, 8, "two calls after one word"),
        ("note-twice", 4, 2, "a note that is called again"),
        ("long-notes", 8, 8, "notes of several lines, over a page's end"),
        ("short-notes", 60, 60, "notes such as A/80/256."),
        ("call-after-year", 25, 25, "a call after a year or a symbol: 2020¹²"),
        ("call-in-sub", 15, 15, "calls within sub-paragraphs"),
        ("sub-paragraphs", 26, 23, "(a), (b) below an operative paragraph"),
        ("roman", 5, 4, "(i), (ii) below (a)"),
        ("double-letters", 2, 2, "(z), (aa), (bb)"),
        ("sub-in-preamble", 4, 3, "(a), (b) below a preambular paragraph"),
        ("dash-list", 2, 2, "sub-paragraphs in lower case that end in “and”"),
        ("headings", 7, 8, "headings between paragraphs"),
        ("sections", 4, 5, "sections I, II with a title"),
        ("section-preambles", 2, 2, "sections each with a preamble of its own"),
        ("parts", 2, 3, "parts A, B, each with enacting words and paragraphs from 1"),
        (
            "restarting-sections",
            1,
            3,
            "sections whose paragraphs count from 1 again, as of the Fifth Committee",
        ),
        ("financing-headings", 2, 5, "headings with dates between many of the paragraphs"),
        ("heading-calls", 2, 2, "a call at a heading's end"),
        ("emergency", 0, 2, "an emergency special session: ES-11/7"),
        ("level-four", 1, 1, "a., b. below (i)"),
        ("unknown-openers", 5, 5, "opening phrases that no list has"),
        ("opener-comma", 20, 20, "Notes, in this regard, …"),
        ("kerning", 50, 40, "gaps within words and before hyphens and commas"),
        ("plain-labels", 2, 1, "numbers before the notes that are not raised, as office programs set them"),
        ("addresses", 4, 4, "addresses of web pages in notes, broken where a line ends"),
        ("powers", 2, 2, "raised and lowered figures that call nothing: km², CO₂"),
        ("italic-headings", 2, 4, "headings in italics"),
        ("giant", 2, 3, "a paragraph of more than a page"),
        ("quoted-several", 1, 2, "several quoted paragraphs below an instruction"),
        ("council", 0, 4, "a resolution of the Economic and Social Council: E/RES/2024/12"),
        ("two-stars", 2, 0, "a note ** called in the text"),
        ("articles", 1, 2, "an annex of chapters and articles, each counting from 1"),
        ("annex-lists", 2, 3, "(a) and (i) within an annex"),
        ("flush-annex", 3, 4, "an annex whose numbers stand at the margin"),
        ("long-table", 1, 2, "a table over pages, its head repeated"),
        ("declaration", 1, 2, "Adopts the following declaration: and its numbered paragraphs, not annexed"),
        ("annex", 5, 5, "an annex with a title and numbered paragraphs"),
        ("two-annexes", 2, 2, "Annex I, Annex II"),
        ("appendix-text", 3, 3, "an annex of headings and running text"),
        ("table", 3, 3, "a table of posts"),
        ("jumping-numbers", 2, 2, "a number is left out"),
        ("no-full-stop", 2, 1, "a number without its full stop"),
        ("one-operative", 3, 4, "a single operative paragraph, without a number"),
        ("decision", 3, 0, "one sentence: The General Assembly, taking note of …, decides …"),
        ("no-comma", 2, 2, "enacting words without their comma"),
        ("resolves-that", 1, 1, "Resolves that: below the enacting words"),
        ("adopts-alone", 1, 2, "Adopts the following declaration: and the annexed text"),
        ("blanks", 6, 0, "80/___ of __ December 2025"),
        ("no-break-hyphens", 6, 30, "U+2011 in COVID-19 and such"),
        ("quoted-paragraphs", 4, 4, "quoted numbered paragraphs within a paragraph"),
        ("numbers-at-line-ends", 30, 30, "years and symbols enough that lines open with them"),
        ("italic-titles", 20, 20, "titles in italics within the text"),
        ("bare-heads", 0, 20, "pages whose head is the title alone"),
        ("underscores", 60, 34, "a rule of underscores above the notes and at the end"),
        ("french", 4, 4, "French: calls before the punctuation, a) and i)"),
        ("single-spaced", 3, 3, "paragraphs without space between"),
        ("short", 20, 25, "one page or two"),
        ("long", 15, 15, "twenty pages and more"),
    )
)
NAMES = tuple(shape.name for shape in SHAPES)

_NEVER_TOGETHER = (
    ("submitted", "many-sponsors", "starred-sponsors", "no-space-in-list"),
    ("submitted", "starred-note"),
    ("starred-note", "starred-sponsors"),
    ("decision", "one-operative", "parts", "adopts-alone", "resolves-that", "sections", "jumping-numbers"),
    ("no-notes", "many-notes", "hundred-notes"),
    ("no-notes", "adjacent-calls"),
    ("no-notes", "note-twice"),
    ("decision", "hundred-notes", "long"),
    ("decision", "many-notes"),
    ("decision", "no-comma"),
    ("short", "long", "giant"),
    ("council", "emergency", "french"),
    ("french", "quoted-several", "giant", "powers"),
    ("quoted-paragraphs", "quoted-several"),
    (
        "single-spaced",
        "roman",
        "level-four",
        "double-letters",
    ),  # there only the words tell, and no page has it so
    ("french", "decision", "parts", "submitted", "adopts-alone", "resolves-that", "two-originals"),
    ("french", "table", "appendix-text"),
    ("one-operative", "jumping-numbers", "no-full-stop"),
    ("one-operative", "headings", "sections", "parts"),
    ("parts", "section-preambles", "sections"),
    ("parts", "jumping-numbers"),
    ("section-preambles", "jumping-numbers"),
    ("parts", "sections", "section-preambles", "restarting-sections", "declaration"),
    ("restarting-sections", "jumping-numbers", "no-full-stop"),
    ("decision", "one-operative", "adopts-alone", "restarting-sections", "declaration", "financing-headings"),
    ("declaration", "no-full-stop", "jumping-numbers"),
    (
        "french",
        "articles",
        "declaration",
        "financing-headings",
        "unknown-openers",
        "opener-comma",
        "long-table",
    ),
    ("french", "emergency", "restarting-sections"),
    ("table", "long-table"),
    ("two-stars", "submitted", "starred-sponsors", "no-notes", "decision"),
    ("adopts-alone", "jumping-numbers"),
    ("adopts-alone", "headings", "sections", "section-preambles"),
    ("adopts-alone", "no-full-stop"),
    ("resolves-that", "section-preambles"),
)


def drawn(rng: random.Random, adopted: bool, asked: tuple[str, ...] = ()) -> frozenset[str]:
    """Shapes at random, each with its own chance; those ``asked`` for always."""
    taken = set(asked)
    for shape in rng.sample(SHAPES, len(SHAPES)):
        share = shape.adopted if adopted else shape.drafts
        if rng.random() * 100 < share and _goes_with(shape.name, taken):
            taken.add(shape.name)
    return frozenset(taken)


def _goes_with(name: str, taken: set[str]) -> bool:
    return not any(name in group and taken & (set(group) - {name}) for group in _NEVER_TOGETHER)
