"""Sessions as Django keeps them in the database, looked up by a query that is put into SQL once."""

from __future__ import annotations

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from drafts.queries.prepared import Prepared

_BY_KEY: Prepared[Session] = Prepared(lambda key: Session.objects.filter(session_key=key))


class SessionStore(db.SessionStore):
    """Django's own, for each request asks it."""

    def _get_session_from_db(self) -> Session | None:
        found = _BY_KEY.first(self.session_key) if self.session_key else None
        if found and found.expire_date > timezone.now():
            return found
        self._session_key = None  # as Django's does: nobody chooses a key
        return None
