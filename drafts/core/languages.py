"""The six official languages of the United Nations."""

from drafts.core.worded import worded

ENGLISH_NAMES: dict[str, str] = {
    "ar": worded("Arabic"),
    "zh": worded("Chinese"),
    "en": worded("English"),
    "fr": worded("French"),
    "ru": worded("Russian"),
    "es": worded("Spanish"),
}

RIGHT_TO_LEFT = frozenset({"ar"})
