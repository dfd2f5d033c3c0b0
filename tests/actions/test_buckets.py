"""Reports in a bucket: kept, found, gone and refused as in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.storage import default_storage
from moto import mock_aws

from drafts.actions import store

pytestmark = pytest.mark.django_db

BUCKET = "reports-of-a-committee"
KEY = "ab" * 32
PATH = f"reports/ab/{KEY}"


@pytest.fixture
def bucket(settings: Any) -> Iterator[Any]:
    """An empty bucket, which the settings name as the environment would."""
    with mock_aws():
        s3 = boto3.resource("s3", "us-east-1", aws_access_key_id="us", aws_secret_access_key="secret")
        options = {
            "bucket_name": BUCKET, "endpoint_url": None, "region_name": "us-east-1",
            "access_key": "us", "secret_key": "secret",
        }  # fmt: skip
        backend = "drafts.actions.buckets.BucketStorage"
        settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": backend, "OPTIONS": options}}
        yield s3.create_bucket(Bucket=BUCKET)


def test_a_file_is_kept_in_the_bucket_and_found_there(bucket: Any) -> None:
    store.keep(KEY, b"a report")
    assert [(each.key, each.get()["Body"].read()) for each in bucket.objects.all()] == [(PATH, b"a report")]
    assert (store.is_kept(KEY), store.fetch(KEY)) == (True, b"a report")


def test_kept_again_it_is_in_its_place(bucket: Any) -> None:
    store.keep(KEY, b"a report")
    store.keep(KEY, b"another")
    assert [each.key for each in bucket.objects.all()] == [PATH]
    assert store.fetch(KEY) == b"another"


def test_what_went_or_was_damaged_there_counts_as_gone(bucket: Any) -> None:
    store.keep(KEY, b"a report")
    bucket.Object(PATH).put(Body=b"something else")
    assert store.fetch(KEY) is None
    bucket.Object(PATH).delete()
    assert (store.is_kept(KEY), store.fetch(KEY)) == (False, None)


def test_where_there_is_no_room_what_was_used_longest_ago_leaves_the_bucket(bucket: Any) -> None:
    for key in ("aa", "bb", "cc"):
        store.keep(key * 32, b"x" * 100)
    assert store.clear(200) == 2
    assert [each.key for each in bucket.objects.all()] == [f"reports/cc/{'cc' * 32}"]


def test_a_bucket_that_refuses_is_as_a_disk_that_does_and_nothing_is_left(bucket: Any) -> None:
    bucket.delete()
    with pytest.raises(OSError, match=r"the bucket: .*NoSuchBucket"):
        store.keep(KEY, b"a report")
    assert (store.is_kept(KEY), store.fetch(KEY)) == (False, None)


def test_a_server_of_ones_own_is_asked_by_path(bucket: Any, settings: Any) -> None:
    options = settings.STORAGES["default"]["OPTIONS"]
    assert default_storage.client_config.s3 == {"addressing_style": "auto"}
    changed = {**settings.STORAGES["default"], "OPTIONS": {**options, "endpoint_url": "http://127.0.0.1:9"}}
    settings.STORAGES = {**settings.STORAGES, "default": changed}
    assert default_storage.client_config.s3 == {"addressing_style": "path"}
    with pytest.raises(OSError, match="the bucket: Could not connect"):
        default_storage.exists("reports")
