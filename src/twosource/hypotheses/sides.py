"""On which side words stand: decided clause by clause, refusals and denials first.

The order matters. A refusal to say is neither; what is "not excluded" is held possible whatever
else the words deny; a denial speaks against; a precedent speaks for although its speaker refuses to
go further; then doubt, negation, and states that shut the thing out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from twosource.hypotheses.offer import themes_of
from twosource.hypotheses.testimony import Testimony
from twosource.model.proposition import ArgumentRole, Modality, Proposition
from twosource.model.statement import Stance
from twosource.reference.contraries import CONTRARIES
from twosource.reference.explanations import (
    DOUBTING,
    IN_ORDER,
    OUT_OF_ORDER,
    PRECEDENTS,
    STOPPING,
    WEAPONS,
)

_EXCLUSION = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) (?:\w+ ){0,2}out|exclud(?:e|es|ed|ing)|discount(?:s|ed)?)\b"
)
_NOT_BEFORE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\bnor|\bneither|\bcannot|\bnothing|\bwithout|\bunable to"
    r"|\bno one|\bnobody)(?:\s+\w+){0,3}\s*$"
)
_REFUSAL = re.compile(
    r"\b(?:declin(?:e|es|ed) to|refus(?:e|es|ed) to (?:say|comment|answer|confirm|discuss)"
    r"|(?:can|could|would|will|did|does|do)\s?(?:not|n['’]t) (?:yet )?(?:say|confirm|comment"
    r"|speculate|tell|verify|know)|cannot (?:yet )?(?:say|confirm|tell|verify)"
    r"|unable to (?:say|confirm|tell|verify)|want to speculate|too early to"
    r"|not (?:yet )?(?:clear|known)|remains? (?:unclear|unknown|open)|no comment"
    r"|unclear (?:whether|if|who|how|why|what)|impossible to tell"
    r"|could not be (?:independently )?(?:verified|confirmed))"
)
_DENYING = re.compile(
    r"\bden(?:y|ies|ied|ying)\b|\breject|\brul(?:e|es|ed) out|\bdismiss|\brefut|\bdisput",
    re.IGNORECASE,
)
_OUT_OF_ORDER = re.compile(OUT_OF_ORDER)
_IN_ORDER = re.compile(IN_ORDER)
_NEGATED = re.compile(r"\b(?:not|n['’]t|never|fail(?:ed|s)?|without|nobody|overdue)\b")
# "Only so many millimetres": less than an explanation takes.
_FEW = re.compile(r"\bonly (?:about |some )?\d|\bno more than \d")
_NOT = re.compile(r"\bnot\b")
_NEITHER = re.compile(r"\bneither\b[^.]{1,60}\bnor\b")
_OPEN = frozenset({Modality.ASKED, Modality.CONDITIONAL})
_ASKING = re.compile(r"(?:why|how|whether|what|who|whose|when|where)\b")
_ASKED = re.compile(r"\basked\b[^.]{0,80}\b(?:whether|if|why|how)\b")
_WITHOUT = re.compile(r"\bwithout (?:the |an? |any )?(\w+)")
_SURE = re.compile(
    r"\bno doubt\b|\bwithout (?:a |any )?doubt\b|\bundoubtedly\b|\bno reason to doubt\b"
)
_CLEARING = re.compile(
    r"\bnothing to do with\b|\bno (?:part|hand|role|involvement) in\b"
    r"|\bnot (?:involved|responsible|behind)\b"
)


def side_of(
    one: Testimony,
    themes: Collection[str],
    raised: Sequence[Proposition] = (),
    *,
    whole: bool = False,
) -> bool | None:
    """Whether words speak for an explanation.

    Args:
        one: What is said.
        themes: What tells the explanation from another.
        raised: The clauses that raise it, where clauses do.
        whole: Whether a negative clause about anything counts, not only one about the themes.

    Returns:
        True: for. False: against. ``None``: neither, such as a refusal or an open question.
    """
    text = " ".join(one.span.quote.split()).casefold()
    exclusion = _EXCLUSION.search(text)
    if exclusion is not None:
        return _NOT_BEFORE.search(text[: exclusion.start()]) is not None
    if _ASKING.match(one.words) or _ASKED.search(one.words):
        return None
    # What would be so without a thing says nothing of whether it was there.
    if any(match[1] in themes for match in _WITHOUT.finditer(one.words)):
        return None
    about = _about(one, themes, whole=whole)
    if _CLEARING.search(text):
        return False
    if one.stance is not Stance.DENIES:
        if any(f"{cue}" in one.words for cue in PRECEDENTS):
            return not _doubts(one.words)
        if _REFUSAL.search(text) or (about and all(c.modality in _OPEN for c in about)):
            return None
    denies = one.stance is Stance.DENIES or _doubts(text)
    if _OUT_OF_ORDER.search(one.words) and not denies_by_verb(one):
        return True
    if _shuts_out(one) or (not denies and any(_is_stopped(c, themes) for c in about)):
        return False
    # "So not that."
    bare = not one.clauses and _NOT.search(one.words) is not None
    return not (denies or bare or _negative(about, raised) or _contrary(about, raised))


def _shuts_out(one: Testimony) -> bool:
    """Whether words tell a state that leaves no room for it: in order, too few, neither."""
    in_order = _IN_ORDER.search(one.words) and not _NEGATED.search(one.words)
    return bool(in_order or _FEW.search(one.words) or _NEITHER.search(one.words))


def _is_stopped(clause: Proposition, themes: Collection[str]) -> bool:
    """Whether the very thing was kept from doing it: "all the drones were shot down"."""
    if not _stops(clause) or not clause.positive or clause.modality is not Modality.ACTUAL:
        return False
    return any(
        argument.role is ArgumentRole.PATIENT
        and not WEAPONS.isdisjoint(argument.lemma.casefold().split()[-1:])
        and set(f"{argument.lemma} {argument.span.quote}".casefold().split()) & set(themes)
        for argument in clause.arguments
    )


def _stops(clause: Proposition) -> bool:
    """Whether a verb stops a weapon; its particle may be read as what follows ("down over")."""
    if clause.lemma in STOPPING:
        return True
    after = clause.span.quote[clause.predicate.end - clause.span.start :].split()[:1]
    return " ".join((clause.lemma, *after)) in STOPPING


def denies_by_verb(one: Testimony) -> bool:
    """Whether a denial is one by its verb, not only by a negative word in what is said."""
    cue = None if one.statement is None else one.statement.cue
    return one.stance is Stance.DENIES and cue is not None and bool(_DENYING.search(cue.quote))


def _about(one: Testimony, themes: Collection[str], *, whole: bool) -> list[Proposition]:
    """The clauses of words that are about the themes; all of them where none is."""
    wanted = set(themes)
    found = [c for c in one.clauses if whole or set(themes_of(c)) & wanted or c.lemma in wanted]
    return found or [clause for clause in one.clauses if not clause.nominal]


def _doubts(words: str) -> bool:
    return not _SURE.search(words) and any(word in words for word in DOUBTING)


def _negative(about: Sequence[Proposition], raised: Sequence[Proposition]) -> bool:
    """Whether a clause says that it is not so, of a thing that is not itself negative."""
    if any(not clause.positive for clause in raised):
        return False
    return any(
        (not clause.positive or any(argument.negative for argument in clause.arguments))
        and not _is_out_of_order(clause, raised)
        for clause in about
    )


def _is_out_of_order(clause: Proposition, raised: Sequence[Proposition]) -> bool:
    """Whether "it did not start" says what a clause that raises it says: that it failed."""
    failed = any(("contrary 0", False) in _states(other) for other in raised)
    runs = clause.lemma in {"start", "respond", "sound", "open", "close"} or (
        ("contrary 0", True) in _states(clause)
    )
    return failed and runs and any(_one_subject(clause, other) for other in raised)


def _contrary(about: Sequence[Proposition], raised: Sequence[Proposition]) -> bool:
    """Whether a clause puts the same thing in a state that shuts the raised one out."""
    for clause in about:
        for other in raised:
            if not clause.positive or not other.positive or not _one_subject(clause, other):
                continue
            states, others = _states(clause), _states(other)
            if any(pair in {(p, not s) for p, s in others} for pair in states):
                return True
    return False


def _states(clause: Proposition) -> set[tuple[str, bool]]:
    words = [clause.lemma] + [
        word
        for argument in clause.arguments
        if argument.role is ArgumentRole.ATTRIBUTE
        for word in argument.lemma.split()[-1:]
    ]
    found = {CONTRARIES[word] for word in words if word in CONTRARIES}
    tail = clause.span.quote.split()[-1:]
    last = tail[0].strip(".,;:”\"'’").casefold() if tail else ""
    return found | ({CONTRARIES[last]} if last in CONTRARIES else set())


def _one_subject(one: Proposition, other: Proposition) -> bool:
    heads = [
        {a.lemma.split()[-1] for a in clause.arguments if a.role in _SUBJECTS and a.lemma}
        for clause in (one, other)
    ]
    return bool(heads[0] & heads[1])


_SUBJECTS = frozenset({ArgumentRole.AGENT, ArgumentRole.PATIENT})
