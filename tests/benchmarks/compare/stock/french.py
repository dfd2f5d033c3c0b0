"""French agreement and contraction, which plain patterns cannot say."""

import re

_VOWEL = "aeiouyàâéèêëîïôûœAEIOUYÀÂÉÈÊÎÔŒ"
_MENDS = (
    (re.compile(rf"\b(l)(?:e|a) (?=harmon|[{_VOWEL}])", re.IGNORECASE), r"\1’"),
    (re.compile(rf"\b(d|qu|s)e (?=harmon|[{_VOWEL}])", re.IGNORECASE), r"\1’"),
    (re.compile(r"\bde le "), "du "),
    (re.compile(r"\bde les "), "des "),
    (re.compile(r"\bà le "), "au "),
    (re.compile(r"\bà les "), "aux "),
)


def mended(text: str) -> str:
    """Contracted and elided: ``de le appui`` is ``de l’appui``, ``de le rapport`` is ``du rapport``."""
    for pattern, replacement in _MENDS:
        text = pattern.sub(replacement, text)
    return text


def agreeing(rules: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The rules with adjectives in the masculine, feminine and masculine plural, made from ``adj_m``."""
    adjectives = rules["adj_m"]
    return {
        **rules,
        "adj_m": tuple(each.partition("/")[0] for each in adjectives),
        "adj_f": tuple(_feminine(each) for each in adjectives),
        "adj_p": tuple(_plural(each.partition("/")[0]) for each in adjectives),
    }


def _feminine(adjective: str) -> str:
    masculine, _, feminine = adjective.partition("/")
    return feminine or (masculine if masculine.endswith("e") else masculine + "e")


def _plural(masculine: str) -> str:
    if masculine.endswith("al"):
        return masculine.removesuffix("al") + "aux"
    return masculine if masculine.endswith("x") else masculine + "s"
