"""Files that are damaged or made to do harm: each is read or refused in one line, never anything else."""

from collections.abc import Callable
from random import Random

import pytest

from drafts.core.document import Mark, Note, Paragraph, Resolution, Sponsor
from drafts.core.errors import ReadError
from drafts.formats import read, write

RESOLUTION = Resolution(
    paragraphs=(
        Paragraph("p1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph(
            "p2", "preambular", "Recalling its maps,", marks=(Mark.call(18, "n1"), Mark.call(19, "n2"))
        ),
        Paragraph("p3", "operative", "Urges all:", 1, "1."),
        Paragraph("p4", "operative", "To read.", 2, "(a)", (Mark.call(8, "n1"),)),
        Paragraph("p5", "annex", "Annex", 0),
    ),
    notes=(Note("n1", "1", "A/80/256."), Note("n2", "2", "Of the sea.")),
    title="On maps",
    sponsors=(Sponsor("Andorra", "AD"),),
    language="en",
    symbol="A/C.3/80/L.8",
)
MUTATIONS = 170  # of each kind; with three kinds some five hundred in all
AKN = b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'


def mutated(data: bytes, random: Random) -> bytes:
    """A few bytes or stretches changed, left out, doubled or moved, as damage and malice do."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        at, length = random.randrange(len(changed)), random.randint(1, 40)
        deed = random.randrange(4)
        if deed == 0:
            changed[at] = random.randrange(256)
        elif deed == 1 and len(changed) > length + 1:
            del changed[at : at + length]
        elif deed == 2:
            changed[at:at] = changed[at : at + length]
        else:
            to = random.randrange(len(changed))
            changed[to:to] = changed[at : at + length]
    return bytes(changed)


@pytest.mark.parametrize(("form", "name"), [("akn", "a.xml"), ("json", "a.json"), ("html", "a.html")])
def test_damaged_file_is_read_soundly_or_refused_in_one_line(form: str, name: str) -> None:
    random, written = Random(7), write(RESOLUTION, form)
    told = [refusal(mutated(written, random), name) for _ in range(MUTATIONS)]
    assert all(each.isprintable() for each in told)
    assert "" in told  # some are read all the same


def refusal(data: bytes, name: str) -> str:
    """What is said when a file cannot be read; empty where it can, into a sound resolution."""
    try:
        read(data, name).check()
    except ReadError as error:
        return str(error)
    return ""


def nested(depth: int) -> bytes:
    return AKN + b"<doc><meta/><mainBody>" + b"<paragraph>" * depth


HOSTILE: dict[str, Callable[[], bytes]] = {
    "billion_laughs": lambda: (
        b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><akomaNtoso>&b;</akomaNtoso>'
    ),
    "outside_entity": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><akomaNtoso>&a;</akomaNtoso>'
    ),
    "outside_entity_in_utf_16": lambda: (
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><akomaNtoso>&a;</akomaNtoso>'.encode("utf-16")
    ),
    "never_closed": lambda: nested(200),
    "nested_beyond_all_sense": lambda: nested(300_000),
    "one_name_of_seven_megabytes": lambda: b"<" + b"a" * 7_000_000,
    "another_language_of_xml": lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    "nothing": lambda: b"",
    "no_xml": lambda: b"The General Assembly,",
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_xml_is_refused_in_one_line(make: Callable[[], bytes]) -> None:
    with pytest.raises(ReadError) as caught:
        read(make(), "a.xml")
    assert str(caught.value).isprintable()
    assert "passwd" not in str(caught.value)


ODD: dict[str, bytes] = {
    "deep_but_sound": nested(100) + b"</paragraph>" * 100 + b"</mainBody></doc></akomaNtoso>",
    "note_that_calls_itself": AKN
    + b'<doc><meta/><mainBody><p>a<authorialNote eId="x"><p>b<noteRef href="#x"/></p></authorialNote></p>'
    + b"</mainBody></doc></akomaNtoso>",
    "no_document": AKN + b"</akomaNtoso>",
    "twenty_thousand_italics_in_one_line": AKN
    + b"<doc><meta/><mainBody><p>"
    + b"a <i>b</i> " * 20_000
    + b"</p></mainBody></doc></akomaNtoso>",
    "twenty_thousand_paragraphs": AKN
    + b"<doc><meta/><mainBody>"
    + b"<paragraph><num>1.</num><content><p>Urges all;</p></content></paragraph>" * 20_000
    + b"</mainBody></doc></akomaNtoso>",
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD)
def test_odd_document_is_read_into_a_sound_resolution(data: bytes) -> None:
    read(data, "a.xml").check()
