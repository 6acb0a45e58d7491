"""What the main event is: the words that name it, and the deeds that it consists of.

An explanation explains the event of the case. A reason given for something beside it, a parade
called off or a road closed, is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.claims.facts import ReportFacts
from twosource.claims.questions.fates import fate_of
from twosource.hypotheses.bodies import is_doer
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Modality, Proposition, Tense
from twosource.reference.cues import HARM
from twosource.reference.explanations import AFTERMATH, SAME_INCIDENT
from twosource.reference.happenings import INCIDENT_NOUNS, NOMINALISATIONS

_WORD = re.compile(r"[^\W\d_][\w-]*")
_STEM = 4
_SHARE = 0.4
_FEWEST = 2
# A capital behind a word in lower case, or behind a comma.
_INNER = re.compile(r"(?<=[a-z,] )[A-Z][\w-]+")
_PRONOUNS = frozenset("it this that".split())
_SHOTS = {"shoot": "fire", "open fire": "fire", "gun": "fire"}
_GUNFIRE = frozenset("shot gunshot gunfire firing shooting".split())
# Nouns by which reports call one attack, each its own way.
_ATTACKS = frozenset("attack strike assault raid airstrike bombing shelling bombardment".split())
# What happens to people in an event, whatever it was.
_TOLLS = frozenset("die kill perish injure death".split())
# Verbs among harms that mostly say what somebody says or means to do.
_NO_DEEDS = frozenset("lie plan open threaten prepare attempt target mislead operation".split())


@cache
def _stems_of(terms: frozenset[str], deeds: frozenset[str]) -> frozenset[str]:
    """The beginnings of words that name an event; worked out once for each event, asked often."""
    named = {*terms, *deeds, *SAME_INCIDENT, *_TOLLS}
    return frozenset(word[: max(_STEM, len(word) - 2)] for word in named)


@dataclass(frozen=True, slots=True)
class Scene:
    """The event that explanations are explanations of.

    Attributes:
        terms: Lemmas that name it, nouns and verbs.
        deeds: Verbs of doing harm that several reports tell of it.
        noun: What it is called, with its article.
        happening: The verb that the reports open with most; telling it tells the event itself.
        opening: Those of the terms that the reports open with.
        names: Words that stand with a capital inside sentences: those are names elsewhere too.
    """

    terms: frozenset[str]
    deeds: frozenset[str]
    noun: str = "the event"
    happening: str = ""
    opening: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @property
    def stems(self) -> frozenset[str]:
        """The beginnings of words that name it, or what befell people in it."""
        return _stems_of(self.terms, self.deeds)

    def is_named_in(self, words: str) -> bool:
        """Whether words name the event, or point back to it with a pronoun as their subject."""
        found = [match.group().casefold() for match in _WORD.finditer(words)]
        return any(self.is_term(word) for word in found)

    def happening_in(self, words: str) -> bool:
        """Whether words tell the event with a form of its verb."""
        stem = self.happening[: max(_STEM, len(self.happening) - 1)]
        return bool(stem) and any(w.startswith(stem) for w in words.casefold().split())

    def is_term(self, word: str) -> bool:
        """Whether a word is one of those that name the event, in whatever form."""
        low = word.casefold()
        if low in self.terms or low in SAME_INCIDENT or low.rstrip("s") in SAME_INCIDENT:
            return True
        return any(low.startswith(stem) and len(low) <= len(stem) + 5 for stem in self.stems)

    def is_told_by(self, clause: Proposition) -> bool:
        """Whether a clause says that the event took place, or names it among who takes part."""
        if self.is_deed(clause) or clause.lemma in self.terms | _TOLLS:
            return True
        return any(self.is_named_by(argument.lemma) for argument in clause.arguments)

    def is_named_by(self, lemma: str) -> bool:
        """Whether the head of a noun phrase names the event."""
        words = lemma.casefold().split()
        return bool(words) and (words[-1] in self.terms or words[-1] in SAME_INCIDENT)

    def can_act(self, words: str, head: str = "") -> bool:
        """Whether a noun phrase can name who did it; see :func:`is_doer`."""
        return is_doer(words, head, self.names)

    def is_deed_noun(self, lemma: str) -> bool:
        """Whether the head of a noun phrase names the deed, or the incident as such."""
        word = lemma.casefold().split()[-1:] or [""]
        verb = _deed(NOMINALISATIONS.get(word[0], ("", None))[0])
        return word[0] in SAME_INCIDENT or verb in self.terms | self.deeds or word[0] in self.terms

    def is_deed(self, clause: Proposition) -> bool:
        """Whether a clause tells the deed that the event consists of."""
        lemma = _deed(clause.lemma)
        return lemma in self.deeds or (lemma in self.terms and clause.lemma in HARM)

    def is_itself(self, clause: Proposition) -> bool:
        """Whether a clause tells that the event took place, rather than what led to it."""
        return _deed(clause.lemma) in self.deeds or clause.lemma == self.happening

    def is_pointed_to(self, clause: Proposition) -> bool:
        """Whether the object of a clause is the event: by name, or as "it"."""
        return any(
            argument.role is ArgumentRole.PATIENT
            and (self.is_named_by(argument.lemma) or argument.lemma.casefold() in _PRONOUNS)
            for argument in clause.arguments
        )

    def is_what_was_done(self, words: str) -> bool:
        """Whether words name what was done, not only something that went with it."""
        told = [match.group().casefold() for match in _WORD.finditer(words)]
        harms = {noun for noun, (verb, _) in NOMINALISATIONS.items() if verb in HARM | self.deeds}
        return any(word in SAME_INCIDENT or (word in harms and self.is_term(word)) for word in told)


def scene_of(facts: Sequence[ReportFacts], terms: Collection[str]) -> Scene:
    """Find the words that name the event, and the deeds that the reports tell of it.

    Args:
        facts: What each report prints.
        terms: Lemmas that name the event in what the reports open with.
    """
    telling: defaultdict[str, set[str]] = defaultdict(set)
    for one in facts:
        for clause in _of_the_event(one):
            lemma = _deed(clause.lemma)
            hurts = fate_of(clause.lemma) in {"kill", "injure"} and clause.lemma != "kill"
            harms = clause.lemma in HARM - _NO_DEEDS or lemma == "fire"
            if harms and not hurts and not clause.nominal and clause.positive:
                telling[lemma].add(one.report.id)
    least = max(_FEWEST, _SHARE * len(facts))
    deeds = frozenset(lemma for lemma, where in telling.items() if len(where) >= least)
    named = {*terms, *(n for n, (verb, _) in NOMINALISATIONS.items() if _deed(verb) in deeds)}
    named |= _GUNFIRE if "fire" in deeds else set()
    # "Behind the attack" is said of whatever somebody did.
    named |= _ATTACKS if _ATTACKS & set(terms) else {"attack", "assault", "bombing"}
    return Scene(
        terms=frozenset(named),
        deeds=deeds,
        noun=_noun(terms, deeds),
        happening=next(iter(terms), ""),
        opening=frozenset(terms),
        names=frozenset(name for one in facts for name in _INNER.findall(one.report.text)),
    )


def _noun(terms: Collection[str], deeds: frozenset[str]) -> str:
    """The noun for what was done: one that the reports open with, else that of the deed."""
    for noun in terms:
        if noun in NOMINALISATIONS and NOMINALISATIONS[noun][0] in HARM | deeds:
            return f"the {noun}"
    if "fire" in deeds and "shot" not in terms:
        return "the shooting"
    incidents = (SAME_INCIDENT | INCIDENT_NOUNS) - AFTERMATH - {"investigation", "evacuation"}
    incident = next((noun for noun in terms if noun in incidents), "event")
    return f"the {incident}"


def _of_the_event(facts: ReportFacts) -> Iterable[Proposition]:
    beside = [s.span for s in facts.sentences if s.layer not in {Layer.EVENT, Layer.UNKNOWN}]
    for clause in facts.propositions:
        future = clause.tense is Tense.FUTURE or clause.modality is Modality.INTENDED
        at = clause.predicate.start
        if not future and not any(span.start <= at < span.end for span in beside):
            yield clause


def _deed(lemma: str) -> str:
    return _SHOTS.get(lemma, lemma)
