"""The names Akoma Ntoso 3.0 has for what a resolution consists of (OASIS LegalDocML, AKN4UN)."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from lxml import etree

from drafts.core.document import Kind, Proposal

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# What has no place in Akoma Ntoso stands in its <proprietary>, under a name of our own.
OWN_NAMESPACE = "https://rapporteur.example/ns/resolution/1"

BY_LEVEL = {1: "paragraph", 2: "subparagraph", 3: "point", 4: "indent"}
LEVELS = {tag: level for level, tag in BY_LEVEL.items()}
USUAL_LEVEL: dict[Kind, int] = {
    "enacting": 0,
    "heading": 0,
    "annex": 0,
    "text": 0,
    "operative": 1,
    "preambular": 1,
}

DOCUMENT_NAMES: dict[Proposal | None, str] = {
    None: "draftResolution",
    "draft": "draftResolution",
    "revised draft": "draftResolution",
    "draft decision": "draftDecision",
    "amendment": "amendment",
    "adopted": "resolution",
}

# ISO 639-2, as FRBRlanguage has it; "und" where the language is not known.
LANGUAGES = {"ar": "ara", "zh": "zho", "en": "eng", "fr": "fra", "ru": "rus", "es": "spa", "": "und"}
_BY_CODE = {code: language for language, code in LANGUAGES.items()} | {"chi": "zh", "fre": "fr"}

# The short forms that ids are made of (Akoma Ntoso Naming Convention, 5.4); other elements go by their names.
_SHORT = {
    "paragraph": "para", "subparagraph": "subpara", "recital": "rec", "recitals": "recs",
    "blockList": "list", "attachment": "att",
}  # fmt: skip
_NOTE = "note/"  # before the key of a note, which may be that of a paragraph as well
_UNNAMABLE = re.compile(r"[^\w.-]+")
# What XML cannot hold at all.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def own_tag(name: str) -> str:
    return f"{{{OWN_NAMESPACE}}}{name}"


def local(element: etree._Element) -> str:
    """An element's name without its namespace; empty for a comment or an instruction to programs."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def words(element: etree._Element) -> str:
    """All the text in an element, as it stands."""
    return "".join(str(part) for part in element.itertext())


def writable(text: str) -> str:
    """The text with � for each character that XML does not have."""
    return _UNWRITABLE.sub("\ufffd", text)


def language_named(code: str) -> str:
    """One of our languages from a code of two or three letters, or empty."""
    code = code.lower().split("-")[0]
    return code if code in LANGUAGES else _BY_CODE.get(code, "")


def guid(key: str) -> str:
    return quote(writable(key), safe="")


def note_guid(key: str) -> str:
    return _NOTE + guid(key)


def key_of(guid: str) -> str:
    return unquote(guid.removeprefix(_NOTE))


class Ids:
    """Ids by the naming convention, each given once: ``para_3__subpara_a``, unnumbered ones ``nn_1``."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def give(self, name: str, number: str = "", within: str = "") -> str:
        """The id of an element ``name`` with the printed ``number``, below the one with the id ``within``."""
        wanted = id_for(name, number, within)
        if not numbered(number):
            wanted += f"_nn_{self._count(wanted)}"
        times = self._count(wanted)
        return wanted if times == 1 else self.give(name, f"{numbered(number) or 'nn'}-{times}", within)

    def _count(self, id: str) -> int:
        self._given[id] = self._given.get(id, 0) + 1
        return self._given[id]


def id_for(name: str, number: str = "", within: str = "") -> str:
    """The id that an element's name and number call for, whether or not another has it."""
    own = f"{_SHORT.get(name, name)}_{numbered(number)}".rstrip("_")
    return f"{within}__{own}" if within else own


def numbered(label: str) -> str:
    """A printed number as it may stand in an id: ``3``, ``a``, ``3-bis``."""
    return _UNNAMABLE.sub("-", label).strip("-._")
