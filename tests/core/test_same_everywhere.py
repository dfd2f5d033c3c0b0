"""The same input gives the same answer in any process, however Python orders its sets there."""

import json
import os
import subprocess
import sys

SCRIPT = """
import json, random, sys
from drafts.core import compare
from drafts.formats import to_json
from tests.builders import op, resolution
words = "States requests invites urges report office crime training law justice fund the of and to in".split()
chance = random.Random(7)
texts = [" ".join(chance.choices(words, k=chance.randint(6, 30))) for _ in range(160)]
edited = [" ".join(word for word in text.split() if chance.random() > 0.2) for text in texts]
chance.shuffle(edited)
old, new = (resolution(*map(op, side)) for side in (texts, edited))
print(json.dumps(to_json(compare(old, new))))
"""


def answer(seed: str) -> object:
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )
    return json.loads(ran.stdout)


def test_the_order_of_sets_changes_nothing() -> None:
    first = answer("1")
    assert isinstance(first, dict)
    assert first["summary"]["moved"] > 10
    assert answer("2") == first
    assert answer("3") == first
