"""Questions of whether anybody or anything came to harm, where someone says that none did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from twosource.claims.questions.context import (
    Context,
    Found,
    found,
    givers_in,
    reports_in,
    sentence_at,
)
from twosource.claims.questions.fates import FATES, OF_PERSONS, fate_of, fate_shown_by
from twosource.claims.questions.polarity import answer_of, denied_clauses
from twosource.claims.questions.sameness import is_pronoun
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.value import QuantityKind

# Verbs that only bring about, or undergo, what their object names: "caused no damage".
_BRINGING = frozenset("cause inflict bring result lead sustain suffer leave report be".split())

# Whatever can be harmed, by general words: that no boat was damaged says nothing of a kiosk.
_ANYTHING = frozenset(
    "person people casualty victim building property structure house home thing one damage injury "
    "death body infrastructure facility equipment".split()
)

# Fates mostly of people.
_OF_MOSTLY = frozenset({"rescue", "evacuate"})

_Answers = dict[str, list[tuple[Found, str]]]


def existence_questions(cases: Sequence[Context]) -> Iterable[Question]:
    """Ask whether anyone was hurt, anything damaged and so on.

    Asked only where a report says that nobody or nothing at all was; every report that says who
    or what was then answers yes. Where reports count the harmed, the question is how many.
    """
    groups: _Answers = {}
    none: set[str] = set()
    counted: set[str] = set()
    for context in cases:
        denied = denied_clauses(context)
        told: set[int] = set()
        for clause in context.facts.propositions:
            said = answer_of(context, clause, denied, any_verb=True)
            for fate, is_general in _fates(clause) if said is not None else ():
                if said is None or (said[1] == "no" and not is_general):
                    continue
                groups.setdefault(fate, []).append(said)
                told.add(clause.sentence)
                none |= {fate} if said[1] == "no" else set()
        counted |= _counted(context, groups, none, told)
    for fate in sorted(none - counted):
        if givers_in([one for one, _ in groups.get(fate, ())]) > 1:
            yield _question(fate, groups[fate])


def _fates(clause: Proposition) -> Iterable[tuple[str, bool]]:
    """Each fate that a clause tells of, and whether it tells of no particular victim."""
    patients = [one for one in clause.arguments if one.role is ArgumentRole.PATIENT]
    fate = fate_of(clause.lemma)
    if fate:
        victims = patients or [one for one in clause.arguments if one.role is ArgumentRole.AGENT]
        yield fate, all(_is_anyone(one) for one in victims)
    elif clause.lemma.split()[0] in _BRINGING:
        named = [
            fate_shown_by(one.lemma) or fate_of(one.lemma.split()[-1])
            for one in clause.arguments
            if one.lemma
        ]
        yield from ((one, True) for one in dict.fromkeys(named) if one)


def _is_anyone(victim: Argument) -> bool:
    """Whether a victim is anyone or anything at all: a pronoun, "people", "no buildings"."""
    return is_pronoun(victim) or victim.lemma.lower() in _ANYTHING


def _counted(context: Context, groups: _Answers, none: set[str], told: Collection[int]) -> set[str]:
    """Take in counts of nought, but for sentences whose clauses told it.

    Returns:
        The fates of which there are other counts.
    """
    several: set[str] = set()
    for value in context.facts.quantities:
        fate = fate_of(value.status) or fate_of(value.noun)
        one = found(context, value) if fate and value.kind is QuantityKind.COUNT else None
        if one is None:
            continue
        if value.amount.high != 0:
            several.add(fate)
            continue
        none.add(fate)
        sentence = sentence_at(context, value.span)
        if sentence is None or sentence.number not in told:
            groups.setdefault(fate, []).append((one, "no"))
    return several


def _question(fate: str, group: Sequence[tuple[Found, str]]) -> Question:
    said = {(one.answer.report, one.answer.span): polarity for one, polarity in group}
    values = list({(one.answer.report, one.answer.span): one for one, _ in group}.values())
    text = f"Was {'anyone' if fate in OF_PERSONS | _OF_MOSTLY else 'anything'} {FATES[fate]}?"
    reason = f"a report says that none were ({fate}); {reports_in(values)} report(s) tell"

    def normal(one: Found) -> str:
        return said[one.answer.report, one.answer.span]

    def told(one: Found) -> str:
        return f"{normal(one)}: {' '.join(one.answer.span.quote.split())}"

    return question_of(
        Topic(QuestionKind.WHETHER, text, ("any", fate), reason), values, normal, told
    )
