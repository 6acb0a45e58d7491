"""Denials that meet their answer in other words: who denies what, and who says it.

A clause and its denial are asked about together where predicate and participants are of one class
(:mod:`twosource.claims.questions.whether`). People deny in words of their own, though: "the company
denied burying anyone" answers "some were buried at night". Here a denial that met no answer looks
for one among clauses of the same predicate: whatever it names must be named there too, by entity
or by a noun near in meaning, and what it leaves general ("anyone", "no officer") may be anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.claims.questions.context import Context, Found, entity_at, giver, reports_in
from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.kin import opposed
from twosource.claims.questions.phrasing import asked, clause_parts
from twosource.claims.questions.polarity import answer_of, denied_clauses, denies_a_number
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    is_pronoun,
    is_time,
    participant,
    predicate_of,
)
from twosource.claims.questions.telling import Topic, question_of
from twosource.language.meaning import Meaning
from twosource.model.claim import NO, YES, Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.reference.cues import VERBS

NOUN_NEAR = 0.5
"""Cosine from which a noun of a denial may name what a noun of its answer names. Lower than the
cosine that makes two nouns one class, since predicate and speaker's intent are shared already."""

_ANYBODY = frozenset(
    "anyone anybody anything someone something nobody nothing none one person people thing "
    "member part way role hand such".split()
)
_CORE = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT, ArgumentRole.ATTRIBUTE})
_TOO_GENERAL = frozenset({"be", "exist", "have", "happen", "occur"})


@dataclass(frozen=True, slots=True)
class _Said:
    found: Found
    clause: Proposition
    polarity: str


class _Nearness:
    """Cosines of lemmas, each lemma read once."""

    def __init__(self, meaning: Meaning, lemmas: Iterable[str]) -> None:
        known = sorted(set(lemmas))
        vectors = meaning.vectors(known)
        self._vectors: Mapping[str, NDArray[np.float32]] = dict(zip(known, vectors, strict=True))

    def of(self, one: str, other: str) -> float:
        """The cosine of two lemmas; opposites are not near."""
        return 0.0 if opposed(one, other) else float(self._vectors[one] @ self._vectors[other])


def denial_questions(
    cases: Sequence[Context], classes: Classes, meaning: Meaning, known: Sequence[Question]
) -> Iterable[Question]:
    """Ask whether what is denied is so, where another voice says so in other words.

    Args:
        cases: The reports.
        classes: Which words are one.
        meaning: Tells which nouns are near.
        known: The questions that are asked already; a denial that answers one of them against
            somebody is left there.
    """
    settled = _settled(known)
    said = [one for context in cases for one in _said_in(context)]
    denials = [one for one in said if one.polarity == NO and _place(one) not in settled]
    by_predicate: dict[str, list[_Said]] = {}
    for one in said:
        if one.polarity == YES:
            by_predicate.setdefault(_predicate(one.clause, classes), []).append(one)
    pairs = [
        (denial, by_predicate.get(_predicate(denial.clause, classes), [])) for denial in denials
    ]
    nouns = (part.lemma for denial, others in pairs for one in (denial, *others)
             for part in one.clause.arguments if others)  # fmt: skip
    near = _Nearness(meaning, nouns)
    groups: dict[tuple[tuple[str, int], ...], tuple[list[_Said], list[_Said]]] = {}
    for denial, others in pairs:
        answers = [one for one in others if _answers(denial, one, classes, near)]
        if answers:
            key = tuple(sorted(_place(one) for one in answers))
            groups.setdefault(key, ([], answers))[0].append(denial)
    for no, yes in groups.values():
        yield from _question(no, yes, classes)


def _said_in(context: Context) -> Iterable[_Said]:
    denied = denied_clauses(context)
    for clause in context.facts.propositions:
        if clause.lemma in VERBS or clause.lemma in _TOO_GENERAL:
            continue
        # A noun that a sentence only mentions denies nothing; it has to be the denied thing.
        if clause.nominal and not (clause.span in denied or clause.arguments):
            continue
        said = answer_of(context, clause, denied, any_layer=True)
        if said is None or (said[1] == NO and denies_a_number(context, clause)):
            continue
        if not (clause.nominal and said[1] == NO and clause.span not in denied):
            yield _Said(said[0], clause, said[1])


def _settled(known: Sequence[Question]) -> set[tuple[str, int]]:
    """Where denials stand that a question sets against somebody's yes already."""
    found: set[tuple[str, int]] = set()
    for question in known:
        words = {claim.answer.partition(":")[0] for claim in question.claims}
        if question.kind is QuestionKind.WHETHER and {YES, NO} <= words:
            found |= {(a.report, a.span.start) for claim in question.claims for a in claim.given}
    return found


def _place(one: _Said) -> tuple[str, int]:
    return (one.found.answer.report, one.found.answer.span.start)


def _predicate(clause: Proposition, classes: Classes) -> str:
    fate = fate_of(clause.lemma)
    return f"fate {fate}" if fate else predicate_of(clause, classes)


def _answers(denial: _Said, other: _Said, classes: Classes, near: _Nearness) -> bool:
    """Whether another voice says what a denial denies."""
    if giver(denial.found) == giver(other.found):
        return False
    matched = 0
    for one in denial.clause.arguments:
        if one.role not in _CORE or is_time(denial.found.context, one):
            continue
        verdict = _named_there(denial, one, other, classes, near)
        if verdict is False:
            return False
        matched += verdict is True
    return matched > 0


def _named_there(
    denial: _Said, one: Argument, other: _Said, classes: Classes, near: _Nearness
) -> bool | None:
    """Whether a participant of a denial is named in another clause; ``None`` where it need not be.

    Who is denied to have done a thing may be left out where the thing done is named ("some were
    buried"), but another doer is another matter.
    """
    context = denial.found.context
    who = participant(context, one, classes)
    if one.lemma.lower() in _ANYBODY or (is_pronoun(one) and who is None):
        return None
    there = [part for part in other.clause.arguments if part.role is one.role]
    if not there and one.role is ArgumentRole.AGENT:
        return None if argument(denial.clause, ArgumentRole.PATIENT) else False
    for part in there:
        if is_pronoun(part) and participant(other.found.context, part, classes) is None:
            continue
        if _is_one(denial, one, other, part, near) or who == participant(
            other.found.context, part, classes
        ):
            return True
    return False


def _is_one(denial: _Said, one: Argument, other: _Said, part: Argument, near: _Nearness) -> bool:
    named = [
        entity_at(said.found.context, argument_.head)
        for said, argument_ in ((denial, one), (other, part))
    ]
    if all(entity is not None for entity in named):
        return named[0] == named[1]
    capitals = [
        argument_.lemma[:1].isupper() or argument_.head.quote.istitle() for argument_ in (one, part)
    ]
    if any(capitals):
        return False
    return one.lemma == part.lemma or near.of(one.lemma, part.lemma) >= NOUN_NEAR


def _question(no: Sequence[_Said], yes: Sequence[_Said], classes: Classes) -> Iterable[Question]:
    parts = clause_parts([one.clause for one in yes]) or clause_parts([one.clause for one in no])
    if parts is None:
        return
    polarity = {one.found.answer.span: one.polarity for one in (*no, *yes)}
    found = [one.found for one in (*no, *yes)]
    places = [f"{report}:{start}" for report, start in sorted(map(_place, yes))]
    key = ("denied", _predicate(no[0].clause, classes), *places)
    reason = f"what one voice says another denies; {reports_in(found)} report(s) tell"
    yield question_of(
        Topic(QuestionKind.WHETHER, asked(parts), key, reason),
        found,
        lambda one: polarity[one.answer.span],
        lambda one: _told(polarity[one.answer.span], one),
    )


def _told(polarity: str, one: Found) -> str:
    words = " ".join(one.answer.span.quote.split())
    return polarity if polarity == YES else f"{polarity}: {words}"
