"""HTML, whatever program wrote it, into a tree of the elements that can carry a resolution.

nh3 reads it as browsers do, and leaves out scripts, styles and what no person sees of a page's machinery.
"""

from __future__ import annotations

import re

import nh3
from lxml import html

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.text import decode

DEEPEST = 100  # elements within each other, items and cells not counted; pages have some 30

_TAGS = frozenset(
    """
    a abbr address article aside b big blockquote body br caption center cite code col colgroup dd del dfn div
    dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr html i ins kbd li main mark ol p pre q
    rt s samp section small span strike strong sub summary details sup table tbody td tfoot th thead time tr
    tt u ul var wbr
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_WITH_THEIR_WORDS = frozenset(
    """
    script style template title head noscript nav button select textarea iframe object svg math audio video
    canvas form
    """.split()  # noqa: SIM905
) - {"form", "head"}  # Sharepoint and web mail put whole documents into a form
_ATTRIBUTES = {
    "*": {"style", "class", "id", "lang", "dir", "hidden"},
    "a": {"href", "name"},
    "ol": {"start", "type", "reversed"},
    "li": {"value", "type"},
    "ul": {"type"},
    "td": {"rowspan", "colspan"},
}
_OWN = {"data-kind", "data-level", "data-label", "data-note"}  # what our own pages say

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_NESTING = re.compile(
    r"<(/?)(?!(?:p|li|t[drh]|d[dt]|option|br|hr|img|wbr|col|input|meta|link|thead|tbody)\b)[a-zA-Z]"
)
# Around what was copied programs put the rest of their page.
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)


def clean_tree(markup: str, source: str = "") -> html.HtmlElement:
    """The tree of a page or of what a clipboard holds; its outermost element is a <div>.

    Raises:
        ReadError: elements stand within each other beyond all sense.
    """
    if found := _FRAGMENT.search(markup):
        markup = found[1]
    if _depth(markup) > DEEPEST:
        raise ReadError(
            worded("more than {most} elements stand within each other.", most=DEEPEST),
            source=source,
            remedy=worded("Copy the words from the page as a browser shows it."),
        )
    cleaned = nh3.clean(
        markup.replace("\0", "\ufffd"),
        tags=set(_TAGS),
        clean_content_tags=set(_WITH_THEIR_WORDS),
        attributes={tag: set(names) | (_OWN if tag == "*" else set()) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(),
        link_rel=None,
    )
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, encoding="utf-8")
    return html.document_fromstring(f"<div>{cleaned}</div>".encode(), parser)


def decoded(data: bytes, source: str) -> str:
    """The bytes of a page as text, in the encoding it names itself, else as any text.

    Raises:
        ReadError: the bytes are no text.
    """
    named = _CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):  # a name nobody knows, or the wrong one
            return decode(data, source)
    return decode(data, source)


def _depth(markup: str) -> int:
    """How many elements stand open at most, leaving out those that need no end."""
    depth = deepest = 0
    for found in _NESTING.finditer(markup):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
