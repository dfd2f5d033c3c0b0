"""In a room nothing is seen before it is kept, nobody writes in another's name, and noise changes nothing."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pycrdt import Doc, Text

from drafts.live import messages
from drafts.live import room as rooms
from drafts.live.messages import Presence
from drafts.live.presences import Member
from drafts.live.refusals import BAD_MESSAGE, NOT_ALLOWED, TOO_LARGE, RefusedError
from drafts.live.room import Letter, Room, merged

# Two letters, and a value said to stand in a letter as in a map (client 101: "ab", then "x" in its first).
CONTRADICTORY = "0102650004010174026162280065000178017e00"


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


def test_client_that_is_present_is_nobody_elses_even_before_it_writes(room):
    author, forger = member(1), member(2)
    room.join(author)
    room.join(forger)
    room.receive(author, messages.presence([Presence(77, 1, {"at": 3})]))
    with pytest.raises(RefusedError):
        room.receive(forger, messages.update(written("not mine", client=77).get_update()))
    room.receive(author, messages.update(written("mine", client=77).get_update()))
    assert said(room) == "mine"


def test_whose_client_it_is_was_known_before_the_room_opened():
    doc = written("mine", client=77)
    forger = member(2)
    room = Room(doc, {77: 1})
    room.join(forger)
    forged = Doc(client_id=77)
    forged.apply_update(doc.get_update())
    forged.get("title", type=Text).insert(0, "not ")
    with pytest.raises(RefusedError):
        room.receive(forger, messages.update(forged.get_update(doc.get_state())))
    elsewhere = written("more", client=78)
    room.arrived(1, elsewhere.get_update())
    elsewhere["title"].insert(0, "no ")
    with pytest.raises(RefusedError):
        room.receive(forger, messages.update(elsewhere.get_update(room.doc.get_state())))


def test_who_asks_while_something_waits_is_answered_when_it_is_safe(room):
    author, newcomer = member(1), member(2, may_write=False)
    room.join(author)
    room.receive(author, messages.update(written("a").get_update()))
    batch = room.batch()
    room.join(newcomer)
    assert room.receive(newcomer, messages.state(b"\0")) == []
    room.receive(author, messages.update(written("b").get_update()))
    told = [letter.data for letter in room.committed(batch) if letter.to is newcomer]
    assert told == [messages.update(batch.whole), messages.missing(batch.whole)]
    later = member(3)
    room.join(later)
    assert room.receive(later, messages.state(b"\0")) == []
    assert room.committed(room.batch())[-1] == Letter(later, messages.missing(room.doc.get_update()))


def test_update_of_which_a_part_waits_is_kept_whole(room):
    """``ab`` comes with ``d``, and what ``d`` follows does not::

    one's words   ab        there at once
    another's     c, and one's d after it        c is missing: d waits, and is safe all the same
    """
    author = member()
    room.join(author)
    mine, other = Doc(client_id=1), Doc(client_id=2)
    mine.get("title", type=Text).insert(0, "ab")
    other.apply_update(mine.get_update())
    beyond = other.get_state()
    other.get("title", type=Text).insert(2, "c")
    missing = other.get_update(beyond)
    mine.apply_update(other.get_update())
    before_c = other.get_state()
    mine["title"].insert(3, "d")
    sent = merged([mine.get_update(before_c), written("x", client=9).get_update()])
    room.receive(author, messages.update(sent))
    ((_, kept),) = room.batch().updates
    again = Doc()
    for update in (kept, written("ab", client=1).get_update(), missing):
        again.apply_update(update)
    assert sorted(str(again.get("title", type=Text))) == sorted("xabcd")


def test_update_that_breaks_off_half_way_is_undone_by_renewing(room):
    author, forger = member(1), member(2)
    room.join(author)
    room.join(forger)
    room.receive(author, messages.update(written("safe ", client=1).get_update()))
    room.committed(room.batch())
    kept = room.doc.get_update()
    room.receive(author, messages.update(written("waiting ", client=3).get_update()))
    with pytest.raises(RefusedError) as caught:
        room.receive(forger, messages.update(bytes.fromhex(CONTRADICTORY)))
    assert (caught.value.code, room.spoiled) == (BAD_MESSAGE, True)
    fresh = Doc()
    fresh.apply_update(kept)
    room.renew(fresh, {1: 1})
    assert (room.spoiled, sorted(said(room).split()), room.backlog) == (False, ["safe", "waiting"], 1)


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
    said = messages.presence([Presence(5, 1, {"user": {"name": "somebody else"}, "at": 3})])
    assert room.receive(one, said) == []
    signed = Presence(5, 1, {"user": {"name": "person 1"}, "at": 3})
    assert room.tell_places() == [Letter(other, messages.presence([signed]))]
    assert room.receive(other, messages.presence([Presence(5, 9, None)])) == []
    assert not room.presences.has_moved
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
    room.committed(room.batch())
    (letter,) = room.receive(author, messages.state(b"\0"))
    doc = Doc()
    doc.apply_update(messages.parse(letter.data).data)
    assert str(doc.get("title", type=Text)) == "all of it"


def test_what_another_process_kept_is_handed_on_once(room):
    reader = member(1, may_write=False)
    room.join(reader)
    update = written("elsewhere").get_update()
    assert room.arrived(7, update) == [Letter(reader, messages.update(update))]
    assert room.arrived(7, update) == []


def test_what_another_process_kept_counts_towards_how_large_a_text_may_grow(room, monkeypatch):
    author = member()
    room.join(author)
    room.arrived(7, written("x" * 500).get_update())
    monkeypatch.setattr(rooms, "LARGEST_TEXT", 400)
    with pytest.raises(RefusedError) as caught:
        room.receive(author, messages.update(written("more").get_update()))
    assert caught.value.code == TOO_LARGE


def test_words_of_a_page_that_was_away_for_long_find_their_place(room):
    """Among words that were deleted since, and the text has been made short::

    at first     Recalls all of it
    meanwhile    Recalls it          and only the short form is loaded again
    away         Recalls all (Élan 🕊) of it
    """
    author, late = member(1), member(2)
    away = written("Recalls all of it", client=5)
    room.join(author)
    room.receive(author, messages.update(away.get_update()))
    meanwhile = Doc()
    meanwhile.apply_update(away.get_update())
    del meanwhile.get("title", type=Text)[8:15]
    room.receive(author, messages.update(meanwhile.get_update()))
    again = Doc()
    again.apply_update(room.doc.get_update())
    room = Room(again, room.owners)
    room.join(late)
    old = Doc(client_id=9)
    old.apply_update(away.get_update())
    old.get("title", type=Text).insert(11, " (Élan 🕊)")
    room.receive(late, messages.missing(old.get_update(room.doc.get_state())))
    assert said(room) == "Recalls  (Élan 🕊)it"


def test_what_the_text_shows_is_told_to_all_and_to_who_comes_until_it_changes(room):
    author, newcomer = member(1), member(2, may_write=False)
    room.join(author)
    room.receive(author, messages.update(written("a").get_update()))
    assert room.settled(b"waiting") == []
    room.committed(room.batch())
    assert room.settled(b"short") == [Letter(author, messages.shown(b"short"))]
    room.join(newcomer)
    answer = messages.missing(room.doc.get_update(room.doc.get_state()))
    room.receive(newcomer, answer)
    assert room.committed(room.batch()) == [
        Letter(newcomer, messages.kept(1)),
        Letter(newcomer, messages.shown(b"short")),
    ]
    room.receive(author, messages.update(written("b").get_update()))
    room.committed(room.batch())
    room.receive(newcomer, answer)
    assert room.committed(room.batch()) == [Letter(newcomer, messages.kept(2))]


@given(st.data())
def test_whatever_comes_others_words_stay_and_others_can_write(data):
    """Updates bent in some bytes: refused or absorbed, and the room lives on."""
    room, author, sender = Room(Doc()), member(1), member(2)
    room.join(author)
    room.join(sender)
    honest = written("safe", client=1)
    room.receive(author, messages.update(honest.get_update()))
    room.committed(room.batch())
    kept = room.doc.get_update()
    for _ in range(data.draw(st.integers(1, 4))):
        bent = bytearray(written("ab", client=data.draw(st.integers(2, 4))).get_update())
        for _ in range(data.draw(st.integers(0, 3))):
            bent[data.draw(st.integers(0, len(bent) - 1))] = data.draw(st.integers(0, 255))
        with contextlib.suppress(RefusedError):
            room.receive(sender, messages.update(bytes(bent)))
        if room.spoiled:
            fresh = Doc()
            fresh.apply_update(kept)
            room.renew(fresh, {1: 1})
    honest["title"].insert(4, " and sound")
    room.receive(author, messages.update(honest.get_update()))
    there = Doc()
    for update in (kept, *(update for _, update in room.batch().updates)):
        there.apply_update(update)
    for doc in (room.doc, there):
        words = str(doc.get("title", type=Text))
        assert "safe" in words
        assert " and sound" in words
