"""The catalogue: what each draft can be found by, made anew from its versions and its ledger.

Words stand in it folded, as :mod:`drafts.core.finding` gives them. The databases find them by means of their
own, an FTS5 table on SQLite and a text search column on PostgreSQL, which keep up by themselves (``place``).
"""

from __future__ import annotations

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from drafts.models.draft import Draft, Unissued
from drafts.models.version import Version

TABLE = "drafts_catalogueentry"
WORDS = "drafts_catalogue_words"


class CatalogueEntry(models.Model):
    """A draft as it can be found: by the words of its ``version`` in force, and by who sponsors it now.

    Before there is a version, by the words of its live text; its ``date`` is the day on which it was begun.

    ``body`` and ``session`` come from its symbol (``A/C.3`` and ``61``), or are as its masthead writes them.
    ``sponsors`` holds codes between strokes, ``|IT|SE|``. ``text`` has a line for each of ``places``, which
    says the key of the paragraph or note there and what people call it.
    """

    draft = models.OneToOneField(Draft, models.CASCADE, related_name="catalogue_entry")
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="+")
    date = models.DateField()
    language = models.CharField(max_length=8, blank=True)
    body = models.CharField(max_length=200, blank=True)
    session = models.CharField(max_length=200, blank=True)
    sponsors = models.TextField(blank=True)
    title = models.TextField(blank=True)
    symbols = models.TextField(blank=True)
    names = models.TextField(blank=True)
    text = models.TextField(blank=True)
    places = models.JSONField(default=list)

    class Meta:
        ordering = ["-date", "-pk"]
        # What is asked of all entries at once stands in the index, away from the texts.
        indexes = [
            models.Index(fields=["draft", "date", "body", "session", "language"], name="catalogue_seen")
        ]

    def __str__(self) -> str:
        return f"{self.draft_id}: {self.symbols}"

    @property
    def known_by(self) -> Version | Unissued:
        """What the draft is called by, as ``Draft.known_by``."""
        return self.version or Unissued(self.draft.title, self.language)


def place(connection: BaseDatabaseWrapper) -> bool:
    """Set up what the database finds words by; whether there is a catalogue. Again changes nothing."""
    if TABLE not in connection.introspection.table_names():
        return False
    statements = {"sqlite": _ON_SQLITE, "postgresql": _ON_POSTGRESQL}[connection.vendor]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    return True


def lift(connection: BaseDatabaseWrapper) -> None:
    """Take it down again, as undoing the migration does."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for event in ("insert", "update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS catalogue_{event}")
            cursor.execute(f"DROP TABLE IF EXISTS {WORDS}")
        else:
            for column in ("on_top", "anywhere"):
                cursor.execute(f"ALTER TABLE {TABLE} DROP COLUMN IF EXISTS {column}")
            cursor.execute("DROP FUNCTION IF EXISTS catalogue_words")


# The words are in the catalogue's own table only; FTS5 is told of every row that comes and goes.
_FORGET = (
    f"INSERT INTO {WORDS} ({WORDS}, rowid, title, symbols, names, text) "  # noqa: S608 - names of ours
    "VALUES ('delete', OLD.id, OLD.title, OLD.symbols, OLD.names, OLD.text);"
)
_LEARN = (
    f"INSERT INTO {WORDS} (rowid, title, symbols, names, text) "  # noqa: S608
    "VALUES (NEW.id, NEW.title, NEW.symbols, NEW.names, NEW.text);"
)
_ON_SQLITE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {WORDS} USING fts5(title, symbols, names, text, content='{TABLE}', "
    "content_rowid='id', tokenize='unicode61 remove_diacritics 0', prefix='3 4')",
    f"CREATE TRIGGER IF NOT EXISTS catalogue_insert AFTER INSERT ON {TABLE} BEGIN {_LEARN} END",
    f"CREATE TRIGGER IF NOT EXISTS catalogue_update AFTER UPDATE ON {TABLE} BEGIN {_FORGET} {_LEARN} END",
    f"CREATE TRIGGER IF NOT EXISTS catalogue_delete AFTER DELETE ON {TABLE} BEGIN {_FORGET} END",
)
# Words and pairs of neighbours, without their places: an index answers for those by itself, and no text need
# be unpacked for words in a row, which took a second where every draft has the words.
_ON_POSTGRESQL = (
    """
    CREATE OR REPLACE FUNCTION catalogue_words(folded text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        WITH told AS (
            SELECT word, lead(word) OVER (ORDER BY place) AS following
            FROM regexp_split_to_table(folded, '\\s+') WITH ORDINALITY AS split(word, place)
        )
        SELECT coalesce(array_to_tsvector(array_agg(DISTINCT each)), '') FROM (
            SELECT word AS each FROM told WHERE word <> ''
            UNION SELECT word || ' ' || following FROM told WHERE word <> '' AND following <> ''
        ) AS both_kinds
    $$
    """,
    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS on_top tsvector GENERATED ALWAYS AS "
    "(catalogue_words(title || ' ' || symbols || ' ' || names)) STORED",
    f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS anywhere tsvector GENERATED ALWAYS AS "
    "(catalogue_words(title || ' ' || symbols || ' ' || names || ' ' || text)) STORED",
    f"CREATE INDEX IF NOT EXISTS catalogue_on_top ON {TABLE} USING gin (on_top)",
    f"CREATE INDEX IF NOT EXISTS catalogue_anywhere ON {TABLE} USING gin (anywhere)",
)
