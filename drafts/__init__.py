"""Rapporteur: draft resolutions together, and see exactly what changed."""

__version__ = "0.1.0"
