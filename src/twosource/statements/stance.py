"""The act of a statement and the words that hedge it.

Exactly one stance, decided in a fixed order: declines, denies, accuses, predicts, hedges, else
asserts. Only the main clause of the content counts (its root, what is coordinated with it, and
the clause that a verb of showing or thinking introduces), so that an aside does not turn an
assertion into a denial.
"""

from __future__ import annotations

from collections.abc import Sequence

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import base, dependents, first_dependent, negated, subtree
from twosource.model.statement import Stance
from twosource.reference.cues import (
    ACCUSING_VERBS,
    ADJECTIVE_HEDGES,
    ADVERB_HEDGES,
    BASELESS,
    CONCESSIONS,
    DENIED_STATES,
    FUTURE_AUXILIARIES,
    HARM,
    INABILITY,
    KNOWING_VERBS,
    MODAL_HEDGES,
    NOT_DENIED,
    OPEN_ADJECTIVES,
    PERCEPTION_VERBS,
    REPORT_NOUNS,
    SUFFERING_VERBS,
    SUPPOSING_VERBS,
    VERB_HEDGES,
    VERBS,
    Act,
)
from twosource.statements.deferrals import puts_off
from twosource.statements.denials import denial_at
from twosource.statements.phrases import Phrase
from twosource.statements.reality import DISSENTING, UNDISPUTED

NEGATIVE_PRONOUNS = frozenset("nobody none nothing neither".split())
OPENING_VERBS = frozenset({Act.SHOW, Act.BELIEVE, Act.CONJECTURE, Act.SAY, Act.CLAIM, Act.EXPECT})
OTHER_NAMES = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})
_SUPPOSITIONS = frozenset("belief feeling guess hunch impression".split())
"""Nouns for what is held likely only."""
_REMARKING = frozenset("comment elaborate speculate".split())
_SELF_REFERENCES = frozenset("he she it they i we".split())
REACH = 3
"""How many arcs below a predicate a wrong may stand: "launching a campaign of attacks"."""


def stance_of(
    reading: Reading, act: Act, anchor: int, speaker: Phrase | None, content: Sequence[int]
) -> Stance:
    """Decide the stance of one statement.

    Args:
        reading: The report, read.
        act: What the cue makes the speaker do.
        anchor: The cue's head.
        speaker: The speaker's phrase, if there is one.
        content: Tokens of the content.
    """
    roots = main_predicates(reading, content)
    cue = reading.tokens[anchor].lemma.lower()
    unready = any(puts_off(reading, r) for r in roots)
    if act is Act.DECLINE or unready or any(_inability(reading, r) for r in roots):
        return Stance.DECLINES
    if negated(reading, anchor) and (act in {Act.BELIEVE, Act.DENY} or cue in DISSENTING):
        return _turned(act, cue)
    asked = bool(roots) and _asks(reading, roots[0])
    told = act in {Act.SHOW, Act.LEARN} or _no_clause(reading, content)
    if told and roots and _absent(reading, roots[0]):
        return Stance.DENIES
    if act is Act.DENY or (
        roots
        and cue not in CONCESSIONS
        and not asked
        and (_denial(reading, roots[0]) or _calls_untrue(reading, content))
    ):
        return Stance.DENIES
    if act is Act.CHARACTERISE and any(
        reading.tokens[t].lemma.lower() in BASELESS for t in content
    ):
        return Stance.DENIES
    if act is Act.ACCUSE or cue in ACCUSING_VERBS:
        return Stance.ACCUSES
    if any(_accusation(reading, r, speaker) for r in roots):
        return Stance.ACCUSES
    if act in {Act.PROMISE, Act.EXPECT} or any(
        _future(reading, r, anchor, cue) for r in roots if not _coordinated(reading, r, roots)
    ):
        return Stance.PREDICTS
    if (
        act is Act.CONJECTURE
        or _supposed(cue)
        or _thinks(reading, roots)
        or any(_hedged(reading, r) for r in roots)
    ):
        return Stance.HEDGES
    return Stance.ASSERTS


def _calls_untrue(reading: Reading, content: Sequence[int]) -> bool:
    """Whether a main clause of a content denies what others tell: "reports of it were untrue"."""
    inside = set(content)
    heads = (t for t in content if reading.tokens[t].head not in inside)
    return any((found := denial_at(reading, t)) is not None and found.own for t in heads)


def _turned(act: Act, cue: str) -> Stance:
    """The stance of a negative cue: does not think so, rule it out, or dispute it."""
    if act is not Act.DENY:
        return Stance.DENIES
    return Stance.ASSERTS if cue in UNDISPUTED else Stance.HEDGES


def _thinks(reading: Reading, roots: Sequence[int]) -> bool:
    """Whether what is said is only held by its speaker: "said she believed that ..."."""
    if not roots or reading.tokens[roots[0]].lemma.lower() not in SUPPOSING_VERBS:
        return False
    return any(
        reading.tokens[s].text.lower() in _SELF_REFERENCES
        and dependents(reading, roots[0], "ccomp")
        for s in dependents(reading, roots[0], "nsubj")
    )


def _absent(reading: Reading, root: int) -> bool:
    """Whether what was shown or found is that there is none: "no damage"."""
    return reading.tokens[root].upos == "NOUN" and any(
        reading.tokens[d].lemma.lower() == "no" for d in dependents(reading, root, "det")
    )


def _no_clause(reading: Reading, content: Sequence[int]) -> bool:
    """Whether a content is a noun phrase alone: "Police: no sign of a struggle"."""
    return not any(reading.tokens[t].upos in {"VERB", "AUX"} for t in content)


def _asks(reading: Reading, root: int) -> bool:
    """Whether a content is an indirect question: why it had not been done is asked, not denied."""
    first = subtree(reading, root)[0]
    return reading.tokens[first].lemma.lower() in {"why", "how", "when", "where"}


def _supposed(cue: str) -> bool:
    """Whether somebody is only said to think so: "believes that", "it is our belief that"."""
    return cue in SUPPOSING_VERBS or cue in _SUPPOSITIONS


def main_predicates(reading: Reading, content: Sequence[int]) -> list[int]:
    """Roots of a content, what is coordinated with them, and clauses that they only introduce."""
    inside = set(content)
    found = [
        t
        for t in content
        if (reading.tokens[t].head not in inside or reading.tokens[t].head == t)
        and reading.tokens[t].upos not in {"PUNCT", "CCONJ", "SCONJ", "ADP", "DET", "PART"}
    ]
    clauses = [
        t
        for t in found
        if reading.tokens[t].upos in {"VERB", "AUX"}
        or dependents(reading, t, "nsubj", "cop", "expl")
    ]
    found = (clauses or found)[:1]
    for token in list(found):
        lemma = reading.tokens[token].lemma.lower()
        if VERBS.get(lemma) in OPENING_VERBS or lemma in OPEN_ADJECTIVES:
            found += [c for c in dependents(reading, token, "ccomp", "csubj") if c in inside]
        found += [c for c in _worries(reading, token) if c in inside]
        found += [c for c in dependents(reading, token, "conj") if c in inside]
    return found


def _worries(reading: Reading, verb: int) -> list[int]:
    """The clause of a noun that the verb only brings up: "raised fears that ..."."""
    return [
        clause
        for noun in dependents(reading, verb, "obj")
        if reading.tokens[noun].lemma.lower() in REPORT_NOUNS
        for clause in dependents(reading, noun, "acl", "ccomp")
        if dependents(reading, clause, "mark")
    ]


def _coordinated(reading: Reading, root: int, roots: Sequence[int]) -> bool:
    return reading.tokens[root].relation == "conj" and reading.tokens[root].head in roots


def hedges_in(reading: Reading, content: Sequence[int]) -> list[int]:
    """Tokens that hold what is said possible or likely only, in text order."""
    return [t for t in content if _hedge_word(reading, t)]


def _hedge_word(reading: Reading, token: int) -> bool:
    word = reading.tokens[token]
    lemma = word.lemma.lower()
    if word.upos == "AUX":
        ability = lemma == "could" and reading.tokens[word.head].lemma.lower() in PERCEPTION_VERBS
        return lemma in MODAL_HEDGES and word.xpos == "MD" and not ability | _unable(reading, token)
    if word.upos == "ADV":
        return lemma in ADVERB_HEDGES
    if word.upos == "ADJ":
        return lemma in ADJECTIVE_HEDGES or lemma in {"alleged", "apparent", "suspected"}
    return word.upos == "VERB" and lemma in VERB_HEDGES | {"suspect"}


def _unable(reading: Reading, modal: int) -> bool:
    """Whether "could not" says what somebody was unable to do: "they could not get out"."""
    verb = reading.tokens[modal].head
    beside = {reading.tokens[c].lemma.lower() for c in dependents(reading, verb, "aux", "advmod")}
    negative = bool({"not", "n't", "n’t"} & beside) and not {"have", "be"} & beside
    return (
        negative and reading.tokens[modal].lemma == "could" and reading.tokens[verb].upos == "VERB"
    )


def _hedged(reading: Reading, root: int) -> bool:
    if _hedge_word(reading, root):
        return True
    return any(
        _hedge_word(reading, child)
        for child in reading.children[root]
        if base(reading.tokens[child].relation) in {"aux", "advmod", "amod", "xcomp"}
    ) or any(
        _hedge_word(reading, child) or reading.tokens[child].lemma.lower() in ADJECTIVE_HEDGES
        for subject in dependents(reading, root, "nsubj")
        for child in reading.children[subject]
        if reading.tokens[child].upos == "ADJ"
        and reading.tokens[child].lemma.lower() in ADJECTIVE_HEDGES
    )


def _inability(reading: Reading, root: int) -> bool:
    """Unable to say, cannot confirm, would not comment, do not want to speculate."""
    token = reading.tokens[root]
    lemma = token.lemma.lower()
    if lemma in INABILITY:
        return lemma == "unable" or negated(reading, root)
    if lemma in {"decline", "refuse"}:
        return any(
            reading.tokens[c].lemma.lower() in KNOWING_VERBS
            for c in dependents(reading, root, "xcomp")
        )
    if not negated(reading, root):
        return False
    if lemma in {"want", "wish", "able"}:
        return any(
            reading.tokens[c].lemma.lower() in KNOWING_VERBS
            for c in dependents(reading, root, "xcomp")
        )
    modal = any(reading.tokens[c].xpos == "MD" for c in dependents(reading, root, "aux"))
    asked = lemma == "know" and any(_open(reading, c) for c in dependents(reading, root, "ccomp"))
    return (modal and lemma in KNOWING_VERBS) or asked or _keeps_silent(reading, root)


def _keeps_silent(reading: Reading, root: int) -> bool:
    """Whether a negative clause tells of its own speaker's silence: "she did not comment"."""
    subjects = dependents(reading, root, "nsubj")
    own = any(reading.tokens[s].text.lower() in _SELF_REFERENCES for s in subjects)
    return own and reading.tokens[root].lemma.lower() in _REMARKING


def _open(reading: Reading, clause: int) -> bool:
    """Whether a clause is a question that stays open: who, why, whether."""
    first = reading.tokens[subtree(reading, clause)[0]].lemma.lower()
    return first in {"who", "what", "why", "how", "when", "where", "whether", "if", "which"}


def _denial(reading: Reading, root: int) -> bool:
    """The main clause is negative, or calls what it is about untrue."""
    token = reading.tokens[root]
    lemma = token.lemma.lower()
    if lemma in NOT_DENIED or _hedged(reading, root) or _is_bidden(reading, root):
        return False
    if lemma.startswith("rul") and any(
        reading.tokens[c].text.lower() == "out" for c in reading.children[root]
    ):
        return True
    if lemma in BASELESS:
        return not negated(reading, root)
    if _only_delays(reading, root):
        return False
    if negated(reading, root):
        return token.upos == "VERB" or lemma == "do" or lemma in DENIED_STATES
    for child in dependents(reading, root, "nsubj", "obj"):
        word = reading.tokens[child].lemma.lower()
        if word in NEGATIVE_PRONOUNS or word.startswith("no-one"):
            return True
        if any(reading.tokens[d].lemma.lower() == "no" for d in dependents(reading, child, "det")):
            return True
    return False


def _is_bidden(reading: Reading, root: int) -> bool:
    """Whether a clause is what others are told not to do: "urged drivers not to stop"."""
    bare = reading.tokens[root].xpos == "VB"
    return (
        bare
        and not dependents(reading, root, "nsubj", "aux", "expl", "cop")
        and any(reading.tokens[t].text.lower() == "to" for t in dependents(reading, root, "mark"))
    )


def _only_delays(reading: Reading, root: int) -> bool:
    """Not until, no longer: the negative says when, not whether; "told us nothing" complains."""
    words = {reading.tokens[t].lemma.lower() for t in subtree(reading, root)}
    listeners = [
        c
        for c in dependents(reading, root, "obj", "iobj")
        if reading.tokens[c].text.lower() in {"us", "me", "them", "him", "her"}
    ]
    return "until" in words or (bool(listeners) and bool(words & NEGATIVE_PRONOUNS))


def _accusation(reading: Reading, root: int, speaker: Phrase | None) -> bool:
    """A named other is the subject, or the agent, of a wrong."""
    token = reading.tokens[root]
    if negated(reading, root) or token.lemma.lower() in SUFFERING_VERBS:
        return False
    agents = [
        c
        for c in dependents(reading, root, "obl")
        if (case := first_dependent(reading, c, "case")) is not None
        and reading.tokens[case].lemma.lower() == "by"
    ]
    subjects = [
        c for c in dependents(reading, root, "nsubj") if reading.tokens[c].relation != "nsubj:pass"
    ]
    if not any(_named_other(reading, c, speaker) for c in (*agents, *subjects)):
        return False
    outside = set(subjects)
    return any(
        reading.tokens[t].lemma.lower() in HARM for t in _below(reading, root, outside, REACH)
    ) or (
        bool(agents)
        and any(
            reading.tokens[t].lemma.lower() in HARM
            for s in dependents(reading, root, "nsubj")
            for t in subtree(reading, s)
        )
    )


def _below(reading: Reading, root: int, outside: set[int], reach: int) -> list[int]:
    found, level = [root], [root]
    for _ in range(reach):
        level = [
            c
            for t in level
            for c in reading.children[t]
            if c not in outside
            and base(reading.tokens[c].relation) not in {"advcl", "parataxis", "conj", "ccomp"}
        ]
        found += level
    return found


def _named_other(reading: Reading, head: int, speaker: Phrase | None) -> bool:
    """Whether a phrase names somebody who is not the speaker."""
    tokens = set(subtree(reading, head, dependents(reading, head, "nmod", "acl", "appos")))
    if speaker is not None:
        own = {reading.tokens[t].text for t in range(speaker.first, speaker.last)}
        if any(reading.tokens[t].text in own and reading.tokens[t].upos == "PROPN" for t in tokens):
            return False
    return any(
        name.kind in OTHER_NAMES and tokens.issuperset(range(name.first, name.last))
        for name in reading.names
    ) or any(
        reading.tokens[t].upos == "ADJ" and reading.tokens[t].text[:1].isupper() for t in tokens
    )


def _future(reading: Reading, root: int, anchor: int, cue: str) -> bool:
    """The main clause says what will happen, or threatens it; "nobody will tell us" complains."""
    lemma = reading.tokens[root].lemma.lower()
    if lemma in KNOWING_VERBS and _only_delays(reading, root):
        return False
    if VERBS.get(lemma) in {Act.EXPECT, Act.PROMISE}:
        return True
    auxiliaries = {reading.tokens[c].lemma.lower() for c in dependents(reading, root, "aux")}
    if auxiliaries & FUTURE_AUXILIARIES:
        return True
    past_cue = reading.tokens[anchor].xpos in {"VBD", "VBZ", "VBP", "VBN"}
    own_subject = any(reading.tokens[c].upos == "PRON" for c in dependents(reading, root, "nsubj"))
    conditional = any(
        reading.tokens[m].lemma.lower() == "if"
        for clause in dependents(reading, root, "advcl")
        for m in dependents(reading, clause, "mark")
    )
    if "would" in auxiliaries and past_cue and not conditional:
        return True
    return cue in {"warn", "threaten"} and own_subject
