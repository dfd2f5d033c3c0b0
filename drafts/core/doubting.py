"""The sentences in which a reader doubts: said when it reads, and known again where they are kept.

A doubt travels as its English sentence (FORMATS, section 3), in files and in rows as in memory.
"""

from __future__ import annotations

from collections.abc import Mapping

from drafts.core.recalling import Kind, Sentences
from drafts.core.worded import Figure, Worded, counted, worded

# By the code of the doubt, and by one more word where it has several sentences.
_PATTERNS: Mapping[str, Worded] = {
    "renamed": worded("The name ends in {ending}, but this is {what}, and was read as one."),
    "carried": worded("What was carried beside the words could not be read, and was left ({reason})."),
    "tracked-changes": counted(
        "{n} marked change was taken as made.", "{n} marked changes were taken as made.", 0
    ),
    "empty text": worded("There is no text here."),
    "empty file": worded("There is no text in it."),
    "empty document": worded("There is no document in it."),
    "control-characters": worded("Control characters, which no text has, were left out."),
    "lone-surrogates": worded("Halves of characters were replaced by the sign �."),
    "web-page": worded("This looks like a web page; its tags were read as text. Paste its words instead."),
    "language few": worded("The language was not recognised: there are too few words to tell it from."),
    "language none": worded("The language was not recognised as one of the six official ones."),
    "language other": worded(
        "The language was not recognised as one of the six official ones; it may be “{code}”."
    ),
    "language script": worded(
        "The enacting words or the sponsor line are {language}, and most letters are of another script."
    ),
    "no-enacting": worded("No enacting words were found, such as “The General Assembly,”."),
    "no-operative": worded("No operative paragraph was found: nothing here decides, requests or invites."),
    "number-jump": worded("Paragraph {label} stands where {expected}. was expected."),
    "sponsor": worded("“{name}” is not the name of a State known here."),
    "too-long lines": worded("After {most} lines the text was kept as one paragraph."),
    "too-long paragraphs": worded("After {most} paragraphs the text was kept as one."),
    "too-long paragraph": worded("No calls were sought in paragraphs of over {most} signs."),
    "too-many-numbers": worded("Calls of notes were sought in the first {most} numbers."),
    "note-mark number": worded("“{word}” was read as it stands, and might call a note."),
    "note-mark stem": worded("“{word}” was read as “{stem}” and note {number}."),
    "note-mark call": worded("“{word}” was read as a note’s call."),
    "note-mark sought": worded("Note {label} seems to be called here."),
    "note-block": worded("Note {label} stood under no rule; its number made it a note."),
    "note-uncalled": worded("No place was found where note {label} is called."),
    "note-missing": worded("The words of these notes are not in the text: {labels}."),
    "any": counted(
        "{n} more doubt of this kind is not shown.", "{n} more doubts of this kind are not shown.", 0
    ),
}
# Terms of the program, for which other languages have words; all other values are words of the document.
_TERM: Kind = (".*?", worded)
_KINDS: Mapping[str, Kind] = {
    "n": (r"\d+", int),
    "most": (r"[\d,]+", lambda said: Figure(int(said.replace(",", "")))),
    "what": _TERM,
    "reason": _TERM,
    "language": _TERM,
}
_SENTENCES = Sentences(_PATTERNS, _KINDS)
doubted = _SENTENCES.say
recalled = _SENTENCES.recalled
