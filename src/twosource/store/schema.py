"""The tables of a case database, for SQLite and PostgreSQL alike.

Originals and the log are what people brought and did; they are only ever added to. Runs are what
the machine found; a run can be dropped with all that belongs to it. Pieces are made from the last
run and the reviews, for showing, and can be made again. Arrivals and announcements are what
watching brought and told.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

ORIGINALS = Table(
    "original",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("seq", Integer, nullable=False, unique=True),
    Column("data", LargeBinary, nullable=True),
)
"""``data`` holds the bytes where they lie in no folder."""

CUSTODY = Table(
    "custody",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", String(20), nullable=False),
    Column("object", String(64), nullable=False),
    Column("name", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("prev", String(64), nullable=False),
)

RUNS = Table(
    "run",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String(40), nullable=False),
    Column("actor", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("document", Text, nullable=False),
    Column("reviews", Integer, nullable=False),
    Column("inputs", String(64), nullable=False),
)
"""``reviews`` counts the reviews that a run knew; ``inputs`` hashes all that it was made of."""

PASSAGES = Table(
    "passage",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("run", Integer, ForeignKey("run.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("ref", Text, nullable=False),
    Column("report", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("words", Text, nullable=False),
)
"""What can be searched; ``quote`` is the span's own words."""

REVIEWS = Table(
    "review",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("actor", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("prev", String(64), nullable=False),
)

READINGS = Table(
    "reading",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was read off one report. ``key`` hashes all that it depends on, ``sha256`` is the body's."""

SERVED = Table(
    "served",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("form", Integer, nullable=False),
)
"""Which run and which head of the reviews the pieces show, in one row; ``form`` is their own."""

PIECES = Table(
    "piece",
    METADATA,
    Column("kind", String(20), primary_key=True),
    Column("ref", String(80), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("report", Text, nullable=False),
    Column("voice", Text, nullable=False),
    Column("sort", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("hash", String(32), nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""The served view of a case: JSON, compressed, with what it is looked up by."""

WATCHES = Table(
    "watch",
    METADATA,
    Column("archive", String(400), primary_key=True),
    Column("events", Text, nullable=False),
    Column("feeds", Integer, nullable=False),
    Column("since", String(40), nullable=False),
    Column("looked", String(40), nullable=False),
    Column("problem", Text, nullable=False),
)
"""The archives whose feeds are polled for a case: when that was last, and what went wrong."""

ARRIVALS = Table(
    "arrival",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("at", String(40), nullable=False),
    Column("before", Integer, nullable=False),
    Column("announcement", Integer, nullable=True),
)
"""Originals that came by watching: the run that was last before, and where they were announced."""

ANNOUNCEMENTS = Table(
    "announcement",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(40), nullable=False),
    Column("run", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("due", Float, nullable=True),
    Column("tries", Integer, nullable=False),
    Column("sent", String(40), nullable=False),
    Column("problem", Text, nullable=False),
)
"""What was announced, as JSON; the rest says how sending it on stands (``due``: when next)."""

SEARCH = "passage_search"
"""The full-text index over ``passage.words``: a table of FTS5, or an index over ``tsvector``."""
