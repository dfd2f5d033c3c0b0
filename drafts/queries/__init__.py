"""Reads that join or prefetch. Each gives a queryset or a value, already narrowed to what a person may see."""
