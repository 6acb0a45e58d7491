"""Who did what is done by one alone: "the recount was requested by A", "a recount that B demanded".

The question of who did it stands already where two clauses share their words; here they need only
name one deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.claims.questions.aligned.pairs import (
    doers_of,
    groups_of,
    one_deed,
    pairs,
    same_thing,
    states,
)
from twosource.claims.questions.context import Found, reports_in
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.sameness import argument, is_pronoun
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.told import ANSWERING, Told
from twosource.claims.questions.wording import phrase
from twosource.claims.questions.words import Word
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import ArgumentRole, Proposition

_ALONE = frozenset(
    "order request demand call call off cancel open close lock unlock start begin launch build "
    "erect construct make cook bake brew prepare supply deliver provide buy purchase sell own "
    "found establish sign write draft publish organise organize lead drive steer fly pilot "
    "command cause kill murder shoot stab hit strike destroy blow up cut break switch off set "
    "appoint dismiss sack hire employ pay fund approve authorise authorize issue grant take "
    "remove steal find discover break off reject win abandon carry out perform install maintain "
    "repair inspect design manufacture operate run train".split()
)
"""Deeds that one body does to one thing, so that two bodies named for it are two versions."""
_BEATING = frozenset("beat defeat".split())
_CONTESTS = frozenset("election by-election vote seat poll race contest ballot match final".split())


def doer_questions(told: Sequence[Told], near: Nearness) -> Iterator[Question]:
    """Ask who did it, where voices name two bodies for one deed in different words.

    Args:
        told: The clauses of the case.
        near: Tells which words are near in meaning.
    """
    candidates = [one for one in told if _names_doer(one)]

    def test(one: Told, other: Told) -> bool:
        ours, theirs = one.gist, other.gist
        if _wins(one.clause) and _wins(other.clause):
            return all(_two_bodies(a, b) for a in doers_of(ours) for b in doers_of(theirs))
        if not one_deed(ours, theirs, near) or not _identifies(one, other):
            return False
        if not _one_object(one, other, near):
            return False
        return all(_two_bodies(a, b) for a in doers_of(ours) for b in doers_of(theirs))

    for group in groups_of(pairs(candidates, test)):
        yield from _question(group)


def _names_doer(one: Told) -> bool:
    clause = one.clause
    if clause.nominal or not states(one) or one.layer not in ANSWERING:
        return False
    doers = doers_of(one.gist)
    if len(doers) != 1 or not doers[0].text:
        return False
    if _wins(clause):
        return True
    patient = any(word.role is ArgumentRole.PATIENT for word in one.gist.about)
    return patient and (one.gist.predicate in _ALONE or clause.lemma in _ALONE)


def _wins(clause: Proposition) -> bool:
    """Whether a clause says that somebody won the contest that the case is about."""
    if clause.lemma in _BEATING:
        return True
    patient = argument(clause, ArgumentRole.PATIENT)
    return clause.lemma == "win" and (
        patient is None or patient.lemma.split()[-1].lower() in _CONTESTS
    )


def _one_object(one: Told, other: Told, near: Nearness) -> bool:
    things = [w for w in other.gist.about if w.role is ArgumentRole.PATIENT]
    return any(
        same_thing(word, thing, near)
        for word in one.gist.about
        if word.role is ArgumentRole.PATIENT
        for thing in things
    )


def _identifies(one: Told, other: Told) -> bool:
    """Whether both tell of one thing: the singular, and no other one of its kind."""
    for told in (one, other):
        patient = argument(told.clause, ArgumentRole.PATIENT)
        if patient is None:
            return False
        words = patient.span.quote.lower().split()
        if words[0] in {"any", "every", "each", "some", "several", "many", "another", "other"}:
            return False
    return True


def _two_bodies(one: Word, other: Word) -> bool:
    """Whether two doers are two names that share no word."""
    shared = set(one.text.split()) & set(other.text.split())
    two = bool(one.entity and other.entity) and one.entity != other.entity
    return two and one.named and other.named and not shared


def _question(group: Sequence[Told]) -> Iterator[Question]:
    found = [one.found for one in group]
    who = {one.found.answer.span: doers_of(one.gist)[0] for one in group}
    if len({word.entity for word in who.values()}) < len(("one", "other")):
        return
    if all(_wins(one.clause) for one in group):
        yield question_of(
            Topic(QuestionKind.WHO, "Who won?", ("doer", "win"), "each names who won"),
            found,
            lambda one: who[one.answer.span].entity,
            _agent_words,
        )
        return
    patients = [
        phrase(patient)
        for one in group
        if (patient := argument(one.clause, ArgumentRole.PATIENT)) and not is_pronoun(patient)
    ]
    what = commonest(patients) if patients else "it"
    done = _done([one.clause for one in group])
    text = f"By whom was {what} {done}?" if done else f"Whose doing was it, of {what}?"
    key = ("doer", group[0].gist.predicate, what)
    reason = f"each names who did it to {what}, in {reports_in(found)} report(s)"
    yield question_of(
        Topic(QuestionKind.WHO, text, key, reason),
        found,
        lambda one: who[one.answer.span].entity,
        _agent_words,
    )


def _done(clauses: Sequence[Proposition]) -> str:
    """A printed participle of the deed."""
    forms = [
        clause.predicate.quote.lower()
        for clause in clauses
        if clause.predicate.quote.lower().split()[0].endswith(("ed", "en", "ght"))
    ]
    return commonest(forms) if forms else ""


def _agent_words(one: Found) -> str:
    agent = argument(one.clause, ArgumentRole.AGENT) if one.clause is not None else None
    return "" if agent is None else " ".join(agent.span.quote.split())
