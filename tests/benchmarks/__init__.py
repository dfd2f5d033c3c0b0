"""Measurements, kept apart from the tests: nothing here asserts a time."""
