"""Candidates from reporting verbs: cue, subject, content and the outlets it went through."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import base, dependents, first_dependent, subtree
from twosource.model.entity import EntityKind
from twosource.reference.cues import PERSON_ROLES, VERBS, Act
from twosource.statements.candidates import Candidate, Said
from twosource.statements.clauses import contents_of, reporting_verbs
from twosource.statements.entities import kind_of
from twosource.statements.phrases import Phrase, animate, can_speak, first_person, phrase_at
from twosource.statements.reality import really_said
from twosource.statements.subjects import subject_of
from twosource.statements.text import content_runs, cue_run

WEAK_ACTS = frozenset({Act.SHOW, Act.LEARN, Act.BELIEVE, Act.EXPECT, Act.ASK, Act.CONJECTURE})
"""Acts whose verbs often tell of no utterance; their subject must be a person or a body."""

MATERIAL = frozenset("clip footage image images photo photograph photographs video videos".split())
"""Documents that show rather than say."""

RELAYING = frozenset({"quote", "cite", "interview"})
"""Verbs by which one outlet takes up what was said to another."""

INTERVIEW_NOUNS = frozenset(
    "interview article column piece essay broadcast programme program podcast op-ed opinion".split()
)
"""Nouns for the occasions by which an outlet relays what somebody said."""


def verbal_candidates(reading: Reading) -> Iterator[Candidate]:
    """Every attribution that a reporting verb makes, quotations without a clause left aside."""
    for verb, act in reporting_verbs(reading):
        if _declined(reading, verb) or not really_said(reading, verb, act):
            continue
        speaker = _speaker(reading, verb, act)
        if speaker is None:
            continue
        said = contents_of(reading, verb, act)
        if said is None:
            continue
        own = _attribution(reading, verb, speaker, said)
        tokens = [t for t in said.tokens if t not in own]
        if not tokens:
            continue
        yield Candidate(
            rule=said.rule,
            anchor=verb,
            cue=cue_run(reading, verb, said.cue_to),
            speaker=speaker,
            content=content_runs(reading, tokens),
            act=Act.DECLINE if said.rule == "verb.cannot" else act,
            relayers=(*_quoted_by(reading, speaker.head), *relayers(reading, verb, said.tokens)),
        )


def _attribution(reading: Reading, verb: int, speaker: Phrase, said: Said) -> set[int]:
    """Tokens of the attribution itself, which are never said: the speaker, and a tag's middle."""
    own = set(range(speaker.first, speaker.last))
    if said.rule.startswith("tag."):
        own.update(range(min(speaker.first, verb), max(speaker.last, verb + 1)))
    return own


def _declined(reading: Reading, verb: int) -> bool:
    """Whether a verb is what somebody declines or is unable to do; its governor is the cue."""
    token = reading.tokens[verb]
    above = reading.tokens[token.head].lemma.lower()
    return base(token.relation) in {"xcomp", "ccomp"} and (
        VERBS.get(above) is Act.DECLINE or above == "unable"
    )


def bare_cue(reading: Reading, verb: int, act: Act) -> Candidate | None:
    """A reporting verb with a speaker and no content of its own, for a quotation beside it."""
    speaker = _speaker(reading, verb, act)
    if speaker is None or not really_said(reading, verb, act):
        return None
    return Candidate(
        rule="quote.cue",
        anchor=verb,
        cue=cue_run(reading, verb, verb),
        speaker=speaker,
        content=(),
        act=act,
        relayers=relayers(reading, verb, ()),
    )


def _speaker(reading: Reading, verb: int, act: Act) -> Phrase | None:
    subject = subject_of(reading, verb)
    if subject is None or first_person(reading, subject):
        return None
    token = reading.tokens[subject]
    if base(token.relation) == "expl" or token.upos in {"NUM", "PUNCT", "VERB", "SCONJ"}:
        return None
    if act in WEAK_ACTS and not (can_speak(reading, subject) and animate(reading, subject)):
        return None
    if act in {Act.SHOW, Act.LEARN} and token.lemma.lower() in MATERIAL:
        return None
    return phrase_at(reading, subject)


def relayers(reading: Reading, verb: int, content: tuple[int, ...]) -> tuple[Phrase, ...]:
    """Outlets that a speaker spoke through: "told the Gazette", "in an interview with Radio One".

    Only names count, and only beside the cue, never inside the content.
    """
    inside = set(content)
    found: list[Phrase] = []
    for child in dependents(reading, verb, "obj", "iobj", "obl"):
        if child in inside or reading.tokens[child].relation == "obl:agent":
            continue
        addressed = base(reading.tokens[child].relation) in {"obj", "iobj"}
        occasion = any(
            reading.tokens[t].lemma.lower() in INTERVIEW_NOUNS for t in subtree(reading, child)
        )
        if addressed or occasion or _to(reading, child):
            found.extend(_outlets(reading, [t for t in subtree(reading, child) if t not in inside]))
    return tuple(found)


def _quoted_by(reading: Reading, speaker: int) -> tuple[Phrase, ...]:
    """The outlet in "an officer quoted by the Gazette"."""
    return tuple(
        outlet
        for clause in dependents(reading, speaker, "acl")
        if reading.tokens[clause].lemma.lower() in RELAYING
        for source in dependents(reading, clause, "obl")
        for outlet in _outlets(reading, subtree(reading, source))
    )


def _to(reading: Reading, child: int) -> bool:
    case = first_dependent(reading, child, "case")
    return case is not None and reading.tokens[case].lemma.lower() == "to"


def _outlets(reading: Reading, tokens: list[int]) -> Iterator[Phrase]:
    """Names of bodies among the tokens, and of persons who are reporters there."""
    allowed = set(tokens)
    lemmas = {reading.tokens[t].lemma.lower() for t in tokens}
    reporter = bool(lemmas & PERSON_ROLES & {"reporter", "correspondent", "journalist", "editor"})
    for name in reading.names:
        if not allowed.issuperset(range(name.first, name.last)):
            continue
        outlet = kind_of(reading, name) is EntityKind.ORGANISATION
        if (
            outlet
            or name.kind is NameKind.MISCELLANEOUS
            or (reporter and name.kind is NameKind.PERSON)
        ):
            yield Phrase(name.first, name.last, name.first)
