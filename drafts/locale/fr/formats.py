"""Dates in French as its documents write them, with the hour beside them."""

DATETIME_FORMAT = "j F Y à H:i"
SHORT_DATETIME_FORMAT = "j N Y, H:i"
