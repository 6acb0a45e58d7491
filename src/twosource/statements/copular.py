"""Views told with "be": "the union's position is that ...", "it is our belief that ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent, negated, subtree
from twosource.reference.cues import REPORT_NOUNS, STANDPOINTS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.phrases import Phrase, can_speak, first_person, phrase_at, speaks_of_self
from twosource.statements.text import content_runs

_VIEWS = (
    STANDPOINTS
    | REPORT_NOUNS.keys()
    | frozenset(
        "understanding position version line story message word feeling impression finding case "
        "point conviction recollection".split()
    )
)
"""Nouns for what somebody holds or tells."""
_AUTHORS = frozenset("from of by".split())
_SELVES = frozenset("our my".split())
_Found = tuple[Phrase, list[int]]


def copular_candidates(reading: Reading) -> Iterator[Candidate]:
    """Every attribution whose cue is a noun for a view and a form of "be"."""
    for token in reading.tokens:
        if token.upos != "NOUN" or token.lemma.lower() not in _VIEWS:
            continue
        found = _view_is(reading, token.index) or _of_the_view(reading, token.index)
        if found is None:
            continue
        speaker, tokens = found
        lemma = token.lemma.lower()
        yield Candidate(
            rule="noun.copula",
            anchor=token.index,
            cue=(token.index, token.index + 1),
            speaker=speaker,
            content=content_runs(reading, tokens),
            act=REPORT_NOUNS.get(lemma, Act.SAY),
        )


def _view_is(reading: Reading, noun: int) -> _Found | None:
    """The union's position is that ...; it is the union's belief that ...."""
    author = _author(reading, noun)
    if author is None or negated(reading, noun):
        return None
    token = reading.tokens[noun]
    if base(token.relation) == "nsubj" and not negated(reading, token.head):
        clause = _is_clause(reading, noun, token.head)
        own = [noun, *(c for c in dependents(reading, token.head, "cop", "aux") if c < token.head)]
        return _found(reading, author, clause, [] if clause != token.head else own)
    if first_dependent(reading, noun, "cop") is None:
        return None
    subjects = dependents(reading, noun, "nsubj", "expl")
    if any(reading.tokens[s].text.lower() == "it" for s in subjects):
        clauses = dependents(reading, noun, "csubj", "ccomp", "acl", "advcl")
        return _found(reading, author, next((c for c in clauses if _that(reading, c)), None))
    return None


def _is_clause(reading: Reading, noun: int, head: int) -> int | None:
    """The clause that a view "is": the predicate itself, or what a form of "be" carries."""
    word = reading.tokens[head]
    if word.lemma.lower() == "be":
        clauses = [c for c in dependents(reading, head, "ccomp", "advcl", "csubj") if c > head]
        return next((c for c in clauses if _that(reading, c)), None)
    copula = [c for c in dependents(reading, head, "cop", "aux") if noun < c < head]
    marks = [m for m in dependents(reading, head, "mark") if _is_that(reading, m)]
    return head if copula and marks and copula[0] < marks[0] else None


def _of_the_view(reading: Reading, noun: int) -> _Found | None:
    """A geologist is of the opinion that ...: the subject of "is of the view"."""
    case = first_dependent(reading, noun, "case")
    if case is None or reading.tokens[case].lemma.lower() not in {"of", "under"}:
        return None
    if first_dependent(reading, noun, "cop") is None or negated(reading, noun):
        return None
    subject = first_dependent(reading, noun, "nsubj")
    clauses = dependents(reading, noun, "acl", "ccomp", "csubj", "advcl")
    if subject is None or not _may_hold(reading, subject):
        return None
    clause = next((c for c in clauses if _that(reading, c)), None)
    return _found(reading, phrase_at(reading, subject), clause)


def _may_hold(reading: Reading, subject: int) -> bool:
    own = speaks_of_self(reading, subject)
    return own or (can_speak(reading, subject) and not first_person(reading, subject))


def _found(
    reading: Reading, author: Phrase, clause: int | None, own: Sequence[int] = ()
) -> _Found | None:
    """The author with the clause's tokens behind its "that"; what is in ``own`` is the cue's."""
    if clause is None:
        return None
    marks = [m for m in dependents(reading, clause, "mark") if _is_that(reading, m)]
    cut = {t for t in own if t < marks[0]}
    tokens = [t for t in subtree(reading, clause, cut) if t > marks[0]]
    return (author, tokens) if tokens else None


def _author(reading: Reading, noun: int) -> Phrase | None:
    """Whose view it is: a possessor, or who stands behind "from", "of" or "by"."""
    for child in dependents(reading, noun, "nmod:poss"):
        own = reading.tokens[child].text.lower() in _SELVES
        if own or (can_speak(reading, child) and not first_person(reading, child)):
            return Phrase(child, child + 1, child) if own else phrase_at(reading, child)
    for child in dependents(reading, noun, "nmod"):
        case = first_dependent(reading, child, "case")
        named = case is not None and reading.tokens[case].lemma.lower() in _AUTHORS
        if named and child > noun and can_speak(reading, child):
            return phrase_at(reading, child)
    return None


def _that(reading: Reading, clause: int) -> bool:
    return any(_is_that(reading, m) for m in dependents(reading, clause, "mark"))


def _is_that(reading: Reading, mark: int) -> bool:
    return reading.tokens[mark].lemma.lower() == "that"
