"""Small files of several kinds, made when they are needed."""

from __future__ import annotations

import io
import zipfile

import pypdfium2 as pdfium


def empty_pdf(pages: int = 1) -> bytes:
    """A PDF of blank pages."""
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(612, 792)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def docx_with_changes() -> bytes:
    """A Word file in which Italy replaced ``all`` by ``some`` on 6 October 2006."""
    by = 'w:author="Italy" w:date="2006-10-06T10:00:00Z"'
    paragraphs = (
        "<w:r><w:t>The General Assembly,</w:t></w:r>",
        "<w:r><w:t>Recalling its resolution 60/175,</w:t></w:r>",
        '<w:r><w:t xml:space="preserve">Invites </w:t></w:r>'
        f'<w:del w:id="1" {by}><w:r><w:delText>all</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {by}><w:r><w:t>some</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> States to contribute.</w:t></w:r>',
    )
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument"/></Relationships>'
        ),
        "word/document.xml": (
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            f"<w:body>{body}</w:body></w:document>"
        ),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return written.getvalue()
