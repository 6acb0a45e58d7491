"""What a clause says brought the event about, where no deed of anybody says it.

"A fault was to blame", "the cause was a rogue wave", "it sank because of the load", "they blamed
the crash on fog", "a gang set the shed alight": each names what, or whom, the event is laid to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from twosource.claims.questions.context import Context, sentence_at
from twosource.claims.questions.sameness import Classes, argument, is_pronoun, predicate_of
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.report import cut
from twosource.model.statement import Stance, Statement

_AT_FAULT = frozenset("blame cause reason culprit trigger".split())
_BECAUSE = frozenset({"due to", "because of", "owing to", "thanks to", "down to"})
_LAYING = {
    "attribute": "to", "ascribe": "to", "credit": "to", "put down": "to",
    "blame": "on", "pin": "on",
}  # fmt: skip
_SETTING_FIRE = frozenset({"set fire", "torch", "ignite", "set alight", "set on fire"})
_ALIGHT = re.compile(r"(?i)\b(?:alight|on fire|ablaze)\b")
_FIRES = frozenset("burn fire blaze inferno".split())
_RESULT = re.compile(r"(?is)\b(?:a|the) (?:result|consequence) of (?P<cause>.+)")
_FOR = re.compile(r"(?is)^(?P<cause>.+?)\s+for\s+(?P<event>.+)$")
_ON = re.compile(r"(?is)^(?P<event>.+?)\s+on\s+(?P<cause>.+)$")
_BLAMING = re.compile(r"(?i)^blam")
_LEADING = re.compile(r"(?i)^(?:the|a|an|some|its|their|his|her)\s+")

Names = Callable[[Argument], bool]
"""Whether an argument names the event."""


def blamed_in(
    context: Context, clause: Proposition, classes: Classes, event: frozenset[str], names: Names
) -> Argument | None:
    """What a clause lays the event to otherwise than by saying that it did it.

    Args:
        context: The report.
        clause: The clause.
        classes: Which words are one.
        event: The classes that name the event.
        names: Tells whether an argument names the event.
    """
    agent = argument(clause, ArgumentRole.AGENT)
    is_event = predicate_of(clause, classes) in event or any(map(names, clause.arguments))
    if clause.lemma == "be":
        return _said_to_be(clause, agent, is_event)
    if clause.lemma in _LAYING and is_event:
        return _plain(argument(clause, ArgumentRole.OBLIQUE, _LAYING[clause.lemma]))
    if agent is not None and _sets_fire(context, clause, event, classes):
        return _plain(agent)
    return _because(context, clause) if is_event else None


def _said_to_be(clause: Proposition, agent: Argument | None, is_event: bool) -> Argument | None:
    """The cause in "a fault was to blame", "the cause was a wave", "the crash was due to fog"."""
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    if agent is not None and attribute is not None:
        if attribute.lemma.split()[-1] in _AT_FAULT:
            return _plain(agent)
        return _plain(attribute) if agent.lemma.split()[-1] in {"cause", "culprit"} else None
    return next((a for a in clause.arguments if is_event and a.preposition in _BECAUSE), None)


def _plain(one: Argument | None) -> Argument | None:
    return None if one is None or is_pronoun(one) else one


def _sets_fire(
    context: Context, clause: Proposition, event: frozenset[str], classes: Classes
) -> bool:
    """Whether a clause says that somebody set something on fire, where the event is a fire."""
    if not event & _FIRES or argument(clause, ArgumentRole.PATIENT) is None:
        return False
    if predicate_of(clause, classes) in _SETTING_FIRE or clause.lemma in _SETTING_FIRE:
        return True
    sentence = sentence_at(context, clause.span)
    if clause.lemma != "set" or sentence is None:
        return False
    after = context.facts.report.text[clause.predicate.end : sentence.span.end]
    return bool(_ALIGHT.search(after))


def _because(context: Context, clause: Proposition) -> Argument | None:
    """What a clause about the event gives as its ground: "because of", "as a result of"."""
    for one in clause.arguments:
        if one.role is not ArgumentRole.OBLIQUE:
            continue
        if one.preposition in _BECAUSE:
            return _plain(one)
        told = _RESULT.match(one.span.quote) if one.preposition in {"as", "in"} else None
        if told is not None:
            start = one.span.start + told.start("cause")
            return _phrase(context, start, one.span.start + told.end("cause"))
    return None


def blamed_by(
    context: Context, names: Callable[[str], bool]
) -> Iterator[tuple[Statement, Argument]]:
    """What statements lay the event to: "blamed fog for the crash", "blamed the crash on fog".

    Args:
        context: The report.
        names: Tells whether a noun names the event.
    """
    for one in context.facts.statements:
        if one.stance is not Stance.ACCUSES or one.cue is None or one.speaker is None:
            continue
        if not _BLAMING.match(one.cue.quote):
            continue
        for pattern in (_FOR, _ON):
            told = pattern.match(one.content.quote)
            if told is not None and any(map(names, re.findall(r"\w+", told["event"].lower()))):
                start = one.content.start + told.start("cause")
                yield one, _phrase(context, start, one.content.start + told.end("cause"))
                break


def _phrase(context: Context, start: int, end: int) -> Argument:
    """A noun phrase that the reader of clauses does not give, with its last word as head."""
    span = cut(context.facts.report, start, end)
    words = span.quote.split(",")[0].split()
    bare = " ".join(words).rstrip(".;:")
    span = cut(context.facts.report, start, start + span.quote.index(words[0]) + len(bare))
    head_at = span.quote.rfind(" ") + 1
    head = cut(context.facts.report, span.start + head_at, span.end)
    lemma = _LEADING.sub("", span.quote.lower())
    return Argument(ArgumentRole.AGENT, "", span, head, lemma.split()[-1])
