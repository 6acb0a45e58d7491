"""Every way in which something is put into a case, apart, so that processes load no tests."""

from __future__ import annotations

import os
from collections.abc import Callable

from twosource.model.custody import Stamp
from twosource.model.original import seal
from twosource.model.review import Decision, Review, ReviewAction
from twosource.reviews.chain import decided, head
from twosource.store.kept import KeptCase

NOW = Stamp("Ines Tolland", "2031-04-10T09:00:00+00:00")
_LARGE = "x" * 1_000_000
CHANGES: dict[str, Callable[[KeptCase], object]] = {
    "add": lambda kept: kept.add([seal("big.txt", _LARGE.encode())], "1", NOW),
    "update": lambda kept: kept.put_run(_LARGE, (), "1", NOW),
    "reading": lambda kept: kept.put_readings({"0" * 64: os.urandom(1_000_000)}),
    "review": lambda kept: kept.add_reviews(lambda known: noted(known, _LARGE)),
}
"""Each puts in more than a file that a test limits has room for."""


def noted(known: tuple[Review, ...], words: str) -> tuple[Review, ...]:
    """A chain of reviews with a note."""
    made = decided(known, [Decision(ReviewAction.NOTE, why=words)], NOW, head(known))
    assert isinstance(made, tuple)
    return made
