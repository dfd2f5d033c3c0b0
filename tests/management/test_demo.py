"""The demonstration: samples that show what the program can do, loaded once, on a port that is free."""

from __future__ import annotations

import socket

import pytest
from django.urls import reverse

from drafts.core import compare
from drafts.core.errors import DeedError
from drafts.formats import read
from drafts.management.commands.demo import HOST, listen
from drafts.management.demo import SAMPLES, load_samples, text_of
from drafts.models import Draft, User, Version

# Preambular and operative paragraphs of each sample, counted on paper.
COUNTS = {
    "training.en.txt": (8, 12),
    "training-rev1.en.txt": (9, 13),
    "villes.fr.txt": (8, 12),
    "villes-rev1.fr.txt": (8, 13),
}


def resolutions(texts):
    return [read(text_of(sample).encode(), sample.file) for sample in texts]


@pytest.mark.parametrize("texts", SAMPLES, ids=["en", "fr"])
def test_sample_reads_without_a_doubt_and_under_its_symbol(texts):
    for sample, resolution in zip(texts, resolutions(texts), strict=True):
        assert (resolution.symbol, resolution.doubts) == (sample.symbol, ())
        assert resolution.language == sample.file.split(".")[1]
        counted = tuple(
            sum(each.level == 1 for each in resolution.of_kind(kind)) for kind in ("preambular", "operative")
        )
        assert counted == COUNTS[sample.file]


@pytest.mark.parametrize("texts", SAMPLES, ids=["en", "fr"])
def test_sample_and_its_revision_show_every_kind_of_change(texts):
    counts = compare(*resolutions(texts)).summary
    shown = ("edited", "added", "removed", "moved", "split", "renumbered", "notes_added")
    sponsors = ("sponsors_joined", "sponsors_withdrawn")
    assert {kind for kind in (*shown, *sponsors) if not counts[kind]} == set()
    assert (counts["moved"], counts["split"], counts["notes_added"]) == (1, 1, 1)


@pytest.mark.django_db
def test_samples_are_loaded_once():
    load_samples()
    load_samples()
    expected = sorted(sample.symbol for texts in SAMPLES for sample in texts)
    assert sorted(Version.objects.values_list("symbol", flat=True)) == expected
    assert Draft.objects.count() == len(SAMPLES)


@pytest.mark.django_db
def test_demo_person_can_sign_in(client):
    load_samples()
    sent = client.post(reverse("sign-in"), {"username": "demo", "password": "demo"})
    assert sent["Location"] == reverse("home")


@pytest.mark.django_db
def test_database_that_serves_people_gets_no_password_known_to_all():
    User.objects.create_user("delegate")
    with pytest.raises(DeedError, match="already serves people"):
        load_samples()
    assert User.objects.count() == 1


def test_taken_port_gives_way_to_the_next():
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        with listen(port) as listening:
            assert port < listening.getsockname()[1] <= port + 50
