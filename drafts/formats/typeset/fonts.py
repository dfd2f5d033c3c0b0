"""Which fonts a text is set in. They are libraries like others: found where pip put them, none fetched.

Source Serif 4 has Latin and Cyrillic, Amiri Arabic, Noto Serif SC Chinese, all under the SIL Open Font
Licence.
"""

from __future__ import annotations

from pathlib import Path

import fontpkg_amiri
import fontpkg_source_serif_4
import pylopdf_fonts_zh_cn

_LATIN, _ARABIC, _CHINESE = "Source Serif 4", "Amiri", "Noto Serif SC"
_FIRST = {"ar": _ARABIC, "zh": _CHINESE}
EMPHASIS = {"zh": "Noto Sans SC"}  # Chinese has no italics: emphasis is another face

FOLDERS = tuple(
    str(Path(package.__file__).parent)
    for package in (fontpkg_source_serif_4, fontpkg_amiri, pylopdf_fonts_zh_cn)
    if package.__file__
)


def families(language: str) -> list[str]:
    """The font families in the order in which a sign is looked for: the language's own first.

    A Chinese text takes its Latin letters and digits from the Latin face, which has no Chinese sign.
    """
    first = _FIRST.get(language, _LATIN)
    if language == "zh":
        first = _LATIN
    return list(dict.fromkeys((first, _LATIN, _CHINESE, _ARABIC)))
