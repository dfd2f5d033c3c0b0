"""What an element does to the words in it: italics, raised, hidden, gone; by its tag or by its style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details div dl dt figcaption figure footer h1 h2
    h3 h4 h5 h6 header html li main ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_ITALIC_TAGS = frozenset({"i", "em", "cite", "dfn", "var"})
_GONE_TAGS = frozenset({"del", "s", "strike"})
_ROMAN = re.compile(r"(?<![\w-])font-style\s*:\s*normal", re.IGNORECASE)
_ITALIC = re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|mso-text-raise\s*:\s*[1-9]", re.IGNORECASE)
_LEVEL = re.compile(r"vertical-align\s*:\s*(?:baseline|inherit)", re.IGNORECASE)
_HIDDEN = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:p[tx]|em|%)?\s*(?:;|$))",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How words look where they stand."""

    italic: bool = False
    raised: bool = False


def look_in(element: etree._Element, around: Look) -> Look:
    """The look of words in an element that stands where words look like ``around``."""
    tag, style = str(element.tag), str(element.get("style", ""))
    italic = around.italic or tag in _ITALIC_TAGS
    raised = around.raised or tag == "sup"
    if style:
        italic = (italic or bool(_ITALIC.search(style))) and not _ROMAN.search(style)
        raised = (raised or bool(_RAISED.search(style))) and not _LEVEL.search(style)
    return Look(italic, raised)


def is_hidden(element: etree._Element) -> bool:
    """Whether no person sees the element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(str(element.get("style", ""))))


def is_deleted(element: etree._Element) -> bool:
    """Whether the element is marked as taken out of the text, as tracked changes and comparisons do."""
    return element.tag in _GONE_TAGS or bool(_STRUCK.search(str(element.get("style", ""))))
