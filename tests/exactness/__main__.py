"""``python -m tests.exactness``: all forms of samples, genuine chains and random revisions, with faults."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import chain

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.core.layout import lay_out
from drafts.core.options import Options
from drafts.core.report import Report
from drafts.formats import write
from tests.exactness import akn, paper, tags, word
from tests.exactness.revisions import Revision, chains, random_revisions, samples


def main() -> None:
    """Tell every fault, and how much was tried; the exit status is 1 if there was any."""
    parser = argparse.ArgumentParser(prog="python -m tests.exactness", description=__doc__)
    parser.add_argument("--times", type=int, default=60, help="how many random revisions (60)")
    parser.add_argument("--shift", type=int, default=0, help="another number gives others, never seen (0)")
    asked = parser.parse_args()
    tried = wrong = 0
    for revision in chain(samples(), chains(), random_revisions(asked.times, asked.shift)):
        tried += 1
        for fault in faults(revision):
            wrong += 1
            print(f"{revision.name}: {fault}", flush=True)
        if sys.stderr.isatty():
            print(f"\r{tried} tried", end="", file=sys.stderr, flush=True)
    print(f"{tried} revisions tried, {wrong} faults.")
    sys.exit(bool(wrong))


def faults(revision: Revision) -> Iterator[str]:
    """What is wrong with any form of a revision, and of its two texts."""
    _, old, new = revision
    for text in (old, new):
        yield from _text_faults(text)
    yield from (f"Word, clean: {fault}" for fault in word.audit(write(new, "docx")))
    comparison = compare(old, new)
    marked = write(comparison, "docx", old=old, new=new)
    yield from (f"Word: {fault}" for fault in word.faults(marked, old, new))
    marked = write(comparison, "akn", old=old, new=new)
    yield from (f"Akoma Ntoso, marked: {fault}" for fault in akn.marked_faults(marked, old, new))
    options = Options(bracketed=True)
    pdf = write(comparison, "pdf", old=old, new=new, options=options)
    title = lay_out(Report.of(comparison, old, new), options).title
    yield from (f"PDF: {fault}" for fault in paper.marked_faults(pdf, comparison, old, new))
    yield from (f"PDF: {fault}" for fault in tags.faults(pdf, new.language, title))


def _text_faults(text: Resolution) -> Iterator[str]:
    pdf = write(text, "pdf")
    yield from (f"Akoma Ntoso: {fault}" for fault in akn.faults(write(text, "akn"), text))
    yield from (f"PDF, clean: {fault}" for fault in paper.clean_faults(pdf, text))
    yield from (f"PDF, clean: {fault}" for fault in tags.faults(pdf, text.language, text.title))


if __name__ == "__main__":
    main()
