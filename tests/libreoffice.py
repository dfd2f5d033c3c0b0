"""LibreOffice as a second opinion: what it reads in Word files, all changes accepted or rejected.

One run of the program reads all files: a macro in a profile of its own opens each, accepts or rejects, and
writes it as text and as Word. Nothing is fetched and no window opens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 120  # seconds for all files of one test, on a busy machine

# On CI it is there, or something is wrong; elsewhere not everybody has it.
needs_libreoffice = pytest.mark.skipif(
    SOFFICE is None and not os.environ.get("CI"), reason="LibreOffice (soffice) is not here"
)

_MACRO = """Sub Main
  Dim names, name, side, document, frame, hidden(0) As New com.sun.star.beans.PropertyValue
  Dim dispatcher : dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  names = Array({names})
  For Each name In names
    For Each side In Array("Accept", "Reject")
      document = StarDesktop.loadComponentFromURL("{folder}/" & name & ".docx", "_blank", 0, hidden())
      frame = document.CurrentController.Frame
      dispatcher.executeDispatch(frame, ".uno:" & side & "AllTrackedChanges", "", 0, Array())
      Store document, "{folder}/" & name & "." & side & ".txt", "Text (encoded)", "UTF8,LF"
      Store document, "{folder}/" & name & "." & side & ".docx", "MS Word 2007 XML", ""
      document.close(True)
    Next side
  Next name
  StarDesktop.terminate()
End Sub

Sub Store(document, url, filter, options)
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = filter
  how(1).Name = "FilterOptions" : how(1).Value = options
  document.storeToURL(url, how())
End Sub
"""
_MODULE = (
    '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
    'script:language="StarBasic">{}</script:module>'
)


@dataclass(frozen=True)
class Opinion:
    """One side of a file: its lines as text, numbers before them, and the whole as a Word file."""

    lines: list[str]
    docx: bytes


def opinions(files: Mapping[str, bytes], folder: Path) -> dict[str, tuple[Opinion, Opinion]]:
    """Each file with its changes rejected, and accepted, as LibreOffice has it; by the names given."""
    assert SOFFICE, "CI installs LibreOffice; soffice is not here"
    names = {f"f{at}": name for at, name in enumerate(files)}
    for short, name in names.items():
        (folder / f"{short}.docx").write_bytes(files[name])
    _run(folder, list(names))
    return {
        name: (_opinion(folder, short, "Reject"), _opinion(folder, short, "Accept"))
        for short, name in names.items()
    }


def _opinion(folder: Path, name: str, side: str) -> Opinion:
    text = (folder / f"{name}.{side}.txt").read_text("utf-8-sig")
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return Opinion([line for line in lines if line], (folder / f"{name}.{side}.docx").read_bytes())


def _run(folder: Path, names: list[str]) -> None:
    run_macro(folder, _MACRO.format(names=", ".join(f'"{name}"' for name in names), folder=folder.as_uri()))


def run_macro(folder: Path, macro: str) -> None:
    """Run the ``Main`` of a macro, in a profile of its own within the folder."""
    profile = folder / "profile"
    start = [SOFFICE, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}"]
    module = profile / "user/basic/Standard/Module1.xba"
    if not module.exists():
        # The first start makes the profile, with an empty macro that the second finds replaced.
        subprocess.run([*start, "--terminate_after_init"], timeout=PATIENCE, check=True, capture_output=True)
    module.write_text(_MODULE.format(escape(macro)))
    command = [*start, "macro:///Standard.Module1.Main"]
    subprocess.run(command, timeout=PATIENCE, check=True, capture_output=True)
