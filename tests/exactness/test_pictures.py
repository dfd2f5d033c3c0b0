"""Pages in six languages look as they did when somebody last looked: see ``pictures``."""

import pytest
from PIL import Image

from tests.exactness.pictures import TOLERANCE, difference, drawn, kept, pages

PAGES = dict(pages())
ANEW = "if it is meant: python -m tests.exactness.pictures, and look at them"


@pytest.mark.parametrize("name", PAGES)
def test_page_looks_like_its_picture(name: str) -> None:
    assert difference(drawn(PAGES[name]), kept(name)) <= TOLERANCE, ANEW


@pytest.mark.parametrize("name", PAGES)
def test_smoother_letters_are_no_difference(name: str) -> None:
    assert difference(drawn(PAGES[name], finer=2), kept(name)) <= TOLERANCE


@pytest.mark.parametrize("name", PAGES)
def test_block_that_moves_by_two_fifths_of_a_line_is_one(name: str) -> None:
    picture = kept(name)
    assert difference(_moved(picture), picture) > TOLERANCE


def _moved(picture: Image.Image) -> Image.Image:
    """The picture with the paragraphs below its head two dots further down."""
    width, top, bottom = picture.width, picture.height * 22 // 100, picture.height * 36 // 100
    moved = picture.copy()
    moved.paste(255, (0, top, width, bottom))
    moved.paste(picture.crop((0, top, width, bottom)), (0, top + 2))
    return moved
