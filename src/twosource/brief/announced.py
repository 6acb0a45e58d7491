"""What new reports change in a case: answers, contradictions, and lines of its brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from twosource.brief.changes import by_subject
from twosource.brief.inert import inert
from twosource.model.announcement import (
    Announcement,
    Arrival,
    CaseChanges,
    ClaimChange,
    ConflictChange,
    LineChange,
)
from twosource.model.case import Case
from twosource.model.relation import Contradiction
from twosource.model.report import Span

NOTHING = "nothing in the case changed by it"
MOST_LINES = 12
"""Changes of one sort that a terminal shows; the rest is counted."""

_Key = tuple[str, int, int]


def changes_between(earlier: Case | None, case: Case) -> CaseChanges:
    """Compare two examinations of a case.

    An answer is new if none of its words gave an answer before and nobody gave the same answer to
    a question of that wording; a contradiction if no earlier one holds words of two of its sides
    against each other. So neither a question that is worded anew nor a report in a new edition
    makes an old answer new.

    Args:
        earlier: The case as it stood before; ``None`` where there was none.
        case: The case as it stands.
    """
    return CaseChanges(
        claims=tuple(_new_claims(earlier, case)),
        conflicts=(
            *(_conflict(one) for one in _missing(_conflicts(case), _conflicts(earlier))),
            *(_conflict(one, True) for one in _missing(_conflicts(earlier), _conflicts(case))),
        ),
        lines=tuple(_lines(earlier, case)),
    )


def announcement_lines(told: Announcement) -> Iterator[str]:
    """An announcement for a terminal, line by line; report text in it is inert."""
    number = len(told.arrivals)
    yield f"{inert(told.case)}: {number} new report{'' if number == 1 else 's'}"
    for arrival in told.arrivals:
        yield f"  {_arrival(arrival)}"
    changes = told.changes
    found = [
        [f"new answer to “{inert(c.question)}”: {inert(c.answer)}" for c in changes.claims],
        [_conflict_line(c) for c in changes.conflicts if not c.ended],
        [_conflict_line(c) for c in changes.conflicts if c.ended],
        [_line(c) for c in changes.lines if c.was is not None and c.now is not None],
        [_line(c) for c in changes.lines if c.was is None],
        [_line(c) for c in changes.lines if c.now is None],
    ]
    for lines in found:
        yield from (f"    {line}" for line in lines[:MOST_LINES])
        if len(lines) > MOST_LINES:
            yield f"    and {len(lines) - MOST_LINES} more of this sort"
    if not any(found):
        yield f"    {NOTHING}"


def _arrival(arrival: Arrival) -> str:
    name = arrival.publisher or arrival.file
    day = f" ({arrival.published[:10]})" if arrival.published else ""
    url = f"  {arrival.url}" if arrival.url else ""
    told = f": {arrival.title}" if arrival.title else ""
    unread = "" if arrival.report is not None else ", which could not be read"
    return inert(f"{name}{told}{day}{url}{unread}")


def _conflict_line(change: ConflictChange) -> str:
    lead = "no longer in conflict" if change.ended else "new conflict"
    return f"{lead}, {inert(change.question)}: {inert(' / '.join(change.sides))}"


def _line(change: LineChange) -> str:
    if change.now is None:
        return f"no longer told, was {change.was}: {inert(change.text)}"
    lead = f"new under {change.now}" if change.was is None else f"{change.now}, was {change.was}"
    return f"{lead}: {inert(change.text)}"


def _new_claims(earlier: Case | None, case: Case) -> Iterator[ClaimChange]:
    before = [] if earlier is None else [(q, c) for q in earlier.questions for c in q.claims]
    words = {_key(span) for _, claim in before for span in claim.spans}
    answers = {(question.text, claim.answer) for question, claim in before}
    for question in case.questions:
        for claim in question.claims:
            known = (question.text, claim.answer) in answers
            if not known and not any(_key(span) in words for span in claim.spans):
                yield ClaimChange(question.text, claim.answer, claim.spans)


def _conflicts(case: Case | None) -> Sequence[Contradiction]:
    return () if case is None else case.contradictions


def _missing(
    these: Sequence[Contradiction], others: Sequence[Contradiction]
) -> Iterable[Contradiction]:
    """Those of some contradictions that are not among others."""
    answers = {_answers(one) for one in others}
    sides = [[{_key(span) for span in side.spans} for side in one.sides] for one in others]
    for one in these:
        held = [{_key(span) for span in side.spans} for side in one.sides]
        if _answers(one) not in answers and not any(_collide(held, other) for other in sides):
            yield one


def _collide(held: Sequence[set[_Key]], other: Sequence[set[_Key]]) -> bool:
    """Whether two sides of one contradiction stand against each other in another one, too."""
    met = {number for number, side in enumerate(other) if any(side & mine for mine in held)}
    return len(met) > 1 and sum(any(side & mine for side in other) for mine in held) > 1


def _answers(one: Contradiction) -> tuple[str, frozenset[str]]:
    return one.question, frozenset(side.answer for side in one.sides)


def _conflict(one: Contradiction, ended: bool = False) -> ConflictChange:
    return ConflictChange(
        question=one.question,
        matter=one.kind.value,
        sides=tuple(side.answer for side in one.sides),
        spans=tuple(dict.fromkeys(span for side in one.sides for span in side.spans)),
        ended=ended,
    )


def _lines(earlier: Case | None, case: Case) -> Iterator[LineChange]:
    before = {} if earlier is None else by_subject(earlier.brief.lines)
    now = by_subject(case.brief.lines)
    for subject, line in now.items():
        was = before.get(subject)
        if was is None or was.standing is not line.standing:
            standing = None if was is None else was.standing
            yield LineChange(standing, line.standing, line.text, line.spans)
    for subject, line in before.items():
        if subject not in now:
            yield LineChange(line.standing, None, line.text, line.spans)


def _key(span: Span) -> _Key:
    return span.report, span.start, span.end
