"""``python -m tests.lookalikes``: how many of a hundred look-alikes are read fully right, and of each shape.

Another ``--shift`` makes documents never seen. ``--keep FOLDER`` leaves the PDFs there; ``--why`` lists every
wrong thing; ``--only SHAPE …`` gives every document these shapes.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from drafts.core.errors import RapporteurError
from drafts.formats import read
from tests.formats.genuine import checks, scorer
from tests.formats.genuine.layer import layer
from tests.formats.genuine.scorer import Wrong
from tests.formats.genuine.truth import Truth
from tests.lookalikes import officesetting, shapes, typesetting
from tests.lookalikes.document import Lookalike
from tests.lookalikes.making import SORTS, lookalike


def main() -> int:
    asked = _arguments()
    folder = asked.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    made = [
        lookalike(asked.shift * 1000 + at, asked.sort or _sort(at), tuple(asked.only))
        for at in range(asked.count)
    ]
    if asked.office:
        officesetting.pdfs(made, folder)
    results = {}
    for each in made:
        path = folder / f"{each.name}.pdf"
        if not asked.office:
            path.write_bytes(typesetting.pdf(each))
        results[each.name] = wrongs(each, path)
        if asked.why:
            print(*(f"{each.name}  {wrong}" for wrong in results[each.name]), sep="\n", flush=True)
    if not asked.keep:
        shutil.rmtree(folder)
    print(*_table(made, results), sep="\n")
    return 0


def wrongs(made: Lookalike, pdf: Path) -> tuple[Wrong, ...]:
    """Everything wrong with the reading of a look-alike's PDF."""
    try:
        resolution = read(pdf.read_bytes(), pdf.name)
    except RapporteurError as error:
        return (Wrong("head", "file", str(error)),)
    measure = layer(pdf) if shutil.which("pdftotext") else None
    found = scorer.score(Truth.of(made.resolution), resolution)
    balance = (each for each in checks.checks(resolution, measure) if each.aspect in ("balance", "furniture"))
    return (*found, *balance)


def _sort(at: int) -> str:
    """Of ten documents five are drafts, four adopted, one an amendment."""
    return SORTS[0] if at % 10 < 5 else SORTS[1] if at % 10 < 9 else SORTS[2]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.lookalikes", description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many documents (100)")
    parser.add_argument("--shift", type=int, default=0, help="another number gives others (0)")
    parser.add_argument("--sort", choices=SORTS, help="only drafts, adopted texts or amendments")
    parser.add_argument("--only", nargs="*", default=[], choices=shapes.NAMES, metavar="SHAPE")
    parser.add_argument("--office", action="store_true", help="set by LibreOffice instead of typst")
    parser.add_argument("--keep", type=Path, help="leave the PDFs in this folder")
    parser.add_argument("--why", action="store_true", help="every wrong thing, a line each")
    return parser.parse_args()


def _table(made: list[Lookalike], results: dict[str, tuple[Wrong, ...]]) -> Iterable[str]:
    right = [each.name for each in made if not results[each.name]]
    for shape in shapes.SHAPES:
        having = [each.name for each in made if shape.name in each.shapes]
        if having:
            good = sum(name in right for name in having)
            yield f"{shape.name:22} {good:4} of {len(having):3}  {shape.says}"
    aspects = Counter(
        wrong.aspect for found in results.values() for wrong in {w.aspect: w for w in found}.values()
    )
    yield "documents wrong in: " + ", ".join(f"{name} {count}" for name, count in aspects.most_common())
    for sort in SORTS:
        names = [each.name for each in made if each.name.startswith(sort)]
        if names:
            yield f"{sort}: {sum(name in right for name in names)} of {len(names)}"
    yield f"fully right: {len(right)} of {len(made)}"


if __name__ == "__main__":
    sys.exit(main())
