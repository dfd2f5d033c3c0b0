"""Texts made to hang a reader, by name: shapes that hung a first prototype, and their like."""

from collections.abc import Callable
from random import Random

MEGABYTES = 10_000_000

ENACTING = "The General Assembly,\nRecalling it,\n"
HOSTILE: dict[str, Callable[[], str]] = {
    "five_million_line_feeds": lambda: "\n" * 5_000_000,
    "sixty_thousand_numbered_lines": lambda: (
        ENACTING + "\n".join(f"{number}. Urges all;" for number in range(1, 60_001))
    ),
    "one_number_sixty_thousand_times": lambda: ENACTING + "7. Urges all;\n" * 60_000,
    "one_number_without_a_resolution": lambda: "7. Urges all;\n" * 60_000,
    "sixty_thousand_glued_digits": lambda: f"{ENACTING}Noting {'1' * 60_000},\n1. Ends1.\n_____\n1 A.\n",
    "sixty_thousand_glued_calls": lambda: (
        ENACTING + "Noting " + " ".join(f"word{n % 9 + 1}" for n in range(60_000)) + ",\n1. Ends.\n_____\n"
        + "".join(f"{n} A.\n" for n in range(1, 10))
    ),
    "three_thousand_notes": lambda: (
        ENACTING + "".join(f"Noting word{n},\n" for n in range(1, 3001)) + "1. Ends.\n_____\n"
        + "".join(f"{n} Note.\n" for n in range(1, 3001))
    ),
    "one_line_of_ten_megabytes": lambda: "The General Assembly, " * (MEGABYTES // 22),
    "one_word_of_ten_megabytes": lambda: "a" * MEGABYTES,
    "open_brackets": lambda: "a, (" * (MEGABYTES // 4) + ": draft resolution",
    "numbers_only": lambda: "1 " * (MEGABYTES // 2),
    "strokes": lambda: "A/" * (MEGABYTES // 2),
    "rules": lambda: "_____\n1 A\n" * 100_000,
    "headings": lambda: ENACTING + "Words of a heading\n" * 300_000,
    "sub_paragraphs": lambda: ENACTING + "1. Decides:\n" + "(a) To end;\n" * 60_000,
    "tags": lambda: "<p>x</p>\n" * 500_000,
    "sponsors": lambda: "France, " * 500_000 + "Chad: draft resolution\n" + ENACTING,
    "random_bytes": lambda: Random(1).randbytes(MEGABYTES).decode("latin-1"),
    "random_words": lambda: "".join(Random(2).choices("abcdef  0123456789.,;()\n", k=MEGABYTES)),
}  # fmt: skip
