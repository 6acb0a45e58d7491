"""Whether a clause says yes, no or possibly."""

from __future__ import annotations

import re
from collections.abc import Collection

from twosource.claims.questions.context import (
    DENYING,
    Context,
    Found,
    answers_here,
    holds,
    is_asked,
    sentence_at,
)
from twosource.claims.questions.idioms import given
from twosource.model.claim import Answer
from twosource.model.proposition import ArgumentRole, Modality, Proposition, Tense
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement
from twosource.model.value import Precision
from twosource.reference.cues import REPORT_NOUNS, VERBS

_COMMITTED = frozenset({Modality.ACTUAL, Modality.POSSIBLE})

LIGHT = frozenset(
    "come go do make get have take give put let seem appear become remain include attempt try "
    "want plan manage continue need decide intend hope seek expect keep show mean "
    "reserve".split()
)
"""Verbs that say too little to be asked about."""


# Clauses that are about whether what their noun names was there at all. "Never ordered the
# demolition" says nothing of whether there was one.
_OF_BEING = frozenset(
    "be exist occur happen cause inflict bring result lead sustain suffer leave report see hear "
    "find record register detect observe notice witness take_place break_out experience".split()
)

_SAYING = frozenset("say says said tell tells told add adds added write writes wrote".split())
_SELVES = frozenset("i we my our".split())
_BELIEFS = frozenset(
    "believe believes believed think thinks thought reckon reckons reckoned belief".split()
)

_TRACES = frozenset("sign trace evidence indication hint sound".split())

# Who received no warning was not warned.
_RECEIVING = frozenset("receive get".split())

# What is passed from mouth to mouth, up to the clause that says what.
_TALK = re.compile(r"(?i)\b(?:rumou?rs?|gossip|hearsay|hoax|false alarm)\b[^.;:,]{0,30}\bthat\s+$")

_AT_WORK = frozenset({("at", "post"), ("in", "post"), ("to", "post")})

# Verbs that deny their object; denied themselves, they leave it open.
EXCLUDING = frozenset({"rule out", "exclude", "discount", "preclude"})


def answer_of(
    context: Context,
    clause: Proposition,
    denied: Collection[Span],
    any_verb: bool = False,
    any_layer: bool = False,
) -> tuple[Found, str] | None:
    """What a clause answers: itself as a possible answer, with ``yes``, ``no`` or ``possibly``.

    Args:
        context: The report that prints it.
        clause: The clause.
        denied: The clauses of the report that denials deny.
        any_verb: Whether verbs of speech and verbs that say little by themselves answer too.
        any_layer: Whether clauses about what came before the event, or beside it, answer too.

    Returns:
        ``None`` where it answers nothing: speech, what is yet to come, what is only meant or asked,
        and what stands in a refusal or in another event's sentence.
    """
    if not _may_answer(clause, any_verb) or is_asked(context, clause.span):
        return None
    if _is_talk(context, clause):
        return None
    if not any_layer and (in_a_year(context, clause) or not answers_here(context, clause.span)):
        return None
    statement = context.statements.get(clause.statement) if clause.statement else None
    if statement is not None and statement.stance in {Stance.DECLINES, Stance.PREDICTS}:
        return None
    over = excluded_by(context, clause)
    if over is not None:
        return _found(context, clause, over.span), "no" if over.positive else "possibly"
    carrier = _denying_carrier(context, clause) if clause.nominal else None
    found = _found(context, clause, clause.span if carrier is None else carrier.span)
    is_none = not clause.positive or carrier is not None
    if clause.span in denied or is_none or any(one.negative for one in clause.arguments):
        # Who denies that only grass burned grants that it did.
        return None if _singles_out(clause) else (found, "no")
    hedged = clause.modality is Modality.POSSIBLE or clause.hedges
    if hedged or (statement is not None and _holds_possible(statement, clause)):
        return found, "possibly"
    return found, "yes"


def _holds_possible(statement: Statement, clause: Proposition) -> bool:
    """Whether a statement says that what a clause of it says may be so.

    What somebody else "believes" is the side that he takes; "I think" takes half of it back. A word
    in the content that holds another clause possible leaves this one as it is.
    """
    if statement.stance is not Stance.HEDGES:
        return False
    cue = "" if statement.cue is None else statement.cue.quote.lower()
    plain = bool(cue) and set(cue.split()) <= _SAYING
    if plain and statement.hedges and not any(holds(clause.span, h) for h in statement.hedges):
        return _before(statement, clause)
    if statement.cue is None or statement.hedges or statement.speaker is None:
        return True
    own = statement.speaker.span.quote.lower() in _SELVES
    return own or not _BELIEFS & set(statement.cue.quote.lower().split())


def _before(statement: Statement, clause: Proposition) -> bool:
    """Whether a word right before a clause holds it possible: "it is likely that he knew"."""
    content = statement.content
    for one in statement.hedges:
        if holds(content, one) and one.end <= clause.span.start < content.end:
            between = content.quote[one.end - content.start : clause.span.start - content.start]
            if not {",", ";", "and", "but"} & set(between.replace(",", " , ").split()):
                return True
    return False


def _is_talk(context: Context, clause: Proposition) -> bool:
    """Whether a clause only says what was talked of: "a rumour spread that a shell had hit it".

    Who tells of a rumour vouches for the rumour alone. Where the noun is what attributes the clause
    to somebody, it is his.
    """
    sentence = sentence_at(context, clause.span)
    if sentence is None:
        return False
    start = sentence.span.start
    told = _TALK.search(sentence.span.quote[: max(0, clause.span.start - start)])
    statement = context.statements.get(clause.statement) if clause.statement else None
    cue = None if statement is None else statement.cue
    if told is None:
        return False
    return cue is None or not cue.start <= start + told.start() < cue.end


def in_a_year(context: Context, clause: Proposition) -> bool:
    """Whether a clause is dated by a year alone, as nobody dates the event itself."""
    return any(
        value.precision is Precision.YEAR and holds(clause.span, value.span)
        for value in context.facts.times
    )


def _singles_out(clause: Proposition) -> bool:
    """Whether a clause says that something holds of one thing alone."""
    quote, start = clause.span.quote.lower(), clause.span.start
    return any(
        one.role is not ArgumentRole.OBLIQUE
        and (
            one.span.quote.lower().startswith("only ")
            or quote[: max(0, one.span.start - start)].split()[-1:] == ["only"]
        )
        for one in clause.arguments
    )


def _may_answer(clause: Proposition, any_verb: bool) -> bool:
    """Whether a clause says that something is or was so: not speech, plan, question or order."""
    if clause.tense is Tense.FUTURE or clause.modality not in _COMMITTED:
        return False
    is_ruling = clause.lemma in EXCLUDING and not clause.nominal
    if not any_verb and not is_ruling and (clause.lemma in VERBS or clause.lemma in LIGHT):
        return False
    if any_verb and clause.lemma in _RECEIVING:
        return True
    # Who stays "at his post" writes none.
    if any_verb and given(clause):
        return True
    return not any(
        one.lemma in REPORT_NOUNS and (one.preposition, one.lemma) not in _AT_WORK
        for one in clause.arguments
    )


def _found(context: Context, clause: Proposition, span: Span) -> Found:
    answer = Answer(clause, span, context.facts.report.id, clause.statement)
    return Found(answer, clause, context)


def _denying_carrier(context: Context, clause: Proposition) -> Proposition | None:
    """The clause that says that what a noun in it names was not there; ``None``: none does."""
    carrier = _carried_off_by(context, clause)
    if carrier is not None:
        return carrier
    over = _carrier(context, clause)
    if over is None or (over.positive and clause.positive):
        return None
    return over if _denies(over, clause) else None


def is_carried_off(context: Context, clause: Proposition) -> bool:
    """Whether the clause around a noun says that what it names was not there or not perceived."""
    over = _carried_off_by(context, clause) if clause.nominal else None
    return over is not None and any(
        holds(one.span, clause.predicate)
        and (holds(one.head, clause.predicate) or one.lemma.split()[-1] in _TRACES)
        for one in over.arguments
    )


def denies_a_number(context: Context, clause: Proposition) -> bool:
    """Whether what is denied is how many: "denied that nine people had died"."""
    core = (ArgumentRole.PATIENT, ArgumentRole.AGENT)
    matter = next((one for role in core for one in clause.arguments if one.role is role), None)
    own = any(holds(clause.span, word) for word in clause.negations)
    if matter is None or own or matter.negative:
        return False
    return any(
        holds(matter.span, value.span) and value.amount.low not in {None, 0.0}
        for value in context.facts.quantities
    )


def _denies(carrier: Proposition, noun: Proposition) -> bool:
    """Whether a negative clause denies what a noun in it names, not only what it does with it."""
    if carrier.lemma == "be" and len(carrier.arguments) > 1:
        # "The fire was not electrical": there was one.
        return not noun.positive
    if carrier.lemma == "report" and any(a.role is ArgumentRole.AGENT for a in carrier.arguments):
        # "No employee reported a leak": there may have been one.
        return not noun.positive
    return not noun.positive or carrier.lemma.replace(" ", "_") in _OF_BEING


def excluded_by(context: Context, clause: Proposition) -> Proposition | None:
    """The clause that rules out, or does not rule out, what a noun or a gerund in it names."""
    for other in context.propositions.get(clause.sentence, ()):
        if other is clause or other.nominal or other.lemma not in EXCLUDING:
            continue
        if any(holds(one.span, clause.predicate) for one in other.arguments):
            return other
    return None


def denied_clauses(context: Context) -> set[Span]:
    """The clauses of a report that denials deny: the widest of each content, not those under it."""
    found: set[Span] = set()
    for statement in context.facts.statements:
        if statement.stance is not Stance.DENIES or _denies_in_words(context, statement):
            continue
        inside = [
            p
            for p in context.facts.propositions
            if any(holds(part, p.span) or holds(p.span, part) for part in statement.parts)
            and p.statement == statement.id
        ]
        if inside:
            widest = max(inside, key=lambda p: (p.span.end - p.span.start, -p.span.start))
            found.add(widest.span)
    return found


def _denies_in_words(context: Context, statement: Statement) -> bool:
    """Whether a statement denies by what it says: "said that nobody was there and all was calm".

    Its clauses have their own signs then.
    """
    cue = "" if statement.cue is None else statement.cue.quote.lower()
    if any(word.startswith(DENYING) for word in cue.split()):
        return False
    return any(
        not one.positive or any(part.negative for part in one.arguments)
        for one in context.facts.propositions
        if one.statement == statement.id and not one.nominal
    )


def _carrier(context: Context, clause: Proposition) -> Proposition | None:
    """The clause in which a noun names what happened: the smallest of its sentence."""
    known = context.propositions.get(clause.sentence, ())
    over = [one for one in known if not one.nominal and holds(one.span, clause.span)]
    return min(over, key=lambda one: one.span.end - one.span.start, default=None)


def _carried_off_by(context: Context, clause: Proposition) -> Proposition | None:
    """The clause that says that what a noun in it names did not happen: "no damage"."""
    for other in context.propositions.get(clause.sentence, ()):
        for one in () if other.nominal else other.arguments:
            is_core = one.role in {ArgumentRole.PATIENT, ArgumentRole.AGENT}
            is_none = one.negative or not (other.positive or not _denies(other, clause))
            if is_core and is_none and holds(one.span, clause.predicate):
                return other
    return None
