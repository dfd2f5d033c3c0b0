"""How words are set in a document's language, and runs made of them."""

from __future__ import annotations

from dataclasses import dataclass

from drafts.core.runs import Run
from drafts.formats.docx.names import Element
from drafts.formats.docx.writing.making import made, written_text

# As BCP 47, for spelling and hyphenation; and which of Word's three kinds of script each is written in.
_TAGS = {"ar": "ar-SA", "zh": "zh-CN", "en": "en-GB", "fr": "fr-FR", "ru": "ru-RU", "es": "es-ES"}
UNKNOWN = "en-GB"


@dataclass(frozen=True)
class Look:
    """What the language of a document asks of every run and paragraph."""

    language: str

    @property
    def leftward(self) -> bool:
        return self.language == "ar"

    @property
    def tags(self) -> dict[str, str]:
        """The languages of Latin, East Asian and right-to-left letters."""
        tag = _TAGS.get(self.language, UNKNOWN)
        return {
            "val": UNKNOWN if self.language in ("zh", "ar") else tag,
            "eastAsia": tag if self.language == "zh" else "zh-CN",
            "bidi": tag if self.leftward else "ar-SA",
        }

    def direction(self) -> Element | None:
        """What a paragraph's properties say where it runs from right to left."""
        return made("bidi") if self.leftward else None

    def run(self, *inner: Element, style: str = "", italic: bool = False) -> Element:
        """A run of these elements."""
        properties = made(
            "rPr",
            made("rStyle", val=style) if style else None,
            made("i") if italic else None,
            made("iCs") if italic else None,
            made("rtl") if self.leftward else None,
        )
        return made("r", properties if len(properties) else None, *inner)

    def words(self, run: Run, *, deleted: bool = False) -> Element:
        """A run of words as it stands in a text."""
        return self.run(*written_text(run.text, deleted=deleted), italic=run.italic)
