"""What a clause is said of, in words that can be held against those of another clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.claims.questions.antecedents import apposed_name, meant_by, speaker_of
from twosource.claims.questions.context import Context, entity_at, holds
from twosource.claims.questions.kin import same_role
from twosource.claims.questions.predicates import (
    received,
)
from twosource.claims.questions.sameness import Classes, is_pronoun
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.value import QuantityKind

_TOPIC = re.compile(r"\b(?:about|over|regarding|concerning)\s+(.+)", re.IGNORECASE)
_WHOSE = (["the"], ["its"], ["their"])
# "No trace of a device": what there was none of is the device.
_TRACES = frozenset("trace sign evidence indication hint record sighting".split())
_SOME = frozenset("some one all most none any each many several few part".split())
# "Its men" are the body that speaks of them.
_MEMBERS = frozenset("man force personnel member staff troop officer employee people".split())
_OWN = frozenset("its our their his her my".split())
# A road by its number: "the N-15", "the A9".
_ROAD = re.compile(r"(?:the |The )?(?:[AMNREBI]|NH|US|SH)[- ]?\d{1,4}")
# A currency's letters or sign before a figure: "N2 million".
_MONEY = re.compile(r"(?:\b[A-Z]{1,3}|[$€£₦₹])\s?\d[\d.,]*\s?(?:million|billion|thousand|m|bn)?\b")
_BESIDE = frozenset(
    "the a an not this that these those its his her their our my your some any no such "
    "other".split()
) | frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many few all".split()
)
# For whom a speaker speaks: "the governor's spokesman", "a spokeswoman for the ministry".
_OWNER = re.compile(
    r"(?i)^(?:(?:the |a |an )?([\w .-]+?)['’]s? (?:\w+ )?"
    r"(?:office|aide|lawyer|solicitor|spokes\w+)\b"
    r"|(?:the |a |an )?spokes\w+ (?:for|of) (?:the )?([\w .-]+))"
)
_SHORT, _STEM = 3, 3
_SELF = frozenset("i we it he she they him her them".split())


@dataclass(frozen=True, slots=True)
class Word:
    """Something that a clause is said of.

    Attributes:
        text: Its words, for nearness ("armed man").
        entity: The entity that it names; ``""`` where none.
        role: The part it plays.
        preposition: What joins it.
        named: Whether it is a name, which is near to no other word.
    """

    text: str
    entity: str
    role: ArgumentRole
    preposition: str = ""
    named: bool = False


def topics_of(clause: Proposition, message: Argument | None) -> list[Word]:
    """What a message was about, where its noun says it: "a complaint about the lamp"."""
    if message is None or not received(clause):
        return []
    told = _TOPIC.search(message.span.quote)
    bare = [] if told is None else [w for w in told[1].lower().split() if w not in _BESIDE]
    return [Word(bare[-1], "", ArgumentRole.OBLIQUE, "about")] if bare else []


def word_of(
    context: Context, clause: Proposition, one: Argument, classes: Classes | None = None
) -> Word | None:
    """A participant; pronouns stand for the speaker or for what the sentence told of before."""
    entity = entity_at(context, one.head) or ""
    apposed = None if entity or one.role is ArgumentRole.OBLIQUE else apposed_name(context, one)
    if apposed is not None:
        return Word(apposed.text, apposed.entity, one.role, one.preposition, True)
    if not entity and classes is not None and _is_role(one):
        # The only driver whom a case names is "the driver".
        entity = _bearer(one.lemma.lower(), classes)
        if entity:
            return Word(one.lemma.lower(), entity, one.role, one.preposition)
    if _MONEY.search(one.span.quote) or any(
        value.kind is QuantityKind.MONEY and holds(one.span, value.span)
        for value in context.facts.quantities
    ):
        return Word("money", "", one.role, one.preposition)
    if _ROAD.fullmatch(one.span.quote):
        return Word("road", entity, one.role, one.preposition)
    lemma = one.lemma.lower()
    if lemma in _MEMBERS and one.span.quote.split()[0].lower() in _OWN:
        return _speaker(context, clause, one)
    if not entity and lemma in _SOME | _TRACES | {"member"} and " of " in one.span.quote:
        whole = one.span.quote.split()[-1].lower()
        return Word(whole.removesuffix("s"), "", one.role, one.preposition)
    if entity or not is_pronoun(one):
        named = bool(entity) and one.head.quote[:1].isupper()
        return Word(_text(one), entity, one.role, one.preposition, named)
    return _meant(context, clause, one) if lemma in _SELF else None


def _bearer(role: str, classes: Classes) -> str:
    """The only one in a case who bears a role, by whatever word for it: "owner", "landlord"."""
    alike = (other for other in sorted(classes.roles) if same_role(role, other))
    return classes.roles.get(role) or next((classes.roles[other] for other in alike), "")


def _is_role(one: Argument) -> bool:
    """Whether a phrase is a role with nothing beside it: "the driver"."""
    words = one.span.quote.lower().split()
    return words[-1:] == [one.lemma.lower()] and (len(words) == 1 or words[:-1] in _WHOSE)


def _text(one: Argument) -> str:
    """The words of a phrase for nearness: determiners and numbers left out, long ones cut."""
    printed = one.span.quote.partition(" and ")[0].split()
    words = [word.strip("“”\"'()").lower() for word in printed]
    bare = [word for word in words if word.isalpha() and word not in _BESIDE]
    if 0 < len(bare) <= _SHORT and bare[-1].startswith(one.lemma.split()[-1].lower()[:_STEM]):
        return " ".join([*bare[:-1], one.lemma.split()[-1].lower()])
    return " ".join([*(m.lower() for m in one.modifiers if len(m) > 2), one.lemma.lower()])


def _meant(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """Whom or what a pronoun means: what its sentence told of before, else its speaker."""
    meant = meant_by(context, clause, one)
    if meant is None:
        return None
    return Word(meant.text, meant.entity, one.role, one.preposition, meant.named)


def whose_word(context: Context, clause: Proposition) -> list[Word]:
    """Who made a promise, or made none, of whom his office or spokesman tells."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    speaker = None if statement is None else statement.speaker
    if speaker is None:
        return []
    owner = _OWNER.match(speaker.span.quote)
    if owner is not None:
        return [Word((owner[1] or owner[2]).lower(), "", ArgumentRole.AGENT)]
    word = _speaker(context, clause, clause.arguments[0]) if clause.arguments else None
    return [] if word is None else [replace(word, role=ArgumentRole.AGENT, preposition="")]


def _speaker(context: Context, clause: Proposition, one: Argument) -> Word | None:
    """Who speaks, in the part that one of the clause's words plays for him."""
    statement = context.statements.get(clause.statement) if clause.statement else None
    meant = None if statement is None else speaker_of(statement)
    if meant is None:
        return None
    return Word(meant.text, meant.entity, one.role, one.preposition, meant.named)
