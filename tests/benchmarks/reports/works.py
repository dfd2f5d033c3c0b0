"""What is measured: each work gets two texts and makes one file of them. Peers are optional."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from drafts.core import compare
from drafts.core.document import Resolution
from drafts.formats import write
from tests.libreoffice import run_macro

Work = Callable[[], bytes]

# Opens the new text, has it compared with the old one, and keeps the result.
_COMPARE = """Sub Main
  Dim hidden(0) As New com.sun.star.beans.PropertyValue, old(0) As New com.sun.star.beans.PropertyValue
  Dim how(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL("{folder}/new.docx", "_blank", 0, hidden())
  old(0).Name = "URL" : old(0).Value = "{folder}/old.docx"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:CompareDocuments", "", 0, old())
  how(0).Name = "FilterName" : how(0).Value = "MS Word 2007 XML"
  document.storeToURL("{folder}/compared.docx", how())
  document.close(True)
  StarDesktop.terminate()
End Sub
"""


def prepare(name: str, old: Resolution, new: Resolution) -> Work:
    """The work of that name on two texts, with all read, loaded and compared that is not its own.

    Raises:
        ImportError: it is a peer that is not here.
    """
    return _PREPARED[name](old, new)


def _text_pdf(old: Resolution, new: Resolution) -> Work:
    return lambda: write(new, "pdf")


def _text_word(old: Resolution, new: Resolution) -> Work:
    return lambda: write(new, "docx")


def _report(form: str) -> Callable[[Resolution, Resolution], Work]:
    def prepared(old: Resolution, new: Resolution) -> Work:
        comparison = compare(old, new)
        return lambda: write(comparison, form, old=old, new=new)

    return prepared


def _weasyprint(old: Resolution, new: Resolution) -> Work:
    import weasyprint

    page = write(new, "html").decode()
    return lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def _docxodus(old: Resolution, new: Resolution) -> Work:
    """It compares as well, which is not to be had apart."""
    from python_redlines import DocxodusEngine

    engine = DocxodusEngine()
    sides = write(old, "docx"), write(new, "docx")
    return lambda: engine.run_redline("bench", *sides, detect_moves=True)[0]


def _libreoffice(old: Resolution, new: Resolution) -> Work:
    """It starts, opens both files and compares them: there is no way to have less."""
    folder = Path(tempfile.mkdtemp())
    for name, text in (("old", old), ("new", new)):
        (folder / f"{name}.docx").write_bytes(write(text, "docx"))

    def work() -> bytes:
        run_macro(folder, _COMPARE.format(folder=folder.as_uri()))
        return (folder / "compared.docx").read_bytes()

    return work


_PREPARED: dict[str, Callable[[Resolution, Resolution], Work]] = {
    "text as PDF": _text_pdf,
    "WeasyPrint: text as PDF": _weasyprint,
    "text as Word": _text_word,
    "comparison as PDF": _report("pdf"),
    "comparison as Word": _report("docx"),
    "Docxodus: comparison as Word": _docxodus,
    "LibreOffice: comparison as Word": _libreoffice,
}
WORKS = tuple(_PREPARED)
