"""Verbs that say with their object another thing than alone: "set foot", "made no promise"."""

from __future__ import annotations

import re

from twosource.claims.questions.kin import covers
from twosource.claims.questions.sameness import argument
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.reference.contraries import STATES
from twosource.reference.cues import PERSON_ROLES

# What somebody has is there; in what state something was found says how it was.
HAVING = frozenset("have wear own possess".split())
# Who received no call was not called.
RECEIVING = frozenset("receive get register hear record".split())
MESSAGES = {
    "call": "call", "warning": "warn", "complaint": "complain", "letter": "write",
    "alarm": "alert", "alert": "alert", "notice": "notify", "notification": "notify",
    "report": "report", "message": "tell", "order": "order", "request": "ask",
    "instruction": "instruct", "answer": "answer", "reply": "answer", "payment": "pay",
    "invitation": "invite", "threat": "threaten", "help": "help", "training": "train",
    "promise": "promise", "pledge": "promise", "apology": "apologise", "offer": "offer",
    "permission": "allow", "command": "order", "cent": "pay", "penny": "pay", "salary": "pay",
    "wage": "pay", "compensation": "pay", "consent": "agree", "approval": "approve",
}  # fmt: skip
"""Nouns of what is received, each with the verb for giving it."""
# Verbs that say a deed together with what their object names: "had not set foot in the market".
_IDIOMS = {
    ("set", "foot"): "visit", ("lay", "hand"): "attack", ("lay", "finger"): "attack",
    ("lay", "eye"): "see", ("lose", "life"): "die", ("take", "life"): "kill",
    ("raise", "alarm"): "alert", ("sound", "alarm"): "alert", ("claim", "life"): "kill",
    ("open", "fire"): "shoot", ("take", "part"): "participate", ("pay", "visit"): "visit",
    ("lend", "hand"): "help", ("give", "chase"): "chase", ("take", "cover"): "shelter",
    ("cast", "vote"): "vote", ("fire", "shot"): "shoot", ("take", "refuge"): "shelter",
}  # fmt: skip
_DONE_TO_WHOM = frozenset("visit attack see kill chase".split())
"""Of these what a preposition joins to the idiom is what the deed is done to."""
# Who makes no promise did not promise; in "was in the dark" nobody gives anything.
_GIVING = frozenset("make give issue file lodge send sound raise submit offer deliver".split())
_LEFT = re.compile(
    r"(?i)\b(?:left|leave|leaves|leaving) (?:[\w’'-]+ ){1,4}?(on|open|unlocked|locked|shut|closed"
    r"|running|empty|dead|intact)\b(?! (?:the|a|an|his|her|their|its|\w+day)\b)"
)
_NOTHING_BUT = re.compile(r"(?i)\bnothing (?:but|except|other than|more than) ([\w -]+)")
_TO_A_STOP = re.compile(r"(?i)\bc[ao]m(?:e|es|ing) to an? (?:\w+ )?(?:stop|halt|standstill)\b")
_BACK = re.compile(r"(?i)\bturn\w* (?:back|round|around)\b")
_CASH = frozenset("rs money cash compensation lakh crore rupee dollar euro pound naira".split())
_SUM = re.compile(r"(?:\bRs\.? ?|[$€£₦₹] ?|\b[A-Z]{3} )\d")
_PROVIDING = frozenset("fit equip install furnish".split())
_ONTO = frozenset("in on at to upon".split())
_ASLEEP = re.compile(
    r"(?i)\b(?:(?:fall|falls|fell|fallen|falling) asleep|doz\w+ off|nodd\w+ off)\b"
)


def idiom_of(clause: Proposition) -> str:
    """The deed that a verb tells together with its object's noun; ``""``: none."""
    thing = argument(clause, ArgumentRole.PATIENT)
    if thing is None or clause.nominal or not thing.lemma:
        return ""
    return _IDIOMS.get((clause.lemma, thing.lemma.split()[-1].lower()), "")


def joins_patient(clause: Proposition) -> bool:
    """Whether what a preposition joins to an idiom is what its deed is done to."""
    return idiom_of(clause) in _DONE_TO_WHOM


def is_of_patient(clause: Proposition, preposition: str) -> bool:
    """Whether a preposition joins what a deed is done to: "laid hands on", "is against"."""
    if joins_patient(clause):
        return preposition in _ONTO
    if clause.lemma == "wait" and preposition == "for":
        return True
    if provides(clause) and preposition == "with":
        return True
    return clause.lemma == "be" and preposition == "against"


def holds_state(clause: Proposition) -> str:
    """How something is that somebody has: "both carried full tanks", "their bags were empty"."""
    thing = argument(clause, ArgumentRole.PATIENT)
    if thing is None or clause.nominal or clause.lemma not in HAVING | {"carry"}:
        return ""
    return next((word for word in thing.modifiers if word in STATES), "")


def given(clause: Proposition) -> str:
    """The verb by which what a clause says was given is told: "made no promise"; ``""``: none."""
    if clause.lemma == "be" and any(a.lemma == "force" for a in clause.arguments):
        # "No warning was in force": nobody warned.
        message = argument(clause, ArgumentRole.AGENT) or argument(clause, ArgumentRole.PATIENT)
        noun = "" if message is None or not message.lemma else message.lemma.split()[-1].lower()
        return MESSAGES.get(noun, "")
    thing = argument(clause, ArgumentRole.PATIENT)
    if thing is None or clause.nominal or clause.lemma not in _GIVING or not thing.lemma:
        return ""
    return MESSAGES.get(thing.lemma.split()[-1].lower(), "")


def is_peaceful(clause: Proposition) -> bool:
    """Whether somebody had nothing but what is no weapon: "carried nothing but placards"."""
    barred = _NOTHING_BUT.search(clause.span.quote)
    if barred is None or clause.lemma not in HAVING | {"carry", "bring"}:
        return False
    return not any(covers("weapon", w.removesuffix("s")) for w in barred[1].lower().split())


def is_had_by_one(clause: Proposition) -> bool:
    """Whether one person is said to have something, which says nothing of what others have."""
    bearer = argument(clause, ArgumentRole.AGENT)
    if clause.nominal or bearer is None or clause.lemma not in HAVING | {"carry"}:
        return False
    return bearer.lemma.lower() in {"he", "she", "i"} or bearer.head.quote[:1].isupper()


def _is_money(thing: Argument | None) -> bool:
    if thing is None:
        return False
    return _SUM.search(thing.span.quote) is not None or thing.lemma.split()[-1].lower() in _CASH


def dismisses(clause: Proposition) -> bool:
    """Whether "fired" is said of somebody who lost a post, and of no shot."""
    fired = argument(clause, ArgumentRole.PATIENT)
    if clause.nominal or fired is None or any(a.preposition == "at" for a in clause.arguments):
        return False
    return fired.head.quote[:1].isupper() or fired.lemma.split()[-1].lower() in PERSON_ROLES


def provides(clause: Proposition) -> bool:
    """Whether something is thereby there: "was fitted with belts", "no alarm was installed"."""
    return not clause.nominal and clause.lemma in _PROVIDING


def turned(clause: Proposition) -> str:
    """The predicate of a clause whose words say another thing than its verb; ``""``: none.

    "Fell asleep", "left the gate open", "carried full tanks", "was registered with the board".
    """
    if _ASLEEP.search(clause.span.quote):
        return "asleep"
    left = _LEFT.search(clause.span.quote) if clause.lemma == "leave" else None
    if left is not None:
        return left[1].lower()
    if _TO_A_STOP.search(clause.span.quote):
        return "stop"
    if clause.lemma == "fire" and dismisses(clause):
        return "dismiss"
    if clause.lemma in {"give", "hand"} and _is_money(argument(clause, ArgumentRole.PATIENT)):
        return "pay"
    if clause.lemma == "wait" and any(a.preposition == "for" for a in clause.arguments):
        return "await"
    if clause.lemma == "register" and any(a.preposition == "with" for a in clause.arguments):
        return "registered"
    if clause.lemma == "turn" and _BACK.search(clause.span.quote):
        return "turn back"
    # Its "nothing" makes the clause a denial, of being armed.
    return "armed" if is_peaceful(clause) else holds_state(clause)
