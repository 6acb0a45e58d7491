"""Rules over reporting verbs: what a verb's subject is made to say.

Each rule is a function from a reading and a verb to the content that it finds, as sets of tokens,
with an id. Quotation marks are dealt with afterwards; here only the parse counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_token, negated, subtree
from twosource.reference.cues import (
    DIRECTIVES,
    INFINITIVES,
    KNOWING_VERBS,
    NEEDS_OBJECT_AS,
    REPORT_NOUNS,
    VERBS,
    Act,
)
from twosource.statements.candidates import Said
from twosource.statements.idioms import idiom
from twosource.statements.objects import nominal, past_preposition, told_by
from twosource.statements.phrases import animate, antecedent, can_speak, phrase_at
from twosource.statements.reach import (
    PUTTING_QUESTIONS,
    goes_on,
    other_voices,
    question_before,
    quoted_before,
    starts_with,
    without_tails,
)
from twosource.statements.reality import neither, nor
from twosource.statements.shown import putting, showing
from twosource.statements.strays import (
    lost_subject,
    of_speaker,
    only_pictured,
    stated,
    strayed,
)
from twosource.statements.subjects import passive, subject_of
from twosource.statements.tags import (
    SPEAKING_ACTS,
    aside,
    before_name,
    interrupts,
    is_tag,
    tag,
)
from twosource.statements.turned import ADDRESSING, tells_time

ANSWERING = frozenset({"comment", "respond", "reply", "answer", "elaborate"})
CALLING = {
    "appeal": ("for", "to"),
    "call": ("for", "on", "upon"),
    "plead": ("for", "with"),
    "caution": ("against", "about"),
}
"""Verbs that ask for something, with the prepositions before what is asked and of whom."""
INDIRECT_QUESTIONS = frozenset("when how why where who what whether if".split())
CONDITIONS = frozenset({"if", "unless", "should", "had", "even"})
"""What opens a fronted clause that is part of what is said; others tell when it was said."""
SEEMING = frozenset({"appear", "seem", "purport"})
"""Verbs that leave open whether what they introduce is so: "appears to show"."""
_QUESTION_PREPOSITIONS = frozenset("on about as to over of".split())
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})


def contents_of(reading: Reading, verb: int, act: Act) -> Said | None:
    """The content of a reporting verb by the first rule that applies, or ``None``."""
    for applies, rule in RULES:
        if applies is None or act in applies:
            found = rule(reading, verb)
            if found is not None and found.tokens:
                return found
    return None


def _declining(reading: Reading, verb: int) -> Said | None:
    """Declined to say whether ..., refused to comment on ..., (was) unable to confirm ..."""
    for inner in dependents(reading, verb, "xcomp", "ccomp"):
        drawn = idiom(reading, inner)
        if drawn is not None and drawn.rule == "verb.declines":
            return replace(drawn, cue_to=inner)
        known = reading.tokens[inner].lemma.lower() in KNOWING_VERBS
        if not known and reading.tokens[verb].lemma.lower() != "decline":
            continue
        tokens = _complement(reading, inner) if known else None
        tokens = tokens or _asked(reading, verb) or _asked(reading, inner)
        if tokens is not None:
            return Said("verb.declines", tokens, inner)
        mark = dependents(reading, inner, "mark")
        own = [
            inner,
            *mark,
            *(c for c in dependents(reading, inner, "obj") for c in subtree(reading, c)),
        ]
        return Said("verb.declines", tuple(sorted(own)), verb)
    return None


def _accusing(reading: Reading, verb: int) -> Said | None:
    """Accused X of doing Y, blamed X for Y; the passive "was accused by X of Y" as well."""
    objects = dependents(reading, verb, "obj", "iobj", "nsubj:pass")
    wrongs = [
        child
        for child in dependents(reading, verb, "obl", "xcomp", "advcl", "ccomp")
        if child > verb and starts_with(reading, child, {"of", "for", "with", "on"})
    ]
    if not objects:
        return None
    wrongs += [
        clause
        for doer in dependents(reading, verb, "obl:agent", "obl")
        for clause in dependents(reading, doer, "acl")
        if passive(reading, verb) and starts_with(reading, clause, {"of", "for"})
    ]
    tokens: set[int] = set()
    for child in (*objects, *wrongs):
        meant = antecedent(reading, child) if reading.tokens[child].xpos == "WDT" else None
        blamed = None if meant is None else phrase_at(reading, meant)
        tokens.update(subtree(reading, child) if blamed is None else range(*blamed.run))
    return Said("verb.accuses", tuple(sorted(tokens)), verb)


def _characterising(reading: Reading, verb: int) -> Said | None:
    """Described X as Y, called X Y, condemned X, cited X as Y."""
    if reading.tokens[verb].lemma.lower() not in NEEDS_OBJECT_AS:
        return None
    objects = [c for c in dependents(reading, verb, "obj") if c > verb]
    tales = any(reading.tokens[c].lemma.lower() in REPORT_NOUNS for c in objects)
    openings = {"as", "that"} if tales else {"as"}
    predicates = [
        c
        for c in dependents(reading, verb, "xcomp", "obl", "advcl", "ccomp")
        if c > verb
        and (base(reading.tokens[c].relation) == "xcomp" or starts_with(reading, c, openings))
    ]
    if not objects and not (predicates and predicates[0] == predicates[-1]):
        return None
    tokens = {t for child in (*objects, *predicates) for t in subtree(reading, child)}
    return Said("verb.characterises", tuple(sorted(tokens)), verb)


_WHILE = frozenset("as while when after before because since until".split())


def _is_anothers(reading: Reading, verb: int, clause: int) -> bool:
    """Whether a verb that is none of speech has got the clause of another that comes between.

    "Cries rose as word spread that a boy had died": the cries say nothing.
    """
    if reading.tokens[verb].lemma.lower() in VERBS:
        return False
    between = reading.tokens[verb + 1 : first_token(reading, clause)]
    joined = [t.index for t in between if t.text.lower() in _WHILE]
    return bool(joined) and any(t.upos == "VERB" and t.index > joined[0] for t in between)


def _clause(reading: Reading, verb: int) -> Said | None:
    """Said (that) ..., told Y that ..., asked whether ...: a clause after the verb."""
    clauses = [c for c in dependents(reading, verb, "ccomp") if c > verb]
    clauses = [c for c in clauses if not before_name(reading, verb, c)]
    clauses = [c for c in clauses if not of_speaker(reading, c)]
    clauses = clauses or strayed(reading, verb) or stated(reading, verb)
    if not clauses or is_tag(reading, clauses[0]) or only_pictured(reading, verb, clauses[0]):
        return None
    if interrupts(reading, verb) or _is_anothers(reading, verb, clauses[0]):
        return None
    clauses += [c for c in dependents(reading, verb, "conj") if goes_on(reading, verb, c)]
    tokens = quoted_before(reading, verb)
    last = first_token(reading, clauses[0]) - 1
    for clause in clauses:
        whole = subtree(reading, clause)
        if whole[0] > last + 2:
            break
        kept = subtree(reading, clause, other_voices(reading, verb, whole))
        fronted = {
            t
            for c in dependents(reading, clause, "advcl")
            for t in subtree(reading, c)
            if c < verb and not starts_with(reading, c, CONDITIONS)
        }
        asked = question_before(reading, verb)
        tokens += [
            t
            for t in kept
            if t > verb
            or (t >= asked and t not in fronted and reading.tokens[t].xpos not in RELATIVE_TAGS)
        ]
        last = whole[-1]
    tokens += lost_subject(reading, verb, clauses[0])
    if reading.tokens[verb].lemma.lower() not in ADDRESSING:
        for child in dependents(reading, verb, "obj", "iobj"):
            if verb < child < clauses[0]:
                tokens += subtree(reading, child)
    kept = without_tails(reading, sorted(set(tokens)))
    return Said("verb.clause", tuple(kept), verb)


def _infinitive(reading: Reading, verb: int) -> Said | None:
    """Vowed to retaliate, expected to see ..., denied carrying out ...: an open complement."""
    lemma = reading.tokens[verb].lemma.lower()
    if lemma not in INFINITIVES and VERBS.get(lemma) is not Act.DENY:
        return None
    for clause in dependents(reading, verb, "xcomp", "advcl"):
        token = reading.tokens[clause]
        gerund = token.xpos == "VBG" and clause == verb + 1
        between = [c for c in dependents(reading, verb, "obj") if verb < c < clause]
        if between and not dependents(reading, clause, "mark") and token.xpos != "VBG":
            whole = [t for c in (*between, clause) for t in subtree(reading, c)]
            return Said("verb.noun", tuple(sorted(whole)), verb)
        if clause > verb and (base(token.relation) == "xcomp" or gerund):
            return Said("verb.infinitive", tuple(subtree(reading, clause)), verb)
    return None


def _directive(reading: Reading, verb: int) -> Said | None:
    """Advised residents to stay inside: what somebody is told to do."""
    if reading.tokens[verb].lemma.lower() not in DIRECTIVES:
        return None
    if not dependents(reading, verb, "obj", "iobj"):
        return None
    for clause in dependents(reading, verb, "xcomp"):
        if clause > verb:
            own = subtree(reading, clause, other_voices(reading, verb, subtree(reading, clause)))
            return Said("verb.directive", tuple(own), verb)
    return None


def _calling(reading: Reading, verb: int) -> Said | None:
    """Called for an inquiry, called on the ministry to resign, appealed to parents to wait."""
    opening = CALLING.get(reading.tokens[verb].lemma.lower())
    if opening is None or passive(reading, verb):
        return None
    for child in dependents(reading, verb, "obl", "advcl", "xcomp"):
        if child > verb and starts_with(reading, child, opening):
            if starts_with(reading, child, {"on", "upon"}) and tells_time(reading, child):
                continue
            tokens = set(subtree(reading, child))
            for clause in dependents(reading, verb, "xcomp", "advcl"):
                if clause > child and starts_with(reading, clause, {"to", "not"}):
                    tokens.update(subtree(reading, clause))
            return past_preposition("verb.calls-for", verb, tokens)
    return None


def _complement(reading: Reading, verb: int) -> tuple[int, ...] | None:
    """What a verb of knowing is about: its clause, object, or "on"/"about" phrase."""
    for relation in ("ccomp", "xcomp", "obj", "obl", "advcl"):
        for child in dependents(reading, verb, relation):
            if relation == "advcl" and not _is_question(reading, child):
                continue
            if child > verb and (relation != "obl" or starts_with(reading, child, {"on", "about"})):
                whole = subtree(reading, child)
                return tuple(subtree(reading, child, other_voices(reading, verb, whole)))
    return None


def _cannot(reading: Reading, verb: int) -> Said | None:
    """Cannot confirm ..., would not say whether ..., has not commented on ..."""
    token = reading.tokens[verb]
    shared = base(token.relation) == "conj" and token.xpos == "VB"
    negative = negated(reading, verb) or (shared and negated(reading, token.head))
    negative = negative or neither(reading, verb) or nor(reading, verb) or _yet(reading, verb)
    if token.lemma.lower() not in KNOWING_VERBS or not negative:
        return None
    modal = any(reading.tokens[c].xpos == "MD" for c in dependents(reading, verb, "aux"))
    if token.lemma.lower() == "rule" and not modal:
        return None
    tokens = _complement(reading, verb)
    if tokens is None and nor(reading, verb):
        # "Neither confirmed nor denied the finding": the second verb has got the object.
        beside = (_complement(reading, c) for c in dependents(reading, verb, "conj"))
        tokens = next((found for found in beside if found is not None), None)
    if tokens is None and token.lemma.lower() in ANSWERING:
        tokens = next((tuple(subtree(reading, c)) for c in dependents(reading, verb, "obl")), None)
    if tokens is None:
        tokens = _asked(reading, verb)
    if tokens is None and token.lemma.lower() in ANSWERING and _could_answer(reading, verb):
        tokens = (*sorted(dependents(reading, verb, "aux", "advmod")), verb)
    return None if tokens is None else Said("verb.cannot", tokens, verb)


def _could_answer(reading: Reading, verb: int) -> bool:
    """Whether a verb's subject is somebody: a pump that does not respond declines nothing."""
    subject = subject_of(reading, verb)
    return subject is not None and can_speak(reading, subject) and animate(reading, subject)


def _is_question(reading: Reading, clause: int) -> bool:
    """Whether a clause opens like a question, behind a preposition too: "on how", "as to why"."""
    opening = [reading.tokens[t].lemma.lower() for t in subtree(reading, clause)[:3]]
    while opening and opening[0] in _QUESTION_PREPOSITIONS:
        opening.pop(0)
    return bool(opening) and opening[0] in INDIRECT_QUESTIONS


def _asked(reading: Reading, verb: int) -> tuple[int, ...] | None:
    """What somebody is asked who does not say: "Asked whether it held, she would not say"."""
    for asked in dependents(reading, verb, "advcl"):
        if reading.tokens[asked].lemma.lower() in PUTTING_QUESTIONS:
            for clause in dependents(reading, asked, "ccomp", "advcl", "obl"):
                if clause > asked:
                    return tuple(subtree(reading, clause))
    return None


def _yet(reading: Reading, verb: int) -> bool:
    """Whether a verb is what has yet to be done: "has yet to comment"."""
    above = reading.tokens[verb].head
    return base(reading.tokens[verb].relation) == "xcomp" and any(
        reading.tokens[t].lemma.lower() == "yet" for t in dependents(reading, above, "advmod")
    )


Rule = Callable[[Reading, int], Said | None]
RULES: tuple[tuple[frozenset[Act] | None, Rule], ...] = (
    (None, idiom),
    (frozenset({Act.DECLINE}), _declining),
    (frozenset({Act.ACCUSE}), _accusing),
    (None, _cannot),
    (None, _calling),
    (frozenset({Act.CHARACTERISE, Act.DENY}), _characterising),
    (frozenset({Act.SAY, Act.CLAIM}), aside),
    (None, _clause),
    (frozenset({Act.SHOW, Act.LEARN}), showing),
    (frozenset({Act.PUT}), putting),
    (None, _infinitive),
    (None, _directive),
    (None, tag),
    (None, nominal),
    (SPEAKING_ACTS, told_by),
)
"""Rules in the order in which they are tried, with the acts that they are for (``None``: all)."""
