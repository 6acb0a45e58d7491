"""The commands by which a person decides: ``twosource review ...``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import (
    entity_begun,
    hypothesis_begun,
    part_begun,
    rating_begun,
    reference_begun,
    statement_begun,
)
from twosource.cli.console import show, tell, tell_json, write
from twosource.cli.failures import failures_told
from twosource.cli.kept import stamp
from twosource.cli.options import Actor, AsCsv, AsJson, KeptPlace, named_path
from twosource.cli.views import refuse_two_forms

if TYPE_CHECKING:
    from twosource.model.case import Case
    from twosource.model.review import Decision, Review

review = typer.Typer(
    name="review",
    no_args_is_help=True,
    help="Decide on what was found: accept, reject, correct, merge, split, rate, note, pin, undo.",
)

Refs = Annotated[
    list[str],
    typer.Argument(
        metavar="REF...",
        autocompletion=reference_begun,
        help="Ids such as st-... or co-...; places of words, S1:598-636; finding-N, loss-N.",
    ),
]
Ref = Annotated[
    str,
    typer.Argument(
        metavar="REF",
        autocompletion=statement_begun,
        help="Id of one thing, or the place of its words.",
    ),
]
Two = Annotated[
    tuple[str, str],
    typer.Argument(
        metavar="ONE OTHER",
        autocompletion=entity_begun,
        help="Two entities, or two places such as S1:5-20.",
    ),
]
At = Annotated[str, typer.Argument(metavar="PLACE", help="Words, named as S1:598-636.")]
Explained = Annotated[
    str,
    typer.Argument(
        metavar="HYPOTHESIS", autocompletion=hypothesis_begun, help="Id of a hypothesis."
    ),
]
Rated = Annotated[
    str,
    typer.Argument(metavar="RATING", autocompletion=rating_begun, help="CC, C, N, I or II."),
]
PartName = Annotated[
    str,
    typer.Option(
        "--part",
        metavar="PART",
        autocompletion=part_begun,
        help="stance, speaker or boundaries.",
    ),
]
To = Annotated[
    str,
    typer.Option("--to", metavar="VALUE", help="A stance, or a place; - for the own voice."),
]
Numbers = Annotated[list[int], typer.Argument(metavar="NUMBER...", help="Numbers of reviews.")]
Remarked = Annotated[str, typer.Argument(metavar="TEXT", help="The note.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with it.")]
Table = Annotated[
    Path, typer.Argument(metavar="FILE", parser=named_path, help="The table, as CSV.")
]


@review.command("list")
def list_(case: KeptPlace, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show what was decided, what of it holds, and what does not fit any more."""
    from twosource.brief.found import reviews_view
    from twosource.engine.desk import applied_case
    from twosource.exchange.kept_tables import reviews_table
    from twosource.exchange.spreadsheet import csv_of
    from twosource.store.kept import open_kept
    from twosource.store.review_file import decision_node

    with failures_told(as_json=as_json), open_kept(case) as kept:
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        reviews, done = kept.reviews(), applied_case(kept)
        states = {one.seq: "applied" for one in done.applied}
        states |= {one.review.seq: _remarked(one.review) for one in done.remarks}
        states |= {one.seq: "at the next update" for one in done.pending}
        states |= {one.review.seq: f"does not fit: {one.reason}" for one in done.unfit}
        states = {one.seq: states.get(one.seq, "not in force") for one in reviews}
        if as_json:
            found = [
                {
                    "seq": one.seq,
                    "at": one.stamp.at,
                    "actor": one.stamp.actor,
                    "state": states[one.seq],
                    "decision": decision_node(one.decision),
                    "hash": one.hash,
                }
                for one in reviews
            ]
            write(json.dumps({"reviews": found}, ensure_ascii=False, indent=1) + "\n")
        elif as_csv:
            write(csv_of(reviews_table(reviews, states)))
        else:
            show(reviews_view(reviews, states))


@review.command()
def accept(
    case: KeptPlace, refs: Refs, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Say that what was found is right."""
    from twosource.engine.desk import judging
    from twosource.model.review import ReviewAction

    _decided(
        case, actor, as_json, lambda found: _each(judging, found, refs, ReviewAction.ACCEPT, why)
    )


@review.command()
def reject(
    case: KeptPlace, refs: Refs, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Take out what was found and is wrong."""
    from twosource.engine.desk import judging
    from twosource.model.review import ReviewAction

    _decided(
        case, actor, as_json, lambda found: _each(judging, found, refs, ReviewAction.REJECT, why)
    )


@review.command()
def correct(
    case: KeptPlace,
    ref: Ref,
    part: PartName,
    to: To,
    why: Why = "",
    actor: Actor = "",
    as_json: AsJson = False,
) -> None:
    """Correct the stance, the speaker or the boundaries of a statement."""
    from twosource.engine.desk import correcting
    from twosource.errors import SettingsError
    from twosource.model.review import Part

    def made(found: Case) -> list[Decision]:
        if part not in set(Part):
            raise SettingsError(f"there is no part {part!r}; name stance, speaker or boundaries")
        return [correcting(found, ref, Part(part), to, why)]

    _decided(case, actor, as_json, made)


@review.command()
def merge(
    case: KeptPlace, both: Two, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Say that two names are one; it takes effect at the next update."""
    from twosource.engine.desk import joining
    from twosource.model.review import ReviewAction

    _decided(case, actor, as_json, lambda found: [joining(found, both, ReviewAction.MERGE, why)])


@review.command()
def split(
    case: KeptPlace, both: Two, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Say that two names are two; it takes effect at the next update."""
    from twosource.engine.desk import joining
    from twosource.model.review import ReviewAction

    _decided(case, actor, as_json, lambda found: [joining(found, both, ReviewAction.SPLIT, why)])


@review.command()
def rate(
    case: KeptPlace,
    ref: Explained,
    place: At,
    rated: Rated,
    why: Why = "",
    actor: Actor = "",
    as_json: AsJson = False,
) -> None:
    """Rate how words stand to a hypothesis."""
    from twosource.engine.desk import rating

    _decided(case, actor, as_json, lambda found: [rating(found, ref, place, rated, why)])


@review.command()
def note(
    case: KeptPlace, place: At, text: Remarked, actor: Actor = "", as_json: AsJson = False
) -> None:
    """Write a note to words; the brief prints it."""
    from twosource.engine.desk import remark
    from twosource.model.review import ReviewAction

    _decided(case, actor, as_json, lambda found: [remark(found, place, ReviewAction.NOTE, text)])


@review.command()
def pin(
    case: KeptPlace, place: At, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Pin words, so that the brief names them."""
    from twosource.engine.desk import remark
    from twosource.model.review import ReviewAction

    _decided(case, actor, as_json, lambda found: [remark(found, place, ReviewAction.PIN, why)])


@review.command()
def undo(
    case: KeptPlace, numbers: Numbers, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Undo reviews by their numbers; one or many at once. Nothing is deleted."""
    from twosource.engine.desk import turned_back

    _decided(case, actor, as_json, lambda _: [turned_back(case, numbers, why, undo=True)])


@review.command()
def redo(
    case: KeptPlace, numbers: Numbers, why: Why = "", actor: Actor = "", as_json: AsJson = False
) -> None:
    """Redo reviews that were undone."""
    from twosource.engine.desk import turned_back

    _decided(case, actor, as_json, lambda _: [turned_back(case, numbers, why, undo=False)])


@review.command("import")
def import_(case: KeptPlace, file: Table, actor: Actor = "", as_json: AsJson = False) -> None:
    """Read decisions from a filled sheet of ``export --format review-csv``.

    Rows that cannot be read are listed, and the rest is kept.
    """
    from twosource.engine.desk import sheet_read

    def made(found: Case) -> list[Decision]:
        filled = sheet_read(found, file)
        for conflict in filled.conflicts:
            _say(as_json, "conflict", conflict, what=conflict)
        return list(filled.decisions)

    _decided(case, actor, as_json, made)


def _remarked(review: Review) -> str:
    """The state of a review that changes nothing."""
    from twosource.model.review import ReviewAction

    return "accepted" if review.decision.action is ReviewAction.ACCEPT else "remark"


def _each(
    judge: Callable[..., list[Decision]], case: Case, refs: list[str], *how: object
) -> list[Decision]:
    return [decision for ref in refs for decision in judge(case, ref, *how)]


def _decided(place: str, actor: str, as_json: bool, made: Callable[[Case], list[Decision]]) -> None:
    """Make decisions on the case as it stands, and keep them unless somebody decided meanwhile."""
    from twosource.engine.desk import applied_case, decide
    from twosource.reviews.chain import head
    from twosource.store.kept import open_kept

    with failures_told(as_json=as_json):
        with open_kept(place) as kept:
            # the state first: what comes between is then a clash, and never overlooked
            seen, case = head(kept.reviews()), applied_case(kept).case
        _tell(decide(place, made(case), stamp(actor), seen), as_json=as_json)


def _tell(made: list[Review], *, as_json: bool) -> None:
    for one in made:
        words = f"review {one.seq}: {one.decision.action.value} {one.decision.about.value}"
        _say(as_json, "review", words, seq=one.seq, hash=one.hash)
    if not made:
        _say(as_json, "review", "nothing was decided", seq=None, hash=None)


def _say(as_json: bool, kind: str, words: str, **fields: str | int | None) -> None:
    if as_json:
        tell_json(kind, **fields)
    else:
        tell(words)
