"""A clause as a question: which auxiliary, then the rest, out of printed words and lemmas."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.claims.questions.predicates import goes_on
from twosource.claims.questions.sameness import argument, is_pronoun
from twosource.claims.questions.telling import commonest
from twosource.claims.questions.wording import phrase, was
from twosource.model.proposition import Argument, ArgumentRole, Proposition

Parts = tuple[str, str]
"""An auxiliary and what follows it: ``("was", "the roof damaged")``."""

_PRONOUNS = frozenset("it they them he him she her i me we us you this that those".split())
_RESTING = frozenset("stand remain stay lie".split())
_LONGEST_ATTRIBUTE = 8
UNDERGONE = frozenset(
    "collapse sink capsize burst erupt explode derail fall crash burn die perish drown vanish "
    "disappear happen occur leak flow arise emerge expire subside founder crumble".split()
)
"""Verbs of what comes over their subject without an object."""
_PASSIVE = re.compile(r"(?i)\b(?:be|been|being|was|were|is|are|gets?|got)\b(?: \w+ly)?\s*$")
# Verbs whose participle is like their lemma.
_UNCHANGED = frozenset(
    "set cut hit put shut hurt cost cast let burst split spread quit beat".split()
)
# "Voi was north-west of the coast" says where, not what.
_COMPASS = re.compile(r"(?i)(?:north|south|east|west)")


def asked(parts: Parts, word: str = "") -> str:
    """The question that parts make, after a question word where one is given."""
    text = " ".join([*([word] if word else []), *parts])
    return text[:1].upper() + text[1:] + "?"


def clause_parts(
    clauses: Sequence[Proposition], oblique: bool = False, agent: bool = False
) -> Parts | None:
    """How clauses that say one thing are asked about.

    Args:
        clauses: The clauses, which share a predicate and a participant.
        oblique: Whether what a preposition joins is part of what is asked.
        agent: Whether the doer is part of what is asked.

    Returns:
        The commonest wording of the best pattern that any clause allows; ``None`` where a form of
        a verb would have to be made up.
    """
    order = [_active, _passive] if agent else [_passive, _active]
    if not agent and not _all_name_a_doer(clauses):
        # Nobody is asked to have said of a doer what he said of none.
        order.remove(_active)
    for pattern in (_attributive, *order, _nominal):
        found = [parts for clause in clauses if (parts := pattern(clause, oblique)) is not None]
        if found:
            chosen = commonest([" ".join(parts) for parts in found])
            parts = next(parts for parts in found if " ".join(parts) == chosen)
            return lowered(parts, clauses)
    return None


def lowered(parts: Parts, clauses: Sequence[Proposition]) -> Parts:
    """Take off a capital that only began a sentence: another clause prints the word without it."""
    auxiliary, rest = parts
    first, _, others = rest.partition(" ")
    printed = {word.strip(",.;:") for clause in clauses for word in clause.span.quote.split()}
    if first.istitle() and first.lower() in printed:
        rest = f"{first.lower()} {others}".strip()
    return auxiliary, rest


def _all_name_a_doer(clauses: Sequence[Proposition]) -> bool:
    """Whether each clause has a subject that does, or is, something."""
    return all(
        argument(clause, ArgumentRole.AGENT) is not None or undergoes(clause) for clause in clauses
    )


def undergoes(clause: Proposition) -> bool:
    """Whether the verb of a clause is done by nobody to its subject: "a wall collapsed"."""
    return (
        clause.lemma.split()[0] in UNDERGONE
        and argument(clause, ArgumentRole.AGENT) is None
        and not _PASSIVE.search(clause.span.quote[: _up_to_predicate(clause)])
    )


def _up_to_predicate(clause: Proposition) -> int:
    return max(0, clause.predicate.start - clause.span.start)


def participle(clause: Proposition) -> str | None:
    """The printed participle of a clause: of a passive, or a regular past tense, which is alike."""
    if clause.nominal or clause.lemma == "be":
        return None
    words = clause.predicate.quote.lower().split()
    patient = argument(clause, ArgumentRole.PATIENT)
    if patient is None or undergoes(clause):
        return None
    turned = patient.span.start < clause.predicate.start and not _agent_first(clause)
    if words[0] == clause.lemma.split()[0] and not (turned and clause.lemma in _UNCHANGED):
        return None
    if turned:
        return None if words[0].endswith("ing") else " ".join(words)
    return " ".join(words) if words[0].endswith("ed") else None


def past(clause: Proposition) -> str | None:
    """The printed past tense of a clause, where its form shows that it is one."""
    words = clause.predicate.quote.lower().split()
    if clause.nominal or words[0].endswith("ing"):
        return None
    if words[0].endswith("ed"):
        return " ".join(words)
    changed = words[0] not in {clause.lemma.split()[0], clause.lemma.split()[0] + "s"}
    return " ".join(words) if changed and _agent_first(clause) else None


def _agent_first(clause: Proposition) -> bool:
    agent = argument(clause, ArgumentRole.AGENT)
    return agent is not None and agent.span.start < clause.predicate.start and not agent.preposition


def _named(clause: Proposition, role: ArgumentRole) -> Argument | None:
    one = argument(clause, role)
    return None if one is None or is_pronoun(one) else one


def _attributive(clause: Proposition, oblique: bool) -> Parts | None:
    subject = _named(clause, ArgumentRole.AGENT) or _named(clause, ArgumentRole.PATIENT)
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    if subject is None or (clause.lemma != "be" and not (attribute and clause.lemma in _RESTING)):
        return None
    if attribute is not None:
        words = attribute.span.quote.split()
        if len(words) > _LONGEST_ATTRIBUTE or _COMPASS.match(words[0]):
            return None
        return was(subject).lower(), f"{phrase(subject)} {attribute.span.quote}"
    place = argument(clause, ArgumentRole.OBLIQUE) if oblique else None
    if place is None:
        return None
    bare = len(place.span.quote.split()) == 1 and place.span.quote.islower()
    where = place.span.quote if bare else phrase(place)
    return was(subject).lower(), f"{phrase(subject)} {place.preposition} {where}"


def _passive(clause: Proposition, oblique: bool) -> Parts | None:
    patient, form = _named(clause, ArgumentRole.PATIENT), participle(clause)
    if patient is None or form is None:
        return None
    return was(patient).lower(), f"{phrase(patient)} {form}{_joined(clause, oblique)}"


def _active(clause: Proposition, oblique: bool) -> Parts | None:
    agent = _named(clause, ArgumentRole.AGENT)
    patient = argument(clause, ArgumentRole.PATIENT)
    if agent is None and undergoes(clause):
        agent, patient = _named(clause, ArgumentRole.PATIENT), None
    if clause.nominal or clause.lemma == "be" or agent is None:
        return None
    if patient is not None and patient.lemma.lower() in _PRONOUNS:
        return None
    done = f" {phrase(patient)}" if patient is not None else ""
    verb = f"{clause.lemma} on" if goes_on(clause) else clause.lemma
    return "did", f"{phrase(agent)} {verb}{done}{_joined(clause, oblique)}"


def _nominal(clause: Proposition, oblique: bool) -> Parts | None:
    if not clause.nominal:
        return None
    patient = _named(clause, ArgumentRole.PATIENT)
    joined = f" {_link(clause, patient)} {phrase(patient)}" if patient is not None else ""
    noun = clause.predicate.quote.lower().removeprefix("any ").removeprefix("no ")
    several = noun.endswith("s") and not noun.endswith(("ss", "is", "us"))
    return "were" if several else "was", f"there any {noun}{joined}{_joined(clause, oblique)}"


def _link(clause: Proposition, patient: Argument) -> str:
    """The preposition printed between a noun that names a deed and what it is done to."""
    start = clause.predicate.end - clause.span.start
    between = clause.span.quote[start : patient.span.start - clause.span.start].split()
    return between[0].lower() if len(between) == 1 else patient.preposition or "of"


def _joined(clause: Proposition, oblique: bool) -> str:
    one = argument(clause, ArgumentRole.OBLIQUE) if oblique else None
    if one is None or not one.preposition or is_pronoun(one):
        return ""
    return f" {one.preposition} {phrase(one)}"
