"""How long a PDF takes to read and how much memory, beside pdftotext, which makes plain text of it.

``python -m tests.benchmarks.pdf [FILE …]``; without a file, the genuine documents in a row, cut to
a hundred pages.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from drafts.formats import read_placed
from tests.benchmarks.reading import seconds
from tests.corpus import CORPUS

PAGES = 100


def main() -> None:
    files = {path: Path(path).read_bytes() for path in sys.argv[1:]} or {f"{PAGES} genuine pages": joined()}
    print("| document | pages | seconds | most memory, MB | pdftotext, seconds |")
    print("|---|---|---|---|---|")
    for name, data in files.items():
        taken = seconds(lambda data=data: read_placed(data, "a.pdf"))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pages = read_placed(data, "a.pdf").pages
        print(f"| {Path(name).name} | {pages} | {taken:.1f} | {memory:.0f} | {by_pdftotext(data):.1f} |")


def joined() -> bytes:
    """The genuine drafts and resolutions as one document."""
    document = pypdfium2.PdfDocument.new()
    for path in sorted([*CORPUS.glob("adopted/*.pdf"), *CORPUS.glob("drafts/*.pdf")]):
        document.import_pages(pypdfium2.PdfDocument(path))
    while len(document) > PAGES:
        document.del_page(len(document) - 1)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def by_pdftotext(data: bytes) -> float:
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["pdftotext", file.name, "-"], check=True, stdout=subprocess.DEVNULL)  # noqa: S607
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
