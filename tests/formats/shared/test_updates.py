"""How far an update reaches is what the document says once it has taken it in."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Array, Doc, Map, Text

from drafts.formats.shared.lib0 import BadMessageError
from drafts.formats.shared.updates import Reach, clocks, reach

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**50), 2**50)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
writings = st.lists(
    st.tuples(st.sampled_from(["text", "embed", "format", "delete", "map", "array"]), values), max_size=8
)


def write(doc, deed, value):
    text, table, row = doc.get("t", type=Text), doc.get("m", type=Map), doc.get("a", type=Array)
    if deed == "text":
        text.insert(len(text), value if isinstance(value, str) else "Élan 🕊")
    elif deed == "embed":
        text.insert_embed(0, {"note": "n1"})
    elif deed == "format" and len(text):
        text.format(0, len(text), {"italic": True})
    elif deed == "delete" and len(text):
        text.clear()
    elif deed == "map":
        table["k"] = Map({"inner": Text("x"), "value": value})
    elif deed == "array":
        row.append(value)


@given(writings, writings)
def test_reach_of_an_update_is_where_the_document_then_stands(first, then):
    doc = Doc()
    for deed, value in first:
        write(doc, deed, value)
    before = doc.get_state()
    for deed, value in then:
        write(doc, deed, value)
    assert reach(doc.get_update()).written == clocks(doc.get_state())
    now, was = clocks(doc.get_state()), clocks(before)
    assert reach(doc.get_update(before)).written == {
        client: clock for client, clock in now.items() if clock != was.get(client)
    }


@given(st.binary(max_size=80))
def test_noise_ends_in_a_refusal_or_an_answer(noise):
    with contextlib.suppress(BadMessageError):
        reach(noise)


def test_reach_tells_of_deletions_too():
    doc = Doc(client_id=7)
    text = doc.get("t", type=Text)
    text.insert(0, "abcdef")
    del text[1:3]
    del text[2:3]
    assert reach(doc.get_update()) == Reach({7: 6}, {7: 5})
    assert not Reach({7: 6}, {7: 5}).is_within({7: 4})
    assert not Reach({}, {8: 1}).is_within({7: 6})
    assert Reach({7: 6}, {7: 5}).is_within({7: 6})


def test_what_follows_the_end_is_refused():
    with pytest.raises(BadMessageError, match="follows"):
        reach(Doc().get_update() + b"\0")


@pytest.mark.parametrize(
    "data", [b"\1\1\1\0\x1f", b"\1\1\1\0\4\1\1t\2\xff\xff", b"\1\1\1\0\x88\0\0\1" + b"\x75\1" * 80]
)
def test_content_that_does_not_exist_is_refused(data):
    with pytest.raises(BadMessageError):
        reach(data)
