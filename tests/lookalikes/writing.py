"""The text of a look-alike: preamble, operative paragraphs, and the shapes between and below them."""

from __future__ import annotations

import random

from drafts.core import numbering
from drafts.core.document import Mark, Note, Paragraph
from tests.lookalikes.composing import Composer
from tests.lookalikes.document import Rows

_ANNEX = {"en": "Annex", "fr": "Annexe"}


class Writing:
    """Fills a composer with paragraphs. ``tables`` and ``labels`` say what is printed otherwise than read."""

    def __init__(self, composer: Composer, rng: random.Random, taken: frozenset[str], language: str) -> None:
        self._c, self._rng, self._taken, self._language = composer, rng, taken, language
        self.tables: dict[str, Rows] = {}
        self.labels: dict[str, str] = {}
        self.stars: tuple[Note, ...] = ()

    def resolution(self) -> None:
        size = 0.25 if "short" in self._taken else 4 if "long" in self._taken else 1
        self._preambular = max(1, int(self._rng.randint(5, 16) * size))
        self._operative = max(2, int(self._rng.randint(6, 22) * size))
        self._c.due = self._notes()
        if "decision" in self._taken:
            self._decision()
        elif "adopts-alone" in self._taken:
            self._adopts()
        elif "parts" in self._taken:
            self._parts()
        elif "restarting-sections" in self._taken:
            self._restarting()
        elif "declaration" in self._taken:
            self._declaration()
        else:
            self._whole()
        self._behind()

    def closing(self) -> None:
        rng, c = self._rng, self._c
        meeting = rng.randint(21, 120)
        if self._language == "fr":
            lines = (f"{meeting}e séance plénière", f"{rng.randint(2, 28)} décembre 2025")
        else:
            ordinal = {1: "st", 2: "nd", 3: "rd"}.get(
                meeting % 10 if meeting % 100 not in (11, 12, 13) else 0, "th"
            )
            lines = (f"{meeting}{ordinal} plenary meeting", f"{rng.randint(2, 28)} December 2025")
        at = next((i for i, p in enumerate(c.paragraphs) if p.kind == "annex"), len(c.paragraphs))
        behind = c.paragraphs[at:]
        del c.paragraphs[at:]
        for line in lines:
            c.add("text", line, 0, marks=(Mark.italic(0, len(line)),))
        c.paragraphs += behind

    def _notes(self) -> int:
        if "no-notes" in self._taken:
            return 0
        if "hundred-notes" in self._taken:
            return self._rng.randint(100, 160)
        return self._rng.randint(10, 45) if "many-notes" in self._taken else self._rng.randint(1, 9)

    def _whole(self) -> None:
        c = self._c
        c.enacting()
        self._preamble(self._preambular)
        if "two-stars" in self._taken:
            self._two_stars(c.paragraphs[-1])
        if "resolves-that" in self._taken:
            c.add("operative", "Resolves that:", marks=(Mark.italic(0, 13),))
        if "one-operative" in self._taken:
            c.paragraph("operative", end=".")
        elif "section-preambles" in self._taken:
            self._sections_with_preambles()
        else:
            self._numbered(1, self._operative)

    def _two_stars(self, last: Paragraph) -> None:
        """The last preambular paragraph calls a note of two stars at its end."""
        c = self._c
        self.stars = (Note("stars", "**", f"{c.say('doc')}, annex."),)
        marks = (*last.marks, Mark.call(len(last.text), "stars"))
        c.paragraphs[-1] = Paragraph(last.id, last.kind, last.text, last.level, last.label, marks)

    def _preamble(self, count: int) -> None:
        for at in range(count):
            if "sub-in-preamble" in self._taken and at == count // 2:
                self._c.paragraph("preambular", end=":")
                self._list("preambular", self._rng.randint(2, 4), end=",")
            else:
                self._c.paragraph("preambular")

    def _numbered(self, first: int, count: int) -> None:
        number, c = first, self._c
        for at in range(count):
            last = at == count - 1
            self._before(at, count)
            if "jumping-numbers" in self._taken and at == count // 2:
                number += 1
            self._one(number, at, count, last)
            number += 1
        if "no-full-stop" in self._taken:
            ops = [p for p in c.paragraphs if p.kind == "operative" and p.level == 1 and p.label]
            if len(ops) > 2:
                chosen = self._rng.choice(ops[1:])
                self.labels[chosen.id] = chosen.label.rstrip(".")

    def _before(self, at: int, count: int) -> None:
        """What stands between operative paragraphs."""
        rng, c = self._rng, self._c
        if "sections" in self._taken and at in (0, count // 2):
            c.add("heading", "I" if at == 0 else "II", 0)
            c.add("heading", c.capital(c.say("topic")), 0)
        elif "headings" in self._taken and at and rng.random() < 0.2:
            self._heading(c.capital(c.say("topic")))
        elif "financing-headings" in self._taken and rng.random() < 0.4:
            year = rng.randint(2022, 2026)
            self._heading(f"{c.capital(c.say('np'))} for the period from 1 July {year} to 30 June {year + 1}")

    def _heading(self, text: str) -> None:
        call = self._c.call() if "heading-calls" in self._taken else None
        marks = (Mark.italic(0, len(text)),) if "italic-headings" in self._taken else ()
        self._c.add("heading", text, 0, marks=(*marks, call.moved(len(text))) if call else marks)

    def _one(self, number: int, at: int, count: int, last: bool) -> None:
        rng, c, label, end = self._rng, self._c, f"{number}.", "." if last else ";"
        lists = {"sub-paragraphs", "roman", "double-letters", "dash-list", "level-four"} & self._taken
        if lists and not last and (at == count // 3 or rng.random() < 0.15):
            c.paragraph("operative", label, ":")
            self._list("operative", self._length(), end=";")
        elif {"table", "long-table"} & self._taken and at == count // 2 and not last:
            c.paragraph("operative", label, ":")
            self._table()
        elif "quoted-several" in self._taken and at == count // 2 and not last:
            c.paragraph("operative", label, ":")
            first = rng.randint(3, 30)
            for step, stop in enumerate((".", ".", ".”;")):
                c.add("text", f"“{first + step}. {c.sentence(stop)}", 0)
        elif "quoted-paragraphs" in self._taken and at == count // 2 and not last:
            c.paragraph("operative", label, ":")
            c.add("text", f"“{rng.randint(3, 30)}. {c.sentence('.”;')}", 0)
        else:
            c.paragraph("operative", label, end)

    def _length(self) -> int:
        return self._rng.randint(27, 30) if "double-letters" in self._taken else self._rng.randint(2, 7)

    def _list(self, kind: str, count: int, *, end: str) -> None:
        """Sub-paragraphs; with ``roman`` some have their own below them."""
        c, rng = self._c, self._rng
        joined = "dash-list" in self._taken
        for at in range(1, count + 1):
            label = numbering.label(at, 2, self._language)
            closes = f"{end} and" if joined and at == count - 1 and self._language == "en" else end
            if {"roman", "level-four"} & self._taken and rng.random() < 0.4 and kind != "preambular":
                c.paragraph(kind, label, ":", level=2)
                self._romans(kind)
            else:
                c.paragraph(kind, label, closes, level=2)

    def _romans(self, kind: str) -> None:
        c, rng = self._c, self._rng
        for below in range(1, rng.randint(3, 6)):
            deep = "level-four" in self._taken and rng.random() < 0.5
            c.paragraph(kind, numbering.label(below, 3, self._language), ":" if deep else ";", level=3)
            for deeper in range(1, rng.randint(3, 5) if deep else 0):
                c.paragraph(kind, numbering.label(deeper, 4, self._language), ";", level=4)

    def _table(self) -> None:
        c, rng = self._c, self._rng
        count = rng.randint(50, 120) if "long-table" in self._taken else rng.randint(3, 9)
        rows = [("Category", "Number of posts", "Grade")]
        rows += [
            (
                c.capital(c.say("field")),
                str(rng.randint(1, 900)),
                rng.choice(("P-3", "D-1", "GS (OL)", "USG")),
            )
            for _ in range(count)
        ]
        rows.append(("Total", str(rng.randint(900, 9999)), ""))
        made = c.add("table", " ".join(cell for row in rows for cell in row if cell), 0)
        self.tables[made.id] = tuple(rows)

    def _sections_with_preambles(self) -> None:
        c, number = self._c, 1
        for at, sign in enumerate(("I", "II", "III")):
            c.add("heading", sign, 0)
            c.add("heading", c.capital(c.say("topic")), 0)
            self._preamble(2)
            for step in range(3):
                c.paragraph("operative", f"{number}.", "." if at == step == 2 else ";")
                number += 1

    def _parts(self) -> None:
        c = self._c
        for at, sign in enumerate(("A", "B")):
            c.add("heading", sign, 0)
            c.add("heading", c.capital(c.say("title")), 0)
            c.enacting()
            self._preamble(max(2, self._preambular // 2))
            self._numbered(1, max(2, self._operative // (1 + at)))

    def _restarting(self) -> None:
        c = self._c
        c.enacting()
        self._preamble(max(1, self._preambular // 3))
        for sign in ("I", "II", "III", "IV")[: self._rng.randint(2, 4)]:
            c.add("heading", sign, 0)
            self._heading(c.capital(c.say("topic")))
            if self._rng.random() < 0.3:
                self._preamble(2)
            self._numbered(1, self._rng.randint(2, 9))

    def _declaration(self) -> None:
        """What follows is no annex; of which kind its paragraphs are is nobody's to say."""
        c = self._c
        c.enacting()
        self._preamble(min(4, self._preambular))
        c.add("operative", "Adopts the following declaration:", marks=(Mark.italic(0, 6),))
        c.add("any", f"Declaration on {c.say('topic')}", 0)
        for number in range(1, self._rng.randint(8, 25)):
            if self._rng.random() < 0.2:
                c.add("any", c.capital(c.say("topic")), 0)
            c.add("any", f"We {c.say('verb')} {c.say('np')}. {c.sentence()}", 1, f"{number}.")

    def _decision(self) -> None:
        c = self._c
        head = (
            f"The General Assembly, taking note of {c.say('np')}, as the report of {c.say('actor')} has it,"
        )
        tail = f" decides to {c.say('verb')} {c.say('np')} {c.say('where')}."
        marks = (Mark.call(len(head), c.note()),) if c.due else ()
        c.add("operative", head + tail, marks=marks)
        c.due = 0

    def _adopts(self) -> None:
        c = self._c
        c.enacting()
        self._preamble(min(3, self._preambular))
        text = f"Adopts the declaration on {c.say('topic')} annexed to the present resolution."
        c.add("operative", text, marks=(Mark.italic(0, 6),))
        self._annexed("Annex")

    def _behind(self) -> None:
        name = _ANNEX[self._language]
        if "two-annexes" in self._taken:
            self._annexed(f"{name} I")
            self._annexed(f"{name} II")
        elif {
            "annex",
            "appendix-text",
            "articles",
            "annex-lists",
            "flush-annex",
        } & self._taken and "adopts-alone" not in self._taken:
            self._annexed(name)

    def _annexed(self, name: str) -> None:
        c, rng = self._c, self._rng
        c.add("annex", name, 0)
        c.add("heading", c.capital(c.say("title")), 0)
        if "articles" in self._taken:
            self._articles()
            return
        if "appendix-text" in self._taken:
            for _ in range(rng.randint(1, 3)):
                c.add("heading", c.capital(c.say("topic")), 0)
                for _ in range(rng.randint(1, 3)):
                    c.add("text", " ".join(c.sentence() for _ in range(rng.randint(1, 4))), 0)
            return
        for number in range(1, rng.randint(4, 15)):
            if "annex-lists" in self._taken and rng.random() < 0.3:
                c.add("text", c.sentence(":"), 1, f"{number}.")
                self._list("text", rng.randint(2, 4), end=";")
                continue
            c.add("text", " ".join(c.sentence() for _ in range(rng.randint(1, 4))), 1, f"{number}.")

    def _articles(self) -> None:
        c, rng, article = self._c, self._rng, 0
        for chapter in ("I", "II"):
            c.add("heading", f"Chapter {chapter}", 0)
            c.add("heading", c.capital(c.say("topic")), 0)
            for _ in range(rng.randint(2, 4)):
                article += 1
                c.add("heading", f"Article {article}", 0)
                c.add("heading", c.capital(c.say("topic")), 0)
                for number in range(1, rng.randint(3, 6)):
                    c.add("text", c.sentence(), 1, f"{number}.")
