"""Where the genuine documents are: beside the project, never in it."""

import os
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("RESOLUTIONS_CORPUS", Path(__file__).parents[1].parent / "shared" / "corpus"))

needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason=f"the genuine documents are not at {CORPUS}; set RESOLUTIONS_CORPUS"
)
