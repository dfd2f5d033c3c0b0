"""The fixed words of a masthead in the six languages; a :class:`Masthead` holds what stands after them."""

from __future__ import annotations

from collections.abc import Mapping

_ORGANIZATION = {
    "ar": "الأمم المتحدة",
    "zh": "联合国",
    "en": "United Nations",
    "fr": "Nations Unies",
    "ru": "Организация Объединенных Наций",
    "es": "Naciones Unidas",
}
DISTRIBUTION: Mapping[str, str] = {
    "ar": "التوزيع: ",
    "zh": "分发：",
    "en": "Distr.: ",
    "fr": "Distr. : ",
    "ru": "Distr.: ",
    "es": "Distr.: ",
}
ORIGINAL: Mapping[str, str] = {
    "ar": "الأصل: ",
    "zh": "原文：",
    "en": "Original: ",
    "fr": "Original : ",
    "ru": "Original: ",
    "es": "Original: ",
}


def organization(language: str) -> str:
    """The name of the Organization; of an unknown language, in English."""
    return _ORGANIZATION.get(language, _ORGANIZATION["en"])
