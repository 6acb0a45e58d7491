"""Whether something was wanting: "not enough life jackets", "sailed without a licence".

What is said to be missing, short or not given is one thing in many constructions. Each clause is
reduced to the noun that was or was not wanting, and to who is said to have had none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Context, Found, entity_at, reports_in, sentence_at
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.polarity import answer_of, denied_clauses
from twosource.claims.questions.sameness import argument, is_pronoun
from twosource.claims.questions.telling import Topic, question_of
from twosource.claims.questions.things import SAME_THING
from twosource.claims.questions.told import ANSWERING, is_other_voice
from twosource.language.meaning import Meaning
from twosource.model.claim import NO, YES, Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition

_GIVING = frozenset("issue grant give provide obtain get receive have carry hold hand wear".split())
"""Verbs by whose negative something is wanting, and with "every" is not."""
_WANTING = frozenset("lack want need miss".split())
_MISSING = frozenset("missing lacking absent short insufficient wanting unavailable".split())
_ALL = frozenset("every each all everyone everybody both".split())
_TOO_FEW = re.compile(r"(?i)\b(?:not enough|n['’]t enough|too few|too little|insufficient)\b")
_WITHOUT = re.compile(r"(?i)\bwithout (?:a |an |any |the |proper |valid )?([a-z]+(?:[ -][a-z]+)?)")
_PERSONS = frozenset("person people man woman passenger other thirty some many".split())
# What is wanting in these is no thing: without warning, without delay.
_NO_THINGS = frozenset(
    "warning delay doubt question notice reason success comment incident exception success trial "
    "charge hesitation answer sign trace evidence power water one anyone anything knowing".split()
)


@dataclass(frozen=True, slots=True)
class _Want:
    """That something was wanting (``YES``), or was not (``NO``), by one clause."""

    found: Found
    polarity: str
    noun: str
    holder: str
    entity: str


def lack_questions(cases: Sequence[Context], meaning: Meaning) -> Iterator[Question]:
    """Ask whether something was wanting, where one voice says so and another denies it.

    Args:
        cases: The reports.
        meaning: Tells which words are near in meaning.
    """
    near = Nearness(meaning)
    wants = [one for context in cases for one in _wants_in(context)]
    yes = [one for one in wants if one.polarity == YES]
    done: set[str] = set()
    for denial in (one for one in wants if one.polarity == NO):
        against = [one for one in yes if _opposed(denial, one, near)]
        if not against or denial.noun in done:
            continue
        done.add(denial.noun)
        others = [one for one in wants if one.polarity == NO and one.noun == denial.noun]
        yield _question([*against, *others], denial.noun)


def _wants_in(context: Context) -> Iterator[_Want]:
    denied = denied_clauses(context)
    for clause in context.facts.propositions:
        sentence = sentence_at(context, clause.span)
        if clause.nominal or (sentence is not None and sentence.layer not in ANSWERING):
            continue
        said = answer_of(context, clause, denied, any_verb=True)
        if said is None or said[1] not in {YES, NO}:
            continue
        found = _wanting(clause, said[1])
        if found is None:
            continue
        one, noun, polarity = found
        holder = _holder(clause, one)
        words = "" if holder is None else holder.lemma.split()[-1].lower()
        entity = "" if holder is None else entity_at(context, holder.head) or ""
        if holder is not None and is_pronoun(holder):
            words = _speaker(context, clause)
        yield _Want(said[0], polarity, _bare(noun), words, entity)


def _wanting(clause: Proposition, answer: str) -> tuple[Argument | None, str, str] | None:
    """What a clause says was wanting or not: its argument, the noun, and YES or NO."""
    patient = argument(clause, ArgumentRole.PATIENT)
    if patient is not None and (thing := _thing(patient)):
        if _TOO_FEW.search(clause.span.quote) and clause.lemma in {"be", "exist", "have"}:
            return patient, thing, YES
        if clause.lemma in _WANTING:
            return patient, thing, answer
        if clause.lemma in _GIVING:
            whole = bool(_ALL & set(clause.span.quote.lower().split()[:1]))
            if answer == NO and patient.negative and clause.positive is False:
                return patient, thing, YES
            if answer == YES and whole:
                return patient, thing, NO
    state = argument(clause, ArgumentRole.ATTRIBUTE)
    subject = patient or argument(clause, ArgumentRole.AGENT)
    short = clause.lemma in _MISSING or (state is not None and state.lemma in _MISSING)
    if short and subject is not None and (thing := _thing(subject)):
        return subject, thing, answer
    told = _WITHOUT.search(clause.span.quote)
    if told is None:
        return None
    noun = told[1].lower().split()
    if not noun or noun[0] in _NO_THINGS or len(noun[-1]) < len("any"):
        return None
    return None, " ".join(noun[:1] if noun[-1] in _LINKS else noun), answer


_LINKS = frozenset("and or in on at to from for when while as but that which who by of".split())


def _thing(one: Argument) -> str:
    """The noun of something that may be wanting; ``""`` for people and for what is no thing."""
    noun = one.lemma.split()[-1].lower() if one.lemma else ""
    if not noun or noun in _PERSONS | _NO_THINGS or is_pronoun(one):
        return ""
    return one.lemma.lower()


def _holder(clause: Proposition, thing: Argument | None) -> Argument | None:
    """Who is said to have had none: what "for" joins, whom it was given, else the subject."""
    for one in clause.arguments:
        if one.role is ArgumentRole.RECIPIENT or (one.preposition in {"for", "to"}):
            return one
    agent = argument(clause, ArgumentRole.AGENT)
    if agent is not None and agent is not thing and clause.lemma not in {"issue", "grant"}:
        return agent
    return None


def _speaker(context: Context, clause: Proposition) -> str:
    statement = context.statements.get(clause.statement) if clause.statement else None
    if statement is None or statement.speaker is None:
        return ""
    return statement.speaker.span.quote.lower().split()[-1]


def _bare(noun: str) -> str:
    """A noun with its parts run together, as "life jacket" and "lifejacket" are one."""
    return re.sub(r"[ -]", "", noun.lower()).removesuffix("s")


def _opposed(denial: _Want, claim: _Want, near: Nearness) -> bool:
    if denial.noun != claim.noun and near.of(denial.noun, claim.noun) < SAME_THING:
        return False
    if not is_other_voice(denial.found, claim.found):
        return False
    if denial.entity and claim.entity:
        return denial.entity == claim.entity
    if not denial.holder or not claim.holder or {denial.holder, claim.holder} & _PERSONS:
        return True
    return near.of(denial.holder, claim.holder) >= SAME_THING


def _question(group: Sequence[_Want], noun: str) -> Question:
    polarity = {one.found.answer.span: one.polarity for one in group}
    found = list({one.found.answer.span: one.found for one in group}.values())
    first = next(one for one in group if one.polarity == YES).found.answer.span.quote.split()
    text = f"Is it so: “{' '.join(first[:14])}”?"
    reason = f"one says that it was wanting, one that it was not; {reports_in(found)} report(s)"

    def told(one: Found) -> str:
        word = polarity[one.answer.span]
        return word if word == YES else f"{word}: {' '.join(one.answer.span.quote.split())}"

    return question_of(
        Topic(QuestionKind.WHETHER, text, ("wanting", noun), reason),
        found,
        lambda one: polarity[one.answer.span],
        told,
    )
