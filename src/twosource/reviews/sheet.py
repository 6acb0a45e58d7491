"""Statements as a sheet that reviewers fill in, and the filled sheet as decisions.

One row for each statement; the last columns are empty and wait for a person. What no longer
stands where a row says, cannot be meant, or was decided on since, is listed and never guessed. Each
row says how many there are, so that a sheet that was cut off is known.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from twosource.brief.writers.sheet import safe
from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.model.identity import StatementId
from twosource.model.report import Report, cut
from twosource.model.review import Decision, Part, Pointer, Review, ReviewAction, Reviewed
from twosource.model.statement import Stance, Statement
from twosource.reviews.chain import in_force
from twosource.reviews.locate import UnfitError, locate, pointer_to
from twosource.reviews.statements import OWN_VOICE, speaker_words, statement_at

_FINDING = ("row", "file", "sha256", "start", "end", "speaker", "stance", "content", "decided")
"""Columns by which the statement of a row is found again; no sheet can be read without them."""
_SHOWN = ("hedges", "said_at", "venue")
GIVEN = (*_FINDING, *_SHOWN)
FILLED = (
    *("decision", "new_stance", "new_speaker", "new_content"),
    *("new_hedges", "new_said_at", "new_venue", "note"),
)
COLUMNS = (*GIVEN, *FILLED)
NOTHING = "-"
"""What a filled cell says where no hedge, no time or no venue is printed."""
BETWEEN = " | "
"""What stands between several hedges in one cell."""

_NAME = "review sheet"
_ROW = re.compile(r"(?P<number>\d+) of (?P<total>\d+)")
_NOTHING: Mapping[StatementId, str] = MappingProxyType({})
_JUDGING = {ReviewAction.ACCEPT, ReviewAction.REJECT}


@dataclass(frozen=True, slots=True)
class Filled:
    """What a filled sheet decides, in the order of its rows, and the rows that do not fit."""

    decisions: tuple[Decision, ...]
    conflicts: tuple[str, ...]


class _ConflictError(Exception):
    """A row does not fit the case, or does not say what to do."""


def decided_on(case: Case, reviews: Sequence[Review]) -> dict[StatementId, str]:
    """What people decided on each statement, in words that another decision changes.

    Args:
        case: The case with the reviews applied.
        reviews: The whole chain.
    """
    found: dict[StatementId, list[str]] = {}
    for review in in_force(reviews):
        decision = review.decision
        if decision.about is not Reviewed.STATEMENT or not decision.pointers:
            continue
        # corrected words are found by what they are corrected to
        pointer = decision.words if decision.part is Part.BOUNDARIES else decision.pointers[0]
        try:
            span = locate(pointer or decision.pointers[0], case.reports)
            statement = statement_at(case, span, decision.named)
        except UnfitError:
            continue
        if statement is not None:
            what = decision.part.value if decision.part else decision.action.value
            told = f"{what} by {review.stamp.actor} (review {review.seq})"
            found.setdefault(statement.id, []).append(told)
    return {ident: "; ".join(told) for ident, told in found.items()}


def review_sheet(case: Case, states: Mapping[StatementId, str] = _NOTHING) -> str:
    """Write the statements of a case for a spreadsheet; no cell runs as a formula.

    Args:
        case: The case.
        states: What was decided on each statement already, as ``decided_on`` gives it.

    Returns:
        The table with its header, lines ended by carriage return and line feed. Offsets are code
        points of the first part of the content.
    """
    reports = {report.id: report for report in case.reports}
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for number, one in enumerate(case.statements, start=1):
        report = reports[one.report]
        place = (report.file, report.sha256, str(one.content.start), str(one.content.end))
        cells = (f"{number} of {len(case.statements)}", *place)
        said = (speaker_words(one), one.stance.value, one.content.quote)
        told = (*cells, *said, states.get(one.id, ""), *_circumstances(one))
        writer.writerow([*(safe(cell) for cell in told), *("" for _ in FILLED)])
    return out.getvalue()


def _circumstances(statement: Statement) -> tuple[str, str, str]:
    """The hedges of a statement, when it was said, and where or to whom; empty where not printed.

    In this order they stand in the columns that a reviewer is shown.
    """
    return (
        BETWEEN.join(one.quote for one in statement.hedges),
        "" if statement.said_at is None else statement.said_at.quote,
        "" if statement.venue is None else statement.venue.quote,
    )


def read_review_sheet(
    text: str, case: Case, states: Mapping[StatementId, str] = _NOTHING
) -> Filled:
    """Read a filled sheet.

    Rows may be sorted, filtered and taken out; columns may be moved. Semicolons part cells as well
    as commas, as spreadsheets in many languages write them.

    Args:
        text: The table.
        case: The case whose statements it lists.
        states: What was decided on each statement by now, as ``decided_on`` gives it. A filled row
            whose statement was decided on since the sheet was made is a conflict.

    Returns:
        The decisions, and in words what does not fit, rows that are missing first.

    Raises:
        MaterialError: If it is no such table.
    """
    lines = text.removeprefix("\ufeff")
    header = lines.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    try:
        rows = list(csv.DictReader(io.StringIO(lines, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise MaterialError(_NAME, f"not readable as CSV ({error})", "save it as CSV") from error
    missing = [name for name in _FINDING if not rows or name not in rows[0]]
    if missing:
        raise MaterialError(
            _NAME, f"it has no column {missing[0]!r} or no row", "export the sheet again"
        )
    decisions: list[Decision] = []
    conflicts: list[str] = _missing(rows)
    for number, row in enumerate(rows, start=2):
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        if any(name in row and row[name] is None for name in COLUMNS):
            conflicts.append(f"row {number}: it is cut off before its last column")
            continue
        try:
            decisions += _decisions(cells, case, states)
        except _ConflictError as reason:
            conflicts.append(f"row {number}: {reason}")
    return Filled(tuple(decisions), tuple(conflicts))


def _missing(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """A word on rows that the sheet had and has no more: taken out, or cut off."""
    numbered = [match for row in rows if (match := _ROW.fullmatch((row["row"] or "").strip()))]
    if not numbered:
        return []
    present = {int(match["number"]) for match in numbered}
    total = max(int(match["total"]) for match in numbered)
    missing = [number for number in range(1, total + 1) if number not in present]
    if not missing:
        return []
    last = f"; nothing is there after row {max(present)}" if max(present) < total else ""
    return [
        f"{len(missing)} of the {total} rows are not in the sheet{last}. Nothing is decided on "
        "them; if they were not taken out by hand, the sheet was cut off: export it again"
    ]


def _decisions(
    cells: Mapping[str, str], case: Case, states: Mapping[StatementId, str]
) -> list[Decision]:
    if not any(cells[name] for name in FILLED):
        return []
    report, statement = _statement(cells, case)
    now = states.get(statement.id, "")
    if _cell(now) != _folded(cells["decided"]):
        then, since = cells["decided"] or "nothing", now or "nothing"
        raise _ConflictError(
            f"somebody decided on it since the sheet was made (then: {then}; now: {since}); look "
            "at it with 'twosource review list' and decide in a new sheet"
        )
    about = Decision(
        ReviewAction.CORRECT,
        Reviewed.STATEMENT,
        (pointer_to(statement.content, report),),
        speaker_words(statement),
        why=cells["note"],
    )
    made: list[Decision] = []
    if cells["decision"]:
        word = cells["decision"].casefold()
        if word not in _JUDGING:
            raise _ConflictError(f"the decision {cells['decision']!r} is not accept or reject")
        made.append(replace(about, action=ReviewAction(word)))
    if cells["new_stance"]:
        word = cells["new_stance"].casefold()
        if word not in set(Stance):
            raise _ConflictError(f"there is no stance {cells['new_stance']!r}")
        made.append(replace(about, part=Part.STANCE, word=word))
    if cells["new_speaker"]:
        made.append(_new_speaker(about, cells["new_speaker"], statement, report))
    made += _new_words(about, cells, statement, report)
    if any(one.action is ReviewAction.REJECT for one in made) and len(made) > 1:
        raise _ConflictError("a statement cannot be rejected and corrected at once")
    return made or [replace(about, action=ReviewAction.NOTE)]


def _statement(cells: Mapping[str, str], case: Case) -> tuple[Report, Statement]:
    """The statement of a row: the words still stand where the row says, and are a statement's."""
    reports: Sequence[Report] = [one for one in case.reports if safe(one.file) == cells["file"]]
    same = next((one for one in reports if one.sha256 == cells["sha256"]), None)
    if same is None:
        raise _ConflictError(f"this version of {cells['file']!r} is not in the case")
    try:
        start, end = int(cells["start"]), int(cells["end"])
    except ValueError:
        raise _ConflictError("start and end are not whole numbers") from None
    if not 0 <= start < end <= len(same.text) or _cell(same.text[start:end]) != _folded(
        cells["content"]
    ):
        raise _ConflictError(f"{same.file} does not print {cells['content'][:60]!r} there")
    found = [
        one
        for one in case.statements
        if one.report == same.id and (one.content.start, one.content.end) == (start, end)
    ]
    named = [one for one in found if _cell(speaker_words(one)) == _folded(cells["speaker"])]
    if len(named) != 1:
        raise _ConflictError(f"{len(named)} statements of that speaker stand there")
    return same, named[0]


def _cell(text: str) -> str:
    return _folded(safe(text))


def _new_speaker(about: Decision, words: str, statement: Statement, report: Report) -> Decision:
    """A corrected speaker: words of the report, those nearest to the content."""
    change = replace(about, part=Part.SPEAKER)
    if words.casefold() == OWN_VOICE:
        return change
    return replace(change, words=_nearest(words, statement, report))


def _new_words(
    about: Decision, cells: Mapping[str, str], statement: Statement, report: Report
) -> list[Decision]:
    """Corrections whose cells hold words that the report prints: hedges, time, venue, content."""
    made: list[Decision] = []
    for name, part in (("new_said_at", Part.SAID_AT), ("new_venue", Part.VENUE)):
        if cells[name]:
            none = cells[name] == NOTHING
            words = None if none else _nearest(cells[name], statement, report)
            made.append(replace(about, part=part, words=words))
    if cells["new_hedges"]:
        told = [one.strip() for one in cells["new_hedges"].split(BETWEEN.strip())]
        hedges = [_nearest(one, statement, report) for one in told if one and one != NOTHING]
        made.append(replace(about, part=Part.HEDGES, pointers=(*about.pointers, *hedges)))
    if cells["new_content"]:
        # Last: what comes before is decided on the words as they are found now.
        words = _nearest(cells["new_content"], statement, report)
        made.append(replace(about, part=Part.BOUNDARIES, words=words))
    return made


def _nearest(words: str, statement: Statement, report: Report) -> Pointer:
    """Words that a report prints, at the place that is nearest to the content of a statement."""
    starts, start = [], report.text.find(words)
    while start >= 0:
        starts.append(start)
        start = report.text.find(words, start + 1)
    if not starts:
        raise _ConflictError(f"{report.file} does not print {words!r}")
    near = min(starts, key=lambda at: (abs(at - statement.content.start), at))
    return pointer_to(cut(report, near, near + len(words)), report)


def _folded(text: str) -> str:
    return " ".join(text.split())
