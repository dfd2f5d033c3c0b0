"""What keeps anything from being kept: a full disk, a database that takes nothing or does not answer.

No fault of whoever asked, nor of this program: a page says which it is and that nothing typed is lost by
waiting, and whoever runs the server finds it in the logs.
"""

from __future__ import annotations

import errno

from django.db import Error, InterfaceError, OperationalError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FULL = _("The server’s disk is full, so nothing can be kept at present.")
READ_ONLY = _("The database takes no changes at present: it can be read, and nothing can be kept.")
SILENT = _("The database does not answer at present.")

_OF_DISKS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
}
# By the beginning of what the database calls its error: SQLite by a name, PostgreSQL by SQLSTATE.
_OF_DATABASES = {
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR_WRITE": FULL,
    "SQLITE_IOERR_FSYNC": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_CANTOPEN": SILENT,
    "SQLITE_BUSY": SILENT,
    "53100": FULL,
    "25006": READ_ONLY,  # also what a server that stands in for another says before it takes over
    "53300": SILENT,  # too many connections
    "08": SILENT,
    "57P": SILENT,  # it is being stopped, or started
}


def trouble(error: BaseException | None) -> Promise | None:
    """What is wrong in words, if ``error`` is of that kind."""
    if isinstance(error, OSError):
        return _OF_DISKS.get(error.errno or 0)
    if not isinstance(error, Error):
        return None
    name = getattr(error.__cause__, "sqlite_errorname", None) or getattr(error.__cause__, "sqlstate", None)
    if name is None:  # the line to it broke, or a pool had none to give; SQLite always names its errors
        return SILENT if isinstance(error, OperationalError | InterfaceError) else None
    return next((words for start, words in _OF_DATABASES.items() if name.startswith(start)), None)
