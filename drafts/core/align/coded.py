"""The paragraphs of one side as coded words."""

from __future__ import annotations

from collections.abc import Sequence

from drafts.core.tokens import folded_words
from drafts.core.vocabulary import Vocabulary


class CodedTexts:
    """The paragraphs of one side, coded when first asked for: most paragraphs never are."""

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self._texts, self._vocabulary = texts, vocabulary
        self._coded: dict[int, str] = {}

    def __getitem__(self, index: int) -> str:
        coded = self._coded.get(index)
        if coded is None:
            coded = self._coded[index] = self._vocabulary.code(folded_words(self._texts[index]))
        return coded

    def __len__(self) -> int:
        return len(self._texts)

    def joined(self, indices: Sequence[int]) -> str:
        return "".join([self[index] for index in indices])
