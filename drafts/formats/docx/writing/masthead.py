"""The masthead: two rows with a rule under each, the Organization and the symbol, the organ and the issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafts.core.document import Resolution
from drafts.core.masthead import DISTRIBUTION, ORIGINAL
from drafts.formats.docx.form import FIELDS, FURNITURE
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.making import made
from drafts.formats.docx.writing.runs import Look
from drafts.formats.docx.writing.styles import style_id

COLUMNS = (6576, 2836)  # twentieths of a point
RULES = (4, 12)  # under the rows, in eighths of a point
CELLS = ((("name",), ("symbol",)), (("organ",), ("distribution", "date", "original")))
BELOW = ("session", "committee", "agenda_item")

_STYLES = {"name": FURNITURE, **{field: style for style, field in FIELDS.items()}}
_FIXED_WORDS = {"distribution": DISTRIBUTION, "original": ORIGINAL}


def field_style(name: str) -> str:
    return _STYLES[name]


def field_text(resolution: Resolution, name: str) -> str:
    """A field as it is printed, the fixed words before it; empty where the text has none."""
    text: str = resolution.symbol if name == "symbol" else getattr(resolution.masthead, name)
    return text and _FIXED_WORDS.get(name, {}).get(resolution.language, "") + text


def has_masthead(resolution: Resolution) -> bool:
    """Whether a text has any of the fields that stand in the rows."""
    return any(
        field_text(resolution, name) for row in CELLS for cell in row for name in cell if name != "name"
    )


def table(
    look: Look, write: Callable[[str], Sequence[Element]], mark: Callable[[], Element | None] = lambda: None
) -> Element:
    """The rows. ``write`` gives the paragraphs of a field; ``mark`` what says of a row that it is tracked."""
    properties = made(
        "tblPr",
        made("bidiVisual") if look.leftward else None,
        made("tblW", w=sum(COLUMNS), type="dxa"),
        made("tblLayout", type="fixed"),
    )
    grid = made("tblGrid", *(made("gridCol", w=width) for width in COLUMNS))
    rows = []
    for rule, cells in zip(RULES, CELLS, strict=True):
        row = made("tr", made("trPr", made("cantSplit"), mark()))
        for width, names in zip(COLUMNS, cells, strict=True):
            row.append(_cell(width, rule, [each for name in names for each in write(name)]))
        rows.append(row)
    return made("tbl", properties, grid, *rows)


def _cell(width: int, rule: int, paragraphs: Sequence[Element]) -> Element:
    border = made("bottom", val="single", sz=rule, space=0, color="auto")
    properties = made(
        "tcPr",
        made("tcW", w=width, type="dxa"),
        made("tcBorders", border),
        made("vAlign", val="bottom" if rule == RULES[0] else "top"),
    )
    # Word wants a paragraph in every cell.
    empty = made("p", made("pPr", made("pStyle", val=style_id(FURNITURE))))
    return made("tc", properties, *(paragraphs or [empty]))
