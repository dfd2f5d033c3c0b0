"""The parts that every Word file has whatever it says, and all of them packed, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from drafts.core.document import Resolution
from drafts.formats.docx.names import (
    CONTENT_TYPES,
    DRAWING,
    PACKAGE_RELATIONSHIPS,
    RELATIONSHIPS,
    Element,
)
from drafts.formats.docx.writing.document import Written
from drafts.formats.docx.writing.making import made, writable
from drafts.formats.docx.writing.notes import SEPARATORS
from drafts.formats.docx.writing.runs import Look
from drafts.formats.docx.writing.styles import ARABIC, HAN, LATIN

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest day a zip archive knows: the file tells nobody's clock
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_PARTS = {  # of the document, with the kind each is of
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "footnotes": "footnotes",
    "header": "header",
    "footer": "footer",
}
_ITEM = "{5B2E8E0C-6F0B-4C0D-9A57-1D6C9E6C7A10}"  # names the part that carries our value; any GUID would do
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def packed(resolution: Resolution, written: Written, carried: Element) -> bytes:
    """The file of these parts."""
    trees = {
        "word/document.xml": written.main,
        "word/styles.xml": written.styles,
        "word/numbering.xml": written.numbering,
        "word/settings.xml": _settings(Look(resolution.language)),
        "word/fontTable.xml": _fonts(),
        "word/footnotes.xml": written.notes,
        "word/header.xml": written.header,
        "word/footer.xml": written.footer,
        "customXml/item1.xml": carried,
    }
    texts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("document", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("core", _CORE.replace("metadata/", "relationships/metadata/"), "docProps/core.xml"),
            ("app", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/_rels/document.xml.rels": _relationships(
            *((name, f"{RELATIONSHIPS}/{kind}", f"{name}.xml") for name, kind in _PARTS.items()),
            ("theme", f"{RELATIONSHIPS}/theme", "theme/theme1.xml"),
            ("carried", f"{RELATIONSHIPS}/customXml", "../customXml/item1.xml"),
        ),
        "customXml/_rels/item1.xml.rels": _relationships(
            ("properties", f"{_OFFICE}/relationships/customXmlProps", "itemProps1.xml")
        ),
        "customXml/itemProps1.xml": f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_ITEM}"/>',
        "word/theme/theme1.xml": _theme(),
        "docProps/core.xml": _core(resolution),
        "docProps/app.xml": (
            f'<Properties xmlns="{_OFFICE}/extended-properties">'
            "<Application>Rapporteur</Application></Properties>"
        ),
    }
    parts = {name: text.encode() for name, text in texts.items()}
    parts |= {name: etree.tostring(tree, encoding="UTF-8", standalone=True) for name, tree in trees.items()}
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            archive.writestr(entry, data)
    return file.getvalue()


def _content_types() -> str:
    kinds = {
        "word/document.xml": _TYPE.format("document.main"),
        **{f"word/{name}.xml": _TYPE.format(kind) for name, kind in _PARTS.items()},
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    relationships = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" ContentType="{relationships}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*each: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in each)
    return f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{inner}</Relationships>'


def _settings(look: Look) -> Element:
    """How the document is to be treated: as made by a Word of today, with its own lines above notes."""
    compatibility = made(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    return made(
        "settings",
        made("zoom", percent=100),
        made("defaultTabStop", val=720),
        made("characterSpacingControl", val="doNotCompress"),
        made("footnotePr", *(made("footnote", id=id) for _, id in SEPARATORS)),
        made("compat", compatibility),
        made("themeFontLang", **look.tags),
    )


def _fonts() -> Element:
    """Which fonts are asked for, and what kind of letters a program without them should take instead."""
    root = made("fonts")
    for name, family in ((LATIN, "roman"), (HAN, "auto"), (ARABIC, "roman")):
        root.append(made("font", made("family", val=family), made("pitch", val="variable"), name=name))
    return root


def _core(resolution: Resolution) -> str:
    names = {
        "dc:title": resolution.title,
        "dc:subject": resolution.symbol,
        "dc:language": resolution.language,
    }
    inner = "".join(f"<{name}>{escape(writable(text))}</{name}>" for name, text in names.items() if text)
    namespaces = f'xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"<cp:coreProperties {namespaces}>{inner}</cp:coreProperties>"


def _theme() -> str:
    """The least that a theme must say: black on white, one font, plain lines and fills."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "000000", "lt2": "FFFFFF",
        "accent1": "14508F", "accent2": "9C2318", "accent3": "6A3AA2", "accent4": "5A5A5A",
        "accent5": "14508F", "accent6": "9C2318", "hlink": "14508F", "folHlink": "6A3AA2",
    }  # fmt: skip
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in colours.items())
    kinds = (("latin", LATIN), ("ea", HAN), ("cs", LATIN))
    fonts = "".join(f"<a:{kind} typeface={quoteattr(name)}/>" for kind, name in kinds)
    both = "".join(f"<a:{kind}>{fonts}</a:{kind}>" for kind in ("majorFont", "minorFont"))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lists = (
        ("fillStyleLst", fill),
        ("lnStyleLst", f'<a:ln w="6350">{fill}</a:ln>'),
        ("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>"),
        ("bgFillStyleLst", fill),
    )
    formats = "".join(f"<a:{name}>{each * 3}</a:{name}>" for name, each in lists)
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="Rapporteur"><a:themeElements>'
        f'<a:clrScheme name="Rapporteur">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Rapporteur">{both}</a:fontScheme>'
        f'<a:fmtScheme name="Rapporteur">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )
