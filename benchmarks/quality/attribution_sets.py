"""Attributions as offsets: sets made by people, and statements brought into the same form.

Offsets are code points of the text that a set carries. Nothing of the sets is kept here; they are
read from the folder beside the checkout.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from twosource.language.interface import Annotator, Reading
from twosource.model.identity import ReportId
from twosource.model.report import Extraction, OffsetRun, Report, Span, readable
from twosource.model.statement import Resolution, Stance, Statement
from twosource.statements.extract import statements_in

Run = tuple[int, int]


class Commitment(StrEnum):
    """Whether a source stands by the content: one value for gold and for statements."""

    ASSERTED = "asserted"
    DENIED = "denied"
    NONE = "none"
    POSSIBLE = "possible"


_COMMITMENT = {
    Stance.DENIES: Commitment.DENIED,
    Stance.DECLINES: Commitment.NONE,
    Stance.HEDGES: Commitment.POSSIBLE,
}
_PRINTED_COMMITMENT = {
    "asserted_by_source": Commitment.ASSERTED,
    "no_commitment": Commitment.NONE,
    "possible": Commitment.POSSIBLE,
}


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution, by whoever made it.

    Attributes:
        key: Its name within the document.
        source, cue, content: Runs of each role, in order; empty where nothing is printed.
        within: Keys of the attributions whose content holds this one.
        commitment: Whether the source stands by the content.
        negative: Whether the attribution is marked as negative, whatever its commitment.
    """

    key: str
    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    within: tuple[str, ...] = ()
    commitment: Commitment = Commitment.ASSERTED
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text with the attributions that people marked in it."""

    name: str
    genre: str
    text: str
    attributions: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """The same text with its reading and the statements found in it."""

    gold: Annotated
    reading: Reading
    statements: tuple[Statement, ...]


def load_set(path: Path) -> list[Annotated]:
    """Read a set of JSON lines: ``doc``, ``text`` and ``attributions`` with spans by role."""
    with path.open(encoding="utf-8") as lines:
        return [_annotated(json.loads(line)) for line in lines]


def load_hard_cases(path: Path) -> list[Annotated]:
    """Read single attributions that quote report files beside them, gathered by file."""
    by_file: dict[str, list[Attributed]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_file.setdefault(record["file"], []).append(_hard_case(record))
    return [
        Annotated(name, "news", (path.parent / name).read_text(encoding="utf-8"), tuple(marked))
        for name, marked in sorted(by_file.items())
    ]


def _annotated(record: dict[str, Any]) -> Annotated:
    marked = tuple(
        Attributed(
            key=str(one.get("id", number)),
            source=_runs(one, "source"),
            cue=_runs(one, "cue"),
            content=_runs(one, "content"),
            within=tuple(map(str, one.get("nested_in") or ())),
            negative=one.get("polarity") == "negative",
        )
        for number, one in enumerate(record["attributions"])
    )
    return Annotated(record["doc"], record.get("genre", "news"), record["text"], marked)


def _hard_case(record: dict[str, Any]) -> Attributed:
    negative = record["polarity"] == "negative"
    printed = _PRINTED_COMMITMENT[record["commitment"]]
    return Attributed(
        key=record["id"],
        source=_runs(record, "source"),
        cue=_runs(record, "cue"),
        content=_runs(record, "content"),
        within=(record["parent"],) if record["parent"] else (),
        commitment=Commitment.DENIED if negative else printed,
        negative=negative or printed is Commitment.NONE,
    )


def _runs(record: dict[str, Any], role: str) -> tuple[Run, ...]:
    spans = record.get(role) or record.get(role + "s") or ()
    return tuple((span["start"], span["end"]) for span in spans)


def examine_set(annotator: Annotator, documents: Sequence[Annotated]) -> Iterator[Examined]:
    """Read every text and find its statements; progress goes to standard error."""
    for done, document in enumerate(documents, start=1):
        report = report_of(document.name, document.text)
        reading = annotator.read(readable(report))
        yield Examined(document, reading, statements_in(report, reading).statements)
        if done == len(documents) or not done % 20:
            print(f"read {done} of {len(documents)} texts", file=sys.stderr)


def report_of(name: str, text: str) -> Report:
    """A report whose working copy is exactly ``text``, without furniture."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    extraction = Extraction("as-it-is", "1", "utf-8", (OffsetRun(0, 0, len(text)),))
    return Report(
        id=ReportId(name),
        file=name,
        container=None,
        sha256=sha256,
        text=text,
        title=None,
        publisher=None,
        byline=None,
        url=None,
        language="en",
        published=None,
        regions=(),
        sections=(0,),
        extraction=extraction,
    )


def attributed(statement: Statement) -> Attributed:
    """A statement as an attribution; a speaker who only goes on speaking counts as unprinted."""
    speaker = statement.speaker
    printed = speaker is not None and speaker.resolution is not Resolution.CONTINUATION
    stance = _COMMITMENT.get(statement.stance, Commitment.ASSERTED)
    return Attributed(
        key=statement.id,
        source=(run_of(speaker.span),) if speaker is not None and printed else (),
        cue=(run_of(statement.cue),) if statement.cue else (),
        content=tuple(map(run_of, statement.parts)),
        within=(statement.parent,) if statement.parent else (),
        commitment=stance,
        negative=stance in {Commitment.DENIED, Commitment.NONE} or bool(statement.negations),
    )


def run_of(span: Span) -> Run:
    """Start and end of a span."""
    return span.start, span.end


def as_lines(documents: Iterable[tuple[str, Iterable[Attributed]]]) -> str:
    """Attributions as the JSON lines that the shared scorer reads."""
    return "".join(
        json.dumps({"doc": name, "attributions": [_node(one) for one in found]}) + "\n"
        for name, found in documents
    )


def _node(one: Attributed) -> dict[str, list[dict[str, int]]]:
    roles = {"source": one.source, "cue": one.cue, "content": one.content}
    return {
        role: [{"start": start, "end": end} for start, end in runs] for role, runs in roles.items()
    }
