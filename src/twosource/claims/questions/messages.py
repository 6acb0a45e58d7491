"""Whether somebody was told: complaints, warnings and notices, sent by one voice, never received.

"We wrote to them about the hose" and "no complaint was ever received" share no word, and cannot
both hold. So a clause that tells of a message is reduced to whom it went to and what about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import Context, entity_at, holds
from twosource.claims.questions.idioms import MESSAGES, RECEIVING
from twosource.claims.questions.kin import same_role
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.sameness import is_pronoun
from twosource.claims.questions.things import SAME_THING
from twosource.claims.questions.told import Told, is_other_voice
from twosource.model.claim import NO, YES
from twosource.model.event import Layer
from twosource.model.proposition import Argument, ArgumentRole, Proposition

_SENDING = frozenset("serve send hand deliver issue give file submit make lodge raise".split())
"""Verbs that hand over what their object names: a notice, a letter, a complaint."""
_NAMING = frozenset("tell warn inform notify alert contact call phone ring remind brief".split())
"""Verbs whose object is whom the message goes to."""
_RAISING = frozenset("report flag raise".split())
"""Verbs whose object is what the message is about."""
_WRITING = frozenset("complain write".split())
_TELLING = _NAMING | _RAISING | _WRITING
_TO = frozenset("to with on by".split())
_ABOUT = frozenset("about of over regarding concerning on for".split())
_TOPIC = re.compile(r"\b(?:about|of|over|regarding|concerning)\s+(.+)", re.IGNORECASE)
_GRAVE = frozenset(
    "complaint warning notice letter alert notification message alarm call request threat".split()
)
_SENDABLE = frozenset(
    "photo photograph picture email e-mail text video recording document file dossier copy parcel "
    "fax postcard".split()
)
_NOT_TOPICS = frozenset("the a an any that this its his her their it them such all".split())
_STRENGTH = {"complain": "complaint", "warn": "warning", "write": "letter", "notify": "notice"}


@dataclass(frozen=True, slots=True)
class Message:
    """A message that a clause tells of.

    Attributes:
        kind: The noun for it, where the clause gives one.
        to: The words for whom it went to, and the entity; empty where not told.
        about: Head nouns of what it was about.
        dated: Whether the clause says when.
    """

    kind: str
    to: tuple[str, str]
    about: tuple[str, ...]
    dated: bool


def message_of(told: Told) -> Message | None:
    """The message that a clause says was, or was not, sent or received; ``None``: none."""
    clause, context = told.clause, told.found.context
    if clause.nominal or told.layer is Layer.FORESEEN:
        return None
    dated = any(holds(clause.span, value.span) for value in context.facts.times)
    noun = _carried(clause)
    if noun is not None and clause.lemma in RECEIVING:
        receiver = _first(clause, (ArgumentRole.AGENT,)) or _joined(clause, _TO)
        to = _who(told, receiver)
        return Message(noun.lemma.split()[-1], to, _topics(clause, noun), dated)
    if noun is not None and clause.lemma in _SENDING:
        receiver = _first(clause, (ArgumentRole.RECIPIENT,)) or _joined(
            clause, {"to", "on", "with"}
        )
        to = _who(told, receiver)
        return Message(noun.lemma.split()[-1], to, _topics(clause, noun), dated)
    if clause.lemma not in _TELLING:
        return None
    return _told(told, dated)


def _told(told: Told, dated: bool) -> Message | None:
    """What a verb of telling says: to whom, and about what."""
    context, clause = told.found.context, told.clause
    things = [one for one in clause.arguments if one.role is ArgumentRole.PATIENT]
    receiver = _first(clause, (ArgumentRole.RECIPIENT,)) or _joined(clause, {"to", "with"})
    if clause.lemma in _NAMING and receiver is None:
        receiver = things[0] if things else None
    topics = [one for one in clause.arguments if one.preposition in _ABOUT]
    if clause.lemma in _RAISING:
        topics += things
    if not topics and receiver is None:
        return None
    about = tuple(w for one in topics if not _dates(context, one) and (w := _head(one)))
    return Message(_STRENGTH.get(clause.lemma, ""), _who(told, receiver), about, dated)


def _dates(context: Context, one: Argument) -> bool:
    """Whether a phrase is a time; "the hatch in January" is not."""
    return any(holds(value.span, one.head) for value in context.facts.times)


@dataclass(frozen=True, slots=True)
class Sent:
    """A clause with the message that it tells of."""

    told: Told
    message: Message


def sent_in(told: Iterable[Told], polarity: str) -> tuple[Sent, ...]:
    """The clauses of a polarity that tell of a message."""
    found = ((one, message_of(one)) for one in told if one.polarity == polarity)
    return tuple(Sent(one, message) for one, message in found if message is not None)


def never_reached(denial: Sent, claim: Sent, near: Nearness) -> bool:
    """Whether a denial says that no such message came as another voice says was sent.

    On one thing, or to one body; a denial of any whatever answers every message of its kind. Where
    the denial holds for some days only, a message with a date of its own may lie outside them.
    """
    if denial.told.polarity != NO or claim.told.polarity != YES:
        return False
    ours, theirs = denial.message, claim.message
    if not is_other_voice(denial.told.found, claim.told.found):
        return False
    if ours.dated and theirs.dated:
        return False
    on_one = _alike(ours.about, theirs.about, near)
    if ours.about and theirs.about and not on_one:
        return False
    if ours.to[0] and theirs.to[0]:
        kinds = {ours.kind, theirs.kind} & _SENDABLE
        if kinds and not same_role(ours.kind, theirs.kind) and ours.kind != theirs.kind:
            return False
        return _same_body(ours.to, theirs.to, near)
    if on_one:
        return True
    same = ours.kind == theirs.kind or same_role(ours.kind, theirs.kind)
    return not ours.about and bool(ours.kind) and same


def _alike(ours: Sequence[str], theirs: Sequence[str], near: Nearness) -> bool:
    return any(near.of(one, other) >= SAME_THING for one in ours for other in theirs)


def _same_body(ours: tuple[str, str], theirs: tuple[str, str], near: Nearness) -> bool:
    if ours[1] and ours[1] == theirs[1]:
        return True
    return near.of(ours[0], theirs[0]) >= SAME_THING


def _carried(clause: Proposition) -> Argument | None:
    """What a clause says was sent or received, where that is a message."""
    for one in clause.arguments:
        core = one.role in {ArgumentRole.PATIENT, ArgumentRole.AGENT}
        noun = one.lemma.split()[-1].lower() if one.lemma else ""
        if core and ((noun in MESSAGES and noun in _GRAVE) or noun in _SENDABLE):
            return one
    return None


def _first(clause: Proposition, roles: Sequence[ArgumentRole]) -> Argument | None:
    for one in clause.arguments:
        noun = one.lemma.split()[-1].lower() if one.lemma else ""
        if one.role in roles and noun not in _GRAVE | _SENDABLE:
            return one
    return None


def _joined(clause: Proposition, prepositions: frozenset[str] | set[str]) -> Argument | None:
    for one in clause.arguments:
        if one.role is ArgumentRole.OBLIQUE and one.preposition in prepositions:
            return one
    return None


def _who(told: Told, one: Argument | None) -> tuple[str, str]:
    """Whom a message went to: "me" is who speaks; "them" is not told."""
    if one is None:
        return ("", "")
    context, clause = told.found.context, told.clause
    borne = (word.entity for word in told.gist.about if word.text == one.lemma.lower())
    entity = entity_at(context, one.head) or next(borne, "")
    if not is_pronoun(one) or entity:
        return (one.lemma.split()[-1].lower(), entity)
    statement = context.statements.get(clause.statement) if clause.statement else None
    if statement is None or statement.speaker is None or one.lemma.lower() not in _OWN:
        return ("", "")
    words = statement.speaker.span.quote.lower().split()
    return (words[-1], statement.speaker.entity or "")


_OWN = frozenset("i we me us it he she".split())


def _topics(clause: Proposition, message: Argument) -> tuple[str, ...]:
    """What a message is about: its own phrase, or what the clause joins by "about"."""
    found = _TOPIC.search(message.span.quote)
    own = [] if found is None else [w for w in found[1].lower().split() if w not in _NOT_TOPICS]
    joined = [
        _head(one)
        for one in clause.arguments
        if one is not message and one.preposition in {"about", "over", "regarding", "concerning"}
    ]
    return tuple(word for word in (*own[-1:], *joined) if word)


def _head(one: Argument) -> str:
    return "" if is_pronoun(one) or not one.lemma else one.lemma.split()[-1].lower()
