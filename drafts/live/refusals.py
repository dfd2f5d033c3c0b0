"""Why a connection to a live text ends: the codes on the wire, and what is raised with one."""

from __future__ import annotations

from drafts.core.errors import RapporteurError


class RefusedError(RapporteurError):
    """What a member sent is not taken, and the connection ends: ``code`` is the reason on the wire."""

    def __init__(self, code: int, reason: str) -> None:
        self.code = code
        super().__init__(reason)


COME_BACK = 1013  # "try again later" (RFC 6455 registry): a client returns by itself
# Codes from 4400 to 4499 tell a client not to come back by itself.
BAD_MESSAGE, SIGNED_OUT, NOT_ALLOWED, NO_SUCH_DRAFT, TOO_LARGE, TOO_MUCH = 4400, 4401, 4403, 4404, 4413, 4429
