"""Which earlier reports a report may be a copy of, by fingerprints, for as long as they matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

from twosource.comparison.lineage.fingerprint import agreement, bands

CROWD = 16
"""Reports that one band remembers: a text that a hundred outlets print is found by its first."""
MOST = 4
"""Candidates that are worth verifying, those that share most first."""

Key = TypeVar("Key", bound=Hashable)


class CopySearch(Generic[Key]):
    """Candidates among the reports that it was told of and not told to forget.

    What a report costs does not depend on how many there are: a band remembers no more than
    ``CROWD`` reports.
    """

    def __init__(self) -> None:
        self._holding: dict[bytes, list[Key]] = {}
        self._prints: dict[Key, bytes] = {}
        self._number: dict[Key, int] = {}
        self._added = 0

    def add(self, key: Key, fingerprint: bytes) -> None:
        """Remember a report; one with an empty fingerprint is never found."""
        kept = False
        for band in bands(fingerprint):
            holding = self._holding.setdefault(band, [])
            if len(holding) < CROWD:
                holding.append(key)
                kept = True
        if kept:
            self._prints[key] = fingerprint
            self._number[key] = self._added
            self._added += 1

    def near(self, fingerprint: bytes) -> list[Key]:
        """The candidates for a fingerprint, those that agree with it most first, then the first."""
        shared: Counter[Key] = Counter()
        for band in bands(fingerprint):
            if holding := self._holding.get(band):
                shared.update(holding)
        if len(shared) < 2:
            return list(shared)
        # bands are few and count roughly; of equals the one that was added first comes first
        best = sorted(shared, key=lambda key: (-shared[key], self._number[key]))[:MOST]
        near = {key: agreement(fingerprint, self._prints[key]) for key in best}
        return sorted(best, key=lambda key: (-near[key], self._number[key]))

    def forget(self, key: Key) -> None:
        """Forget a report."""
        self._number.pop(key, None)
        for band in bands(self._prints.pop(key, b"")):
            holding = self._holding.get(band, [])
            if key in holding:
                holding.remove(key)
            if not holding:
                self._holding.pop(band, None)
