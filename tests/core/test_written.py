"""A text by who wrote what: every sign of it once, with its author."""

from hypothesis import given
from hypothesis import strategies as st

from drafts.core.runs import Run
from drafts.core.written import Stretch, by_author, shares

RUNS = st.lists(
    st.builds(Run, st.just("equal"), st.text(max_size=5), st.booleans())
    | st.builds(Run, st.just("equal"), call=st.just("1")),
    max_size=8,
)
AUTHORS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("AB")), max_size=8)


def test_runs_are_cut_where_the_author_changes_and_a_call_goes_with_what_it_stands_behind():
    runs = (
        Run("equal", "Recalling", italic=True),
        Run("equal", " its own"),
        Run("equal", call="1"),
        Run("equal", ","),
    )
    assert by_author(runs, [(13, "Anna"), (4, "Ben"), (1, "Anna")]) == (
        Stretch("Anna", (Run("equal", "Recalling", italic=True), Run("equal", " its"))),
        Stretch("Ben", (Run("equal", " own"), Run("equal", call="1"))),
        Stretch("Anna", (Run("equal", ","),)),
    )


def test_who_wrote_most_comes_first():
    stretches = by_author([Run("equal", "abcdef")], [(2, "Anna"), (4, "Ben")])
    assert shares(stretches) == [("Ben", 4), ("Anna", 2)]


@given(RUNS, AUTHORS)
def test_every_sign_stands_once_with_the_author_it_has(runs, authors):
    stretches = by_author(runs, authors)
    assert "".join(run.text for each in stretches for run in each.runs) == "".join(run.text for run in runs)
    assert sum(run.call == "1" for each in stretches for run in each.runs) == sum(
        run.call == "1" for run in runs
    )
    wanted = "".join(author * length for length, author in authors)
    told = "".join((each.author or "-") * each.length for each in stretches)
    assert told == (wanted + "-" * len(told))[: len(told)]
