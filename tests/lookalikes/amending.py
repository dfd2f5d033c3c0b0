"""The instructions of a look-alike that amends another document."""

from __future__ import annotations

import random

from drafts.core.document import Mark
from tests.lookalikes.composing import Composer


def amendment(c: Composer, rng: random.Random) -> None:
    """Numbered instructions, or one without a number; some bring a new paragraph with them."""
    count = rng.choice((1, 1, 2, 3, 5, 8, 12))
    for number in range(1, count + 1):
        label, level = (f"{number}.", 1) if count > 1 else ("", 0)
        brings = rng.random() < 0.35
        text, marks = _instruction(c, rng, brings)
        c.add("text", text, level, label, marks)
        if brings:
            kind, end = rng.choice((("preambular", ","), ("operative", ";")))
            made = c.paragraph(kind, end=end)
            c.paragraphs[-1] = type(made)(made.id, "text", made.text, 0, "", made.marks)


def _instruction(c: Composer, rng: random.Random, brings: bool) -> tuple[str, tuple[Mark, ...]]:
    at = rng.choice(("operative paragraph 14", "the fifth preambular paragraph", "operative paragraph 3 (b)"))
    if brings:
        kind = "preambular" if "preambular" in at else "operative"
        return f"After {at}, insert a new {kind} paragraph reading:", ()
    phrase, other = c.say("phrase"), c.say("np")
    return rng.choice(
        (
            (f"In {at}, delete “{phrase}”.", ()),
            (f"In {at}, replace “{phrase}” with “{other}”.", ()),
            (f"In {at}, after “{phrase}”, insert “, {other},”.", ()),
            (f"Delete {at}.", ()),
        )
    )
