"""A part's tree without what only wraps its words: content controls, smart tags, alternatives.

::

    <w:sdt><w:sdtPr>…</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>     →     <w:p/>
"""

from __future__ import annotations

from drafts.formats.docx.names import COMPATIBILITY, Element, switch, w

_ALTERNATIVES, _CHOICE, _FALLBACK = (
    f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)
_WRAPPERS = tuple(w(name) for name in ("smartTag", "customXml", "hyperlink", "dir", "bdo", "sdtContent"))
_PROPERTIES_OF_WRAPPERS = tuple(w(name) for name in ("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr"))


def without_wrappers(root: Element) -> Element:
    """The same tree, each wrapper replaced by what it holds.

    Of alternatives the first stays: Word writes what it means there, and after it the same words once more
    for older programs. What a content control shows only to be replaced ("Click here …") goes.
    """
    for element in list(root.iter(_ALTERNATIVES)):
        branch = element.find(_CHOICE)
        branch = element.find(_FALLBACK) if branch is None else branch
        replace(element, [] if branch is None else list(branch))
    for element in list(root.iter(w("sdt"))):
        if switch(element.find(w("sdtPr")), "showingPlcHdr"):
            replace(element, [])
        else:
            unwrap(element)
    for element in list(root.iter(*_PROPERTIES_OF_WRAPPERS)):
        remove(element)
    for element in list(root.iter(*_WRAPPERS)):
        unwrap(element)
    return root


def unwrap(element: Element) -> None:
    """Put the children in the element's place."""
    replace(element, list(element))


def replace(element: Element, others: list[Element]) -> None:
    """Put ``others`` in the element's place."""
    if element.getparent() is not None:
        for other in others:
            element.addprevious(other)  # by its neighbour: to count children takes long where they are many
        remove(element)


def remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)
