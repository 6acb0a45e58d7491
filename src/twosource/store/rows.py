"""How entries of the log, reviews, runs and hits lie in the tables of a kept case."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, insert, select
from sqlalchemy.engine import Connection, Row

from twosource.model.custody import GENESIS, CustodyAction, CustodyEntry, Stamp
from twosource.model.hit import Hit, HitKind
from twosource.model.identity import ReportId
from twosource.model.report import Span
from twosource.model.review import Review
from twosource.store.review_file import decision_from, decision_node
from twosource.store.schema import CUSTODY, REVIEWS

TOOL = "twosource"


@dataclass(frozen=True, slots=True)
class Run:
    """One examination that was kept.

    Attributes:
        id: Its number, from 1.
        at, actor: When and by whom.
        version: Version of Twosource that made it.
        sha256: Hash of the document in UTF-8.
        document: The case as a ``twosource-case/1`` document.
        reviews: How many reviews there were when it was made; their merges and splits are in it.
        inputs: Hash of all that it was made of; empty where that is not known.
    """

    id: int
    at: str
    actor: str
    version: str
    sha256: str
    document: str
    reviews: int
    inputs: str = ""


def arrivals(connection: Connection) -> list[tuple[str, str]]:
    """Hash and name of each original as the log says that it came, or came back, in order."""
    wanted = (CustodyAction.ADDED, CustodyAction.RETURNED)
    query = select(CUSTODY.c.object, CUSTODY.c.name).where(CUSTODY.c.action.in_(wanted))
    return [(row.object, row.name) for row in connection.execute(query.order_by(CUSTODY.c.seq))]


def write_entry(
    connection: Connection,
    action: CustodyAction,
    what: tuple[str, str],
    version: str,
    stamp: Stamp,
) -> None:
    """Add an entry to the log, in the transaction of what it tells.

    Args:
        connection: A transaction that holds the lock of writing.
        action: What was done.
        what: Hash and name of what it was done to.
        version: Version of Twosource.
        stamp: Who, and when.
    """
    last = connection.execute(select(CUSTODY).order_by(CUSTODY.c.seq.desc()).limit(1)).first()
    before = None if last is None else entry_of(last)
    sha256, name = what
    entry = CustodyEntry(
        seq=1 if before is None else before.seq + 1,
        at=stamp.at,
        actor=stamp.actor,
        action=action,
        object=sha256,
        name=name,
        tool=TOOL,
        version=version,
        prev=GENESIS if before is None else before.hash,
    )
    values = {column.name: getattr(entry, column.name) for column in CUSTODY.columns}
    connection.execute(insert(CUSTODY).values({**values, "action": action.value}))


def entry_of(row: Row[tuple[object, ...]]) -> CustodyEntry:
    """The entry of the log that a row holds."""
    values = {column.name: getattr(row, column.name) for column in CUSTODY.columns}
    return CustodyEntry(**{**values, "action": CustodyAction(values["action"])})


def read_reviews(connection: Connection, query: Select[Any] | None = None) -> tuple[Review, ...]:
    """The chain of reviews in order, or those of it that a query gives."""
    query = select(REVIEWS).order_by(REVIEWS.c.seq) if query is None else query
    rows = connection.execute(query).all()
    return tuple(
        Review(
            row.seq,
            Stamp(row.actor, row.at),
            decision_from(json.loads(row.decision), f"review {row.seq}"),
            row.prev,
        )
        for row in rows
    )


def write_reviews(connection: Connection, reviews: Sequence[Review]) -> None:
    """Add reviews to the chain."""
    rows = [
        {
            "seq": one.seq,
            "at": one.stamp.at,
            "actor": one.stamp.actor,
            "decision": json.dumps(decision_node(one.decision)),
            "prev": one.prev,
        }
        for one in reviews
    ]
    if rows:
        connection.execute(insert(REVIEWS), rows)


def hit_row(hit: Hit, run: int) -> dict[str, object]:
    """What the table of passages keeps of a hit of a run."""
    return {
        "run": run,
        "kind": hit.kind.value,
        "ref": hit.ref,
        "report": hit.span.report,
        "start": hit.span.start,
        "end": hit.span.end,
        "quote": hit.span.quote,
        "words": hit.words,
    }


def hit_of(row: Row[tuple[object, ...]]) -> Hit:
    """The hit that a row holds."""
    span = Span(ReportId(row.report), row.start, row.end, row.quote)
    return Hit(HitKind(row.kind), row.ref, row.words, span)
