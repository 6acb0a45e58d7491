"""What is kept beside a case as tables: hits of a search, the log, the reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.exchange.tables import PLACE_COLUMNS, Places
from twosource.model.case import Case
from twosource.model.custody import CustodyEntry
from twosource.model.hit import Hit
from twosource.model.review import Review
from twosource.model.table import Table


def hits_table(hits: Sequence[Hit], case: Case) -> Table:
    """What a search found, one row for each hit; the words are those that were searched."""
    places = Places(case)
    rows = tuple((hit.kind.value, hit.ref, hit.words, *places(hit.span)) for hit in hits)
    return Table("hits", ("kind", "ref", "words", *PLACE_COLUMNS), rows)


def log_table(entries: Sequence[CustodyEntry]) -> Table:
    """The log, one row for each entry."""
    columns = ("seq", "at", "actor", "action", "object", "name", "tool", "version", "prev", "hash")
    rows = tuple(
        (
            *(one.seq, one.at, one.actor, one.action.value, one.object, one.name),
            *(one.tool, one.version, one.prev, one.hash),
        )
        for one in entries
    )
    return Table("log", columns, rows)


def reviews_table(reviews: Sequence[Review], states: Mapping[int, str]) -> Table:
    """What people decided, one row for each review, with the first words that it is about.

    Args:
        reviews: The chain.
        states: What became of each, by its number.
    """
    columns = (
        *("seq", "at", "actor", "state", "action", "about", "named", "part", "to", "why"),
        *("file", "start", "quote", "hash"),
    )

    def row(one: Review) -> tuple[str | int | None, ...]:
        made = one.decision
        first = made.pointers[0] if made.pointers else None
        where = ("", None, "") if first is None else (first.file, first.start, first.quote)
        words = "" if made.words is None else made.words.quote
        return (
            *(one.seq, one.stamp.at, one.stamp.actor, states[one.seq]),
            *(made.action.value, made.about.value, made.named),
            *(made.part and made.part.value, made.word or made.answer or words, made.why),
            *where,
            one.hash,
        )

    return Table("reviews", columns, tuple(row(one) for one in reviews))
