"""The question of who was behind the event, where bodies are accused of it and deny it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from twosource.claims.questions.context import Context, Found, givers_in, reports_in
from twosource.claims.questions.polarity import answer_of, denied_clauses
from twosource.claims.questions.sameness import (
    Classes,
    argument,
    is_pronoun,
    is_time,
    participant,
    predicate_of,
)
from twosource.claims.questions.telling import Topic, commonest, question_of
from twosource.claims.questions.wording import phrase, was
from twosource.model.claim import Question, QuestionKind
from twosource.model.proposition import Argument, ArgumentRole, Proposition, Tense

# What a body is said to be when the event is laid to it.
_RESPONSIBLE = frozenset("responsible involved guilty complicit culpable behind liable".split())
# What a body does that brings an event about.
_STAGING = frozenset(
    "stage orchestrate launch plan mastermind fabricate commit perpetrate organise organize "
    "attempt cause trigger start prepare".split()
) | {"carry out", "set off"}
# What happens to its subject, where it has no object.
_UNDERGONE = frozenset(
    "burn explode detonate blow collapse crash derail sink capsize fall fail break crack leak "
    "escape rupture ignite die crush collide overturn flood spill fly open".split()
)
_AMOUNTS = tuple(
    f"{word} "
    for word in "one two three four five six seven eight nine ten several some many all".split()
)
# What a deed is done with does not do it.
_INSTRUMENTS = frozenset(
    "drone missile rocket shell bomb grenade mine system aircraft plane jet helicopter vehicle "
    "truck lorry car bus train tram ship boat vessel tank gun rifle bullet shot projectile device "
    "explosive charge gas wave wind storm blast explosion fire".split()
)
_LEAST = 2

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
    for context in cases:
        denied = denied_clauses(context)
        for clause in context.facts.propositions:
            body = _body(clause, classes, event)
            if body is not None and is_time(context, body):
                continue
            said = None if body is None else answer_of(context, clause, denied, any_verb=True)
            if body is None or said is None:
                continue
            found, polarity = said
            who = participant(context, body, classes) or body.lemma
            named[_place(found)] = (who, _words(body), polarity, f"{was(body)} {phrase(body)}")
            group.append(found)
            nouns += [clause.predicate.quote.lower()] if clause.nominal else []
    what = f"the {commonest(nouns)}" if nouns else "it"
    yield from _each(group, named, what)
    yield from _who(group, named, what)


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
    topic = Topic(QuestionKind.WHO, f"Who was behind {what}?", ("behind", "event"), reason)
    yield question_of(
        topic,
        accusing,
        lambda one: (named[_place(one)][0], named[_place(one)][2]),
        lambda one: _told(named[_place(one)]),
    )


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
    return agent if clause.lemma in _STAGING or _is_charged(clause) else None


def _can_do(clause: Proposition, agent: Argument) -> bool:
    """Whether a clause says that its subject did something, not that something befell it.

    "The depot burned" and "two tanks are burning" lay the fire to nobody; a number of things
    ("four of nine tanks") does nothing either.
    """
    if agent.lemma.split()[-1].lower() in _INSTRUMENTS:
        return False
    counted = agent.lemma.replace("-", "").isdigit() or agent.span.quote.lower().startswith(
        _AMOUNTS
    )
    undergoes = clause.lemma.split()[0] in _UNDERGONE and not (
        argument(clause, ArgumentRole.PATIENT) or clause.nominal
    )
    return not counted and not undergoes


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
