"""``python -m tests.formats.genuine [FOLDER …]``: what is wrong with our reading of every PDF there.

For documents whose truth is written down the strict count, for all others what can be said without it.
Without a folder: the corpus. ``--why`` lists every reason; ``--write TRANSCRIPT …``
makes files of ``expected/``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from drafts.core.errors import RapporteurError
from drafts.formats import read
from tests.corpus import CORPUS
from tests.formats.genuine import checks, scorer
from tests.formats.genuine.expected import FOLDER, dumps, expected
from tests.formats.genuine.layer import layer
from tests.formats.genuine.scorer import Wrong
from tests.formats.genuine.transcript import truth_of

COLUMNS = (*scorer.ASPECTS, *checks.ASPECTS)


def main() -> int:
    asked = _arguments()
    if asked.write:
        for path in asked.paths:
            (FOLDER / f"{path.stem}.toml").write_text(dumps(truth_of(path.read_text())))
        return 0
    folders = asked.paths or [CORPUS / name for name in ("drafts", "adopted", "amendments")]
    pdfs = [pdf for path in folders for pdf in ([path] if path.is_file() else sorted(path.rglob("*.pdf")))]
    results = {pdf: wrongs(pdf) for pdf in pdfs}
    print(*_table(results), sep="\n")
    if asked.why:
        print(*(f"{pdf.stem}  {wrong}" for pdf, found in results.items() for wrong in found), sep="\n")
    return int(any(results.values()))


def wrongs(pdf: Path) -> tuple[Wrong, ...]:
    """Everything wrong with the reading of a file; a file that cannot be read is wrong as a whole."""
    try:
        resolution = read(pdf.read_bytes(), pdf.name)
    except RapporteurError as error:
        return (Wrong("head", "file", str(error)),)
    truth = expected(pdf.stem)
    found = scorer.score(truth, resolution) if truth else ()
    return (*found, *checks.checks(resolution, layer(pdf) if shutil.which("pdftotext") else None))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.formats.genuine", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, help="folders or files (the corpus)")
    parser.add_argument("--why", action="store_true", help="every wrong thing, a line each")
    parser.add_argument("--write", action="store_true", help="the paths are transcripts: write their truth")
    return parser.parse_args()


def _table(results: dict[Path, tuple[Wrong, ...]]) -> Iterable[str]:
    width = max((len(pdf.stem) for pdf in results), default=8)
    yield f"{'':{width}} " + " ".join(f"{name[:5]:>5}" for name in COLUMNS)
    for pdf, found in results.items():
        counts = Counter(wrong.aspect for wrong in found)
        yield f"{pdf.stem:{width}} " + " ".join(f"{counts[name] or '·':>5}" for name in COLUMNS)
    right = sum(not found for found in results.values())
    yield f"fully right: {right} of {len(results)}"


if __name__ == "__main__":
    sys.exit(main())
