"""Akoma Ntoso: what we write is valid and reads back; what others write is read by its meaning."""

import re

import pytest
from hypothesis import given, settings
from lxml import etree

from drafts.core.document import Doubt, Mark, Masthead, Note, Paragraph, Resolution, Sponsor
from drafts.core.tidying import tidied
from drafts.formats import read, write
from drafts.formats.akn.vocabulary import NAMESPACE
from tests.exactness.akn import form_faults
from tests.strategies import resolutions

RESOLUTION = Resolution(
    paragraphs=(
        Paragraph("k1", "enacting", "The General Assembly,", 0, "", (Mark.italic(0, 20),)),
        Paragraph("k2", "preambular", "Recalling its maps:", marks=(Mark.italic(0, 9), Mark.call(18, "n1"))),
        Paragraph("k3", "preambular", "Of the sea,", 2, "(a)"),
        Paragraph("k4", "heading", "I. Maps", 0),
        Paragraph("k5", "operative", "Urges all:", 1, "1.", (Mark.italic(0, 5),)),
        Paragraph("k6", "operative", "To read;", 2, "(a)", (Mark.call(8, "n1"),)),
        Paragraph("k7", "operative", "Aloud;", 3, "(i)"),
        Paragraph("k8", "operative", "Decides.", 1, "1 bis."),
        Paragraph("k9", "text", "64th plenary meeting", 0),
        Paragraph("k10", "annex", "Annex I", 0),
        Paragraph("k11", "text", "On maps.", 1, "1."),
    ),
    notes=(Note("n1", "1", "A/80/256.", (Mark.italic(0, 1),)), Note("n2", "*", "Any change …")),
    title="On maps",
    sponsors=(Sponsor("Andorra", "AD"), Sponsor("Group of maps")),
    proposal="revised draft",
    language="en",
    symbol="A/C.3/80/L.8/Rev.1",
    lineage="2e9f",
    masthead=Masthead(organ="General Assembly", date="17 October 2025"),
    doubts=(Doubt("note-mark", "60/1756 read as 60/175.", "k6", 3, 1.5),),
)


def tree(written: bytes) -> etree._Element:
    return etree.fromstring(written)


def path(expression: str, written: bytes) -> list:
    return tree(written).xpath(expression, namespaces={"a": NAMESPACE})


@given(resolutions())
@settings(max_examples=60, deadline=None)
def test_any_resolution_is_written_validly_and_reads_back_as_it_was(value: Resolution) -> None:
    written = write(value, "akn")
    assert form_faults(written) == []
    assert read(written, "a.xml") == in_xml(tidied(value))


def in_xml(value: Resolution) -> Resolution:
    """The resolution with � for the signs that XML cannot hold: control characters, and two at the end."""
    unwritable = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

    def spelled(part: object) -> object:
        if isinstance(part, str):
            return unwritable.sub("\ufffd", part)
        if isinstance(part, tuple) and not hasattr(part, "_fields"):
            return tuple(spelled(each) for each in part)
        if hasattr(part, "_fields"):
            return type(part)(*(spelled(each) for each in part))
        if hasattr(part, "__dataclass_fields__"):
            return type(part)(**{name: spelled(getattr(part, name)) for name in part.__dataclass_fields__})
        return part

    return spelled(value)  # type: ignore[return-value]


def test_resolution_is_laid_out_as_the_united_nations_lay_out_theirs() -> None:
    written = write(RESOLUTION, "akn")
    assert form_faults(written) == []
    assert path("//a:statement/@name", written) == ["draftResolution"]
    assert (
        path("//a:FRBRWork/a:FRBRuri/@value", written)
        == ["/akn/un/statement/deliberation/un/2025-10-17/a-c.3-80-l.8-rev.1"] * 2
    )
    assert path("//a:FRBRExpression/a:FRBRlanguage/@language", written) == ["eng", "eng"]
    assert path("//a:docTitle/text()", written) == ["On maps"]
    assert path("//a:preamble//a:recital/@eId", written) == ["preamble__recs_1__rec_nn_1"]
    assert path("//a:recital//a:item/a:num/text()", written) == ["(a)"]
    assert path("//a:mainBody/a:paragraph/a:subparagraph/a:point/@eId", written) == [
        "body__para_1__subpara_a__point_i"
    ]
    assert path("//a:attachment/a:doc[@name='annex']/a:mainBody/a:paragraph/a:num/text()", written) == ["1."]
    assert path("//a:conclusions/a:p/text()", written) == ["64th plenary meeting"]


def test_note_called_twice_is_one_note_and_one_reference() -> None:
    written = write(RESOLUTION, "akn")
    assert path("//a:authorialNote/@marker", written) == ["1"]
    assert path("//a:noteRef/@href", written) == ["#authorialNote_1"]
    assert path("//a:meta/a:notes/a:note/@marker", written) == ["*"]


def test_key_and_printed_number_stand_on_the_paragraph() -> None:
    written = write(RESOLUTION, "akn")
    twice = Resolution(
        (Paragraph("a b", "operative", "x", 1, "1."), Paragraph("c", "operative", "y", 1, "1."))
    )
    again = write(twice, "akn")
    assert path("//a:mainBody/a:paragraph/@GUID", written) == ["k5", "k8", "k11"]
    assert path("//a:mainBody/a:paragraph/@eId", written)[:2] == ["body__para_1", "body__para_1-bis"]
    assert path("//a:mainBody/a:paragraph/@eId", again) == ["body__para_1", "body__para_1-2"]
    assert path("//a:mainBody/a:paragraph/@wId", again) == ["body__para_1"]
    assert path("//a:mainBody/a:paragraph/@GUID", again) == ["a%20b", "c"]


HEAD = f"""<akomaNtoso xmlns="{NAMESPACE}"><KIND name="resolution"><meta>
<identification source="#x"><FRBRWork>
<FRBRalias name="symbol" value="A/80/L.9"/></FRBRWork><FRBRExpression><FRBRlanguage language="eng"/>
</FRBRExpression></identification></meta>"""


def other(inner: str, kind: str = "statement") -> Resolution:
    """What somebody else's document with these parts is read as."""
    return read(f"{HEAD.replace('KIND', kind)}{inner}</{kind}></akomaNtoso>".encode(), "x.xml").check()


def told(value: Resolution) -> list[tuple[str, int, str, str]]:
    return [(each.kind, each.level, each.label, each.text) for each in value.paragraphs]


def test_document_of_the_united_nations_profile_is_read_by_its_elements() -> None:
    value = other(
        """<preface><p><docNumber>A/80/L.9</docNumber></p><p><docTitle>On  maps</docTitle></p></preface>
        <preamble><formula name="enacting"><p><i>The General
           Assembly</i>,</p></formula>
        <recitals><recital><p><i>Recalling</i> its maps,<authorialNote
          marker="1"><p>A/80/1.</p></authorialNote></p></recital></recitals></preamble>
        <mainBody><section><num>I</num><heading>Maps</heading>
        <paragraph><num>1.</num><intro><p><i>Urges</i> all:</p></intro>
          <subparagraph><num>(a)</num><content><p>To read;</p></content></subparagraph></paragraph>
        <paragraph><num>2.</num><content><p><i>Decides</i>.</p></content></paragraph></section></mainBody>
        <attachments><attachment><heading>Annex</heading><doc name="annex"><meta/><mainBody>
          <paragraph><num>1.</num><content><p>On maps.</p></content></paragraph></mainBody></doc></attachment>
        </attachments>"""
    )
    assert told(value) == [
        ("enacting", 0, "", "The General Assembly,"),
        ("preambular", 1, "", "Recalling its maps,"),
        ("heading", 0, "", "I Maps"),
        ("operative", 1, "1.", "Urges all:"),
        ("operative", 2, "(a)", "To read;"),
        ("operative", 1, "2.", "Decides."),
        ("annex", 0, "", "Annex"),
        ("text", 1, "1.", "On maps."),
    ]
    assert value.paragraphs[1].marks == (Mark.italic(0, 9), Mark.call(19, "n1"))
    assert (value.title, value.symbol, value.language) == ("On maps", "A/80/L.9", "en")
    assert value.notes == (Note("n1", "1", "A/80/1."),)


def test_list_in_a_paragraph_becomes_its_sub_paragraphs() -> None:
    value = other(
        """<body><article><num>1</num><heading>Scope</heading><paragraph><num>1.</num><content><blockList>
        <listIntroduction>Urges all:</listIntroduction><item><num>(a)</num><p>To read;</p>
        <blockList><item><num>(i)</num><p>Aloud.</p></item></blockList></item></blockList></content>
        </paragraph></article></body>""",
        "act",
    )
    assert told(value) == [
        ("heading", 0, "", "1 Scope"),
        ("operative", 1, "1.", "Urges all:"),
        ("operative", 2, "(a)", "To read;"),
        ("operative", 3, "(i)", "Aloud."),
    ]


@pytest.mark.parametrize(
    ("kind", "body"),
    [("doc", "mainBody"), ("debate", "debateBody"), ("bill", "body"), ("statement", "mainBody")],
)
def test_document_of_mere_lines_is_judged_by_its_words(kind: str, body: str) -> None:
    value = other(
        f"""<{body}><p>The General Assembly,</p><p>Recalling its maps,</p><p>1. Urges all;</p>
        <p>2. Decides.</p></{body}>""",
        kind,
    )
    assert told(value) == [
        ("enacting", 0, "", "The General Assembly,"),
        ("preambular", 1, "", "Recalling its maps,"),
        ("operative", 1, "1.", "Urges all;"),
        ("operative", 1, "2.", "Decides."),
    ]


def test_marked_changes_are_taken_as_made_with_a_doubt() -> None:
    value = other(
        """<mainBody><paragraph><num>1.</num><content><p>Urges <del>some</del><ins>all</ins>;</p></content>
        </paragraph><paragraph status="removed"><num>2.</num><content><p>Gone.</p></content></paragraph>
        </mainBody>"""
    )
    assert told(value) == [("operative", 1, "1.", "Urges all;")]
    assert value.doubts == (Doubt("tracked-changes", "3 marked changes were taken as made."),)
