"""Candidates from reporting verbs: cue, subject, content and the outlets it went through."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.language.interface import Name, NameKind, Reading
from twosource.language.tree import base, dependents, first_dependent, subtree
from twosource.model.entity import EntityKind
from twosource.reference.cues import DIRECTIVES, PERSON_ROLES, VERBS, Act
from twosource.statements.candidates import Candidate, Said
from twosource.statements.citing import citing_candidates, is_citing
from twosource.statements.clauses import SEEMING, contents_of
from twosource.statements.denials import denial_candidates
from twosource.statements.entities import kind_of
from twosource.statements.phrases import (
    Phrase,
    animate,
    bears_witness,
    can_speak,
    first_person,
    phrase_at,
    speaks_of_self,
)
from twosource.statements.reality import really_said
from twosource.statements.reporting import reporting_verbs
from twosource.statements.sources import OUTLET_NOUNS
from twosource.statements.subjects import agent, own_subject, passive, subject_of
from twosource.statements.tags import TAGS, parted
from twosource.statements.text import content_runs, cue_run

WEAK_ACTS = frozenset(
    {Act.SHOW, Act.LEARN, Act.BELIEVE, Act.EXPECT, Act.ASK, Act.CONJECTURE, Act.PUT}
)
"""Acts whose verbs often tell of no utterance; their subject must be a person or a body."""

DEEDS = frozenset(
    "verb.infinitive verb.directive verb.characterises verb.calls-for verb.accuses".split()
)
"""Rules that yield nothing for "I" and "we": what they find is done in the very words."""

BIDDING = frozenset({"verb.directive", "verb.calls-for"})
"""Rules whose object is who is asked to do something, and no outlet."""

WITNESSING = frozenset({Act.SHOW, Act.CONJECTURE, Act.SAY})
"""What pictures and measurements do: they show, suggest, confirm."""

FINDING = frozenset({"find", "record", "register", "detect", "establish"})
"""What measurements and tests do besides."""

RELAYING = frozenset({"quote", "cite", "interview"})
"""Verbs by which one outlet takes up what was said to another."""

_ADDRESSED = frozenset("me us him her them".split())
"""Whom words are said to; alone they are no content."""

INTERVIEW_NOUNS = frozenset(
    "interview article column piece essay broadcast programme program podcast op-ed opinion".split()
)
"""Nouns for the occasions by which an outlet relays what somebody said."""


def verbal_candidates(reading: Reading) -> Iterator[Candidate]:
    """Every attribution that a reporting verb makes, quotations without a clause left aside."""
    for verb, act in reporting_verbs(reading):
        if is_citing(reading, verb):
            yield from citing_candidates(reading, verb)
            continue
        rejected = list(denial_candidates(reading, verb))
        if rejected:
            yield from rejected
            continue
        if _declined(reading, verb) or not really_said(reading, verb, act):
            continue
        speaker = _speaker(reading, verb, act)
        if speaker is None:
            continue
        said = contents_of(reading, verb, act)
        own = speaks_of_self(reading, speaker.head)
        deed = said is not None and said.rule in DEEDS and act is not Act.DENY
        if said is None or (own and (deed or act is Act.ASK)):
            continue
        cue = _attribution(reading, verb, speaker, said)
        tokens = [t for t in said.tokens if t not in cue]
        if _tells_nothing(reading, tokens) or _takes_lives(reading, verb, tokens):
            continue
        told, tail = parted(reading, verb, tokens) if said.rule in TAGS else (tokens, [])
        yield Candidate(
            rule=said.rule,
            anchor=verb,
            cue=cue_run(reading, verb, said.cue_to),
            speaker=speaker,
            content=content_runs(reading, told),
            act=_act(reading, verb, act, said),
            relayers=(
                *_quoted_by(reading, speaker.head),
                *_quoting(reading, verb),
                *(() if said.rule in BIDDING else relayers(reading, verb, said.tokens)),
            ),
        )
        if tail:
            yield Candidate(
                rule="tag.continued",
                anchor=tail[0],
                cue=None,
                speaker=None,
                content=content_runs(reading, tail[1:]),
                act=Act.SAY,
                continues=verb,
            )


def _tells_nothing(reading: Reading, tokens: list[int]) -> bool:
    """Whether a content is only the listener, or prepositions that lost their noun."""
    words = [reading.tokens[t] for t in tokens]
    listener = all(word.text.lower() in _ADDRESSED for word in words)
    return listener or all(word.upos in {"ADP", "PUNCT"} for word in words)


def _takes_lives(reading: Reading, verb: int, tokens: list[int]) -> bool:
    """Whether a disaster, not a speaker, "claims" lives: "flood claims 12"."""
    if reading.tokens[verb].lemma.lower() != "claim" or dependents(reading, verb, "ccomp"):
        return False
    words = [reading.tokens[t] for t in tokens if reading.tokens[t].upos != "PUNCT"]
    lives = {"life", "victim", "casualty"}
    return any(w.lemma.lower() in lives for w in words) or all(w.upos == "NUM" for w in words)


def _act(reading: Reading, verb: int, act: Act, said: Said) -> Act:
    """What the cue comes to with the words around it."""
    if said.rule == "verb.cannot":
        return Act.DECLINE
    token = reading.tokens[verb]
    seeming = base(token.relation) == "xcomp" and reading.tokens[token.head].lemma in SEEMING
    return Act.CONJECTURE if seeming and act is Act.SHOW else act


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
    outlets: tuple[Phrase, ...] = ()
    if reading.tokens[verb].lemma.lower() in RELAYING and passive(reading, verb):
        # "..., she is quoted by the Gazette": she speaks, and the Gazette relays.
        quoted, by = dependents(reading, verb, "nsubj"), agent(reading, verb)
        speaker = phrase_at(reading, quoted[0]) if quoted else None
        outlets = () if by is None else tuple(_outlets(reading, subtree(reading, by)))[:1]
    else:
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
        relayers=outlets or relayers(reading, verb, ()),
    )


def _speaker(reading: Reading, verb: int, act: Act) -> Phrase | None:
    subject = subject_of(reading, verb)
    if subject is None:
        return None
    if speaks_of_self(reading, subject):
        return Phrase(subject, subject + 1, subject)
    if first_person(reading, subject):
        return None
    token = reading.tokens[subject]
    if base(token.relation) == "expl" or token.upos in {"PUNCT", "VERB", "SCONJ"}:
        return None
    if token.upos == "NUM" and not _some_of(reading, subject):
        return None
    if bears_witness(reading, subject):
        found = reading.tokens[verb].lemma.lower() in FINDING
        return phrase_at(reading, subject) if found or act in WITNESSING else None
    if act in WEAK_ACTS and not (can_speak(reading, subject) and animate(reading, subject)):
        return phrase_at(reading, subject) if _bids(reading, verb) else None
    return phrase_at(reading, subject)


def _some_of(reading: Reading, number: int) -> bool:
    """Whether a number is people out of several: "one of them", "two of the divers"."""
    groups = dependents(reading, number, "nmod")
    return any(
        reading.tokens[g - 1].lemma.lower() == "of" or animate(reading, g) for g in groups
    ) and any(reading.tokens[g].lemma.lower() == "they" or animate(reading, g) for g in groups)


def _bids(reading: Reading, verb: int) -> bool:
    """Whether somebody is asked to do something, which only people and bodies do: "asked us to"."""
    asked = dependents(reading, verb, "obj", "iobj")
    people = any(reading.tokens[t].text.lower() in _ADDRESSED for t in asked)
    return people and reading.tokens[verb].lemma.lower() in DIRECTIVES


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
            around = [t for t in subtree(reading, child) if t not in inside]
            found.extend(_called(reading, child, around) or _outlets(reading, around))
    return tuple(dict.fromkeys(found))


def _quoted_by(reading: Reading, speaker: int) -> tuple[Phrase, ...]:
    """The outlet in "an officer quoted by the Gazette"."""
    return tuple(
        outlet
        for clause in dependents(reading, speaker, "acl")
        if reading.tokens[clause].lemma.lower() in RELAYING
        for source in dependents(reading, clause, "obl")
        for outlet in _outlets(reading, subtree(reading, source))
    )


def _quoting(reading: Reading, verb: int) -> Iterator[Phrase]:
    """The outlet in "the Gazette quoted the mayor as saying", active or passive."""
    token = reading.tokens[verb]
    above = token.head
    if token.xpos != "VBG" or reading.tokens[above].lemma.lower() not in RELAYING:
        return
    if base(token.relation) == "advcl":
        quoting = own_subject(reading, above)
        if quoting is not None and reading.tokens[quoting].upos in {"NOUN", "PROPN"}:
            named = list(_outlets(reading, subtree(reading, quoting)))
            yield from named or [phrase_at(reading, quoting)]


def _to(reading: Reading, child: int) -> bool:
    case = first_dependent(reading, child, "case")
    return case is not None and reading.tokens[case].lemma.lower() == "to"


def _called(reading: Reading, noun: int, around: list[int]) -> list[Phrase]:
    """The name beside "the station" or "the newspaper", whatever it was read as."""
    if noun and reading.tokens[noun - 1].lemma.lower() in OUTLET_NOUNS:
        noun -= 1
    if reading.tokens[noun].lemma.lower() not in OUTLET_NOUNS:
        return []
    beside = set(dependents(reading, noun, "appos", "flat")).intersection(around)
    beside.add(noun + 1)
    named = [
        Phrase(name.first, name.last, name.first)
        for name in reading.names
        if any(name.first <= t < name.last for t in beside)
    ][:1]
    last = noun + 1
    while last < len(reading.tokens) and reading.tokens[last].upos in {"PROPN", "NUM"}:
        last += 1
    proper = last > noun + 1 and reading.tokens[noun + 1].upos == "PROPN"
    if named or proper:
        return named or [Phrase(noun + 1, last, noun + 1)]
    called = dependents(reading, noun, "amod", "compound")
    told = any(reading.tokens[t].text[:1].isupper() for t in called)
    return [phrase_at(reading, noun)] if told else []


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
            or (name.kind is NameKind.MISCELLANEOUS and not _only_attribute(reading, name))
            or (reporter and name.kind is NameKind.PERSON)
        ):
            yield Phrase(name.first, name.last, name.first)


def _only_attribute(reading: Reading, name: Name) -> bool:
    """Whether a name only tells what sort of thing another word names: "the *Varnish* channel"."""
    return all(
        base(reading.tokens[t].relation) == "amod" or reading.tokens[t].upos == "ADJ"
        for t in range(name.first, name.last)
    )
