"""How long Word files of 700 paragraphs take to read and to write, beside LibreOffice turning one into text.

``python -m tests.benchmarks.word``
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.formats import read, write
from tests.libreoffice import SOFFICE
from tests.word_files import called, docx, levels, lists, note, p, r

PARAGRAPHS = 700
RUNS = 5
WORDS = "the States concerned to strengthen cooperation in the prevention of crime and in criminal justice "


def main() -> None:
    text, foreign = resolution(), from_word()
    own = write(text, "docx")
    print("| what | seconds, median of 5 |")
    print("|---|---|")
    print(f"| write | {median(lambda: write(text, 'docx')):.2f} |")
    print(f"| read what we wrote | {median(lambda: read(own, 'a.docx')):.2f} |")
    print(f"| read a file with a run for every word | {median(lambda: read(foreign, 'a.docx')):.2f} |")
    if SOFFICE:
        print(f"| LibreOffice: the same file into text | {libreoffice(foreign):.2f} |")


def resolution() -> Resolution:
    """Every third paragraph calls a note."""
    paragraphs, notes = [Paragraph("e", "enacting", "The General Assembly,", 0)], list[Note]()
    for at in range(1, PARAGRAPHS + 1):
        marks = (Mark.italic(0, 8),)
        if at % 3 == 0:
            notes.append(Note(f"n{at}", str(len(notes) + 1), f"See A/{at}/1."))
            marks += (Mark.call(40, f"n{at}"),)
        paragraphs.append(Paragraph(f"p{at}", "operative", f"Requests {WORDS * 3}", 1, f"{at}.", marks))
    return Resolution(tuple(paragraphs), tuple(notes), title="On all", language="en")


def from_word() -> bytes:
    """As Word writes them that were long at work: a run for every word."""
    look = '<w:rFonts w:ascii="Times New Roman"/><w:sz w:val="20"/>'
    body = [p(r("The General Assembly,"))]
    for at in range(1, PARAGRAPHS + 1):
        runs = [r("Requests ", "<w:i/>"), *(r(f"{word} ", look) for word in (WORDS * 3).split())]
        body.append(p(*runs, *([called(at)] if at % 3 == 0 else ()), number=(1, 0)))
    notes = "".join(note(at, r(f"See A/{at}/1.")) for at in range(3, PARAGRAPHS + 1, 3))
    return docx(*body, numbering=levels("%1.", "(%2)") + lists("1:1"), footnotes=notes)


def median(work: Callable[[], object]) -> float:
    """Processor seconds, so that other programs count less."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def libreoffice(data: bytes) -> float:
    """Processor seconds of its whole run, its start included: it is a program and no library."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(data)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = [SOFFICE or "", "--headless", profile, "--convert-to", "txt:Text (encoded):UTF8"]
        taken = []
        for _ in range(RUNS + 1):  # the first makes a profile
            before = children()
            subprocess.run([*command, "--outdir", folder, str(file)], check=True, capture_output=True)
            taken.append(children() - before)
    return statistics.median(taken[1:])


def children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
