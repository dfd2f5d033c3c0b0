from drafts.core import states


def test_every_state_has_words_and_a_way_out() -> None:
    assert set(states.WORDS) == set(states.STATES)
    assert all(states.moves_from(state) for state in states.STATES)


def test_every_state_can_be_reached_from_the_first() -> None:
    reached, waiting = {"drafting"}, ["drafting"]
    while waiting:
        for move in states.moves_from(waiting.pop()):
            if move.new not in reached:
                reached.add(move.new)
                waiting.append(move.new)
    assert reached == set(states.STATES)


def test_only_an_issued_text_is_adopted() -> None:
    assert {move.old for move in states.MOVES if move.new == "adopted"} == {"issued", "negotiation"}


def test_leaving_a_closed_state_always_needs_a_reason() -> None:
    assert all(move.why for move in states.MOVES if move.old not in states.OPEN)


def test_one_way_at_most_leads_from_one_state_to_another() -> None:
    ways = [(move.old, move.new) for move in states.MOVES]
    assert len(ways) == len(set(ways))
