"""In which year something was done that is done once: "built in 1974", "completed in 1947"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.claims.questions.aligned.pairs import groups_of, pairs, said_in, same_thing
from twosource.claims.questions.context import Found, entity_at, holds, reports_in
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.sameness import is_pronoun
from twosource.claims.questions.telling import Topic, question_of
from twosource.claims.questions.told import Told
from twosource.claims.questions.words import Word
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.proposition import ArgumentRole, Modality
from twosource.model.report import Span
from twosource.model.statement import Stance
from twosource.model.value import Precision, TimeRelation, TimeValue
from twosource.reference.lexicon import same_family, same_sense

_MAKING = frozenset(
    "build complete construct erect finish make create open found establish launch commission "
    "inaugurate set up manufacture install date lay".split()
)
"""Deeds by which a thing comes to be: it is told of one year, by whichever of them."""
_RECURRING = frozenset(
    "be have do get go come say happen occur fine visit win lose repair mend inspect service "
    "arrest kill hit attack fail warn complain report raise protest strike meet hold host play "
    "flood burn close shut open flee return fall rise increase decrease pay vote film see hear "
    "work serve search raid shoot injure die drown crash collide fight march rally gather "
    "elect".split()
)
"""Deeds that recur, so that two years of them are two occasions, unless they were the last."""
_COARSE = frozenset({Precision.YEAR, Precision.MONTH})
_BOUNDED = frozenset({TimeRelation.SINCE, TimeRelation.UNTIL})


def year_questions(told: Sequence[Told], near: Nearness) -> Iterator[Question]:
    """Ask in which year something was done, or until when it holds, where voices differ.

    Args:
        told: The clauses of the case.
        near: Tells which words are near in meaning.
    """
    dated = {one.found.answer.span: value for one in told if (value := _year_in(one)) is not None}

    def test(one: Told, other: Told) -> bool:
        first, second = dated[one.found.answer.span], dated[other.found.answer.span]
        if first.relation is not second.relation or first.precision is not second.precision:
            return False
        if first.precision is Precision.MONTH and not (_is_last(one) and _is_last(other)):
            return False
        ours, theirs = (matters[each.found.answer.span] for each in (one, other))
        alike = same_thing(ours, theirs, near)
        if first.relation in _BOUNDED and not alike:
            alike = any(same_thing(a, b, near) for a in one.gist.core for b in other.gist.core)
        if not alike:
            return False
        last = _is_last(one) and _is_last(other)
        return _one_date(one.clause.lemma, other.clause.lemma, first.relation, last)

    matters = {
        one.found.answer.span: matter
        for one in told
        if one.found.answer.span in dated and (matter := _matter(one)) is not None
    }
    candidates = [
        _about(one, matter) for one in told if (matter := matters.get(one.found.answer.span))
    ]
    for group in groups_of(pairs(candidates, test)):
        yield from _question(group, dated)


def _year_in(one: Told) -> TimeValue | None:
    """The year that dates a clause; ``None`` where none does, or several do."""
    clause = one.clause
    statement = said_in(one.found)
    if clause.nominal or not clause.positive or clause.modality is not Modality.ACTUAL:
        return None
    if statement is not None and statement.stance in {Stance.DECLINES, Stance.PREDICTS}:
        return None
    inside = [
        value
        for value in one.found.context.facts.times
        if value.precision in _COARSE
        and holds(clause.span, value.span)
        and not value.approximate
        and any(holds(value.span, a.head) or holds(a.span, value.span) for a in clause.arguments)
    ]
    return inside[0] if len(inside) == 1 else None


def _is_last(one: Told) -> bool:
    """Whether a clause tells of the last time that something was done."""
    return "last" in one.clause.span.quote.lower().split()


def _matter(one: Told) -> Word | None:
    """What was made or held; before a participle alone it is the noun that it stands behind."""
    matter = one.gist.matter
    if matter is not None:
        return matter
    before = [
        argument
        for other in one.found.context.propositions.get(one.clause.sentence, ())
        for argument in other.arguments
        if argument.span.end <= one.clause.predicate.start and not is_pronoun(argument)
    ]
    nearest = max(before, key=lambda a: (a.head.end, -a.head.start), default=None)
    if nearest is None:
        return None
    entity = entity_at(one.found.context, nearest.head) or ""
    named = bool(entity) and nearest.head.quote[:1].isupper()
    return Word(nearest.lemma.lower(), entity, ArgumentRole.PATIENT, "", named)


def _about(one: Told, matter: Word) -> Told:
    """A clause with what it is about among its words."""
    if one.gist.matter is not None:
        return one
    return replace(one, gist=replace(one.gist, about=(matter, *one.gist.about)))


def _one_date(one: str, other: str, relation: TimeRelation, last: bool) -> bool:
    """Whether two verbs said of one thing give the year of one deed."""
    if relation is TimeRelation.UNTIL or (one in _MAKING and other in _MAKING):
        return True
    if relation is not TimeRelation.SINCE and not last and {one, other} & _RECURRING:
        return False
    return same_family(one, other) or same_sense(one, other)


def _question(group: Sequence[Told], dated: dict[Span, TimeValue]) -> Iterator[Question]:
    found, years = [], set()
    for one in group:
        value = dated[one.found.answer.span]
        years.add(_told_year(value))
        plain = replace(value, relation=TimeRelation.AT)
        answer = Answer(plain, value.span, one.found.answer.report, one.found.answer.statement)
        found.append(Found(answer, one.clause, one.found.context))
    if len(years) < len(("one", "other")):
        return
    first = group[0]
    relation = dated[first.found.answer.span].relation
    word = {TimeRelation.SINCE: "since when", TimeRelation.UNTIL: "until when"}.get(
        relation, "when"
    )
    parts = clause_parts([one.clause for one in group])
    matter = first.gist.matter
    named = "it" if matter is None else matter.text
    text = asked(parts, word) if parts else f"{word.capitalize()}, of the {named}?"
    key = ("year", relation.value, first.gist.predicate, named)
    reason = f"each gives the year of one thing, in {reports_in(found)} report(s)"
    yield question_of(
        Topic(QuestionKind.WHEN, text, key, reason),
        found,
        lambda one: _told_year(one.answer.value) if isinstance(one.answer.value, TimeValue) else "",
        lambda one: one.answer.span.quote,
    )


def _told_year(value: TimeValue) -> str:
    return value.span.quote.lower().removeprefix("until ").removeprefix("since ").strip()
