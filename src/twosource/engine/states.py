"""Two states of a kept case, set side by side: after a decision, or after an examination."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.announced import changes_between
from twosource.engine.desk import applied_to
from twosource.errors import NotFoundError
from twosource.model.announcement import Arrival, CaseChanges, ClaimChange
from twosource.model.case import Case
from twosource.model.edition import Said, StatementChange
from twosource.model.identity import ReportId
from twosource.model.report import Report, Span
from twosource.model.review import Review
from twosource.store.kept import KeptCase, open_kept
from twosource.store.rows import Run


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A state of a case.

    Attributes:
        run: Number of the examination that is shown.
        reviews: How many decisions are applied to it, from the first on.
    """

    run: int
    reviews: int


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two states of a case.

    Attributes:
        before, after: The earlier and the later state.
        decisions: Numbers of the decisions between the two.
        came, went: Reports that are in the later one alone, and in the earlier one alone.
        statements: Statements that appeared, vanished, or have another speaker or stance.
        changes: New answers, contradictions that came and went, lines of the brief.
        lost: Answers that nobody gives any more.
    """

    before: Moment
    after: Moment
    decisions: tuple[int, ...]
    came: tuple[Arrival, ...]
    went: tuple[Arrival, ...]
    statements: tuple[StatementChange, ...]
    changes: CaseChanges
    lost: tuple[ClaimChange, ...]


def compared(place: str, one: str, other: str) -> Compared:
    """Compare two states of a case.

    Args:
        place: The case.
        one: A state: ``review-N`` as it stood after that decision, ``run-N`` after that
            examination.
        other: Another one; which is the earlier one does not matter.

    Raises:
        NotFoundError: If there is no such case or state, or its examination is kept no more.
    """
    with open_kept(place) as kept:
        runs, reviews = kept.runs(), kept.reviews()
        before, after = sorted(_moment(name, runs, len(reviews)) for name in (one, other))
        was, now = (_case_at(kept, runs, reviews, moment) for moment in (before, after))
    return Compared(
        before,
        after,
        tuple(one.seq for one in reviews[before.reviews : after.reviews]),
        came=_only_in(now, was),
        went=_only_in(was, now),
        statements=tuple(_statements(was, now)),
        changes=changes_between(was, now),
        lost=changes_between(now, was).claims,
    )


def _moment(name: str, runs: Sequence[Run], decided: int) -> Moment:
    kind, _, number = name.partition("-")
    if kind in {"review", "run"} and number.isdecimal():
        n = int(number)
        known = [one for one in runs if (one.reviews < n if kind == "review" else one.id == n)]
        if known and (kind == "run" or n <= decided):
            return Moment(known[-1].id, known[-1].reviews if kind == "run" else n)
    raise NotFoundError(
        f"there is no state {name[:40]!r} of the case, or its examination is kept no more; "
        "name review-N or run-N"
    )


def _case_at(
    kept: KeptCase, runs: Sequence[Run], reviews: Sequence[Review], moment: Moment
) -> Case:
    run = next(one for one in runs if one.id == moment.run)
    return applied_to(kept, run, reviews[: moment.reviews]).case


def _only_in(case: Case, other: Case) -> tuple[Arrival, ...]:
    known = {report.id for report in other.reports}
    return tuple(_arrival(one) for one in case.reports if one.id not in known)


def _arrival(report: Report) -> Arrival:
    published = None if report.published is None else report.published.at
    return Arrival(
        report.id, report.file, report.url or "", report.title, report.publisher, published
    )


def _statements(was: Case, now: Case) -> Iterable[StatementChange]:
    """Statements are the same where their words are; reports that came bring none of their own."""
    both = {report.id for report in was.reports} & {report.id for report in now.reports}
    before, after = _by_words(was, both), _by_words(now, both)
    for words in dict.fromkeys([*before, *after]):
        old, new = before.get(words), after.get(words)
        differs = tuple(_differs(old, new))
        if old is None or new is None or differs:
            yield StatementChange(old, new, differs)


def _by_words(case: Case, reports: set[ReportId]) -> Mapping[Span, Said]:
    found: dict[Span, Said] = {}
    for one in case.statements:
        if one.report in reports:
            speaker = None if one.speaker is None else one.speaker.span
            found[one.content] = Said(speaker, one.content, one.stance)
    return found


def _differs(before: Said | None, after: Said | None) -> Iterable[str]:
    if before is not None and after is not None:
        if before.speaker != after.speaker:
            yield "speaker"
        if before.stance is not after.stance:
            yield "stance"
