"""How long reports take to make and how much memory, beside the tools that people use: see the README."""
