"""redlines, which compares words and lays the result out like tracked changes."""

from importlib.metadata import version

from redlines import Redlines
from redlines.processor import concatenate_paragraphs_and_add_chr_182, tokenize_text

from tests.benchmarks.compare.answer import Answer, from_segments
from tests.benchmarks.compare.cases import Case
from tests.benchmarks.compare.peers.peer import Peer
from tests.benchmarks.compare.peers.python_difflib import Opcode, segments


def run(sides: tuple[str, str]) -> list[Opcode]:
    opcodes: list[Opcode] = Redlines(*sides).opcodes
    return opcodes


def read(raw: list[Opcode], case: Case) -> Answer:
    """Its tokens count the pilcrow it sets between paragraphs, which is no letter of the text."""
    old, new = (
        tokenize_text(concatenate_paragraphs_and_add_chr_182(side.plain)) for side in (case.old, case.new)
    )
    bare = ((op, text.replace("¶", "")) for op, text in segments(raw, old, new))
    return from_segments(bare, case.old, case.new)


WORDS = Peer("redlines", version("redlines"), run, read)
