"""What changed inside one pair of texts, word by word."""

from drafts.core.words.segments import compare_words, replace_words

__all__ = ["compare_words", "replace_words"]
