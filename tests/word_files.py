"""Word files made for a test, each with only what the test is about."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{_RELATIONS}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def docx(*paragraphs: str, main_type: str = _MAIN, more: dict[str, str] | None = None, **parts: str) -> bytes:
    """A file of these paragraphs, as XML. Parts such as ``styles``: what their root holds."""
    written = {
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    }
    for name, inner in parts.items():
        root = "hdr" if name == "header" else name
        written[f"word/{name}.xml"] = f"<w:{root} {_NAMESPACES}>{inner}</w:{root}>"
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    written["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>'
    )
    written["_rels/.rels"] = (
        f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN.replace("document.main", name)}"/>'
        for name in parts
    )
    written["[Content_Types].xml"] = (
        f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{overrides}</Types>'
    )
    return zipped({**written, **(more or {})})


def zipped(parts: dict[str, str]) -> bytes:
    """A zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def p(
    *runs: str, style: str = "", mark: str = "", number: tuple[int, int] | None = None, more: str = ""
) -> str:
    """A paragraph of runs. ``mark``: what its mark's properties hold; ``number``: list, level (from 0)."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    properties += more + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str = "", look: str = "", inner: str = "") -> str:
    """A run: its words, and what its properties hold."""
    return f"<w:r><w:rPr>{look}</w:rPr>{t(text) if text else ''}{inner}</w:r>"


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def ins(*inner: str, by: str = "Ana", at: str = "2026-01-02T03:04:05Z", kind: str = "ins") -> str:
    """A tracked change round runs, or in a paragraph mark's or row's properties (then empty)."""
    return f'<w:{kind} w:id="1" w:author="{by}" w:date="{at}">{"".join(inner)}</w:{kind}>'


def deleted(text: str, look: str = "", **more: str) -> str:
    """A run that somebody deleted."""
    words = f'<w:r><w:rPr>{look}</w:rPr><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return ins(words, kind="del", **more)


def field(instruction: str, shown: str) -> str:
    """A complex field."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def called(id: int, kind: str = "footnote", label: str = "") -> str:
    """A note's call, with the label that somebody chose for it, if any."""
    own = ' w:customMarkFollows="1"' if label else ""
    return f'<w:r><w:{kind}Reference w:id="{id}"{own}/>{t(label) if label else ""}</w:r>'


def note(id: int, *runs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{id}">{p(f"<w:r><w:{kind}Ref/></w:r>", r(" "), *runs)}</w:{kind}>'


def levels(*texts: str, id: int = 1, forms: str = "decimal lowerLetter lowerRoman", more: str = "") -> str:
    """A pattern of a list: what is printed at each level, in these formats."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (text, form) in enumerate(zip(texts, forms.split(), strict=False))
    )
    return f'<w:abstractNum w:abstractNumId="{id}">{inner}</w:abstractNum>'


def lists(*pairs: str) -> str:
    """Lists by id and pattern: ``1:1``; ``2:1:5`` begins its first level at 5."""
    found = ""
    for pair in pairs:
        num, pattern, *start = pair.split(":")
        begin = (
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start[0]}"/></w:lvlOverride>'
            if start
            else ""
        )
        found += f'<w:num w:numId="{num}"><w:abstractNumId w:val="{pattern}"/>{begin}</w:num>'
    return found
