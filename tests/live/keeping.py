"""Seeing that nothing of what writers were told is saved is missing from the log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.db import connections

from drafts.models import LiveText
from drafts.queries.live import doc_of
from tests.live.writers import Writer, words_of

SOON = 60  # seconds that anything may take on a busy machine


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON):
        while not condition():
            await asyncio.sleep(0.01)


async def synced(writers: Sequence[Writer]) -> None:
    """All have the whole text, and hear of what comes."""
    await until(lambda: all(writer.synced.is_set() for writer in writers))


async def in_the_log(draft_id: UUID) -> Any:
    """The document as the log says it is."""

    def look() -> Any:
        try:
            return doc_of(LiveText.objects.get(pk=draft_id)).doc
        finally:
            connections.close_all()

    return await asyncio.to_thread(look)


async def kept(writers: Sequence[Writer]) -> dict[UUID, Any]:
    """See that nothing that anybody was told is saved is missing from the log, and nothing is back.

    Gives the documents by their drafts.
    """
    promised = [(writer.due, set(writer.removed), writer.safe_count) for writer in writers]
    docs = {draft: await in_the_log(draft) for draft in {writer.draft for writer in writers}}
    words = {draft: words_of(doc) for draft, doc in docs.items()}
    for writer, (due, removed, count) in zip(writers, promised, strict=True):
        # What they have taken out while the log was being read may be there or not.
        assert [word for word in due & writer.due if word not in words[writer.draft]] == []
        assert [word for word in removed if word in words[writer.draft]] == []
        assert (docs[writer.draft]["notes"].get(writer.name) or 0) >= count
        assert [code for code in writer.codes if 4400 <= code < 4500] == []
    return docs


async def settled(writers: Sequence[Writer]) -> None:
    """All have stopped, all is saved, and everybody sees what the log says."""
    for writer in writers:
        writer.typing = False
    await until(lambda: not any(writer.waits for writer in writers))
    words = {draft: words_of(doc) for draft, doc in (await kept(writers)).items()}
    await until(lambda: all(words_of(writer.doc) == words[writer.draft] for writer in writers))
