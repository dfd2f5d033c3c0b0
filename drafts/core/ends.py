"""What two strings share at their start and at their end, at the speed of memory."""

from __future__ import annotations


def common_head(old: str, new: str) -> int:
    """Length of the common start. Found by halving: a comparison of slices costs next to nothing."""
    low, high = 0, min(len(old), len(new))
    if old[:high] == new[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_tail(old: str, new: str) -> int:
    """Length of the common end."""
    return common_head(old[::-1], new[::-1])


def common_ends(old: str, new: str) -> int:
    """How many characters are common at start and end together, none counted twice."""
    head = common_head(old, new)
    return head + common_tail(old[head:], new[head:])
