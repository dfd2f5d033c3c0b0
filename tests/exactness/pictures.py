"""Pages as small grey pictures, kept beside this, and whether a page still looks like its picture.

``python -m tests.exactness.pictures`` makes the pictures anew. Look at them before they are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from drafts.core import compare
from drafts.core.options import Options
from drafts.formats import write
from tests.six_languages import WORDS, revised_in, text_in

KEPT = Path(__file__).parent / "pictures"
DPI = 36  # a line of text is five dots high: enough to see where it stands, too little to read it
SHADES = 16
BLUR = 1.5  # dots: takes away how letters are smoothed, leaves where lines stand
# Of 255 shades, the most that a dot of a blurred picture may differ: the few shades kept come to 4, the same
# page smoothed in another way to 17 at most, a block that moved by two fifths of a line to 34 and more.
TOLERANCE = 24


def pages() -> Iterator[tuple[str, bytes]]:
    """The name and the PDF of each page with a picture: in six languages a text, and what changed in it."""
    for language in WORDS:
        old, new = text_in(language), revised_in(language)
        yield f"{language}-text", write(new, "pdf")
        labels = language if language in ("en", "fr") else "en"
        options = Options(labels=labels, bracketed=language in ("ru", "zh"))
        yield f"{language}-comparison", write(compare(old, new), "pdf", old=old, new=new, options=options)


def drawn(pdf: bytes, *, finer: int = 4) -> Image.Image:
    """The first page in grey, drawn ``finer`` times larger and then made smaller, which smooths it."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72 * finer).to_pil().convert("L")
    return picture.reduce(finer)


def kept(name: str) -> Image.Image:
    return Image.open(KEPT / f"{name}.png").convert("L")


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far the two pictures are apart where they are farthest, in shades of 255."""
    if one.size != other.size:
        return 255
    blurred = (picture.filter(ImageFilter.GaussianBlur(BLUR)) for picture in (one, other))
    return int(ImageChops.difference(*blurred).getextrema()[1])


def main() -> None:
    KEPT.mkdir(exist_ok=True)
    for name, pdf in pages():
        drawn(pdf).point(_shade).save(KEPT / f"{name}.png", optimize=True)
        print(f"{name}.png  {(KEPT / f'{name}.png').stat().st_size} bytes")


def _shade(grey: int) -> int:
    """The nearest of the few shades that are kept: a picture takes a third of the bytes."""
    step = 255 / (SHADES - 1)
    return round(round(grey / step) * step)


if __name__ == "__main__":
    main()
