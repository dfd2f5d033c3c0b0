import pytest

from drafts.core import deeds


def test_a_kind_has_one_group() -> None:
    kinds = [kind for group in deeds.GROUPS.values() for kind in group]
    assert len(kinds) == len(set(kinds))
    assert deeds.group_of("version-issued") == "versions"


def test_an_unknown_kind_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        deeds.group_of("version-eaten")


def test_the_timeline_tells_nothing_of_codes_and_downloads() -> None:
    assert not deeds.kinds_told() & set(deeds.GROUPS["access"])
    assert deeds.kinds_told(("states", "access")) == {"state-changed"}
