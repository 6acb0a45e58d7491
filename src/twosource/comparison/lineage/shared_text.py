"""What two reports share, whatever the other reports of the case print.

It depends on the words of the two and on nothing else, so that whoever knows it of a pair from an
earlier examination need not look again. What of it counts depends on the whole case.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass

from twosource.comparison.lineage.alignment import AlignedSentences, aligned_sentences
from twosource.comparison.lineage.shared_runs import SharedRun, runs_in
from twosource.comparison.lineage.wordprint import Columns, WordPrint
from twosource.model.identity import ReportId


@dataclass(frozen=True, slots=True)
class SharedText:
    """What the words of two reports share.

    Attributes:
        runs: The shared runs, set phrases of the event among them.
        aligned: The aligned sentences.
    """

    runs: tuple[SharedRun, ...]
    aligned: tuple[AlignedSentences, ...]


KnownPairs = MutableMapping[tuple[ReportId, ReportId], SharedText]
"""What is known of pairs of reports, in the order of a case; what is found is put in."""


def shared_text(
    left: WordPrint, right: WordPrint, columns: tuple[Columns, Columns] | None = None
) -> SharedText:
    """Find what two prints share.

    Args:
        left: One print.
        right: Another.
        columns: Their columns, where they were taken before.
    """
    runs = runs_in(*(columns or (left.columns(), right.columns())))
    return SharedText(runs, aligned_sentences(left, right))
