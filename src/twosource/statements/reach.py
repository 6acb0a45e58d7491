"""How far a content reaches: what hangs on it in the parse without being said."""

from __future__ import annotations

from collections.abc import Collection

from twosource.language.interface import Reading
from twosource.language.tree import dependents, first_token, subtree
from twosource.reference.cues import VERBS
from twosource.statements.marks import CLOSING_QUOTES, COMMAS, OPENING_MARKS
from twosource.statements.subjects import after_comma, own_subject, resumes
from twosource.statements.tags import SPEAKING_ACTS, is_tag, opening

CONTRASTING = frozenset({"while", "whereas", "although", "though"})
ADDING = frozenset({",", "who", "which", "whose"})


def other_voices(reading: Reading, verb: int, tokens: list[int]) -> list[int]:
    """Reporting clauses that hang on a content in the parse but go back to who reports it.

    "while the ministry denied ...", ", citing ..." and "... and warned ...".
    """
    return [t for t in tokens if _other_voice(reading, verb, t)]


def _other_voice(reading: Reading, verb: int, clause: int) -> bool:
    token = reading.tokens[clause]
    if token.lemma.lower() not in VERBS or token.upos != "VERB":
        return False
    own = bool(dependents(reading, clause, "nsubj"))
    if token.relation == "conj":
        return VERBS[token.lemma.lower()] in SPEAKING_ACTS and resumes(reading, clause)
    if token.relation != "advcl":
        return False
    contrast = own and starts_with(reading, clause, CONTRASTING)
    return contrast or (token.xpos == "VBG" and after_comma(reading, clause))


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
    return [t for t in tokens if t not in dropped]


def quoted_before(reading: Reading, verb: int) -> list[int]:
    """The first part of a quotation that its cue interrupts: "...," X said, "..."."""
    subject = own_subject(reading, verb)
    first = opening(reading, verb)
    start = verb if subject is None else min(verb, first_token(reading, subject))
    closed = start > first and reading.tokens[start - 1].text in CLOSING_QUOTES
    if closed and reading.tokens[first].text in OPENING_MARKS and subject is not None:
        return list(range(first, start))
    return []


def starts_with(reading: Reading, child: int, words: Collection[str]) -> bool:
    """Whether the first word of a subtree is one of ``words``, by its lemma."""
    return reading.tokens[subtree(reading, child)[0]].lemma.lower() in words
