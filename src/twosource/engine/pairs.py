"""What pairs of reports share, kept with a case, so that an update looks at the new pairs only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.comparison.lineage.alignment import AlignedSentences
from twosource.comparison.lineage.shared_runs import SharedRun
from twosource.comparison.lineage.shared_text import KnownPairs, SharedText
from twosource.engine.made import key_of
from twosource.errors import MaterialError
from twosource.model.identity import ReportId
from twosource.store.packed import packed, unpacked


@dataclass(frozen=True, slots=True)
class _Row:
    """A pair by the places of its readings' keys, with what the two share."""

    left: int
    right: int
    runs: tuple[SharedRun, ...]
    aligned: tuple[AlignedSentences, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    """All pairs of a case, and the keys of the readings that they are of."""

    keys: tuple[str, ...]
    rows: tuple[_Row, ...]


def book_key() -> str:
    """The key under which a case keeps its pairs: it hashes all that finds what they share."""
    return key_of("pairs")


def pairs_kept(body: bytes | None, readings: Mapping[ReportId, str]) -> KnownPairs:
    """The pairs of a body whose readings are those of the reports now.

    Args:
        body: What :func:`pairs_body` gave; what is damaged, or none, gives no pair.
        readings: The key of each report's reading: another reading has other words.
    """
    try:
        book = _Book((), ()) if body is None else unpacked(_Book, body)
        reports = {key: report for report, key in readings.items()}
        return {
            (left, right): SharedText(row.runs, row.aligned)
            for row in book.rows
            if (left := reports.get(book.keys[row.left])) is not None
            and (right := reports.get(book.keys[row.right])) is not None
        }
    except (MaterialError, IndexError):
        return {}


def pairs_body(pairs: KnownPairs, readings: Mapping[ReportId, str]) -> bytes:
    """The pairs of a case, packed.

    Args:
        pairs: What is known of pairs of its reports.
        readings: The key of each report's reading.
    """
    keys = sorted(set(_keys(pairs, readings)))
    places = {key: place for place, key in enumerate(keys)}
    rows = (
        _Row(places[readings[left]], places[readings[right]], both.runs, both.aligned)
        for (left, right), both in pairs.items()
    )
    return packed(_Book, _Book(tuple(keys), tuple(rows)))


def _keys(pairs: KnownPairs, readings: Mapping[ReportId, str]) -> Iterable[str]:
    return (readings[report] for pair in pairs for report in pair)
