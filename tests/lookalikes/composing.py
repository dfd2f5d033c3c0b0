"""Paragraphs that never were: an opening phrase in italics, words of our own, and calls of notes."""

from __future__ import annotations

import random
import re

from drafts.core.document import Mark, Marks, Note, Paragraph
from tests.benchmarks.compare.grammar import Grammar

_PLACES = {
    # After punctuation in English, before it in French; never behind a figure, unless that is asked for.
    "en": re.compile(r"(?<=[^\W\d],)(?= )|(?<=[^\W\d])(?= (?:and|of|as|for|to|through|in) )"),
    "fr": re.compile(r"(?<=[^\W\d])(?=,? )"),
}
_FIGURES = re.compile(r"(?<=\d)(?=,? )")
_QUOTES = {"en": ("“", "”"), "fr": ("«\u00a0", "\u00a0»")}
_TITLES = ("World Report on {field}", "Manual of {field}", "Atlas of {field}: Trends and Prospects")
_UNKNOWN = {
    "pp": ("Cherishing", "Weighing with care", "Heartened by", "Having pondered", "Nourished by"),
    "op": (
        "Bestows upon",
        "Salutes with warmth",
        "Dissociates itself from",
        "Entrusts to",
        "Wholeheartedly backs",
    ),
}
_MANY = 7  # clauses at most: some 150 words


class Composer:
    """Writes paragraphs one after the other; the notes they call are numbered as they come."""

    def __init__(self, rng: random.Random, language: str, shapes: frozenset[str]) -> None:
        self._rng, self._language, self._shapes = rng, language, shapes
        self._grammar = Grammar(language, rng)
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.due = 0  # calls that are still to be placed

    def add(self, kind: str, text: str, level: int = 1, label: str = "", marks: Marks = ()) -> Paragraph:
        placed = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))
        made = Paragraph(f"p{len(self.paragraphs) + 1}", kind, text, level, label, placed)  # type: ignore[arg-type]
        self.paragraphs.append(made)
        return made

    def enacting(self) -> Paragraph:
        text = self._grammar.say("enacting")
        text = text.rstrip(",") if "no-comma" in self._shapes else text
        return self.add("enacting", text, 0, marks=(Mark.italic(0, len(text.rstrip(","))),))

    def paragraph(self, kind: str, label: str = "", end: str = ",", *, level: int = 1) -> Paragraph:
        """``end`` closes it; ``:`` opens a list. Below level 1 there is no opening phrase in italics."""
        short = "pp" if kind == "preambular" else "op"
        opener = self._opener(short)
        body = self._grammar.expand(f"{{{short}_body}}" + "{clause}" * self._rng.randint(0, self._clauses()))
        if level > 1:
            whole, length = self.capital(body), 0
        elif "opener-comma" in self._shapes and self._rng.random() < 0.3:
            whole, length = f"{opener}, in this regard, {body}", len(opener)
        else:
            whole, length = f"{opener} {body}", len(opener)
        if "giant" in self._shapes and level == 1 and self._rng.random() < 0.1:
            whole += self._grammar.expand("{clause}" * 60)
        whole = self._spiced(self._grammar.finish(whole))
        space = "\u00a0" if self._language == "fr" and end in (";", ":") else ""
        italics = (Mark.italic(0, length),) if length else ()
        text, marks = self._called(whole + space + end, italics, level)
        return self.add(kind, text, level, label, marks)

    def _opener(self, short: str) -> str:
        if "unknown-openers" in self._shapes and self._rng.random() < 0.2:
            return self._rng.choice(_UNKNOWN[short])
        return self._grammar.expand(f"{{{short}_open}}")

    def call(self) -> Mark | None:
        """A call to be put at the end of something; none where no more are due."""
        if self.due <= 0:
            return None
        self.due -= 1
        return Mark.call(0, self.note())

    def sentence(self, end: str = ".") -> str:
        return self.capital(self._grammar.say("pp_body")) + end

    def say(self, rule: str) -> str:
        return self._grammar.say(rule)

    @staticmethod
    def capital(text: str) -> str:
        return text[:1].upper() + text[1:]

    def note(self) -> str:
        """The next note, and its id."""
        number = len(self.notes) + 1
        text = self._note_text()
        self.notes.append(Note(f"n{number}", str(number), text, self._note_italics(text)))
        return f"n{number}"

    def _note_text(self) -> str:
        if "long-notes" in self._shapes and self._rng.random() < 0.3:
            return " ".join(self.sentence() for _ in range(self._rng.randint(3, 7)))
        if "addresses" in self._shapes and self._rng.random() < 0.4:
            return self._address()
        if "short-notes" in self._shapes and self._rng.random() < 0.5:
            return f"{self._grammar.say('doc')}."
        return self.capital(self._grammar.say("note"))

    def _address(self) -> str:
        words = [word for _ in range(3) for word in self._grammar.say("topic").split()]
        return f"{self._grammar.say('doc')}. Available at www.lighthouses.example.org/{'/'.join(words)}.html."

    def _note_italics(self, text: str) -> Marks:
        found = re.match(r"Official Records[^.]*?(?=,)|Treaty Series", text)
        return (Mark.italic(0, found.end()),) if found else ()

    def _clauses(self) -> int:
        return 2 if "short" in self._shapes else _MANY

    def _spiced(self, text: str) -> str:
        """Figures, titles and hyphens as the shapes ask for them, at the end of the words."""
        if "blanks" in self._shapes and self._rng.random() < 0.2:
            text += f" and resolution {self._rng.randint(78, 80)}/___ of __ December 2025"
        if "no-break-hyphens" in self._shapes and self._rng.random() < 0.3:
            text += " during the COVID\u201119 pandemic and in post\u2011conflict situations"
        if "powers" in self._shapes and self._rng.random() < 0.3:
            text += f", over {self._rng.randint(20, 900)} km\u00b2 and without CO\u2082"
        if "numbers-at-line-ends" in self._shapes and self._rng.random() < 0.4:
            years = ", ".join(str(self._rng.randint(1995, 2030)) for _ in range(self._rng.randint(2, 9)))
            text += f" of {years} and 2031"
        return text

    def _called(self, text: str, marks: Marks, level: int) -> tuple[str, Marks]:
        """With calls put where there is room for them, as long as some are due."""
        if "italic-titles" in self._shapes and self._rng.random() < 0.15:
            text, marks = self._titled(text, marks)
        if self.due <= 0 or (level > 1 and "call-in-sub" not in self._shapes):
            return text, marks
        start = max((mark.end for mark in marks if mark.start == 0), default=0) + 1
        places = [found.end() for found in _PLACES[self._language].finditer(text, start)]
        if "call-after-year" in self._shapes:
            places += [found.end() for found in _FIGURES.finditer(text, start)]
        inside = [place for place in places if not any(m.start < place < m.end for m in marks)]
        inside = sorted({*inside, self._at_end(text)})
        wanted = min(self.due, len(inside), self._rng.choice((0, 1, 1, 2, 3)) + self.due // 40)
        for place in sorted(self._rng.sample(inside, wanted)):
            marks = (*marks, Mark.call(place, self._id()))
            self.due -= 1
            if "adjacent-calls" in self._shapes and self.due > 0 and self._rng.random() < 0.3:
                marks = (*marks, Mark.call(place, self.note()))
                self.due -= 1
        return text, marks

    def _id(self) -> str:
        if "note-twice" in self._shapes and len(self.notes) > 1 and self._rng.random() < 0.2:
            return self._rng.choice(self.notes).id
        return self.note()

    def _at_end(self, text: str) -> int:
        return len(text) if self._language == "en" else len(text.rstrip(" \u00a0,;:."))

    def _titled(self, text: str, marks: Marks) -> tuple[str, Marks]:
        title = self._rng.choice(_TITLES).replace("{field}", self.capital(self._grammar.say("field")))
        end = text[-1]
        before = f"{text[:-1].rstrip()}, {'as set out in the' if self._language == 'en' else 'dans le'} "
        return f"{before}{title}{end}", (*marks, Mark.italic(len(before), len(before) + len(title)))
