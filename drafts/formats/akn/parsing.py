"""The bytes of an XML file into its tree, with everything refused that could reach beyond the file."""

from __future__ import annotations

import re
from typing import NoReturn

from lxml import etree

from drafts.core.errors import ReadError
from drafts.core.worded import worded
from drafts.formats.akn.vocabulary import local

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
ENTITIES = worded("it declares a document type or entities (<!DOCTYPE>), which can hide other files in it.")
WITHOUT = worded("Save it without them, as every program that writes Akoma Ntoso does.")


def parse(data: bytes, source: str) -> etree._Element:
    """The outermost element, ``<akomaNtoso>``.

    Raises:
        ReadError: it is not XML, declares entities, or is XML of another kind; each with its place.
    """
    if _DECLARES.search(data):
        raise ReadError(ENTITIES, source=source, remedy=WITHOUT)
    # Limits of libxml2 stay on (huge_tree): 256 levels, 10 MB in one text.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        _refuse(error, source)
    except ValueError as error:  # no bytes of XML at all
        raise ReadError(worded("it is not XML ({error}).", error=error), source=source) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, unseen by the look at the bytes
        raise ReadError(ENTITIES, source=source, remedy=WITHOUT)
    if local(root) != "akomaNtoso":
        reason = worded(
            "it is XML of another kind: it begins with <{name}>, not with <akomaNtoso>.", name=local(root)
        )
        raise ReadError(reason, source=source, remedy=worded("Copy its words and bring them as text."))
    return root


def _refuse(error: etree.XMLSyntaxError, source: str) -> NoReturn:
    line, column = error.position
    message = " ".join(str(error.msg or "it is empty").split())
    raise ReadError(
        worded("it is not sound XML ({message}).", message=message),
        source=source,
        place=worded("line {line}, column {column}", line=line, column=column),
    ) from error
