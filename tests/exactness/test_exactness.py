"""Samples, genuine chains and a share of the random revisions; more are tried by hand, see ``__main__``."""

import pytest

from tests.corpus import needs_corpus
from tests.exactness.__main__ import faults
from tests.exactness.revisions import Revision, chains, random_revisions, samples

TIMES = 60  # of 10 to 18 paragraphs, some 15 s of a processor
SHARES = 4  # so that several processes can take them


@pytest.mark.parametrize("revision", list(samples()), ids=lambda revision: revision.name)
def test_every_form_of_a_sample_is_exact_both_ways(revision: Revision) -> None:
    assert list(faults(revision)) == []
    assert list(faults(Revision(revision.name, revision.new, revision.old))) == []


@needs_corpus
def test_every_form_of_the_genuine_chains_is_exact() -> None:
    assert [(each.name, fault) for each in chains() for fault in faults(each)] == []


@pytest.mark.parametrize("share", range(SHARES))
def test_every_form_of_random_revisions_is_exact(share: int) -> None:
    revisions = random_revisions(TIMES // SHARES, shift=share)
    assert [(each.name, fault) for each in revisions for fault in faults(each)] == []
