"""What a text shows, in short, is told alike by pages and by the server."""

import json
from pathlib import Path

from pycrdt import Text

from drafts.formats.shared import digest, new_doc

GIVEN = json.loads((Path(__file__).parent / "shown.json").read_text())  # as static/src/tests has it, too
# "ab", by client 10; and an F that is said to stand behind the b and before it.
HONEST, FORGED = "01010a000401057469746c6502616200", "01010500c40a010a01014600"


def of(*updates):
    doc = new_doc()
    for update in updates:
        doc.apply_update(bytes.fromhex(update))
    return doc


def anew(doc):
    return of(doc.get_update().hex())


def title(doc):
    return str(doc.get("title", type=Text))


def test_a_page_and_the_server_say_alike_what_a_text_shows():
    assert digest(of(GIVEN["update"])).hex() == GIVEN["digest"]


def test_words_that_contradict_each_other_stand_otherwise_for_who_comes_later():
    """Should this fail, the library has come to treat them alike, and no page need be loaded anew::

    who was there   aFb
    who comes now   abF
    """
    doc = of(HONEST, FORGED)
    assert (title(doc), title(anew(doc))) == ("aFb", "abF")
    assert digest(doc) != digest(anew(doc))


def test_an_honest_text_is_the_same_for_who_comes_later():
    doc = of(GIVEN["update"])
    assert digest(anew(doc)) == digest(doc)
