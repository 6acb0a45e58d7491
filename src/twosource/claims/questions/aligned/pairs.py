"""Which clauses tell of one deed, done to or by one thing, so that their other parts can collide.

Two clauses are aligned where a lexicon or their nearness has their predicates name one deed, and
where what they are said of may be one. They are held against each other only within a block of
those that are said of one thing, and of each block only the first, so that the pairs grow with the
reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from twosource.claims.questions.context import Context, Found, is_asked, sentence_at
from twosource.claims.questions.gist import Gist, gist_of
from twosource.claims.questions.nearness import Nearness
from twosource.claims.questions.opposing import SAME_DEED
from twosource.claims.questions.predicates import EXIST
from twosource.claims.questions.sameness import Classes, argument
from twosource.claims.questions.things import nearness
from twosource.claims.questions.told import Told, is_other_voice, place_of
from twosource.claims.questions.words import Word
from twosource.model.claim import YES, Answer
from twosource.model.event import Layer
from twosource.model.proposition import ArgumentRole, Modality, Tense
from twosource.model.report import Span
from twosource.model.statement import Stance, Statement
from twosource.reference.cues import VERBS

MOST_ALIGNED = 32
"""Clauses on one thing that are held against each other, the first by report and offset."""
SAME_MATTER = 0.6

Test = Callable[[Told, Told], bool]


def blocks(told: Sequence[Told]) -> Iterator[list[Told]]:
    """Clauses that are said of one thing: by its entity, else by the last word that names it."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        for key in dict.fromkeys(keys_of(one.gist)):
            if len(found[key]) < MOST_ALIGNED:
                found[key].append(one)
    yield from (found[key] for key in sorted(found))


def keys_of(gist: Gist) -> Iterator[str]:
    """What a clause is said of, by entity or by last word."""
    for word in gist.core:
        if word.entity or word.text:
            yield word.entity or word.text.split()[-1]


def pairs(told: Sequence[Told], test: Test) -> Iterator[tuple[Told, Told]]:
    """Pairs of clauses of other voices, on one thing, that a test passes; each pair once."""
    known: set[frozenset[object]] = set()
    for block in blocks(told):
        for one, other in combinations(block, 2):
            key = frozenset((one.found.answer.span, other.found.answer.span))
            if key in known or not is_other_voice(one.found, other.found):
                continue
            known.add(key)
            if test(one, other):
                yield one, other


def groups_of(found: Iterable[tuple[Told, Told]]) -> Iterator[list[Told]]:
    """Clauses that pairs join: each pair goes to the first group that holds one of it."""
    groups: list[dict[Span, Told]] = []
    for pair in found:
        spans = {one.found.answer.span: one for one in pair}
        group = next((g for g in groups if g.keys() & spans.keys()), None)
        if group is None:
            groups.append(dict(spans))
        else:
            group.update(spans)
    yield from (list(group.values()) for group in groups)


def clauses_in(cases: Sequence[Context], classes: Classes) -> tuple[Told, ...]:
    """What the clauses of a case say outright was so or was done, by report and offset.

    Left out are nouns, what is denied, asked, only meant or held possible, and speech.

    Args:
        cases: The reports.
        classes: Which words are one.
    """
    found = []
    for context in cases:
        for clause in context.facts.propositions:
            if clause.nominal or not clause.positive or clause.tense is Tense.FUTURE:
                continue
            if clause.modality is not Modality.ACTUAL or is_asked(context, clause.span):
                continue
            if clause.lemma in VERBS and argument(clause, ArgumentRole.PATIENT) is None:
                continue
            answer = Answer(clause, clause.span, context.facts.report.id, clause.statement)
            sentence = sentence_at(context, clause.span)
            layer = None if sentence is None else sentence.layer
            gist = gist_of(context, clause, classes)
            found.append(Told(Found(answer, clause, context), clause, YES, gist, layer))
    return tuple(sorted(found, key=place_of))


def states(one: Told) -> bool:
    """Whether a clause says outright that something was so, or was done."""
    clause, statement = one.clause, said_in(one.found)
    if not clause.positive or clause.modality is not Modality.ACTUAL or clause.hedges:
        return False
    if one.layer is Layer.FORESEEN or one.layer is Layer.PARALLEL:
        return False
    return statement is None or statement.stance in {Stance.ASSERTS, Stance.ACCUSES}


def said_in(found: Found) -> Statement | None:
    """The statement in which a clause stands; ``None`` where a report says it itself."""
    id_ = found.answer.statement
    return found.context.statements.get(id_) if id_ else None


def one_deed(one: Gist, other: Gist, near: Nearness) -> bool:
    """Whether two predicates name one deed or one state."""
    if EXIST in {one.predicate, other.predicate}:
        return one.predicate == other.predicate
    return near.of_deeds(one.predicate, other.predicate) >= SAME_DEED


def one_matter(one: Gist, other: Gist, near: Nearness) -> bool:
    """Whether what two clauses are said of may be one thing."""
    ours, theirs = one.matter, other.matter
    return ours is not None and theirs is not None and same_thing(ours, theirs, near)


def same_thing(one: Word, other: Word, near: Nearness) -> bool:
    """Whether two words may name one thing; a name is near to itself alone."""
    return nearness(one, other, near) >= SAME_MATTER


def doers_of(gist: Gist) -> tuple[Word, ...]:
    """Who does what a clause tells, with or without somebody whom it is done to."""
    return tuple(word for word in gist.about if word.role is ArgumentRole.AGENT)
