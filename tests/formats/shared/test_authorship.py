"""Who wrote which words, told from updates: whatever is done, and wherever words go."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Map, Text

from drafts.formats.shared import Authorship, Place, edit, new_doc, seeded
from drafts.formats.shared.authorship import TITLE
from drafts.formats.shared.written import CALL
from tests.builders import op, resolution

K1, K2 = Place("paragraphs", "k1"), Place("paragraphs", "k2")


class Log:
    """A page, and the log of what is done on it."""

    def __init__(self, *texts: str) -> None:
        self.page = new_doc()
        self.authorship = Authorship()
        text = resolution(*(op(words, f"k{at}") for at, words in enumerate(texts, 1)))
        self.deed("Anna", lambda: self.page.apply_update(seeded(text).get_update()))

    def deed(self, author, do, *, as_in=None):
        before = self.page.get_state()
        with self.page.transaction():
            do()
        self.authorship.apply(self.page.get_update(before), author, as_in=as_in)

    def text(self, key="k1"):
        return self.page["paragraphs"][key]["text"]

    def told(self, place=K1):
        return [(run.signs, run.author) for run in self.authorship.written(place)]

    def delete(self, start, end, key="k1"):
        del self.text(key)[start:end]

    def new_paragraph(self, key, words):
        fields = {
            "kind": "operative",
            "level": 1,
            "position": "b1",
            "label": "",
            "text": Text(),
            "gone": None,
        }
        self.page["paragraphs"][key] = Map(fields)
        self.text(key).insert(0, words)


def test_words_are_their_authors_and_what_was_there_stays_anothers():
    log = Log("Takes note of the report;")
    log.deed("Ben", lambda: log.text().insert(10, " with appreciation"))
    assert log.told() == [("Takes note", "Anna"), (" with appreciation", "Ben"), (" of the report;", "Anna")]


def test_italics_and_level_are_nobodys_words():
    log = Log("Takes note;")
    log.deed("Ben", lambda: log.text().format(0, 5, {"italic": True}))
    log.deed("Ben", lambda: log.page["paragraphs"]["k1"].__setitem__("level", 2))
    assert log.told() == [("Takes note;", "Anna")]


def test_moved_paragraph_keeps_its_authors():
    log = Log("Takes note;", "Decides.")
    log.deed("Ben", lambda: log.page["paragraphs"]["k1"].__setitem__("position", "z9"))
    assert log.told() == [("Takes note;", "Anna")]


def test_split_paragraph_keeps_its_authors_on_both_sides():
    log = Log("Takes note of the report and decides;")
    log.deed("Ben", lambda: log.text().insert(10, " duly"))

    def split():
        tail = str(log.text())[15:]
        log.delete(15, 42)
        log.new_paragraph("k2", tail)

    log.deed("Cleo", split)
    assert log.told() == [("Takes note", "Anna"), (" duly", "Ben")]
    assert log.told(K2) == [(" of the report and decides;", "Anna")]


def test_joined_paragraphs_keep_their_authors():
    log = Log("Takes note;", "Decides.")

    def join():
        log.page["paragraphs"]["k2"]["gone"] = "Decides."
        log.text().insert(11, "Decides.")

    log.deed("Ben", join)
    assert log.told() == [("Takes note;Decides.", "Anna")]


def test_deleted_words_that_come_back_are_their_authors_again():
    log = Log("Takes full note;")
    for at in (9, 8, 7):  # as the key for deleting backwards does
        log.deed("Ben", lambda at=at: log.delete(at, at + 1))
    log.deed("Ben", lambda: log.text().insert(7, "ull"))
    assert log.told() == [("Takes full note;", "Anna")]


def test_deleted_words_that_come_back_in_italics_are_their_authors_again():
    log = Log("Takes full note;")
    log.deed("Ben", lambda: log.delete(6, 10))

    def undo():
        log.text().insert(6, "ll", {"italic": True})
        log.text().insert(6, "fu")

    log.deed("Ben", undo)
    assert log.told() == [("Takes full note;", "Anna")]


def test_words_typed_where_others_were_deleted_are_the_typists():
    log = Log("Takes full note;")
    log.deed("Ben", lambda: log.delete(6, 10))
    log.deed("Ben", lambda: log.text().insert(6, "due"))
    assert log.told() == [("Takes ", "Anna"), ("due", "Ben"), (" note;", "Anna")]


def test_text_taken_up_again_is_its_authors_of_then():
    log, earlier = Log("Takes full note of it;"), Log("Takes full note of it;")
    earlier.deed("Ben", lambda: earlier.text().insert(22, " now"))
    log.deed("Cleo", lambda: log.delete(5, 22))
    text = resolution(op("Takes full note of it; now", "k1"))
    before = log.page.get_state()
    edit(log.page, text)
    log.authorship.apply(log.page.get_update(before), "Dora", as_in=earlier.authorship.attributed)
    assert log.told() == [("Takes full note of it;", "Anna"), (" now", "Ben")]


def test_records_that_no_page_of_ours_writes_are_passed_over():
    log = Log("Takes note;")
    odd = {"text": Map({"a": 1}), "more": Text("x")}
    log.deed("Ben", lambda: log.page["paragraphs"].__setitem__("odd", Map(odd)))
    log.deed("Ben", lambda: log.page["paragraphs"]["odd"]["more"].insert(0, "y"))
    log.deed("Ben", lambda: log.page["paragraphs"].__setitem__("bare", 3))
    log.deed("Ben", lambda: log.page["paragraphs"].pop("k1"))
    assert (log.told(), log.told(Place("paragraphs", "odd"))) == ([], [])


SIGNS = st.text(st.sampled_from("ab é🕊مة大" + CALL), min_size=1, max_size=4)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from("ABC"), st.sampled_from(["k1", "k2", "t"]), st.integers(0, 99), SIGNS | st.none()
    ),
    max_size=25,
)


@settings(max_examples=150)
@given(DEEDS, st.integers(0, 25))
def test_every_sign_has_an_author_and_keeping_changes_nothing(deeds, kept_after):
    log = Log("Takes note é🕊;", "")
    other = log.authorship
    for number, (author, key, at, signs) in enumerate(deeds):
        before = log.page.get_state()
        text = log.page["title"] if key == "t" else log.text(key)
        edges = _edges(text)
        at %= len(edges)
        if signs is None:
            del text[edges[at] : edges[min(at + 3, len(edges) - 1)]]
        elif signs == CALL and key != "t":
            text.insert_embed(edges[at], {"note": "n1"})
        else:
            text.insert(edges[at], signs)
        update = log.page.get_update(before)
        log.authorship.apply(update, author)
        if number == kept_after:
            doc = new_doc()
            doc.apply_update(log.page.get_update())
            other = Authorship(doc, json.loads(json.dumps(log.authorship.to_json())))
        elif number > kept_after:
            other.apply(update, author)
    for place in (K1, K2, TITLE):
        text = log.page["title"] if place == TITLE else log.text(place.key)
        assert "".join(run.signs for run in other.written(place)) == _flat(text)
        assert other.written(place) == log.authorship.written(place)


def _flat(text):
    return "".join(part if isinstance(part, str) else CALL for part, _ in text.diff())


def _edges(text):
    """The offsets between its signs, in units of pycrdt."""
    edges = [0]
    for part, _ in text.diff():
        for size in [len(sign.encode()) for sign in part] if isinstance(part, str) else [1]:
            edges.append(edges[-1] + size)
    return edges
