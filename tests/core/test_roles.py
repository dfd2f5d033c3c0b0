from typing import get_args

import pytest

from drafts.core import roles
from drafts.core.states import STATES

EVERYONE = (*roles.LADDER, "stranger")


def test_every_deed_has_a_rule() -> None:
    assert set(roles.RULES) == set(get_args(roles.Deed))


@pytest.mark.parametrize("deed", roles.RULES)
def test_a_role_may_all_that_the_one_below_it_may(deed: roles.Deed) -> None:
    allowed = [roles.may(role, deed) for role in EVERYONE]
    assert allowed == sorted(allowed, reverse=True)
    assert allowed[-1] is False


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", EVERYONE)
def test_what_is_open_is_not_refused_and_what_is_refused_has_a_reason(role: str, state: str) -> None:
    for deed in roles.RULES:
        assert (deed in roles.deeds_open_to(role, state)) == (roles.refusal(role, state, deed) == "")


def test_a_refusal_says_who_may_and_who_one_is() -> None:
    assert roles.refusal("delegate", "issued", "issue") == (
        "Only a facilitator or a drafter of a draft can bring in a text or issue a version; "
        "you are a delegate here."
    )
    assert roles.refusal("drafter", "adopted", "issue") == (
        "This draft is adopted, and in that state nobody can bring in a text or issue a version."
    )
