"""What a person sees of a Word file: words, italics, calls, numbers, rows; and nothing of what is hidden."""

import pytest

from drafts.core.document import Mark, Note
from drafts.formats.docx.content import read_document
from drafts.formats.docx.package import open_package
from tests.word_files import called, docx, field, levels, lists, note, p, r, t, zipped

ITALIC = "<w:i/>"
HIDDEN = "<w:vanish/>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"


def content(*paragraphs: str, **parts: str):
    return read_document(open_package(docx(*paragraphs, **parts), "a.docx")).content("accepted")


def words(*runs: str, **parts: str) -> str:
    return "|".join(block.text for block in content(p(*runs), **parts).blocks)


@pytest.mark.parametrize(
    ("inner", "read"),
    [
        ("<w:tab/>", "\t"),
        ("<w:br/>", "\n"),
        ("<w:cr/>", "\n"),
        ("<w:noBreakHyphen/>", "\u2011"),
        ("<w:softHyphen/>", "\u00ad"),
        ('<w:sym w:font="Symbol" w:char="F062"/>', "β"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/>', "•"),
        ('<w:sym w:font="Times New Roman" w:char="00E9"/>', "é"),
        ('<w:sym w:font="Symbol" w:char="none"/>', ""),
        ("<w:lastRenderedPageBreak/>", ""),
        (
            "<w:ruby><w:rt><w:r><w:t>kan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby>",
            "漢",
        ),
        ("<w:t> a\nb\n </w:t>", "a b"),
        ('<w:t xml:space="preserve"> a </w:t>', " a "),
    ],
)
def test_every_sign_of_a_run_is_read(inner: str, read: str) -> None:
    assert words(r("x", inner=inner), r("y")) == f"x{read}y"


@pytest.mark.parametrize(
    ("wrapped", "read"),
    [
        (f"<w:hyperlink r:id='x'>{r('in')}</w:hyperlink>", "in"),
        (f"<w:smartTag><w:smartTagPr/>{r('in')}</w:smartTag>", "in"),
        (CONTROL.format("<w:alias w:val='x'/>", r("in")), "in"),
        (CONTROL.format("<w:showingPlcHdr/>", r("Click here")), ""),
        (f"<w:dir w:val='rtl'>{r('in')}</w:dir>", "in"),
        ("<m:oMath><m:r><m:t>in</m:t></m:r></m:oMath>", "in"),
        (f"<mc:AlternateContent><mc:Choice Requires='wps'>{r('in')}</mc:Choice>"
         f"<mc:Fallback>{r('out')}</mc:Fallback></mc:AlternateContent>", "in"),
        (f"<mc:AlternateContent><mc:Fallback>{r('in')}</mc:Fallback></mc:AlternateContent>", "in"),
        (r("hidden", HIDDEN), ""),
        (field("PAGE", r("7")), ""),
        (field("REF other", r("in")), "in"),
        (field("IF " , field("PAGE", r("7"))), ""),
        (field("FORMTEXT", field("PAGE", r("7")) + r("in")), "in"),
        ("<w:fldSimple w:instr=' NUMPAGES '>" + r("9") + "</w:fldSimple>", ""),
        ("<w:fldSimple w:instr=' DATE '>" + r("in") + "</w:fldSimple>", "in"),
        ("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + r("in"), "in"),
        ("<w:r><w:fldChar w:fldCharType='end'/></w:r>" + r("in"), "in"),
    ],
)  # fmt: skip
def test_wrappers_and_fields_show_what_they_hold(wrapped: str, read: str) -> None:
    assert words(r("<"), wrapped, r(">")) == f"<{read}>"


def test_text_box_follows_the_paragraph_that_holds_it() -> None:
    inner = f"<w:txbxContent>{p(r('in the box'))}</w:txbxContent>"
    box = f"<w:r><w:drawing><wps:txbx>{inner}</wps:txbx></w:drawing></w:r>"
    branches = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent>{branches}</mc:AlternateContent>"
    assert words(r("before"), both, r(" after")) == "before after|in the box"


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Slanted'><w:basedOn w:val='N'/><w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Heir'><w:basedOn w:val='Slanted'/></w:style>"
    "<w:style w:type='character' w:styleId='Em'><w:rPr><w:i/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='High'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Round'><w:basedOn w:val='Round'/><w:rPr><w:i/></w:rPr></w:style>"
)


@pytest.mark.parametrize(
    ("style", "look", "italic"),
    [
        ("", "", False),
        ("", ITALIC, True),
        ("Slanted", "", True),
        ("Heir", "", True),
        ("Round", "", True),
        ("", "<w:rStyle w:val='Em'/>", True),
        ("Slanted", "<w:rStyle w:val='Em'/>", False),
        ("Slanted", "<w:rStyle w:val='Em'/><w:i/>", True),
        ("Slanted", "<w:i w:val='0'/>", False),
        ("Slanted", "<w:i w:val='false'/>", False),
        ("", "<w:iCs/>", False),
        ("", "<w:rtl/><w:iCs/>", True),
        ("Unknown", "<w:rStyle w:val='Unknown'/>", False),
    ],
)
def test_italics_come_through_styles_and_toggle(style: str, look: str, italic: bool) -> None:
    read = content(p(r("ab", look), style=style), styles=STYLES).blocks[0]
    assert read.marks == ((Mark.italic(0, 2),) if italic else ())


def test_italics_of_neighbouring_runs_are_one_and_span_calls() -> None:
    read = content(
        p(r("a", ITALIC), r("b", ITALIC), called(2), r("c", ITALIC), r("d")), footnotes=note(2, r("N."))
    )
    assert read.blocks[0].text == "abcd"
    assert read.blocks[0].marks == (Mark.italic(0, 3), Mark.call(2, "footnote 2"))


def test_hiding_comes_through_styles() -> None:
    assert words(r("a"), r("b", "<w:rStyle w:val='Gone'/>"), styles=STYLES) == "a"


@pytest.mark.parametrize(
    ("look", "raised"),
    [
        ("<w:vertAlign w:val='superscript'/>", ((1, 2),)),
        ("<w:position w:val='6'/>", ((1, 2),)),
        ("<w:rStyle w:val='High'/>", ((1, 2),)),
        ("<w:rStyle w:val='High'/><w:vertAlign w:val='baseline'/>", ()),
        ("<w:vertAlign w:val='subscript'/>", ()),
        ("<w:position w:val='-6'/>", ()),
        ("<w:position w:val='9999999999999'/>", ()),
    ],
)
def test_superscripts_are_seen_however_they_are_made(look: str, raised: tuple) -> None:
    assert content(p(r("a"), r("2", look), r("b")), styles=STYLES).blocks[0].raised == raised


def test_notes_are_numbered_as_they_are_called_and_stars_are_not_counted() -> None:
    read = content(
        p(called(9), r("a"), called(4, label="*"), r("b"), called(3), called(1, "endnote")),
        footnotes=note(3, r("Third."))
        + note(4, r("* "), r("Starred."))
        + note(9, r("N"), r("inth.", ITALIC)),
        endnotes=note(1, r("At the end."), kind="endnote"),
    )
    assert read.blocks[0].text == "ab"
    assert read.notes == (
        Note("footnote 9", "1", "Ninth.", (Mark.italic(1, 6),)),
        Note("footnote 4", "*", "Starred."),
        Note("footnote 3", "2", "Third."),
        Note("endnote 1", "i", "At the end."),
    )


def test_note_cited_again_is_one_note_with_two_calls() -> None:
    bookmark = "<w:bookmarkStart w:id='5' w:name='_Ref1'/>{}<w:bookmarkEnd w:id='5'/>"
    read = content(
        p(r("a"), bookmark.format(called(2))),
        p(r("b"), field(r"NOTEREF _Ref1 \f \h", r("1")), r("c")),
        p("<w:fldSimple w:instr='NOTEREF _Ref1'>" + r("1") + "</w:fldSimple>", field("NOTEREF lost", r("7"))),
        footnotes=note(2, r("See "), field("NOTEREF _Ref1", r("1"))),
    )
    call = "footnote 2"
    assert [(block.text, block.marks) for block in read.blocks] == [
        ("a", (Mark.call(1, call),)),
        ("bc", (Mark.call(1, call),)),
        ("7", (Mark.call(0, call),)),
    ]
    assert read.notes == (Note(call, "1", "See", (Mark.call(3, call),)),)


def test_raised_comma_between_two_calls_is_no_word() -> None:
    comma = r(", ", "<w:vertAlign w:val='superscript'/>")
    read = content(
        p(r("a"), called(2), comma, called(3), r(", b")), footnotes=note(2, r("A.")) + note(3, r("B."))
    )
    assert read.blocks[0].text == "a, b"


def test_note_that_is_not_in_the_file_is_an_empty_one() -> None:
    assert content(p(called(2))).notes == (Note("footnote 2", "1", ""),)


def test_form_of_note_numbers_is_the_section_s_or_the_document_s() -> None:
    form = "<w:numFmt w:val='lowerRoman'/><w:numStart w:val='3'/>"
    section = f"<w:sectPr><w:footnotePr>{form}</w:footnotePr></w:sectPr>"
    settings = "<w:footnotePr><w:numFmt w:val='chicago'/></w:footnotePr>"
    notes = note(2, r("A.")) + note(3, r("B."))
    for parts, labels in (({}, ["1", "2"]), ({"settings": settings}, ["*", "†"])):
        assert [
            each.label for each in content(p(called(2), called(3)), footnotes=notes, **parts).notes
        ] == labels
    read = content(p(called(2), called(3)), section, footnotes=notes, settings=settings)
    assert [each.label for each in read.notes] == ["iii", "iv"]


def test_rows_of_a_table_are_blocks_and_cells_may_hold_tables() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p(r('x'))}</w:tc><w:tc>{p(r('y', ITALIC))}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{p(r('a'))}{p(r('b'))}</w:tc><w:tc>{p()}</w:tc><w:tc>{inner}{p()}</w:tc></w:tr>"
    first, second = content(f"<w:tbl>{row}</w:tbl>", p(r("after"))).blocks
    assert (first.text, first.marks) == ("a\nb\tx\ty", (Mark.italic(6, 7),))
    assert [block.text for block in first.paragraphs] == ["a", "b", "", "x", "y", ""]
    assert second.text == "after"


def test_header_of_the_first_page_is_read_apart() -> None:
    section = "<w:sectPr><w:headerReference w:type='first' r:id='header'/><w:titlePg/></w:sectPr>"
    read = content(
        p(r("body")), section, header=p(r("A/C.3/80/L.9"), "<w:r><w:tab/></w:r>", field("PAGE", r("1")))
    )
    assert [block.text for block in read.head] == ["A/C.3/80/L.9\t"]
    assert [block.text for block in read.blocks] == ["body"]


def test_words_of_strict_files_are_read() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f"<w:body>{p(r('strictly', ITALIC))}</w:body>"
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document xmlns:w='{strict}'>{body}</w:document>",
    }
    read = read_document(open_package(zipped(parts), "a.docx")).content("accepted").blocks
    assert [(block.text, block.marks) for block in read] == [("strictly", (Mark.italic(0, 8),))]


def test_word_after_a_typed_star_stays() -> None:
    star = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{t("* and")}</w:r>'
    read = content(p(r("a"), star), footnotes=note(2, r("Starred.")))
    assert (read.blocks[0].text, read.notes[0].label) == ("a and", "*")


def test_list_is_numbered_through_its_own_style() -> None:
    number = "<w:pPr><w:numPr>{}</w:numPr></w:pPr>".format
    style = "<w:style w:type='paragraph' w:styleId='{}'>{}</w:style>".format
    styles = style("A", number("<w:numId w:val='1'/>")) + style(
        "B", "<w:basedOn w:val='A'/>" + number("<w:ilvl w:val='1'/>")
    )
    read = content(
        p(r("one"), style="A"), p(r("a"), style="B"), p(r("none"), style="A", number=(0, 0)),
        p(r("two"), style="A"),
        styles=styles, numbering=levels("%1.", "(%2)") + lists("1:1"),
    )  # fmt: skip
    assert [(block.label, block.level) for block in read.blocks] == [
        ("1.", 1),
        ("(a)", 2),
        ("", 0),
        ("2.", 1),
    ]
