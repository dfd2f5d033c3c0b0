"""What goes over the wire, byte for byte, and that noise is refused by name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Text, create_sync_message, create_update_message

from drafts.formats.shared.updates import clocks
from drafts.live import messages
from drafts.live.messages import BadMessageError, Message, Presence


def test_messages_are_those_of_the_protocol():
    doc = Doc()
    doc["text"] = Text("Élan 🕊")
    assert messages.state(doc.get_state()) == create_sync_message(doc)
    assert messages.update(doc.get_update()) == create_update_message(doc.get_update())
    assert messages.kept(300) == bytes([100, 0xAC, 2])


@given(st.binary(max_size=300))
def test_what_is_sent_is_understood(data):
    assert messages.parse(messages.state(data)) == Message("state", data)
    assert messages.parse(messages.missing(data)) == Message("answer", data)
    assert messages.parse(messages.update(data)) == Message("update", data)


@given(
    st.lists(
        st.builds(
            Presence,
            st.integers(0, 2**32),
            st.integers(0, 9),
            st.none() | st.dictionaries(st.text(), st.integers() | st.text()),
        )
    )
)
def test_presence_is_read_as_it_was_written(present):
    data = messages.parse(messages.presence(present)).data
    assert messages.parse_presence(data) == present


@given(st.binary(max_size=60))
def test_noise_is_refused_or_understood_and_never_more(data):
    try:
        message = messages.parse(data)
        if message.kind == "presence":
            messages.parse_presence(message.data)
    except BadMessageError:
        pass


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is cut short."),
        (b"\x07", "there is no message 7."),
        (b"\0\7\0", "there is no step 7."),
        (b"\0\2\5ab", "it is cut short."),
        (b"\0\2\1ab", "something follows its end."),
        (b"\xff" * 12, "a number in it is too large."),
    ],
)
def test_refusal_says_what_is_wrong(data, reason):
    with pytest.raises(BadMessageError, match=f"^{reason}$"):
        messages.parse(data)


def told(state):
    """A presence message whose state is written as here."""
    return b"\1\7\1" + messages._bytes(state)


@pytest.mark.parametrize(
    "state",
    [
        b'{"x":"\\ud800"}',
        b'{"x":NaN}',
        b'{"x":[-Infinity]}',
        b'{"x":1e999}',
        b'{"x":' + b"[" * 100 + b"]" * 100 + b"}",
        b'{"x":"' + b"x" * 4_000 + b'"}',
        b"[]",
        b"{",
    ],
)
def test_presence_that_a_page_could_not_read_is_refused(state):
    with pytest.raises(BadMessageError):
        messages.parse_presence(told(state))


def test_presence_that_others_can_read_is_taken():
    assert messages.parse_presence(told(b'{"x":"\\ud83d\\udd4a"}')) == [Presence(7, 1, {"x": "🕊"})]


@pytest.mark.parametrize("clock", [messages.LATEST + 1, 2**53 - 1, 2**53])
def test_presence_whose_leaving_could_not_be_told_is_refused(clock):
    with pytest.raises(BadMessageError):
        messages.parse_presence(b"\1\7" + messages._number(clock) + messages._bytes(b"{}"))


def test_clocks_of_a_document_are_read():
    doc = Doc(client_id=7)
    doc["text"] = Text("abc")
    assert clocks(doc.get_state()) == {7: 3}
