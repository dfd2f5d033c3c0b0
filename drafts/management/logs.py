"""How log lines look: plain for a terminal, JSON for what collects them. No secret is in either.

Addresses hold secrets: whoever has a public link may read a draft, whoever has a code may join it. They are
masked in the finished line, so that it does not matter who wrote it, a library or an exception's trace.
"""

from __future__ import annotations

import logging
import re

from pythonjsonlogger.core import RESERVED_ATTRS as RESERVED
from pythonjsonlogger.json import JsonFormatter

from drafts.core.traces import request_id

_SECRETS = re.compile(
    r"""
      (?<=/public/)[^/\s?"'\\]+                                      # a public link
    | (?<=/stopped/)[^/\s?"'\\]+                                     # who stops digests
    | (?<=/key/)[^/\s?"'\\]+ | (?<=/confirm-email/)[^/\s?"'\\]+      # what mails of an account link to
    | (?<=/reset/)[^/\s?"'\\]+(?:/[^/\s?"'\\]+)?
    | (?<=[?&](?:code|next)=)[^&\s"'\\]+                             # invitations; what one was on the way to
    | (?<=[?&](?:token|state)=)[^&\s"'\\]+
    | (?<=://)[^/@\s"'\\]+(?=@)                                      # name and password of a database
    | (?<=Bearer\ )[^\s"'\\]+
    | (?<=sessionid=)[^;\s"'\\]+
    """,
    re.VERBOSE,
)


def masked(line: str) -> str:
    """The same line with every secret of an address as ``***``."""
    return _SECRETS.sub("***", line)


class Plain(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class Json(JsonFormatter):
    """A line of JSON a record: when, how bad, from where, what, for which request, and what else it says."""

    def __init__(self) -> None:
        super().__init__(
            "{levelname}{name}{message}{request_id}",
            style="{",
            rename_fields={"levelname": "level", "name": "logger"},
            timestamp="at",
            reserved_attrs=[*RESERVED, "request", "server_time"],
            json_ensure_ascii=False,
        )

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class OfRequest(logging.Filter):
    """Lets every record say which request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id()
        return True
