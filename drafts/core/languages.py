"""The six official languages of the United Nations."""

ENGLISH_NAMES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "en": "English",
    "fr": "French",
    "ru": "Russian",
    "es": "Spanish",
}

RIGHT_TO_LEFT = frozenset({"ar"})
