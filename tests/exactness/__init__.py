"""Whether what leaves the program says exactly what it was made of: see ``__main__`` to try it at length."""
