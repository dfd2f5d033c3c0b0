"""Makes a look-alike: the head, the text with the shapes asked for, and how it is set."""

from __future__ import annotations

import random
from typing import Literal

from drafts.core.document import Note, Resolution, Sponsor
from tests.lookalikes import heading, shapes
from tests.lookalikes.amending import amendment
from tests.lookalikes.composing import Composer
from tests.lookalikes.document import Lookalike, Setting
from tests.lookalikes.writing import Writing

Sort = Literal["draft", "adopted", "amendment"]
SORTS: tuple[Sort, ...] = ("draft", "adopted", "amendment")


def lookalike(seed: int, sort: Sort, asked: tuple[str, ...] = ()) -> Lookalike:
    """The look-alike of that number, always the same; with the shapes ``asked`` for and others by chance."""
    rng = random.Random(f"{sort} {seed}")
    taken = shapes.drawn(rng, sort == "adopted", asked)
    if sort == "amendment":
        taken &= {"starred-note", "reissued", "no-committee", "underscores", "two-originals"} | set(asked)
    language = "fr" if "french" in taken else "en"
    composer = Composer(rng, language, taken)
    writing = Writing(composer, rng, taken, language)
    head = heading.head(rng, composer, sort, taken, language)
    if sort == "amendment":
        amendment(composer, rng)
    else:
        writing.resolution()
    if sort == "adopted":
        writing.closing()
    stars = (Note("star", "*", heading.STAR_NOTES[language]),) if "*" in head.sponsor_line else ()
    if "reissued" in taken and not stars:
        stars = (Note("star", "*", heading.REISSUED[language]),)
    stars = (*stars, *writing.stars)
    resolution = Resolution(
        paragraphs=tuple(composer.paragraphs),
        notes=(*stars, *composer.notes),
        title=head.title,
        sponsors=tuple(Sponsor(name) for name in head.sponsors),
        submitted=head.submitted,
        proposal=head.proposal,
        language=language,
        symbol=head.symbol,
        masthead=head.masthead,
    )
    return Lookalike(
        f"{sort}-{seed:04}",
        taken,
        resolution,
        Setting(
            job=f"25-{rng.randint(10000, 21999)}",
            adopted=sort == "adopted",
            underscores="underscores" in taken,
            bare_heads="bare-heads" in taken,
            single_spaced="single-spaced" in taken,
            hanging=rng.random() < 0.5,
            centred_headings=rng.random() < 0.5,
            kerning="kerning" in taken,
            flush_annex="flush-annex" in taken,
            plain_labels="plain-labels" in taken,
            italic_headings="italic-headings" in taken,
            symbol_star="reissued" in taken and "*" not in head.sponsor_line,
        ),
        head.sponsor_line,
        head.adoption,
        head.report,
        writing.tables,
        writing.labels,
    )
