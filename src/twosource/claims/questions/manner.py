"""Whether something struck a thing or came near it, where reports differ.

"It flew into the mast" and "it blew up beside the mast" answer one question in two ways. Clauses
answer it that name one thing by a noun of one class, joined by a preposition of contact or of
nearness, and whose doers may be one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.claims.questions.context import Context, Found, givers_in, reports_in
from twosource.claims.questions.polarity import answer_of, denied_clauses
from twosource.claims.questions.sameness import Classes, argument, is_pronoun, is_time, participant
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.wording import phrase
from twosource.model.claim import NO, Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition

INTO, BESIDE = "struck", "came near"
"""The two ways in which a clause can answer; an answer begins with one of them."""

_CONTACT = frozenset("into against onto".split())
_NEARNESS = frozenset("near beside alongside past".split()) | {"close to", "next to", "short of"}

# What flies, drives, falls or bursts, and so strikes or misses.
_MOVING = frozenset(
    "fly crash smash slam plough plow drive fall drop explode detonate burst blow land come down "
    "blow up go off ram run hit strike plunge swerve veer".split()
) | {"come down", "blow up", "go off"}


def manner_questions(cases: Sequence[Context], classes: Classes) -> Iterable[Question]:
    """Ask whether a thing was struck, where one voice says so and another that it was near.

    Args:
        cases: The reports.
        classes: Which words are one.
    """
    groups: defaultdict[str, list[tuple[Found, str, Argument]]] = defaultdict(list)
    for context in cases:
        denied = denied_clauses(context)
        for clause in context.facts.propositions:
            said = answer_of(context, clause, denied)
            at = _at(context, clause)
            # What a video appears to show is hedged by its teller, not by the clause.
            if said is None or said[1] == NO or clause.hedges or at is None:
                continue
            way, thing = at
            key = participant(context, thing, classes)
            if key is not None:
                groups[key].append((said[0], way, thing))
    for key, group in groups.items():
        if len({way for _, way, _ in group}) > 1 and _may_be_one(group, classes):
            yield from _question(key, group)


def _at(context: Context, clause: Proposition) -> tuple[str, Argument] | None:
    """How a clause sets its doer to a thing, and the thing."""
    if clause.lemma not in _MOVING or clause.nominal:
        return None
    for one in clause.arguments:
        if one.role is not ArgumentRole.OBLIQUE or is_pronoun(one) or is_time(context, one):
            continue
        if one.preposition in _CONTACT:
            return INTO, one
        if one.preposition in _NEARNESS:
            return BESIDE, one
    return None


def _may_be_one(group: Sequence[tuple[Found, str, Argument]], classes: Classes) -> bool:
    """Whether what moved may be one thing: pronouns and general words may be anything."""
    doers = set()
    for found, _, _ in group:
        agent = None if found.clause is None else argument(found.clause, ArgumentRole.AGENT)
        if agent is not None and not is_pronoun(agent) and agent.lemma not in _GENERAL:
            doers.add(participant(found.context, agent, classes))
    return len(doers) < len(group)


_GENERAL = frozenset("sort kind type object something thing".split())


def _question(key: str, group: Sequence[tuple[Found, str, Argument]]) -> Iterable[Question]:
    found = [one for one, _, _ in group]
    if givers_in(found) < 2:
        return
    ways = {one.answer.span: way for one, way, _ in group}
    thing = commonest([phrase(one) for _, _, one in group])
    reason = f"each says how something came to {thing}; {reports_in(found)} report(s)"
    yield question_of(
        Topic(QuestionKind.WHAT, f"Was {thing} struck?", ("struck", key), reason),
        found,
        lambda one: ways[one.answer.span],
        lambda one: f"{ways[one.answer.span]}: {' '.join(one.answer.span.quote.split())}",
    )
