"""Who is here: at this process and, told through PostgreSQL, at others."""

from pycrdt import Doc, Text

from drafts.live import messages
from drafts.live.messages import Presence
from drafts.live.nearby import Nearby
from drafts.live.presences import Member, Presences
from drafts.live.room import Letter, Room

BEN = {"user": {"id": 2, "name": "Ben"}}


def member(user: int) -> Member:
    return Member(user, {"id": user, "name": f"person {user}"}, may_write=True)


def people(data: bytes) -> list[Presence]:
    return messages.parse_presence(messages.parse(data).data)


def test_people_of_another_process_are_shown_and_go_with_it():
    room, anna, late = Room(Doc()), member(1), member(3)
    room.join(anna)
    assert room.told_elsewhere("p", [Presence(7, 4, BEN)]) == [
        Letter(anna, messages.presence([Presence(7, 4, BEN)]))
    ]
    assert people(room.join(late)[1].data) == [Presence(7, 4, BEN)]
    room.leave(late)
    assert [people(each.data) for each in room.lost_elsewhere("p")] == [[Presence(7, 5, None)]]
    assert room.presences.everybody == []


def test_who_is_not_told_of_again_after_something_was_missed_is_taken_as_gone():
    room, anna = Room(Doc()), member(1)
    room.join(anna)
    room.told_elsewhere("p", [Presence(7, 4, BEN), Presence(8, 1, BEN)])
    room.presences.doubt_elsewhere()
    room.told_elsewhere("p", [Presence(8, 1, BEN), Presence(9, 1, BEN)])
    assert [people(each.data) for each in room.unconfirmed_elsewhere()] == [[Presence(7, 5, None)]]
    assert [each.client for each in room.presences.everybody] == [8, 9]
    assert room.unconfirmed_elsewhere() == []


def test_what_could_not_be_told_is_told_with_what_has_come_since():
    presences, anna, ben = Presences(), member(1), member(2)
    presences.take(anna, [Presence(5, 1, {"at": 1})])
    presences.take(ben, [Presence(6, 1, {"at": 1})])
    presences.leave(anna)
    lost = presences.untold()
    presences.take(ben, [Presence(6, 2, {"at": 2})])
    presences.put_back(lost)
    assert {each.client: each.clock for each in presences.untold()} == {5: 2, 6: 2}


def test_what_another_program_says_in_other_words_is_passed_over(caplog):
    nearby = Nearby({}, None)
    for told in ("newer", "p no-draft here", "p - here there"):
        nearby.hear(told)
    nearby.hear("p - here")
    assert len(caplog.messages) == 3


def test_other_processes_are_told_of_each_move_once_and_of_everybody_when_they_ask():
    presences, anna = Presences(), member(1)
    presences.take(anna, [Presence(5, 1, {"at": 1})])
    presences.take(anna, [Presence(5, 2, {"at": 2})])
    there = Presence(5, 2, {"at": 2, "user": anna.who})
    assert (presences.untold(), presences.untold()) == ([there], [])
    presences.retell()
    assert presences.untold() == [there]
    presences.leave(anna)
    assert presences.untold() == [Presence(5, 3, None)]


def test_page_that_comes_over_is_here_and_what_is_told_of_it_there_changes_nothing():
    presences, ben = Presences(), member(2)
    presences.told_elsewhere("p", [Presence(7, 4, BEN)])
    presences.take(ben, [Presence(7, 5, {})])
    assert presences.told_elsewhere("p", [Presence(7, 5, None)]) == []
    assert presences.everybody == [Presence(7, 5, {"user": ben.who})]


def test_nobody_is_present_or_writes_as_somebody_who_is_at_another_process():
    presences, forger = Presences(), member(9)
    presences.told_elsewhere("p", [Presence(7, 4, BEN)])
    presences.take(forger, [Presence(7, 50, {"at": "anywhere"})])
    assert (presences.everybody, presences.user_of(7)) == ([Presence(7, 4, BEN)], 2)


def test_whoever_comes_in_a_storm_of_letters_has_them_all():
    """At every moment of it: before a letter is kept, while it is, and after; each is told of none twice."""
    room = Room(Doc())
    writers = [member(number) for number in range(1, 6)]
    docs = [Doc() for _ in writers]
    for writer in writers:
        room.join(writer)
    comers: dict[Member, Doc] = {}
    batch = None

    def deliver(letters):
        for letter in letters:
            if letter.to in comers and letter.data[0] == 0 and letter.data[1] != 0:
                comers[letter.to].apply_update(messages.parse(letter.data).data)

    def come():
        comer = member(100 + len(comers))
        comers[comer] = Doc()
        deliver(room.join(comer))
        deliver(room.receive(comer, messages.state(Doc().get_state())))

    for turn in range(60):
        writer, doc = writers[turn % 5], docs[turn % 5]
        before = doc.get_state()
        doc.get("title", type=Text).insert(0, f"<{turn}>")
        deliver(room.receive(writer, messages.update(doc.get_update(before))))
        come()
        if turn % 3 == 0 and batch is None:
            batch = room.batch()
        elif turn % 3 == 2 and batch:
            come()
            deliver(room.committed(batch))
            batch = None
            come()
    while (batch := room.batch()) is not None:
        deliver(room.committed(batch))
    whole = str(room.doc.get("title", type=Text))
    assert all(f"<{turn}>" in whole for turn in range(60))
    assert {str(doc.get("title", type=Text)) for doc in comers.values()} == {whole}
