"""Proof that reading works: what the genuine documents say, written by hand, and a strict count."""
