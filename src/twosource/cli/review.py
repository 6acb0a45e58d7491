"""The commands by which a person decides: ``twosource review ...``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.completion import (
    entity_begun,
    hypothesis_begun,
    part_begun,
    rating_begun,
    reference_begun,
    relation_begun,
    statement_begun,
)
from twosource.cli.console import show, write
from twosource.cli.decided import Deciding, decided, deciding, say, wished
from twosource.cli.failures import failures_told
from twosource.cli.options import AsCsv, AsJson, KeptPlace, named_path
from twosource.cli.views import refuse_two_forms

if TYPE_CHECKING:
    from twosource.model.case import Case
    from twosource.model.review import Decision, Review

review = typer.Typer(
    name="review",
    no_args_is_help=True,
    help="Decide on what was found: accept, reject, correct, merge, split, relate, rate, note, pin,"
    " undo.",
)

Refs = Annotated[
    list[str],
    typer.Argument(
        metavar="REF...",
        autocompletion=reference_begun,
        help="Ids such as st-... or co-...; places of words, S1:598-636; finding-N, loss-N,"
        " lineage-N.",
    ),
]
Ref = Annotated[
    str,
    typer.Argument(
        metavar="REF",
        autocompletion=statement_begun,
        help="Id of a statement or a claim, or the place of its words.",
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
Sides = Annotated[
    tuple[str, str],
    typer.Argument(
        metavar="ONE OTHER",
        autocompletion=statement_begun,
        help="Two claims by their ids, or two places (S1:5-20); of reports the earlier first.",
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
        help="Of a statement: stance, speaker, boundaries, hedges, said-at, venue; of an answer:"
        " value, time, place.",
    ),
]
To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="VALUE",
        help="A stance, or a place of words (- for the own voice, or for nothing printed); for an"
        " answer 9, '5 min', yes, 2031-03-04T19:40 or Patras.",
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--as",
        metavar="KIND",
        autocompletion=relation_begun,
        help="agreement, refinement, revision, contradiction, apart or open; of reports copies,"
        " paraphrases, cites or common-origin.",
    ),
]
Expected = Annotated[
    str, typer.Argument(metavar="WORDS", help="What you would expect to see, and do not see.")
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
    from twosource.engine.desk import review_states
    from twosource.exchange.kept_tables import reviews_table
    from twosource.exchange.spreadsheet import csv_of
    from twosource.store.kept import open_kept

    with failures_told(as_json=as_json):
        refuse_two_forms(as_json=as_json, as_csv=as_csv)
        with open_kept(case) as kept:
            reviews, states = kept.reviews(), review_states(kept)
        if as_json:
            found = [_node(one, states[one.seq]) for one in reviews]
            write(json.dumps({"reviews": found}, ensure_ascii=False, indent=1) + "\n")
        elif as_csv:
            write(csv_of(reviews_table(reviews, states)))
        else:
            show(reviews_view(reviews, states))


@review.command()
@deciding
def accept(how: Deciding, refs: Refs, why: Why = "") -> None:
    """Say that what was found is right."""
    wished(how, "accept", *refs, why=why)


@review.command()
@deciding
def reject(how: Deciding, refs: Refs, why: Why = "") -> None:
    """Take out what was found and is wrong."""
    wished(how, "reject", *refs, why=why)


@review.command()
@deciding
def correct(how: Deciding, ref: Ref, part: PartName, to: To, why: Why = "") -> None:
    """Correct a statement (stance, speaker, words, hedges, when, where) or an answer (value...)."""
    wished(how, "correct", ref, part=part, to=to, why=why)


@review.command()
@deciding
def merge(how: Deciding, both: Two, why: Why = "") -> None:
    """Say that two names are one; it takes effect at the next update."""
    wished(how, "merge", *both, why=why)


@review.command()
@deciding
def split(how: Deciding, both: Two, why: Why = "") -> None:
    """Say that two names are two; it takes effect at the next update."""
    wished(how, "split", *both, why=why)


@review.command()
@deciding
def relate(how: Deciding, both: Sides, kind: Kind, why: Why = "") -> None:
    """Say how two answers to one question, or two reports, stand to each other."""
    wished(how, "relate", *both, to=kind, why=why)


@review.command()
@deciding
def rate(how: Deciding, ref: Explained, place: At, rated: Rated, why: Why = "") -> None:
    """Rate how words stand to a hypothesis."""
    wished(how, "rate", ref, place, to=rated, why=why)


@review.command()
@deciding
def absent(how: Deciding, ref: Explained, words: Expected, why: Why = "") -> None:
    """Note what you would expect to see if a hypothesis were so, and do not see."""
    wished(how, "absent", ref, to=words, why=why)


@review.command()
@deciding
def note(how: Deciding, place: At, text: Remarked) -> None:
    """Write a note to words; the brief prints it."""
    wished(how, "note", place, to=text)


@review.command()
@deciding
def pin(how: Deciding, place: At, why: Why = "") -> None:
    """Pin words, so that the brief names them."""
    wished(how, "pin", place, why=why)


@review.command()
@deciding
def undo(how: Deciding, numbers: Numbers, why: Why = "") -> None:
    """Undo reviews by their numbers; one or many at once. Nothing is deleted."""
    wished(how, "undo", *numbers, why=why)


@review.command()
@deciding
def redo(how: Deciding, numbers: Numbers, why: Why = "") -> None:
    """Redo reviews that were undone."""
    wished(how, "redo", *numbers, why=why)


@review.command("import")
@deciding
def import_(how: Deciding, file: Table) -> None:
    """Read decisions from a filled sheet of ``export --format review-csv``.

    Rows that cannot be read, or that somebody decided on since the sheet was made, are listed, and
    the rest is kept.
    """
    from twosource.engine.desk import sheet_read

    def made(found: Case, reviews: Sequence[Review]) -> tuple[Decision, ...]:
        filled = sheet_read(found, reviews, file)
        for conflict in filled.conflicts:
            say(how.as_json, "conflict", f"conflict: {conflict}", what=conflict)
        return filled.decisions

    decided(how, made)


def _node(review: Review, state: str) -> dict[str, object]:
    """A review as the list tells it."""
    from twosource.store.review_file import decision_node

    return {
        "seq": review.seq,
        "at": review.stamp.at,
        "actor": review.stamp.actor,
        "state": state,
        "decision": decision_node(review.decision),
        "hash": review.hash,
    }
