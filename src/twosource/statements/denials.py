"""Denials that a sentence makes of what is told: "Reports that a child drowned are untrue".

What is told is kept positive: the clause or phrase that the noun for it carries. Who denies it is
the agent of a passive ("was dismissed by the port office as nonsense"); without one, a present
tense is the word of whose text it is ("is rejected"), and a past one is nobody's who is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, first_dependent, negated, subtree
from twosource.reference.cues import BASELESS, MODAL_HEDGES, REPORT_NOUNS, VERBS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.phrases import can_speak, phrase_at
from twosource.statements.subjects import passive
from twosource.statements.text import content_runs

TALES = frozenset(
    noun for noun, act in REPORT_NOUNS.items() if act in {Act.CLAIM, Act.ACCUSE, Act.CONJECTURE}
) | frozenset(
    "assertion idea information insinuation message narrative news notion publication report "
    "statement story tale".split()
)
"""Nouns for what is told, whoever tells it."""
GROUNDS = frozenset("basis foundation ground merit reality substance truth".split())
"""What a tale has none of."""
_SO = frozenset("accurate correct so the case true".split())
_AS_IT_IS = frozenset("fact reality truth".split())
_AGREEING = frozenset("accord agree conform correspond match".split())
_LIKENESS = frozenset("relation relationship resemblance semblance".split())
_CARRYING = frozenset("about of on".split())
_BEHIND = frozenset("behind for in to".split())


@dataclass(frozen=True, slots=True)
class Denial:
    """One denial.

    Attributes:
        root: The predicate that denies.
        cue: The predicate with its form of "be", as a half-open run of tokens.
        agent: Head of the phrase that names who denies it; ``None`` where nobody is named.
        content: Tokens of what is denied.
        own: Whether it is the word of whose text it is, where nobody is named.
    """

    root: int
    cue: tuple[int, int]
    agent: int | None
    content: tuple[int, ...]
    own: bool


def denial_at(reading: Reading, root: int) -> Denial | None:
    """The denial whose predicate a token is, or ``None``.

    Args:
        reading: The report, read.
        root: Any token.
    """
    if any(reading.tokens[a].lemma.lower() in MODAL_HEDGES for a in _auxiliaries(reading, root)):
        return None
    impersonal = _of_it(reading, root)
    if impersonal is not None:
        return impersonal
    turned_away = _is_turned_away(reading, root)
    if not turned_away and not _is_called_untrue(reading, root):
        return None
    content = _told_by_lost_tale(reading, root)
    if content is None:
        subjects = dependents(reading, root, "nsubj")
        tale = next((s for s in subjects if _is_tale(reading, s)), None)
        content = None if tale is None else _told(reading, tale)
    if content is None:
        return None
    agent = _agent(reading, root) if turned_away else None
    own = agent is None and (not turned_away or _is_performed(reading, root))
    return Denial(root, _cue(reading, root), agent, content, own)


def denial_candidates(reading: Reading, verb: int) -> Iterator[Candidate]:
    """The attribution of a passive denial whose agent is named; nothing for any other verb."""
    found = denial_at(reading, verb) if _is_turned_away(reading, verb) else None
    if found is None or found.agent is None:
        return
    yield Candidate(
        rule="verb.noun",
        anchor=verb,
        cue=found.cue,
        speaker=phrase_at(reading, found.agent),
        content=content_runs(reading, list(found.content)),
        act=Act.DENY,
    )


def denials_under(reading: Reading, root: int) -> Iterator[Denial]:
    """The denials of a main clause, also where its "Reports that" was taken for the predicate."""
    below = dependents(reading, root, "ccomp") if _is_lost(reading, root) else []
    for token in (root, *below):
        found = denial_at(reading, token)
        if found is not None:
            yield found


def _is_lost(reading: Reading, tale: int) -> bool:
    """Whether the tale that opens a sentence was taken for a verb: "Reports that ..."."""
    token = reading.tokens[tale]
    sentence = reading.sentences[token.sentence]
    return (
        sentence.first == tale
        and tale + 1 < sentence.last
        and token.upos == "VERB"
        and token.lemma.lower() in TALES
        and _is_that(reading, tale + 1)
        and not any(c < tale for c in reading.children[tale])
    )


def _told_by_lost_tale(reading: Reading, root: int) -> tuple[int, ...] | None:
    """What stands between "Reports that" and the predicate that denies it."""
    first = reading.sentences[reading.tokens[root].sentence].first
    start = min([*_auxiliaries(reading, root), root])
    lost = first < root and _is_lost(reading, first) and first + 2 < start
    return tuple(range(first + 2, start)) if lost else None


def _is_tale(reading: Reading, subject: int) -> bool:
    token = reading.tokens[subject]
    return token.upos == "NOUN" and token.lemma.lower() in TALES


def _told(reading: Reading, tale: int) -> tuple[int, ...] | None:
    """What a tale says: its clause, else its phrase; the bare tale where it has neither.

    ``None`` where the clause is no content ("the report which he wrote"), or where a bare tale is
    denied in one point only ("the report is wrong about the date").
    """
    effects = [e for e in dependents(reading, tale, "nmod") if _is_effect(reading, e)]
    for clause in dependents(reading, tale, "acl", "ccomp"):
        content = _past_that(reading, clause)
        if content is not None:
            return content
    for effect in effects:
        for clause in dependents(reading, effect, "acl", "ccomp"):
            return _past_that(reading, clause)
    for phrase in dependents(reading, tale, "nmod"):
        case = first_dependent(reading, phrase, "case")
        if case is not None and reading.tokens[case].lemma.lower() in _CARRYING:
            return tuple(t for t in subtree(reading, tale) if t > case)
    root = reading.tokens[tale].head
    for clause in dependents(reading, root, "advcl", "ccomp"):
        # "Claims circulating at sea that it sank have no basis": the parse hangs it on "have".
        parted = _past_that(reading, clause) if tale < clause < root else None
        if parted is not None:
            return parted
    about = dependents(reading, root, "obl", "advcl")
    if dependents(reading, tale, "acl") or about:
        return None
    return tuple(t for t in subtree(reading, tale) if reading.tokens[t].upos != "PUNCT")


def _is_effect(reading: Reading, noun: int) -> bool:
    """Whether a noun only leads to a clause: "assertions to the effect that"."""
    return reading.tokens[noun].lemma.lower() == "effect"


def _past_that(reading: Reading, clause: int) -> tuple[int, ...] | None:
    """The tokens of a clause behind its "that"; ``None`` where it has none."""
    marks = [m for m in dependents(reading, clause, "mark") if _is_that(reading, m)]
    if not marks:
        return None
    return tuple(t for t in subtree(reading, clause) if t > marks[0])


def _is_that(reading: Reading, mark: int) -> bool:
    return reading.tokens[mark].text.lower() == "that"


def _is_turned_away(reading: Reading, root: int) -> bool:
    """Is denied, was rejected, has been dismissed."""
    token = reading.tokens[root]
    denies = token.upos == "VERB" and VERBS.get(token.lemma.lower()) is Act.DENY
    return denies and passive(reading, root) and not negated(reading, root)


def _is_performed(reading: Reading, root: int) -> bool:
    """Whether a passive denies by being printed: "is denied", not "was" or "has been denied"."""
    tags = [reading.tokens[a].xpos for a in _auxiliaries(reading, root)]
    return bool(tags) and set(tags) <= {"VBZ", "VBP"} and len(tags) == 1


def _is_called_untrue(reading: Reading, root: int) -> bool:
    """Is false, is not true, is without foundation, has no basis, lacks substance."""
    lemma = reading.tokens[root].lemma.lower()
    copular = bool(dependents(reading, root, "cop"))
    if lemma in BASELESS:
        return copular and not negated(reading, root)
    if lemma in _SO:
        nor = any(reading.tokens[c].lemma.lower() == "nor" for c in reading.children[root])
        return copular and (nor or negated(reading, root))
    if copular and lemma in GROUNDS:
        return any(
            reading.tokens[c].lemma.lower() == "without" for c in dependents(reading, root, "case")
        )
    if _is_unlike(reading, root):
        return True
    grounds = [g for g in dependents(reading, root, "obj") if _is_ground(reading, g)]
    return bool(grounds) and (
        lemma == "lack" or (lemma == "have" and any(_is_none(reading, g) for g in grounds))
    )


def _is_unlike(reading: Reading, root: int) -> bool:
    """Does not correspond to reality, bears no relation to the truth."""
    lemma = reading.tokens[root].lemma.lower()
    if lemma in _AGREEING:
        beside = dependents(reading, root, "obl", "obj")
        return negated(reading, root) and any(_is_as_it_is(reading, t) for t in beside)
    likeness = [
        t
        for t in dependents(reading, root, "obj")
        if reading.tokens[t].lemma.lower() in _LIKENESS and _is_none(reading, t)
    ]
    beside = [t for one in (root, *likeness) for t in dependents(reading, one, "nmod", "obl")]
    return lemma in {"bear", "have"} and any(likeness and _is_as_it_is(reading, t) for t in beside)


def _is_as_it_is(reading: Reading, noun: int) -> bool:
    return reading.tokens[noun].lemma.lower() in _AS_IT_IS


def _is_ground(reading: Reading, noun: int) -> bool:
    return reading.tokens[noun].lemma.lower() in GROUNDS


def _is_none(reading: Reading, noun: int) -> bool:
    return any(
        reading.tokens[d].lemma.lower() == "no" for d in dependents(reading, noun, "det", "advmod")
    )


def _of_it(reading: Reading, root: int) -> Denial | None:
    """It is not true that ...; there is no truth in reports that ..."""
    fillers = {reading.tokens[s].text.lower() for s in dependents(reading, root, "expl", "nsubj")}
    if "it" in fillers and _is_called_untrue(reading, root):
        for clause in dependents(reading, root, "csubj", "ccomp", "advcl", "acl"):
            content = _past_that(reading, clause)
            if content is not None:
                return Denial(root, _cue(reading, root), None, content, True)
    if "there" not in fillers:
        return None
    for ground in dependents(reading, root, "nsubj"):
        if not (_is_ground(reading, ground) and _is_none(reading, ground)):
            continue
        for tale in dependents(reading, ground, "nmod"):
            case = first_dependent(reading, tale, "case")
            behind = case is not None and reading.tokens[case].lemma.lower() in _BEHIND
            content = _behind(reading, ground, tale) if behind else None
            if content is not None:
                return Denial(root, (root, ground + 1), None, content, True)
    return None


def _behind(reading: Reading, ground: int, tale: int) -> tuple[int, ...] | None:
    """What a tale says that has no ground; the clause may hang on the ground in the parse."""
    if not _is_tale(reading, tale):
        return None
    for clause in dependents(reading, ground, "acl", "ccomp"):
        content = _past_that(reading, clause) if clause > tale else None
        if content is not None:
            return content
    case = first_dependent(reading, tale, "case")
    told = _told(reading, tale)
    return None if told is None else tuple(t for t in told if t != case)


def _agent(reading: Reading, verb: int) -> int | None:
    """Who turns it away, also where the parse hangs it on "as nonsense": "as nonsense by X"."""
    oblique = dependents(reading, verb, "obl")
    for child in (*oblique, *(n for o in oblique for n in dependents(reading, o, "nmod"))):
        case = first_dependent(reading, child, "case")
        by = case is not None and reading.tokens[case].lemma.lower() == "by"
        if by and can_speak(reading, child):
            return child
    return None


def _cue(reading: Reading, root: int) -> tuple[int, int]:
    """The predicate with the auxiliaries, copula, negation and preposition right before it."""
    own = {
        child
        for child in reading.children[root]
        if child < root
        and base(reading.tokens[child].relation) in {"aux", "cop", "case", "advmod", "det"}
    }
    first = root
    while first - 1 in own:
        first -= 1
    objects = [g for g in dependents(reading, root, "obj") if _is_ground(reading, g)]
    return first, max([root, *objects]) + 1


def _auxiliaries(reading: Reading, root: int) -> list[int]:
    return dependents(reading, root, "aux", "cop")
