"""Reads that join or prefetch. Each gives what a person may see and nothing else."""
