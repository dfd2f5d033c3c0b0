"""In a room nothing is seen before it is kept, nobody writes in another's name, and noise changes nothing."""

import pytest
from pycrdt import Doc, Text

from drafts.live import messages
from drafts.live.messages import Presence
from drafts.live.room import BAD_MESSAGE, NOT_ALLOWED, Letter, Member, RefusedError, Room


def member(user=1, may_write=True):
    return Member(user, {"name": f"person {user}"}, may_write)


def written(words, client=None):
    """A document of somebody who wrote these words."""
    doc = Doc(client_id=client) if client else Doc()
    doc.get("title", type=Text).insert(0, words)
    return doc


def said(room):
    return str(room.doc.get("title", type=Text))


@pytest.fixture
def room():
    return Room(Doc())


def test_newcomer_is_asked_for_what_it_wrote_while_away(room):
    newcomer = member()
    assert room.join(newcomer) == [Letter(newcomer, messages.state(b"\0"))]


def test_update_is_handed_on_and_acknowledged_only_when_kept(room):
    author, reader = member(1), member(2, may_write=False)
    room.join(author)
    room.join(reader)
    update = written("Recalling").get_update()
    assert room.receive(author, messages.update(update)) == []
    batch = room.batch()
    assert (batch.updates, said(room)) == (((1, update),), "Recalling")
    assert room.committed(batch) == [
        Letter(reader, messages.update(update)),
        Letter(author, messages.kept(1)),
    ]
    assert room.batch() is None


def test_what_comes_while_a_batch_is_being_kept_waits_for_the_next(room):
    first, second = member(1), member(2)
    room.join(first)
    room.join(second)
    room.receive(first, messages.update(written("a").get_update()))
    batch = room.batch()
    room.receive(second, messages.update(written("b").get_update()))
    room.committed(batch)
    assert [user for user, _ in room.batch().updates] == [2]


def test_batch_holds_one_update_a_person(room):
    author = member(1)
    room.join(author)
    doc = written("a")
    room.receive(author, messages.update(doc.get_update()))
    doc["title"].insert(1, "b")
    room.receive(author, messages.update(doc.get_update()))
    batch = room.batch()
    reread = Doc()
    reread.apply_update(batch.updates[0][1])
    assert (len(batch.updates), str(reread.get("title", type=Text))) == (1, "ab")
    assert room.committed(batch)[-1] == Letter(author, messages.kept(2))


def test_known_update_is_acknowledged_and_not_kept_again(room):
    author = member()
    room.join(author)
    update = messages.update(written("a").get_update())
    room.receive(author, update)
    room.committed(room.batch())
    room.receive(author, update)
    batch = room.batch()
    assert batch.updates == ()
    assert room.committed(batch) == [Letter(author, messages.kept(2))]


def test_update_whose_beginning_is_missing_is_kept_until_it_comes(room):
    author = member()
    room.join(author)
    doc = Doc()
    text = doc.get("title", type=Text)
    text.insert(0, "a")
    before = doc.get_state()
    beginning = doc.get_update()
    text.insert(1, "b")
    rest = doc.get_update(before)
    room.receive(author, messages.update(rest))
    assert room.batch().updates == ((1, rest),)
    room.receive(author, messages.update(beginning))
    assert said(room) == "ab"


def test_reader_may_answer_with_what_is_known_and_not_write(room):
    author, reader = member(1), member(2, may_write=False)
    room.join(author)
    room.join(reader)
    doc = written("ab")
    del doc["title"][0:1]
    room.receive(author, messages.update(doc.get_update()))
    room.committed(room.batch())
    room.receive(reader, messages.missing(doc.get_update(room.doc.get_state())))
    for refused in (messages.update(written("x").get_update()), messages.missing(written("x").get_update())):
        with pytest.raises(RefusedError) as caught:
            room.receive(reader, refused)
        assert caught.value.code == NOT_ALLOWED
    assert said(room) == "b"


def test_nobody_writes_in_the_name_of_anothers_page(room):
    author, forger = member(1), member(2)
    room.join(author)
    room.join(forger)
    doc = written("mine", client=77)
    room.receive(author, messages.update(doc.get_update()))
    doc["title"].insert(0, "not ")
    with pytest.raises(RefusedError) as caught:
        room.receive(forger, messages.update(doc.get_update(room.doc.get_state())))
    assert (caught.value.code, said(room)) == (NOT_ALLOWED, "mine")


@pytest.mark.parametrize("data", [b"", b"\x09", b"\0\2\4junk", b"\0\0\3\xff\xff\xff", b"\1\3\1\1\1"])
def test_noise_is_refused_and_the_room_lives_on(room, data):
    author = member()
    room.join(author)
    with pytest.raises(RefusedError) as caught:
        room.receive(author, data)
    assert caught.value.code == BAD_MESSAGE
    room.receive(author, messages.update(written("still here").get_update()))
    assert said(room) == "still here"


def test_presence_bears_the_name_we_know_and_ends_with_the_person(room):
    one, other = member(1), member(2)
    room.join(one)
    room.join(other)
    told = room.receive(
        one, messages.presence([Presence(5, 1, {"user": {"name": "somebody else"}, "at": 3})])
    )
    assert told == [
        Letter(other, messages.presence([Presence(5, 1, {"user": {"name": "person 1"}, "at": 3})]))
    ]
    assert room.receive(other, messages.presence([Presence(5, 9, None)])) == []
    third = member(3)
    assert room.join(third)[1:] == [
        Letter(third, messages.presence([Presence(5, 1, {"user": {"name": "person 1"}, "at": 3})]))
    ]
    assert set(room.leave(one)) == {
        Letter(each, messages.presence([Presence(5, 2, None)])) for each in (other, third)
    }


def test_state_is_answered_with_what_is_missing(room):
    author = member()
    room.join(author)
    room.receive(author, messages.update(written("all of it").get_update()))
    (letter,) = room.receive(author, messages.state(b"\0"))
    doc = Doc()
    doc.apply_update(messages.parse(letter.data).data)
    assert str(doc.get("title", type=Text)) == "all of it"


def test_what_another_process_kept_is_handed_on_once(room):
    reader = member(1, may_write=False)
    room.join(reader)
    update = written("elsewhere").get_update()
    assert room.arrived(update) == [Letter(reader, messages.update(update))]
    assert room.arrived(update) == []
