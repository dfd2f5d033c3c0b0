"""A resolution goes into a shared document and comes out the same; edits change what differs and no more."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text

from drafts.core import numbering
from drafts.core.document import Mark, Note, Paragraph, Resolution
from drafts.formats import read
from drafts.formats.shared import edit, new_doc, resolution_of, seeded, shown
from tests.builders import op, pp, resolution
from tests.corpus import CORPUS, needs_corpus
from tests.texts import NEW, OLD

words = st.text(st.sampled_from("abc é🕊مة大 ,"), max_size=12)


@st.composite
def texts(draw, keys):
    """A resolution as the live text can hold it: its own labels, notes in the order of their calls."""
    chosen = draw(st.permutations(keys).map(lambda found: found[: draw(st.integers(0, len(keys)))]))
    paragraphs, called = [], []
    for key in chosen:
        text = draw(words)
        marks = []
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        if start < end:
            marks.append(Mark.italic(start, end))
        if draw(st.booleans()):
            called.append(note := f"n{draw(st.integers(1, 3))}")
            marks.append(Mark.call(draw(st.integers(0, len(text))), note))
        kind = draw(st.sampled_from(["preambular", "operative", "heading"]))
        level = draw(st.integers(1, 4)) if kind != "heading" else 0
        marks.sort(key=lambda mark: (mark.start, mark.type))
        paragraphs.append(Paragraph(key, kind, text, level, marks=tuple(marks)))
    notes = tuple(Note(id, str(at), draw(words)) for at, id in enumerate(dict.fromkeys(called), 1))
    return Resolution(
        numbering.relabel(paragraphs, "en"), notes, title=draw(words).strip(), language="en"
    ).check()


KEYS = [f"k{number}" for number in range(5)]


@given(texts(KEYS))
def test_resolution_comes_out_as_it_went_in(text):
    assert resolution_of(seeded(text), Resolution(language="en")) == text


@given(texts(KEYS), texts(KEYS))
def test_edits_make_a_document_say_what_is_wanted(before, after):
    doc = seeded(before)
    update = edit(doc, after)
    assert resolution_of(doc, Resolution(language="en")) == after
    assert edit(doc, after) == b""
    assert (update == b"") == (before == after)


@given(texts(KEYS), texts(KEYS))
def test_edits_reach_another_page_as_one_update(before, after):
    doc, page = seeded(before), new_doc()
    page.apply_update(doc.get_update())
    if update := edit(doc, after):
        page.apply_update(update)
    assert resolution_of(page, Resolution(language="en")) == after


def test_words_written_meanwhile_outlast_an_edit():
    text = resolution(op("Takes note of the report;", "k1"), op("Decides to remain seized.", "k2"))
    server, page = seeded(text), new_doc()
    page.apply_update(server.get_update())
    page["paragraphs"]["k1"]["text"].insert(6, "now ")
    edit(server, replace(text, paragraphs=(replace(text.paragraphs[0], text="Takes full note of it;"),)))
    server.apply_update(page.get_update())
    page.apply_update(server.get_update())
    said = [each.text for each in resolution_of(server, text).paragraphs]
    assert [sorted(each.split()) for each in said] == [["Takes", "full", "it;", "note", "now", "of"]]
    assert said == [each.text for each in resolution_of(page, text).paragraphs]


def test_paragraph_deleted_while_written_in_shows_again():
    text = resolution(pp("Recalling,", "k1"), op("Decides.", "k2"))
    server, page = seeded(text), new_doc()
    page.apply_update(server.get_update())
    page["paragraphs"]["k1"]["text"].insert(9, " its resolution")
    edit(server, replace(text, paragraphs=text.paragraphs[1:]))
    assert [key for key, _ in shown(server)] == ["k2"]
    server.apply_update(page.get_update())
    assert [str(record["text"]) for _, record in shown(server)] == ["Recalling its resolution,", "Decides."]


def test_note_that_an_edit_no_longer_calls_keeps_what_it_said():
    text = resolution(
        op("Recalls it.", "k1", marks=(Mark.call(10, "n1"),)), notes=(Note("n1", "1", "A/61/1."),)
    )
    doc = seeded(text)
    edit(doc, replace(text, paragraphs=(replace(text.paragraphs[0], marks=()),), notes=()))
    assert doc["notes"]["n1"]["gone"] == "A/61/1."


def test_note_that_nothing_called_is_not_touched_by_an_edit():
    text = resolution(op("Recalls it.", "k1"), notes=(Note("n1", "1", "A/61/1."),))
    doc = seeded(text)
    edit(doc, replace(text, paragraphs=(replace(text.paragraphs[0], text="Recalls."),), notes=()))
    assert doc["notes"]["n1"]["gone"] is None


def test_starred_note_that_is_taken_out_is_gone_and_comes_back_with_its_words():
    starred = resolution(op("Decides.", "k1"), notes=[Note("n1", "*", "Any changes.")])
    bare = replace(starred, notes=())
    doc = seeded(starred)
    edit(doc, bare)
    assert resolution_of(doc, bare) == bare
    edit(doc, starred)
    assert resolution_of(doc, starred) == starred


@pytest.mark.parametrize("position", [3, "", "b1", "a0 ", None])
def test_paragraphs_in_no_place_that_there_is_are_given_one(position):
    text = resolution(pp("Recalling,", "k1"), op("Decides.", "k2"), op("Requests.", "k3"))
    doc = seeded(text)
    doc["paragraphs"]["k2"]["position"] = position
    doc["paragraphs"]["k3"] = Map({"kind": "operative"})
    edit(doc, text)
    assert resolution_of(doc, text) == text


def test_what_a_page_must_not_write_is_still_read_as_a_text():
    doc = seeded(resolution(op("Decides.", "k1")))
    doc["paragraphs"]["odd"] = Map(
        {"kind": "sermon", "level": 9.5, "position": 3, "text": Text("x\ny"), "gone": 7}
    )
    doc["paragraphs"]["bare"] = "no record"
    doc["notes"]["bare"] = 3
    doc["paragraphs"]["k1"]["text"].insert_embed(0, {"note": "nowhere"})
    found = resolution_of(doc, Resolution(language="en")).check()
    assert [(each.kind, each.level, each.text) for each in found.paragraphs] == [
        ("text", 4, "x y"),
        ("operative", 1, "Decides."),
    ]


signs = st.text(st.sampled_from("a é🕊\0\n*1\ufffc"), max_size=6)
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | signs,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(signs, inner, max_size=2),
    max_leaves=4,
)
spoilt_records = st.fixed_dictionaries(
    {},
    optional={
        "text": signs | anything,
        "label": st.just("*" * 41) | anything,
        "kind": st.sampled_from(["operative", "heading"]) | anything,
        **dict.fromkeys(["level", "position", "gone"], anything),
    },
)


@given(
    st.dictionaries(st.sampled_from(["", "k1", "k\0", "k" * 65]), spoilt_records | anything),
    st.dictionaries(st.sampled_from(["", "n1", "n\0", "n" * 65]), spoilt_records | anything),
    st.lists(st.sampled_from(["n1", "n\0", "n" * 65, "nowhere"]) | anything, max_size=2),
    signs,
)
def test_whatever_is_written_is_read_as_a_text_that_can_be_kept_and_mended(paragraphs, notes, calls, title):
    doc = seeded(resolution(op("Decides.", "k0")))
    doc["title"].insert(0, title)
    for root, records in (("paragraphs", paragraphs), ("notes", notes)):
        for key, record in records.items():
            spoil(doc[root], key, record)
    text = doc["paragraphs"]["k0"]["text"]
    for call in calls:
        text.insert_embed(0, {"note": call})
    text.insert(0, "\0a\0")
    text.format(0, 3, {"italic": True})
    found = resolution_of(doc, Resolution(language="en")).check()
    assert "\\x00" not in repr(found)
    assert all(len(each.id) <= 64 and len(each.label) <= 40 for each in (*found.paragraphs, *found.notes))
    assert [each.italics for each in found.paragraphs if each.id == "k0"] == [(Mark.italic(0, 1),)]
    decides = op("Decides.", "k0", marks=(Mark.call(7, "n1"),))
    wanted = resolution(decides, op("Requests.", "k1"), notes=[Note("n1", "1", "A.")])
    edit(doc, wanted)
    assert resolution_of(doc, wanted) == wanted


def spoil(records, key, record):
    """Write what no page of ours writes."""
    if not isinstance(record, dict):
        records[key] = record
        return
    words = record.get("text")
    records[key] = Map(record | ({"text": Text(words)} if isinstance(words, str) else {}))


@pytest.mark.parametrize("text", [OLD, NEW])
def test_read_text_keeps_its_words_and_marks(text):
    read_text = read(text.encode(), "-")
    assert resolution_of(seeded(read_text), read_text) == replace(read_text, doubts=())


@needs_corpus
def test_seed_comes_out_as_it_went_in():
    seed = read((CORPUS / "seed" / "revised-draft.fr.txt").read_bytes(), "seed.txt")
    assert resolution_of(seeded(seed), seed) == replace(seed, doubts=())


def test_empty_document_is_an_empty_text():
    assert resolution_of(new_doc(), Resolution(language="en")) == Resolution(language="en")
    assert isinstance(new_doc(), Doc)
