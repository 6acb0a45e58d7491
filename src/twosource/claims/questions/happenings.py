"""Questions of when something happened and how long it took."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Context, Found, found, givers_in, holds, reports_in
from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.kin import TELLING_APART
from twosource.claims.questions.phrasing import Parts, asked, clause_parts
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    aspect_of,
    is_pronoun,
    participant,
    predicate_of,
    subject_matter,
)
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.value import DurationValue, Precision, TimeValue, Value
from twosource.reference.cues import PERCEPTION_VERBS, PERSON_ROLES, REPORT_NOUNS, VERBS

EVENT = "event"
"""Key of the event of the case itself."""

# Verbs whose object is what happens: it is heard, filmed, shown at the time.
_PERCEIVING = PERCEPTION_VERBS | frozenset("show capture film record".split())

_SUMMONING = frozenset("call alert notify summon inform warn phone telephone ring".split())

_UNDONE = "not"
"""Marks a happening that did not come about for a time: "refused to open the doors for an hour"."""
_HALF = 12
_PARTING = re.compile(
    r"(?i)\s+(?:after|before|beforehand|earlier|later|ago|prior|since|previously)\b"
)
_FOR = re.compile(r"(?i)\bfor(?: \w+){0,2}\s*\Z")
_AFTER = re.compile(r"(?i)\b(?:after|within)(?: (?:about|some|only|just|nearly))?\s*\Z")
_ORDINAL_IN = re.compile(
    r"(?i)\b(?:first|second|third|fourth|fifth|sixth|seventh|\d+(?:st|nd|rd|th)|only|last|latest|"
    r"worst|deadliest|biggest)\b[^.;]{0,40}\b(?:in|for|within)"
    r"(?: (?:the )?(?:past|last|just|only|as many|less than|more than|about|under|over))*\s*\Z"
)
_RANKED = 70
_NEXT_WORD = 16
_PEOPLE = frozenset("person people man woman child".split())

_TOO_COARSE = frozenset({Precision.MONTH, Precision.YEAR, Precision.SEASON, Precision.SPAN})


@dataclass(frozen=True, slots=True)
class Happening:
    """What a time dates.

    Attributes:
        key: Its classes; equal keys are one happening.
        name: The noun that names it, with what tells it apart; ``""`` where a clause says it.
        aspect: ``begin`` or ``end`` where only that is dated, else ``""``.
    """

    key: tuple[str, ...]
    name: str
    aspect: str


def time_questions(
    cases: Sequence[Context], classes: Classes, event: Collection[str]
) -> Iterable[Question]:
    """Ask when and how long where more than one voice tells.

    Args:
        cases: The reports.
        classes: Which words are one.
        event: The classes that name the event of the case.
    """
    whens: dict[tuple[str, ...], list[tuple[Found, Happening]]] = {}
    lengths: dict[tuple[str, ...], list[tuple[Found, Happening]]] = {}
    for context in cases:
        values: tuple[Value, ...] = (*context.facts.times, *context.facts.durations)
        for value in values:
            if isinstance(value, DurationValue) and _is_apart(context, value):
                continue
            one = found(context, value)
            happening = None if one is None else _dated(one, classes, event)
            if one is None or happening is None:
                continue
            into = whens if isinstance(value, TimeValue) else lengths
            into.setdefault(happening.key, []).append((one, happening))
    _join_halves(cases, whens)
    for group in filter(None, whens.values()):
        yield from _asked(group, QuestionKind.WHEN, "when")
    for group in lengths.values():
        yield from _asked(group, QuestionKind.HOW_LONG, _length_word(group))


def _join_halves(
    cases: Sequence[Context], whens: dict[tuple[str, ...], list[tuple[Found, Happening]]]
) -> None:
    """Put clock times together that are one but for the half of the day: 4:20 and 16:20.

    Two reports that print one minute, twelve hours apart, tell of one thing, whatever words they
    have for it; full hours are too common to show that.
    """
    known = {one.answer.span: key for key, group in whens.items() for one, _ in group}
    clocks = [
        one
        for context in cases
        for value in context.facts.times
        if (one := found(context, value)) is not None and _half_of(one) and not _is_said_at(one)
    ]
    for place, one in enumerate(clocks):
        for other in clocks[place + 1 :]:
            if one.answer.report == other.answer.report or not _halves(one, other):
                continue
            keys = [known.get(each.answer.span) for each in (one, other)]
            key = next((k for k in keys if k is not None), ("clock", *_half_of(one)))
            for each, own in zip((one, other), keys, strict=True):
                if own != key:
                    _moved(whens, each, own, key)
                    known[each.answer.span] = key


def _moved(
    whens: dict[tuple[str, ...], list[tuple[Found, Happening]]],
    one: Found,
    own: tuple[str, ...] | None,
    key: tuple[str, ...],
) -> None:
    """Put a time under another happening than its own clause gives it."""
    if own is not None:
        whens[own] = [pair for pair in whens[own] if pair[0].answer.span != one.answer.span]
    group = whens.setdefault(key, [])
    group.append((one, group[0][1] if group else Happening(key, "", "")))


def _half_of(one: Found) -> tuple[str, ...]:
    """The minute of a clock time within its half of the day; empty for full hours."""
    value = one.answer.value
    if not isinstance(value, TimeValue) or value.clock is None or not value.clock.minute:
        return ()
    return (str(value.clock.hour % _HALF), str(value.clock.minute))


def _halves(one: Found, other: Found) -> bool:
    """Whether two clock times of one day are one minute in two halves of it."""
    first, second = one.answer.value, other.answer.value
    if not isinstance(first, TimeValue) or not isinstance(second, TimeValue):
        return False
    if first.clock is None or second.clock is None or _half_of(one) != _half_of(other):
        return False
    same_day = first.day is None or second.day is None or first.day == second.day
    return same_day and abs(first.clock.hour - second.clock.hour) == _HALF


def _length_word(group: Sequence[tuple[Found, Happening]]) -> str:
    """How a length of time is asked for: until something happened, or while it did."""
    values = [one.answer.value for one, _ in group]
    later = all(isinstance(v, DurationValue) and v.link == "later" for v in values)
    return "after how long" if later else "for how long"


def _is_apart(context: Context, value: DurationValue) -> bool:
    """Whether a length of time parts two happenings: "five days after the concrete was poured".

    What went on "for two hours before it ended" lasted two hours; "the second fire in five years"
    did not last five years.
    """
    text = context.facts.report.text
    if _ORDINAL_IN.search(text, max(0, value.span.start - _RANKED), value.span.start):
        return True
    if value.link == "for" or _FOR.search(
        text, max(0, value.span.start - _NEXT_WORD), value.span.start
    ):
        return False
    if _AFTER.search(text, max(0, value.span.start - _NEXT_WORD), value.span.start):
        return False
    after = text[value.span.end : value.span.end + _NEXT_WORD]
    return value.link in {"later", "before"} or _PARTING.match(after) is not None


def _dated(one: Found, classes: Classes, event: Collection[str]) -> Happening | None:
    """What a time or duration is of; ``None`` where it dates speech, or nothing can be told."""
    clause, value = one.clause, one.answer.value
    if clause is None or _is_said_at(one):
        return None
    if isinstance(value, TimeValue) and value.precision in _TOO_COARSE:
        return _last_time(one, classes, event)
    for part in () if clause.nominal or _is_joined_by_at(one) else clause.arguments:
        if holds(part.span, value.span) and not value.span.start < part.head.end <= value.span.end:
            known = {classes.predicates.get(part.lemma), classes.nouns.get(part.lemma)}
            return Happening((EVENT,), part.lemma, "") if known & set(event) else None
    if isinstance(value, TimeValue) and value.clock is None and _counts_harmed(one):
        return Happening((EVENT,), "", "")
    return happening_of(one.context, clause, classes, event)


def _last_time(one: Found, classes: Classes, event: Collection[str]) -> Happening | None:
    """What was "last" done in a month or a year; ``None`` where nothing is said to be the last."""
    clause = one.clause
    if clause is None or "last" not in clause.span.quote.lower().split():
        return None
    happening = happening_of(one.context, clause, classes, event)
    return None if happening is None or happening.key == (EVENT,) else happening


def _is_joined_by_at(one: Found) -> bool:
    """Whether "at" joins a clock time, so that it dates the clause, not the noun before it.

    A time in brackets right after such a time says the same in another zone.
    """
    value = one.answer.value
    if not isinstance(value, TimeValue) or value.clock is None:
        return False
    before = one.context.facts.report.text[: one.answer.span.start].rstrip()
    if before.endswith("("):
        end = len(before[:-1].rstrip())
        return any(time.span.end == end for time in one.context.facts.times)
    return before.split()[-1:] == ["at"]


def _counts_harmed(one: Found) -> bool:
    """Whether the clause tells how many came to harm, on a day: then the event was on that day."""
    clause = one.clause
    if clause is None or not fate_of(clause.lemma):
        return False
    matter = subject_matter(clause)
    counted = one.context.facts.quantities
    return matter is not None and any(holds(matter.span, value.span) for value in counted)


def happening_of(
    context: Context, clause: Proposition, classes: Classes, event: Collection[str]
) -> Happening | None:
    """The happening that a clause tells of; ``None`` for speech and where it cannot be told.

    What is heard, seen or shown at a time happens then. A clause that names the case's event, as
    its predicate or as a participant, tells of the event.
    """
    matter, aspect = subject_matter(clause), aspect_of(clause)
    if clause.lemma in _PERCEIVING:
        matter, aspect = argument(clause, ArgumentRole.PATIENT), ""
        if matter is not None and matter.lemma.split()[-1] in PERSON_ROLES | _PEOPLE:
            # Whom somebody sees is no happening.
            return None
    elif clause.lemma in VERBS and not _is_summons(clause):
        return None
    if matter is not None and matter.lemma in REPORT_NOUNS:
        return None
    predicate = predicate_of(clause, classes)
    if aspect != "end" and (named := _event_named(clause, predicate, classes, event)) is not None:
        return Happening((EVENT,), named, "")
    if aspect is not None:
        return None if matter is None or is_pronoun(matter) else _noun(classes, matter, aspect)
    if clause.nominal and matter is None:
        return Happening((predicate,), clause.predicate.quote.lower(), "")
    about = None if matter is None else participant(context, matter, classes)
    undone = () if clause.positive else (_UNDONE,)
    return None if about is None else Happening((predicate, about, *undone), "", "")


def _is_summons(clause: Proposition) -> bool:
    """Whether a verb of speech tells that help was called, which happens at a time."""
    summoned = argument(clause, ArgumentRole.PATIENT, "")
    return clause.lemma in _SUMMONING and summoned is not None and not is_pronoun(summoned)


def _event_named(
    clause: Proposition, predicate: str, classes: Classes, event: Collection[str]
) -> str | None:
    """The noun by which a clause names the event, ``""`` for a verb; ``None``: it does not."""
    for one in clause.arguments:
        # A fire truck is a truck.
        head = one.lemma.split()[-1] if one.lemma else ""
        known = {classes.predicates.get(head, head), classes.nouns.get(head, head)}
        is_event = one.role is not ArgumentRole.OBLIQUE and bool(known & set(event))
        if is_event and not any(word.lower() in TELLING_APART for word in one.modifiers):
            return one.lemma if aspect_of(clause) is not None else ""
    if predicate not in event:
        return None
    return clause.predicate.quote.lower() if clause.nominal else ""


def _noun(classes: Classes, matter: Argument, aspect: str) -> Happening:
    named = classes.predicates.get(matter.lemma, matter.lemma)
    apart = tuple(word for word in matter.modifiers if word.lower() in TELLING_APART)
    return Happening((named, aspect, *apart), " ".join([*apart, matter.lemma]), aspect)


def _is_said_at(one: Found) -> bool:
    span = one.answer.span
    return any(
        s.said_at is not None and s.said_at.start < span.end and span.start < s.said_at.end
        for s in one.context.facts.statements
    )


def _asked(
    group: Sequence[tuple[Found, Happening]], kind: QuestionKind, word: str
) -> Iterable[Question]:
    values = [one for one, _ in group]
    if givers_in(values) < 2:
        return
    happening = group[0][1]
    text = _text(values, [h.name for _, h in group if h.name], happening, word)
    if text is None:
        return
    what = " ".join(part for part in happening.key if part)
    reason = f"each stands in a clause about {what}, in {reports_in(values)} report(s)"
    yield question_of(Topic(kind, text, happening.key, reason), values, _normal, _told)


def _text(values: Sequence[Found], names: Sequence[str], one: Happening, word: str) -> str | None:
    if names:
        verb = one.aspect or ("happen" if word == "when" else "last")
        asking = word if word == "when" else "how long"
        one_of_them = [name for name in names if not name.endswith("s")] or names
        asked_for = f"{asking} did the {commonest(one_of_them)} {verb}?"
        return asked_for[:1].upper() + asked_for[1:]
    if one.key == (EVENT,):
        return "When did it happen?" if word == "when" else "How long did it last?"
    clauses = [value.clause for value in values if value.clause is not None]
    parts = clause_parts(clauses)
    if parts is not None and _UNDONE in one.key:
        parts = _negated(parts, clauses)
    if parts is None and any(_halves(a, b) for a in values for b in values):
        return f"Was it {' or '.join(dict.fromkeys(_told(value) for value in values))}?"
    return None if parts is None else asked(parts, word)


def _negated(parts: Parts, clauses: Sequence[Proposition]) -> Parts | None:
    """A question of what did not happen: "were the doors not opened"."""
    auxiliary, rest = parts
    for word in (w for c in clauses for w in (c.predicate.quote.lower(), c.lemma)):
        before, found, after = rest.rpartition(f" {word}")
        if found:
            return auxiliary, f"{before} not{found}{after}"
    return None


def _normal(one: Found) -> Hashable:
    value = one.answer.value
    if isinstance(value, DurationValue):
        return (value.seconds.low, value.seconds.high, value.link)
    if not isinstance(value, TimeValue):
        return None
    parts = (value.clock, value.day, value.precision, value.relation, value.approximate)
    return (*parts, None if value.day or value.clock else value.span.quote.lower())


def _told(one: Found) -> str:
    value = one.answer.value
    printed = " ".join(one.answer.span.quote.split())
    if isinstance(value, TimeValue) and value.day and str(value.day.year) not in printed:
        return f"{printed} ({value.day.day} {value.day:%B %Y})"
    return printed
