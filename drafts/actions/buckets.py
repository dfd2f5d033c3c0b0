"""Made files in an S3-compatible bucket, where several machines find what one of them made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import File
from storages.backends.s3 import S3Storage

CONNECTING, ANSWERING, TRIES = 3, 20, 2  # seconds, seconds, times: somebody waits for the page


class BucketStorage(S3Storage):  # type: ignore[misc] # django-storages has no types
    """Django's storage interface on a bucket. Whatever goes wrong there is an ``OSError``, as on a disk."""

    def __init__(self, **options: Any) -> None:
        self._is_at_amazon = not options.get("endpoint_url")
        super().__init__(**options)

    def get_default_settings(self) -> dict[str, Any]:
        """A server of one's own is asked by path: its bucket has no host name of its own, as at Amazon."""
        defaults: dict[str, Any] = super().get_default_settings()
        defaults["file_overwrite"] = True  # a key says what is in the file
        defaults["client_config"] = Config(
            connect_timeout=CONNECTING,
            read_timeout=ANSWERING,
            retries={"total_max_attempts": TRIES},
            s3={"addressing_style": "auto" if self._is_at_amazon else "path"},
        )
        return defaults

    def exists(self, name: str) -> bool:
        with _as_on_a_disk():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        with _as_on_a_disk():
            super().delete(name)

    def _open(self, name: str, mode: str = "rb") -> File[bytes]:
        with _as_on_a_disk():
            file: File[bytes] = super()._open(name, mode)
            _ = file.file  # which fetches it: later nobody would look for these errors
            return file

    def _save(self, name: str, content: File[bytes]) -> str:
        with _as_on_a_disk():
            return str(super()._save(name, content))


@contextmanager
def _as_on_a_disk() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        raise OSError(f"the bucket: {error}") from error
