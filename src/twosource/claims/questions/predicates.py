"""The predicate to which a clause is reduced: being and being seen are one, and so on."""

from __future__ import annotations

import re

from twosource.claims.questions.fates import fate_of
from twosource.claims.questions.idioms import (
    HAVING,
    MESSAGES,
    RECEIVING,
    given,
    idiom_of,
    provides,
    turned,
)
from twosource.claims.questions.sameness import Classes, argument, predicate_of
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.reference.happenings import NOMINALISATIONS

EXIST = "exist"
"""Predicate of all clauses that say that something is there, or is seen."""
_EXISTING = frozenset(
    "exist see find spot notice observe discover detect locate record register be_there".split()
)
# Who sees what is there has no part in its being there.
OBSERVING = (_EXISTING | {"hear"}) - frozenset({"exist", "be_there"})
_SEEN = frozenset("visible present there available apparent".split())
_SOUNDS = frozenset("siren alarm shot gunshot explosion blast bang scream shout bell".split())
_PUTTING = frozenset("take place hold put set keep".split())
_BEING = frozenset("be find remain leave lie stay seem look appear keep fall stand".split())
# What passed its inspection was inspected.
_UNDERGOING = frozenset("pass undergo".split())
_DONE_TO = {
    "inspection": "inspect", "test": "test", "check": "check", "survey": "inspect",
    "overhaul": "repair", "repair": "repair", "service": "service", "treatment": "treat",
    "training": "train", "audit": "inspect", "examination": "examine",
}  # fmt: skip
# What a thing is in by a preposition, where that says how it is and not where.
_STATES = {
    ("under", "arrest"): "detain", ("in", "custody"): "detain", ("in", "detention"): "detain",
    ("into", "custody"): "detain", ("to", "hospital"): "hospitalise",
    ("behind", "bar"): "detain", ("out of", "order"): "fail", ("out of", "service"): "fail",
    ("out of", "action"): "fail", ("in", "order"): "work", ("in", "operation"): "work",
    ("in", "hospital"): "hospitalise", ("under", "control"): "control", ("on", "fire"): "burn",
    ("in", "flame"): "burn", ("in", "force"): "valid", ("in", "office"): "in office",
    ("in", "post"): "in office", ("at", "post"): "in office", ("in", "job"): "in office",
    ("at", "work"): "in office", ("under", "way"): "continue", ("in", "progress"): "continue",
    ("at", "standstill"): "suspend", ("at", "scene"): "stay", ("on", "board"): "stay",
    ("at", "wheel"): "stay", ("in", "use"): "open", ("on", "time"): "on time",
    ("on", "schedule"): "on time", ("in", "service"): "work",
    ("among", "dead"): "dead", ("among", "victim"): "dead", ("among", "fatality"): "dead",
    ("in", "danger"): "unsafe", ("under", "suspension"): "suspended",
    ("at", "large"): "at large", ("on", "run"): "at large", ("in", "command"): "in office",
    ("in", "charge"): "in office", ("in", "favour"): "in favour", ("in", "favor"): "in favour",
    ("among", "survivor"): "alive", ("among", "injured"): "injure", ("in", "place"): EXIST,
    ("among", "wounded"): "injure", ("in", "darkness"): "dark", ("in", "tear"): "cry",
}  # fmt: skip
PHONES = frozenset("phone telephone mobile cellphone smartphone handset".split())
_USING = frozenset("be look use check hold text talk speak stare play watch scroll".split())
_HARMS = frozenset(
    "burn injury wound fracture bruise cut concussion scald laceration graze gash".split()
)
_SUFFERING = frozenset("suffer sustain receive get have treat incur".split())
_DRINKING = frozenset("drink consume".split())
_ALCOHOL = frozenset("alcohol beer wine vodka whisky rum liquor spirit".split())
_HOLDING = HAVING | {"hold", "carry"}
VALID = frozenset("valid invalid expired lapsed current".split())
_HANDING = frozenset({"hand in", "give in", "submit", "tender", "hand", "give"})
_LEAVING = frozenset("leave go resign quit depart".split())
_WILL = frozenset("accord will choice".split())
_GOES_ON = re.compile(r"(?i)\b(?:go|goes|going|gone|went|carry|carries|carried) on\b")
_LOST = frozenset("missing vanish disappear".split())
_SHAPED = frozenset("put throw take turn let walk go bring send kick force wave break".split())
PARTICLED = frozenset(
    "put out|throw out|turn away|turn out|let in|walk out|send away|kick out|force out|break into"
    "|wave through".split("|")
)
"""Verbs with a preposition of their phrase that are told apart from the verb alone."""


def predicate_in(clause: Proposition, classes: Classes) -> tuple[str, Argument | None]:
    """The predicate, and the argument that went into it."""
    for found in (_of_being(clause), _of_object(clause)):
        if found is not None:
            return found
    if clause.lemma == "involve" and argument(clause, ArgumentRole.AGENT) is None:
        return EXIST, None
    if hears_sound(clause):
        return EXIST, None
    if clause.lemma in _EXISTING and argument(clause, ArgumentRole.ATTRIBUTE) is None:
        return EXIST, None
    return fate_of(clause.lemma) or predicate_of(clause, classes), None


def hears_sound(clause: Proposition) -> bool:
    """Whether a clause says that a sound was, or was not, heard: "heard the siren"."""
    return clause.lemma == "hear" and _is_sound(argument(clause, ArgumentRole.PATIENT))


def _is_sound(thing: Argument | None) -> bool:
    return thing is not None and bool(thing.lemma) and thing.lemma.split()[-1].lower() in _SOUNDS


def _of_being(clause: Proposition) -> tuple[str, Argument | None] | None:
    """What a clause says that something is, or that it is there; ``None``: neither."""
    attribute = argument(clause, ArgumentRole.ATTRIBUTE)
    if _is_on_phone(clause):
        return "use a phone", None
    if clause.lemma == "be" and given(clause):
        return given(clause), argument(clause, ArgumentRole.AGENT)
    state = state_of(clause) if attribute is None else ""
    if state:
        return state, None
    if (
        clause.lemma == "be"
        and attribute is None
        and any(one.preposition == "against" for one in clause.arguments)
    ):
        return "oppose", None
    if clause.lemma == "be" or (clause.lemma in _BEING and attribute is not None):
        if attribute is None or attribute.lemma in _SEEN:
            return EXIST, attribute
        return attribute.lemma, attribute
    return None


def _of_object(clause: Proposition) -> tuple[str, Argument | None] | None:
    """What a verb says together with what stands beside it; ``None``: what it says alone."""
    thing = argument(clause, ArgumentRole.PATIENT)
    told = received(clause) or given(clause) or idiom_of(clause)
    if told:
        return told, thing
    whole = turned(clause)
    if whole:
        return whole, None
    if provides(clause):
        return EXIST, None
    harm = _harm(clause)
    if harm is not None:
        return "injure", harm
    phrasal = _phrasal(clause)
    if phrasal:
        return phrasal, None
    return (EXIST, None) if clause.lemma in HAVING and thing is not None else None


def _phrasal(clause: Proposition) -> str:
    """A verb by the words that make it another deed: "put out of the hall", "went on"."""
    if clause.nominal:
        return ""
    if clause.lemma in _LOST:
        return "lose"
    patient = argument(clause, ArgumentRole.PATIENT)
    thing = "" if patient is None else patient.lemma.split()[-1].lower()
    if clause.lemma in _DRINKING and (thing in _ALCOHOL or (not thing and _is_drinking(clause))):
        return "drink alcohol"
    if patient is not None and clause.lemma in _HOLDING:
        valid = next((word for word in patient.modifiers if word.lower() in VALID), "")
        if valid:
            return valid.lower()
    if clause.lemma in _HANDING and thing in {"notice", "resignation"}:
        return "resign"
    if clause.lemma in _LEAVING and any(one.lemma in _WILL for one in clause.arguments):
        return "leave by choice"
    if goes_on(clause):
        return "go on"
    if clause.lemma not in _SHAPED:
        return ""
    joined = (one.preposition.split()[0] for one in clause.arguments if one.preposition)
    whole = (f"{clause.lemma} {word}" for word in joined)
    return next((one for one in whole if one in PARTICLED), "")


def goes_on(clause: Proposition) -> bool:
    """Whether a clause says that something went on, the particle being no part of its lemma."""
    return clause.lemma in {"go", "carry"} and _GOES_ON.search(clause.span.quote) is not None


def _is_drinking(clause: Proposition) -> bool:
    """Whether somebody was drinking, as nobody says of one who drank water."""
    return clause.lemma == "drink" and not any(one.preposition for one in clause.arguments)


def _is_on_phone(clause: Proposition) -> bool:
    """Whether somebody uses a phone, which drivers are said to have done: "looked at his phone"."""
    return clause.lemma in _USING and any(
        one.lemma
        and one.lemma.split()[-1].lower() in PHONES
        and (one.role is ArgumentRole.PATIENT or one.preposition in {"on", "at", "with", "into"})
        for one in clause.arguments
    )


def undergoes_it(clause: Proposition) -> bool:
    """Whether what befalls a clause's subject is said otherwise than by a passive."""
    if (clause.lemma in _BEING and state_of(clause)) or clause.lemma in _LOST:
        return True
    harm = _harm(clause)
    return harm is not None and harm.role is ArgumentRole.PATIENT


def _harm(clause: Proposition) -> Argument | None:
    """The harm in "suffered burns" and "was treated for a fracture"; ``None``: there is none."""
    for one in clause.arguments:
        is_harm = one.lemma.split()[-1].lower() in _HARMS
        joined = one.preposition == "for" if clause.lemma == "treat" else not one.preposition
        if is_harm and joined and clause.lemma in _SUFFERING:
            return one
    return None


def state_of(clause: Proposition) -> str:
    """How a thing is that a preposition says it of ("under arrest"); ``""``: none does."""
    if clause.lemma not in _BEING | _PUTTING:
        return ""
    for one in clause.arguments:
        if one.role is ArgumentRole.OBLIQUE and one.preposition and clause.lemma != "fall":
            if one.lemma.lower() == "custody" and " custody of " in one.span.quote.lower():
                return "keep"
            known = _STATES.get((one.preposition, one.lemma.lower()))
            if known:
                return known
    return ""


def received(clause: Proposition) -> str:
    """The verb by which somebody was told or thing what a clause says he received; ``""``: none."""
    thing = argument(clause, ArgumentRole.PATIENT)
    if thing is not None and clause.lemma in _UNDERGOING:
        return _DONE_TO.get(thing.lemma.split()[-1].lower(), "")
    if clause.lemma not in RECEIVING or thing is None:
        return ""
    words = thing.lemma.lower().split()
    if len(words) > 1 and words[-1] in {"order", "notice"} and words[-2] in NOMINALISATIONS:
        # Who received no suspension order was not suspended.
        return NOMINALISATIONS[words[-2]][0]
    return MESSAGES.get(words[-1], "")
