"""How far a content reaches: what hangs on it in the parse without being said."""

from __future__ import annotations

from collections.abc import Collection

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_token, sentence_range, subtree
from twosource.reference.cues import VERBS, Act
from twosource.statements.marks import CLOSING_QUOTES, COMMAS, OPENING_MARKS
from twosource.statements.phrases import can_speak
from twosource.statements.subjects import after_comma, own_subject, resumes
from twosource.statements.tags import SPEAKING_ACTS, is_tag, opening

CONTRASTING = frozenset({"while", "whereas", "although", "though"})
ADDING = frozenset({",", "who", "which", "whose"})
PUTTING_QUESTIONS = frozenset("ask press question quiz".split())
RESUMED = SPEAKING_ACTS | {Act.CHARACTERISE}
"""Acts by which whoever reports goes on behind what was told."""
RESUMING = frozenset("accusation allegation assertion charge claim fact suggestion version".split())
"""Nouns by which a report takes up what it has just told, to add what others say of it."""


def other_voices(reading: Reading, verb: int, tokens: list[int]) -> list[int]:
    """Reporting clauses that hang on a content in the parse but go back to who reports it.

    "while the ministry denied ...", ", citing ...", "... and warned ..." and ", but the ministry
    said ...".
    """
    return [t for t in tokens if _other_voice(reading, verb, t)]


def _other_voice(reading: Reading, verb: int, clause: int) -> bool:
    token = reading.tokens[clause]
    if token.lemma.lower() not in VERBS or token.upos != "VERB":
        return False
    own = bool(dependents(reading, clause, "nsubj"))
    if token.relation == "conj":
        act = VERBS[token.lemma.lower()]
        if act in RESUMED and resumes(reading, clause):
            return True
        return act in SPEAKING_ACTS and _answers(reading, verb, clause)
    if token.relation != "advcl":
        return False
    contrast = own and _contrasts(reading, clause)
    return contrast or (token.xpos == "VBG" and after_comma(reading, clause))


def _contrasts(reading: Reading, clause: int) -> bool:
    """Whether a clause sets another beside what is told: "while", "although", "even as"."""
    words = [t for t in subtree(reading, clause) if reading.tokens[t].upos != "PUNCT"][:2]
    opening = " ".join(reading.tokens[t].text.lower() for t in words)
    return starts_with(reading, clause, CONTRASTING) or opening == "even as"


def _answers(reading: Reading, verb: int, clause: int) -> bool:
    """Whether a coordinated clause sets another's words against what is told: ", but X said ...".

    Within what is told, other words come before it in time and are in the past perfect.
    """
    subjects = [s for s in dependents(reading, clause, "nsubj") if s < clause]
    if not subjects or reading.tokens[subjects[0]].upos not in {"NOUN", "PROPN"}:
        return False
    auxiliaries = {reading.tokens[a].text.lower() for a in dependents(reading, clause, "aux")}
    finite = reading.tokens[clause].xpos in {"VBD", "VBZ", "VBP"} or auxiliaries & {"has", "have"}
    if not finite or not auxiliaries <= {"has", "have"} or not can_speak(reading, subjects[0]):
        return False
    links = {reading.tokens[c].lemma.lower() for c in dependents(reading, clause, "cc")}
    same = reading.tokens[clause].xpos == reading.tokens[verb].xpos
    return bool(links & {"but", "yet"}) or (same and after_comma(reading, clause))


def without_tails(reading: Reading, tokens: list[int]) -> list[int]:
    """Leave out what closes a content without being said.

    A tag and "according to" attribute the whole sentence; a relative clause behind a comma adds
    what the report knows besides (", which makes him an exception").
    """
    dropped: set[int] = set()
    for t in tokens:
        token = reading.tokens[t]
        if token.upos == "VERB" and token.lemma.lower() in VERBS and is_tag(reading, t):
            dropped.update(subtree(reading, t))
        elif token.text.lower() == "according" and reading.tokens[t - 1].text in COMMAS:
            source = token.head if token.head > t else t
            end = max(subtree(reading, source))
            if end >= tokens[-1] - 1:
                dropped.update(range(t - 1, tokens[-1] + 1))
        elif token.relation == "acl:relcl" and after_comma(reading, t):
            whole = subtree(reading, t)
            if whole[-1] >= tokens[-1] - 1 and reading.tokens[whole[0]].text.lower() in ADDING:
                dropped.update(whole)
        elif token.upos == "NOUN" and _takes_up(reading, t):
            whole = subtree(reading, t)
            if whole[-1] >= tokens[-1] - 1 and t > tokens[0]:
                dropped.update(whole)
    return [t for t in tokens if t not in dropped]


def _takes_up(reading: Reading, noun: int) -> bool:
    """Whether a noun behind a comma takes up all that was told: ", a charge that X denies"."""
    if base(reading.tokens[noun].relation) not in {"appos", "obj", "parataxis"}:
        return False
    if not after_comma(reading, noun):
        return False
    clauses = dependents(reading, noun, "acl")
    opening = {token.text.lower() for token in reading.tokens[noun : noun + 4]}
    resumed = reading.tokens[noun].lemma.lower() in RESUMING and bool(clauses)
    return resumed or (bool(clauses) and "of" in opening and "which" in opening)


def quoted_before(reading: Reading, verb: int) -> list[int]:
    """The first part of a quotation that its cue interrupts: "...," X said, "..."."""
    subject = own_subject(reading, verb)
    first = opening(reading, verb)
    start = verb if subject is None else min(verb, first_token(reading, subject))
    closed = start > first and reading.tokens[start - 1].text in CLOSING_QUOTES
    if closed and reading.tokens[first].text in OPENING_MARKS and subject is not None:
        return list(range(first, start))
    return []


def goes_on(reading: Reading, verb: int, clause: int) -> bool:
    """Whether a clause put beside a reporting verb goes on with what is told.

    It opens with "that" ("said it was fine and that it held"), or has no subject and stands in the
    tense of what was told in the past ("said it was aware and was looking for divers").
    """
    if clause < verb or clause in other_voices(reading, verb, [clause]):
        return False
    marks = {reading.tokens[m].lemma.lower() for m in dependents(reading, clause, "mark")}
    if "that" in marks:
        return True
    if dependents(reading, clause, "nsubj") or reading.tokens[verb].xpos != "VBD":
        return False
    if reading.tokens[clause].lemma.lower() in VERBS:
        return False
    auxiliaries = {reading.tokens[a].text.lower() for a in dependents(reading, clause, "aux")}
    lasting = reading.tokens[clause].xpos == "VBG" and bool(auxiliaries & {"was", "were"})
    return lasting or bool(auxiliaries & {"had", "would"})


def question_before(reading: Reading, verb: int) -> int:
    """Where the sentence goes on behind the question that opens it: "Asked what he saw, X said"."""
    first, _ = sentence_range(reading, verb)
    token = reading.tokens[first]
    if token.lemma.lower() not in PUTTING_QUESTIONS or token.xpos not in {"VBN", "VBD"}:
        return first
    return next((t for t in range(first, verb) if reading.tokens[t].text == ","), first)


def starts_with(reading: Reading, child: int, words: Collection[str]) -> bool:
    """Whether the first word of a subtree is one of ``words``, by its lemma; marks are no words."""
    whole = subtree(reading, child)
    first = next((t for t in whole if reading.tokens[t].upos != "PUNCT"), whole[0])
    return reading.tokens[first].lemma.lower() in words
