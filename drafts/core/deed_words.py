"""What is said of deeds: each goes on from the person's name, *issued A/C.3/61/L.8 as version 1*.

The record keeps the English words, which never change; a page says them in its reader's language.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from drafts.core.recalling import Kind, Sentences
from drafts.core.roles import WORDS_OF
from drafts.core.states import WORDS
from drafts.core.worded import Moment, States, Worded, counted, worded

_CAPACITIES = Sentences(
    {
        "main": worded("as a main sponsor"),
        "co": worded("as a co-sponsor"),
        "main behalf": worded("as a main sponsor on behalf of {behalf}"),
        "co behalf": worded("as a co-sponsor on behalf of {behalf}"),
    },
    {},
)
_WHOM = Sentences(
    {"one": worded("a person"), "several": counted("{n} person", "up to {n} people", 0)}, {"n": (r"\d+", int)}
)

# By the kind of the deed, and by one more word where it has several sentences; the first that fits holds.
_PATTERNS: Mapping[str, Worded] = {
    "draft-started": worded("started this draft"),
    "draft-started blank": worded("started this draft from a blank page"),
    "draft-imported": worded("brought this draft in from another installation"),
    "version-issued text": worded("issued a text as version {number}"),
    "version-issued": worded("issued {symbol} as version {number}"),
    "version-withdrawn": worded("withdrew {version}: {reason}"),
    "version-taken-up": worded("took up the text of {version} again"),
    "live-text-taken-up": worded("took the live text, to issue it"),
    "moment-taken-up": worded("took up the text of {moment} again"),
    "state-changed as why": worded("recorded that the draft is {state} as {symbol}: {why}"),
    "state-changed as": worded("recorded that the draft is {state} as {symbol}"),
    "state-changed why": worded("recorded that the draft is {state}: {why}"),
    "state-changed": worded("recorded that the draft is {state}"),
    "sponsors-joined with": worded("recorded that {names} joined the sponsors with {version}"),
    "sponsors-joined": worded("recorded that {names} joined the sponsors"),
    "sponsors-withdrew with": worded("recorded that {names} withdrew from the sponsors with {version}"),
    "sponsors-withdrew": worded("recorded that {names} withdrew from the sponsors"),
    "sponsor-changed with": worded("recorded that {names} sponsors {capacity} with {version}"),
    "sponsor-changed": worded("recorded that {names} sponsors {capacity}"),
    "person-invited": worded("invited {whom} as {role}"),
    "person-invited for": worded("invited {whom} as {role} for {delegation}"),
    "invitation-taken-back": worded("took back an invitation as {role}"),
    "invitation-given-again": worded("let an invitation as {role} hold again"),
    "person-joined": worded("joined as {role}"),
    "person-joined for": worded("joined as {role} for {delegation}"),
    "person-joined back": worded("took {person} back into this draft as {role}"),
    "person-joined again": worded("came back as {role}"),
    "person-changed": worded("made {person} {role}"),
    "person-changed for": worded("made {person} {role} for {delegation}"),
    "person-removed": worded("took {person} off this draft"),
    "person-left": worded("left this draft"),
    "pairing-made": worded("paired paragraphs of {old} and {new} by hand"),
    "pairing-made apart": worded("parted paragraphs of {old} and {new} by hand"),
    "pairing-taken-back": worded("took back a decision by hand about {old} and {new}"),
    "thread-started live": worded("began a discussion of {name} of the live text: {short}"),
    "thread-started": worded("began a discussion of {name} of {version}: {short}"),
    "thread-answered": worded("answered: {short}"),
    "thread-resolved": worded("resolved a discussion of “{short}”"),
    "thread-reopened": worded("reopened a discussion of “{short}”"),
    "public-link-opened": worded("opened a public link"),
    "public-link-opened again": worded("opened the public link again"),
    "public-link-renewed": worded("renewed the public link"),
    "public-link-closed": worded("closed the public link"),
    "record-exported": worded("took the record out as a table"),
    "draft-exported": worded("took the whole draft out"),
}


def _version(name: str) -> str:
    """A version by its symbol, or by its number, for which languages have a word."""
    found = re.fullmatch(r"Version (\d+)", name)
    return worded("Version {number}", number=int(found[1])) if found else name


def _moment(said: str) -> str:
    try:
        return Moment(datetime.datetime.strptime(said, "%d %B %Y, %H:%M"))
    except ValueError:
        return _version(said)


def _one_of(words: Iterable[str]) -> Kind:
    known = {str(each): each for each in words}
    return "|".join(map(re.escape, known)), known.__getitem__


_KINDS: Mapping[str, Kind] = {
    "number": (r"\d+", int),
    "version": (".*?", _version),
    "old": (".*?", _version),
    "new": (".*?", _version),
    "moment": (".*?", _moment),
    "state": _one_of(WORDS.values()),
    "role": _one_of(WORDS_OF.values()),
    "names": (".*?", States),
    "delegation": (".*?", States),
    "capacity": ("as a .*?", lambda said: _CAPACITIES.recalled("", said)),
    "whom": (".*?", lambda said: _WHOM.recalled("", said)),
}
_SENTENCES = Sentences(_PATTERNS, _KINDS)
done = _SENTENCES.say
recalled = _SENTENCES.recalled
capacity = _CAPACITIES.say
whom = _WHOM.say
