"""Ours, and one address more: a page that renders a constant."""

from drafts.settings import *  # noqa: F403

ROOT_URLCONF = "tests.benchmarks.throughput.urls"
