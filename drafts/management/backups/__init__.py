"""Everything as one file, taken while people write, and put back: ``manage.py backup`` and ``restore``.

A backup is a zip of ``backup.json`` (what made it, when, and a checksum of every table) and the database's
own copy. A copy is believed once its rows give the checksums that they gave when it was taken.
"""

from drafts.management.backups.restoring import restore
from drafts.management.backups.taking import Backup, take

__all__ = ["Backup", "restore", "take"]
