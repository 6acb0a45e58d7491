"""The question of who was behind the event, where bodies are accused of it and deny it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from twosource.claims.questions.causes import blamed_by, blamed_in
from twosource.claims.questions.context import Context, Found, givers_in, holds, reports_in
from twosource.claims.questions.polarity import answer_of, denied_clauses
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    is_pronoun,
    is_time,
    participant,
    predicate_of,
    subject_matter,
)
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.wording import phrase, was
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition, Tense
from twosource.reference.cues import GROUP_ROLES, PERSON_ROLES

# What a body is said to be when the event is laid to it.
_RESPONSIBLE = frozenset("responsible involved guilty complicit culpable behind liable".split())
# What a body does that brings an event about.
_STAGING = frozenset(
    "stage orchestrate launch plan mastermind fabricate commit perpetrate organise organize "
    "attempt cause trigger start prepare".split()
) | {"carry out", "set off"}
_AHEAD = frozenset("prepare plan organise organize attempt".split())
# What happens to its subject, where it has no object.
_UNDERGONE = frozenset(
    "burn explode detonate blow collapse crash derail sink capsize fall fail break crack leak "
    "escape rupture ignite die crush collide overturn flood spill fly open give breach".split()
)
_BREAKING = frozenset(
    "destroy break burst breach topple sink wreck tear rip crack damage rupture overturn".split()
)
_AMOUNTS = re.compile(
    r"(?i)(?:(?:about|around|roughly|nearly|almost|over|more than|at least|up to)\s+)?(?:\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|all|dozens|scores|"
    r"hundreds|thousands|millions|crowds|a (?:few|dozen|couple|number|crowd))\b)"
)
# Those who come together are a crowd, not who was behind anything.
_GATHERING = frozenset("march protest demonstrate rally gather parade assemble".split())
# What a deed is done with does not do it.
_INSTRUMENTS = frozenset(
    "drone missile rocket shell bomb grenade mine system aircraft plane jet helicopter vehicle "
    "truck lorry car bus train tram ship boat vessel tank gun rifle bullet shot projectile device "
    "explosive charge gas wave wind storm blast explosion fire".split()
)
_LEAST = 2
_PRONOUNS = frozenset("we they who people man men gunman gang rebel force".split())

_Place = tuple[str, int, int]
_Named = tuple[str, str, str, str]
"""Class of the body, its words, ``yes``, ``no`` or ``possibly``, and how it is asked about."""


def responsibility_questions(
    cases: Sequence[Context], classes: Classes, event: Collection[str]
) -> Iterable[Question]:
    """Ask who was behind the event, where two are named, and whether each who is cleared was.

    Args:
        cases: The reports.
        classes: Which words are one.
        event: The classes that name the event; without them nothing is asked.
    """
    named: dict[_Place, _Named] = {}
    group: list[Found] = []
    nouns: list[str] = []
    struck = _struck(cases, classes, event)
    for context in cases:
        told = list(_laid(context, classes, event, struck))
        told += [(found, "yes", body) for found, body in _blamed(context, classes, event)]
        for found, polarity, body in told:
            who = participant(context, body, classes) or body.lemma
            named[_place(found)] = (who, _words(body), polarity, f"{was(body)} {phrase(body)}")
            group.append(found)
            clause = found.clause
            if clause is not None and clause.nominal:
                nouns.append(clause.predicate.quote.lower())
    what = f"the {commonest(nouns)}" if nouns else "it"
    yield from _each(group, named, what)
    yield from _who(group, named, what)


def _laid(
    context: Context, classes: Classes, event: Collection[str], struck: Collection[str]
) -> Iterator[tuple[Found, str, Argument]]:
    """What the clauses of a report lay the event to, or clear of it."""
    denied = denied_clauses(context)
    for clause in context.facts.propositions:
        body = _body(clause, classes, event)
        blamed = None
        if body is None:
            blamed = blamed_in(
                context, clause, classes, frozenset(event), lambda one: _names(one, classes, event)
            ) or _breaker(context, clause, classes, struck)
        one = body or blamed
        if one is None or is_time(context, one):
            continue
        # What is "to blame" is to blame for the event, whatever else its sentence tells of.
        anywhere = blamed is not None and clause.lemma == "be"
        said = answer_of(context, clause, denied, any_verb=True, any_layer=anywhere)
        if said is not None:
            yield (*said, one)


def _struck(cases: Sequence[Context], classes: Classes, event: Collection[str]) -> frozenset[str]:
    """What the event befell: whatever is said to have collapsed, sunk or burnt, by class."""
    found: set[str] = set()
    for context in cases:
        for clause in context.facts.propositions:
            if predicate_of(clause, classes) in event and clause.lemma.split()[0] in _UNDERGONE:
                matter = subject_matter(clause)
                about = None if matter is None else participant(context, matter, classes)
                found |= {about} if about else set()
    return frozenset(found)


def _breaker(
    context: Context, clause: Proposition, classes: Classes, struck: Collection[str]
) -> Argument | None:
    """What destroyed the thing that the event befell: "the dyke was broken by a quake"."""
    agent, patient = argument(clause, ArgumentRole.AGENT), argument(clause, ArgumentRole.PATIENT)
    if clause.nominal or agent is None or patient is None or is_pronoun(agent):
        return None
    if clause.lemma not in _BREAKING:
        return None
    return agent if participant(context, patient, classes) in struck else None


def _blamed(
    context: Context, classes: Classes, event: Collection[str]
) -> Iterable[tuple[Found, Argument]]:
    """What somebody blames for the event, or blames the event on."""

    def names(word: str) -> bool:
        return bool({classes.nouns.get(word), classes.predicates.get(word)} & set(event))

    for said, body in blamed_by(context, names):
        clause = next((c for c in context.facts.propositions if holds(said.content, c.span)), None)
        if clause is not None:
            answer = Answer(clause, body.span, context.facts.report.id, said.id)
            yield Found(answer, None, context), body


def _each(group: Sequence[Found], named: Mapping[_Place, _Named], what: str) -> Iterable[Question]:
    """For each body that someone clears: whether it was behind the event."""
    bodies: dict[str, list[Found]] = {}
    for one in group:
        bodies.setdefault(named[_place(one)][0], []).append(one)
    for body, about in bodies.items():
        said = [named[_place(one)] for one in about]
        if body == "we" or givers_in(about) < _LEAST or all(one[2] != "no" for one in said):
            continue
        words, ask = (commonest([one[part] for one in said]) for part in (1, 3))
        reason = f"each lays the event to {words}, or clears it; {reports_in(about)} report(s)"
        yield question_of(
            Topic(QuestionKind.WHETHER, f"{ask} behind {what}?", ("behind", body), reason),
            about,
            lambda one: named[_place(one)][2],
            lambda one: _polar(named[_place(one)][2], one),
        )


def _who(group: Sequence[Found], named: Mapping[_Place, _Named], what: str) -> Iterable[Question]:
    """Who was behind the event, where two bodies are named."""
    accusing = [one for one in group if named[_place(one)][2] != "no"]
    bodies = {named[_place(one)][0] for one in accusing}
    if len(bodies) < _LEAST or givers_in(accusing) < _LEAST:
        return
    reason = f"each lays the event to a body; {reports_in(accusing)} report(s)"
    asked = "Who" if all(_is_somebody(named[_place(one)][1]) for one in accusing) else "Who or what"
    topic = Topic(QuestionKind.WHO, f"{asked} was behind {what}?", ("behind", "event"), reason)
    yield question_of(
        topic,
        accusing,
        lambda one: (named[_place(one)][0], named[_place(one)][2]),
        lambda one: _told(named[_place(one)]),
    )


def _is_somebody(words: str) -> bool:
    """Whether words name persons or bodies, as far as a noun or a capital shows."""
    bare = words.split(",")[0].split()
    known = PERSON_ROLES | GROUP_ROLES | _PRONOUNS
    nouns = {form for word in bare for form in (word.lower(), word.lower().removesuffix("s"))}
    return bool(nouns & known) or any(word[:1].isupper() for word in bare[1:] or bare)


def _polar(polarity: str, one: Found) -> str:
    return f"{polarity}: {' '.join(one.answer.span.quote.split())}"


def _place(one: Found) -> _Place:
    value = one.answer.value
    span = value.predicate if isinstance(value, Proposition) else one.answer.span
    return (one.answer.report, span.start, span.end)


def _words(body: Argument) -> str:
    words = " ".join(body.span.quote.split())
    return words.lower() if is_pronoun(body) else words


def _told(named: _Named) -> str:
    _, words, polarity, _ = named
    return words if polarity == "yes" else f"{polarity} {words}"


def _body(clause: Proposition, classes: Classes, event: Collection[str]) -> Argument | None:
    """Whom a clause lays the event to, or clears of it; ``None`` where it does neither."""
    agent = argument(clause, ArgumentRole.AGENT)
    if agent is None or _names(agent, classes, event):
        return None
    if is_pronoun(agent) and agent.lemma.lower() != "we":
        return None
    others = [one for one in clause.arguments if one is not agent]
    if predicate_of(clause, classes) in event:
        # What somebody does at all times is not what happened.
        is_habit = clause.tense is Tense.PRESENT and not clause.nominal
        return agent if _can_do(clause, agent) and not is_habit else None
    if not any(_names(one, classes, event) for one in others):
        return None
    # What somebody prepares is still to come, and so is no account of what happened.
    ahead = clause.lemma in _AHEAD and clause.tense is Tense.PRESENT
    staged = clause.lemma in _STAGING and not ahead
    return agent if staged or _is_charged(clause) else None


def _can_do(clause: Proposition, agent: Argument) -> bool:
    """Whether a clause says that its subject did something, not that something befell it.

    "The depot burned" and "two tanks are burning" lay the fire to nobody; a number of things
    ("four of nine tanks") does nothing either.
    """
    if agent.lemma.split()[-1].lower() in _INSTRUMENTS:
        return False
    if clause.lemma in _GATHERING:
        return False
    counted = _AMOUNTS.match(agent.span.quote) is not None
    by = clause.nominal and _is_joined_by_by(clause, agent)
    undergoes = clause.lemma.split()[0] in _UNDERGONE and not (
        argument(clause, ArgumentRole.PATIENT) or by
    )
    return not counted and not undergoes


def _is_joined_by_by(clause: Proposition, agent: Argument) -> bool:
    """Whether "by" or a possessor makes somebody the doer of what a noun names."""
    before = clause.span.quote[: max(0, agent.span.start - clause.span.start)].split()
    return before[-1:] == ["by"] or agent.span.quote.endswith(("'s", "’s"))


def _is_charged(clause: Proposition) -> bool:
    """Whether a clause says that its subject is responsible, is behind it, or is not."""
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    behind = argument(clause, ArgumentRole.OBLIQUE, "behind")
    if clause.lemma == "be":
        return behind is not None or (attribute is not None and attribute.lemma in _RESPONSIBLE)
    return False


def _names(one: Argument, classes: Classes, event: Collection[str]) -> bool:
    words = {one.lemma, one.lemma.split()[-1] if one.lemma else ""}
    known = {found.get(word) for word in words for found in (classes.predicates, classes.nouns)}
    return bool(known & set(event))
