"""Akoma Ntoso 3.0, in which parliaments and the United Nations exchange documents: reading and writing.

What we write is valid by the strict schema and reads back as it was. Of what others write, reasonable
profiles are read: the United Nations' own (AKN4UN), acts and bills with numbered paragraphs, plain lines.
"""

from drafts.formats.akn.marking import write_akn_report
from drafts.formats.akn.reading import read_akn, read_akn_sides
from drafts.formats.akn.writing import write_akn

__all__ = ["read_akn", "read_akn_sides", "write_akn", "write_akn_report"]
