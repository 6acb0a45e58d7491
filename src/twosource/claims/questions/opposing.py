"""Whether a clause says what a denial denies.

The two tell of one deed if their predicates are near, of one thing if the words that they are said
of are; who is denied to have done it must not be somebody else. A name is near to itself alone.
"""

from __future__ import annotations

from twosource.claims.questions.gist import Gist
from twosource.claims.questions.idioms import is_had_by_one
from twosource.claims.questions.kin import covers, opposed
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.sameness import manner_of
from twosource.claims.questions.things import (
    SAME_THING,
    found_in,
    is_anybody,
    is_number,
    is_person,
    nearness,
)
from twosource.claims.questions.told import Told, is_other_voice, tell_of_one_event
from twosource.claims.questions.wide import (
    clears_everybody,
    denies_kind,
    happens_at_all,
    is_of_another,
    is_the_other,
)
from twosource.claims.questions.words import Word
from twosource.model.proposition import ArgumentRole
from twosource.model.statement import Stance

TOLD_TO = "told to "
"""How the predicate begins of what somebody was told to do."""
SAME_DEED, LIKE_DEED = 0.6, 0.46
"""Cosines of predicates above which two clauses tell of one deed, or of deeds that may be one."""
OTHER_BODY, OTHER_PLACE = 0.35, 0.5
"""Cosines below which two doers, or two surroundings, are not one."""

# Sentences after an accusation within which a denial may answer it.
_REPLY = 4
_STEM = 4
_PLACING = frozenset(
    "in at on near outside inside under over above below beside behind from to into out of off "
    "through across along between around".split()
) | {"out of", "next to"}
_CHARGES = frozenset("over for about".split()) | {"in connection with", "on suspicion of"}
_CHARGED_WITH = frozenset("detain charge fine punish suspend dismiss sentence question".split())
_HERE = frozenset("building house shop site scene area place plant yard premises".split())
_HANDLING = frozenset(
    "take out|remove|seize|collect|pick up|bring out|recover|defuse|carry away|pull out|keep|store"
    "|preserve|destroy|delete|hand over".split("|")
)
_TOLD_TO_GO = frozenset(
    TOLD_TO + verb for verb in "disperse leave stop move evacuate clear go halt surrender".split()
)
_TOPICS = frozenset("about over regarding concerning".split())


def opposes(denial: Told, claim: Told, near: Nearness) -> bool:
    """Whether a clause says, by another voice, what a denial denies."""
    if not is_other_voice(denial.found, claim.found) or not tell_of_one_event(denial, claim):
        return False
    ours, theirs = denial.gist, claim.gist
    if _elsewhere(ours, theirs, near) or _otherwise(denial, theirs, near):
        return False
    if ours.only is not None and not _is_another(ours.only, theirs, near):
        return False
    deed = _deed(ours, theirs, near)
    if _answers_order(ours, theirs, near):
        return True
    if ours.any:
        return deed >= SAME_DEED and _denies_all(ours, theirs, near)
    if is_of_another(denial):
        return is_the_other(denial, theirs, near)
    if _acts_here(denial, theirs, near) or denies_kind(denial, claim):
        return True
    if deed >= SAME_DEED and (happens_at_all(denial, claim) or _on_one_topic(ours, theirs, near)):
        return True
    if theirs.any and is_contrary(theirs):
        return deed >= SAME_DEED and clears_everybody(denial, claim)
    return _denies_this(denial, claim, deed, near)


def _answers_order(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether no warning or order was given, where another tells of one to somebody."""
    if ours.predicate == "warn":
        return theirs.predicate in _TOLD_TO_GO
    matter = ours.matter
    if ours.predicate != "order" or matter is None or not theirs.predicate.startswith(TOLD_TO):
        return False
    return found_in(matter, theirs.core, near)


def _denies_this(denial: Told, claim: Told, deed: float, near: Nearness) -> bool:
    """Whether a denial of a deed is of the thing that a claim says the deed of."""
    ours, theirs = denial.gist, claim.gist
    matter = ours.matter
    parts = _parts(matter, theirs) if matter is not None else ()
    if matter is None or not (found_in(matter, parts, near) or _of_them(ours, theirs, near)):
        return False
    if _answers_charge(denial, claim):
        return deed >= LIKE_DEED
    if not _doers_agree(ours, theirs, near, needed=False):
        return False
    shared = sum(1 for word in ours.about if found_in(word, theirs.about, near))
    return deed >= SAME_DEED or (deed >= LIKE_DEED and shared > 1)


def _of_them(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether what both are said of may be one, where the one is told of by no noun of his own.

    "Two are still at large", and all three escapees were caught; no guard laid hands on an inmate,
    and guards beat a sick man.
    """
    one, other = ours.matter, theirs.matter
    if one is None or other is None or one.entity or other.entity:
        return False
    if is_contrary(ours) and ours.predicate == theirs.predicate:
        if is_number(one) != is_number(other):
            return is_person(other if is_number(one) else one)
        return covers(other.text, one.text)
    same = any(found_in(doer, theirs.doers, near) for doer in ours.doers)
    both = is_person(one) and is_person(other) and not opposed(one.text, other.text)
    return same and both and (is_anybody(one) or is_anybody(other))


def _denies_all(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether who did nothing of a kind, as one says, did something, as another does."""
    if any(w.named for w in ours.doers) and not any(w.entity for w in theirs.doers):
        # Who is named and ate nothing is not the guests who did.
        return False
    told = bool(theirs.about) or theirs.any
    return told and _doers_agree(ours, theirs, near, needed=True)


def _deed(ours: Gist, theirs: Gist, near: Nearness) -> float:
    """How near two predicates are; a state and a deed are near only where they are the same."""
    if ours.predicate.startswith(TOLD_TO) or theirs.predicate.startswith(TOLD_TO):
        return _order(ours.predicate, theirs.predicate, near)
    if ours.predicate == EXIST and theirs.works and not ours.around:
        return 1.0
    if ours.predicate == EXIST and theirs.holds:
        return 1.0
    contrary = is_contrary(ours) or is_contrary(theirs)
    if ours.state or theirs.state or contrary or EXIST in {ours.predicate, theirs.predicate}:
        return float(ours.predicate == theirs.predicate)
    return near.of_deeds(ours.predicate, theirs.predicate)


def _order(one: str, other: str, near: Nearness) -> float:
    """How near two orders are; an order is near to no deed."""
    if not (one.startswith(TOLD_TO) and other.startswith(TOLD_TO)):
        return 0.0
    return near.of_deeds(one.removeprefix(TOLD_TO), other.removeprefix(TOLD_TO))


def is_contrary(gist: Gist) -> bool:
    """Whether a clause says in which of two states, which shut each other out, something is."""
    return gist.predicate.startswith("contrary")


def breaks_what_is_denied(denial: Told, claim: Told, near: Nearness) -> bool:
    """Whether a claim says, by another voice, that what a denial denies brought something down.

    Such a claim counts as a denial of the contrary ("wrecked": not whole), and so is held apart.
    """
    return (
        is_other_voice(denial.found, claim.found)
        and tell_of_one_event(denial, claim)
        and bool(claim.gist.doers)
        and _acts_here(denial, claim.gist, near)
    )


def _acts_here(denial: Told, theirs: Gist, near: Nearness) -> bool:
    """Whether what was not there at all did something, had by nobody and in no place of its own."""
    if is_had_by_one(denial.clause) or not acts_without_being(denial.gist, theirs, near):
        return False
    placed = (
        one.span.quote[one.head.end - one.span.start :].split()
        for one in denial.clause.arguments
        if one.role is ArgumentRole.PATIENT
    )
    where = [words[-1].lower() for words in placed if len(words) > 1]
    return bool(theirs.doers) or all(word.strip(",.") in _HERE for word in where)


def acts_without_being(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether what was not there, as one says, did something: "no tremor", "a quake broke it"."""
    matter = ours.matter
    if ours.predicate != EXIST or ours.only is not None or ours.any or matter is None:
        return False
    if theirs.predicate == EXIST or theirs.state:
        return False
    if matter.role is not ArgumentRole.PATIENT and not ours.state:
        # "Hawkers are on no list" says of none that he was not there.
        return False
    if matter.text.split()[-1] == theirs.predicate and not matter.entity:
        # "There was no list", and the manifest listed 41.
        return True
    doers = [w for w in theirs.about if w.role is ArgumentRole.AGENT and not w.entity]
    if theirs.verb in _HANDLING:
        doers += [w for w in theirs.core if w.role is ArgumentRole.PATIENT and not w.entity]
    here = all(word.text.split()[-1] in _HERE for word in ours.around)
    alone = here and (theirs.verb in _HANDLING or not is_person(matter))
    if not (theirs.doers or alone):
        return False
    if is_person(matter):
        # None of the staff was there, and an officer fired: he need be none of theirs.
        return any(nearness(matter, doer, near) >= SAME_THING for doer in doers)
    return found_in(matter, doers, near)


def _on_one_topic(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether both tell of a message on one thing: "a complaint about the lamp"."""
    topics = [word for word in theirs.around if word.preposition in _TOPICS]
    return any(found_in(word, topics, near) for word in ours.around if word.preposition in _TOPICS)


def deny_alike(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether two denials of one deed clear one body of it, and share a thing it was done to."""
    if ours.only is not None or theirs.only is not None or not ours.doers or not theirs.doers:
        return False
    if not any(found_in(doer, theirs.doers, near) for doer in ours.doers):
        return False
    things = [word for word in theirs.about if word.role is not ArgumentRole.AGENT]
    return any(
        found_in(word, things, near) for word in ours.about if word.role is not ArgumentRole.AGENT
    )


def _elsewhere(ours: Gist, theirs: Gist, near: Nearness) -> bool:
    """Whether both are set somewhere, by one preposition, in places that have nothing in common."""
    if ours.predicate in _CHARGED_WITH:
        # Nobody was held over the fire, and four were for looting.
        over = [word for word in ours.around if word.preposition in _CHARGES]
        if over and not any(found_in(word, theirs.about, near) for word in over):
            return True
    done_to = any(word.role is ArgumentRole.PATIENT for word in ours.about)
    for word in ours.around:
        if done_to and word.preposition not in _PLACING:
            # What something was done for or with is no place.
            continue
        there = [other for other in theirs.around if other.preposition == word.preposition]
        if there and not any(nearness(word, other, near) >= OTHER_PLACE for other in there):
            return True
    return False


def _otherwise(denial: Told, theirs: Gist, near: Nearness) -> bool:
    """Whether "denied that" denies how or on whose orders, of which a claim says nothing."""
    manner = manner_of(denial.found.context, denial.clause)
    if manner is None:
        return False
    words = [word for word in denial.gist.around if word.preposition == manner.preposition]
    return not any(found_in(word, theirs.about, near) for word in words)


def _doers_agree(ours: Gist, theirs: Gist, near: Nearness, *, needed: bool) -> bool:
    """Whether the doers that both name may be one; a name and a noun may always be."""
    if not ours.doers or not theirs.doers:
        return not (needed and ours.doers)
    return any(
        one.named != other.named or nearness(one, other, near) >= OTHER_BODY
        for one in ours.doers
        for other in theirs.doers
    )


def _is_another(only: Word, theirs: Gist, near: Nearness) -> bool:
    """Whether a claim names something else where a denial allows for one thing alone."""
    others = [word for word in theirs.core if word.role is only.role or len(theirs.core) == 1]
    return bool(others) and not any(
        nearness(only, word, near) >= LIKE_DEED or _stems(only) & _stems(word) for word in others
    )


def _stems(word: Word) -> set[str]:
    """The beginnings of words: "teargas" and "tear smoke" share one."""
    return {part[:_STEM] for part in word.text.split() if len(part) >= _STEM}


def _parts(matter: Word, theirs: Gist) -> tuple[Word, ...]:
    """The words of a claim that may be what a denial is about: those that play its part."""
    if theirs.predicate == EXIST or theirs.state:
        return theirs.core
    if is_contrary(theirs) and theirs.matter is not None:
        # "Was valid" and "was withdrawn" name what they are said of in two parts.
        return (theirs.matter,)
    patients = tuple(word for word in theirs.core if word.role is ArgumentRole.PATIENT)
    if matter.role is ArgumentRole.PATIENT:
        return patients
    return theirs.core


def _answers_charge(denial: Told, claim: Told) -> bool:
    """Whether a denial follows a charge in one report, and so answers it."""
    one, other = denial.found, claim.found
    if one.answer.report != other.answer.report or other.answer.statement is None:
        return False
    charge = other.context.statements[other.answer.statement]
    after = denial.clause.sentence - claim.clause.sentence
    return charge.stance is Stance.ACCUSES and 0 < after <= _REPLY
