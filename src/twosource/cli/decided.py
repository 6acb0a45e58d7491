"""How the commands of ``twosource review`` decide: on the case as it stands, all or nothing."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING

from twosource.cli.console import tell, tell_json
from twosource.cli.failures import failures_told
from twosource.cli.options import Actor, AsJson, KeptPlace, Quiet

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


def deciding(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what all that decide take: the case, who acts, ``--json`` and ``--quiet``.

    Args:
        command: A function whose first argument is a :class:`Deciding`.

    Returns:
        A function that Typer reads: with the case in front and the options at the end.
    """
    own = list(inspect.signature(command, eval_str=True).parameters.values())[1:]
    named = inspect.Parameter.POSITIONAL_OR_KEYWORD
    case = inspect.Parameter("case", named, annotation=KeptPlace)
    options = [
        inspect.Parameter(name, named, default=default, annotation=annotation)
        for name, default, annotation in (
            ("actor", "", Actor),
            ("as_json", False, AsJson),
            ("quiet", None, Quiet),
        )
    ]

    @wraps(command)
    def told(*, case: str, actor: str, as_json: bool, quiet: bool | None, **given: object) -> None:
        command(Deciding(case, actor, as_json, quiet), **given)

    every = (case, *own, *options)
    told.__annotations__ = {one.name: one.annotation for one in every}
    told.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]
    return told


def decided(how: Deciding, made: Callable[[Case, Sequence[Review]], Iterable[Decision]]) -> None:
    """Make decisions on the case as it stands, and keep them unless somebody decided meanwhile."""
    from twosource.engine.desk import applied_case, decide
    from twosource.engine.stamps import stamp
    from twosource.reviews.chain import head
    from twosource.settings.read import read_settings
    from twosource.store.kept import open_kept

    with failures_told(as_json=how.as_json):
        held = read_settings(how.place)
        with open_kept(how.place) as kept:
            # the state first: what comes between is then a clash, and never overlooked
            reviews, case = kept.reviews(), applied_case(kept).case
        new = decide(how.place, list(made(case, reviews)), stamp(how.actor), head(reviews))
        if not (held.quiet if how.quiet is None else how.quiet):
            _tell(new, as_json=how.as_json)


def wished(
    how: Deciding, action: str, *refs: str | int, part: str = "", to: str = "", why: str = ""
) -> None:
    """Carry out one of the commands; the arguments are those of :func:`twosource.review`."""
    from twosource.engine.deciding import Wish, decisions_on

    wish = Wish(action, tuple(map(str, refs)), part, to, why)
    decided(how, lambda case, reviews: decisions_on(case, reviews, wish))


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
