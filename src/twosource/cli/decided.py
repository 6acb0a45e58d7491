"""How the commands of ``twosource review`` decide: on the case as it stands, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.cli.console import tell, tell_json
from twosource.cli.failures import failures_told
from twosource.cli.stamping import stamp

if TYPE_CHECKING:
    from twosource.model.case import Case
    from twosource.model.review import Decision, Review


@dataclass(frozen=True, slots=True)
class Deciding:
    """Where a decision goes, who makes it, and how it is told.

    Attributes:
        place: The case.
        actor: Who decides; empty: as it is set.
        as_json: Whether messages are lines of JSON.
        quiet: Whether nothing is said of what was decided; ``None``: as it is set.
    """

    place: str
    actor: str
    as_json: bool
    quiet: bool | None = None


def decided(how: Deciding, made: Callable[[Case], Iterable[Decision]]) -> None:
    """Make decisions on the case as it stands, and keep them unless somebody decided meanwhile."""
    from twosource.engine.desk import applied_case, decide
    from twosource.reviews.chain import head
    from twosource.settings.read import read_settings
    from twosource.store.kept import open_kept

    with failures_told(as_json=how.as_json):
        held = read_settings(how.place)
        with open_kept(how.place) as kept:
            # the state first: what comes between is then a clash, and never overlooked
            seen, case = head(kept.reviews()), applied_case(kept).case
        reviews = decide(how.place, list(made(case)), stamp(how.actor), seen)
        if not (held.quiet if how.quiet is None else how.quiet):
            _tell(reviews, as_json=how.as_json)


def _tell(made: list[Review], *, as_json: bool) -> None:
    for one in made:
        words = f"review {one.seq}: {one.decision.action.value} {one.decision.about.value}"
        say(as_json, "review", words, seq=one.seq, hash=one.hash)
    if not made:
        say(as_json, "review", "nothing was decided", seq=None, hash=None)


def say(as_json: bool, kind: str, words: str, **fields: str | int | None) -> None:
    """Write a message: a line of words, or of JSON."""
    if as_json:
        tell_json(kind, **fields)
    else:
        tell(words)
