"""The propositions of one report, in order of text, each tied to the statement that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.propositions.carriers import Link, carriers_of
from twosource.claims.propositions.commitment import commitment_of, tense_of
from twosource.claims.propositions.phrases import argument_at
from twosource.claims.propositions.polarity import turning_words
from twosource.claims.propositions.predicates import (
    Predicate,
    PredicateKind,
    predicates_in,
)
from twosource.claims.propositions.voices import described, parts_of
from twosource.language.interface import Reading
from twosource.language.tree import first_token, runs, subtree
from twosource.model.identity import StatementId
from twosource.model.proposition import Argument, ArgumentRole, Proposition
from twosource.model.report import RegionKind, Report, Span, cut
from twosource.model.statement import Statement
from twosource.reference.happenings import SET_PREDICATES

_TRIMMED = frozenset({"PUNCT", "CCONJ", "SCONJ", "SYM"})

_FINDING = frozenset("find discover detect record register".split())


def propositions_in(
    report: Report, reading: Reading, statements: Sequence[Statement]
) -> tuple[Proposition, ...]:
    """Find what the clauses and the happenings of one report say.

    Reporting verbs that attribute a statement are left out: what they say is the statement.

    Args:
        report: The report; every span is cut from it.
        reading: The reading of ``readable(report)``, so that offsets agree.
        statements: The statements of the report, for what is said in whose words.

    Returns:
        The propositions, by start of the predicate. The result depends on no other report.
    """
    cues = _cue_tokens(reading, statements)
    predicates = predicates_in(reading, cues)
    heads = {p.token for p in predicates if p.kind is not PredicateKind.MODIFIER}
    found = [_proposition(report, reading, p, heads, statements) for p in predicates]
    return tuple(sorted(found, key=lambda p: (p.predicate.start, p.span.start, p.span.end)))


def _is_finding(reading: Reading, statement: Statement) -> bool:
    """Whether a cue is a deed as well: who finds a thing does so, and says it."""
    cue = statement.cue
    return (
        cue is not None
        and statement.rule in {"verb.noun", "verb.shows"}
        and any(
            token.lemma.lower() in _FINDING
            for token in reading.tokens
            if cue.start <= token.start and token.end <= cue.end
        )
    )


def _cue_tokens(reading: Reading, statements: Sequence[Statement]) -> frozenset[int]:
    cues = [s.cue for s in statements if s.cue is not None and not _is_finding(reading, s)]
    return frozenset(
        token.index
        for token in reading.tokens
        if any(cue.start <= token.start and token.end <= cue.end for cue in cues)
    )


def _proposition(
    report: Report,
    reading: Reading,
    predicate: Predicate,
    heads: set[int],
    statements: Sequence[Statement],
) -> Proposition:
    token = predicate.token
    carriers = carriers_of(reading, token)
    turning = turning_words(reading, predicate, carriers)
    modality, hedges = commitment_of(reading, predicate, carriers)
    words = _words(reading, predicate)
    span = _cut(report, reading, *words)
    negations = tuple(_cut(report, reading, t, t + 1) for t in turning)
    lemma, arguments = _as_one(
        predicate.lemma,
        tuple(
            argument_at(report, reading, part.head, part.role, part.preposition)
            for part in parts_of(reading, predicate)
        ),
    )
    return Proposition(
        span=_cut(report, reading, *_extent(reading, predicate, heads)),
        predicate=span,
        lemma=lemma,
        arguments=arguments,
        positive=len(turning) % 2 == 0,
        modality=modality,
        tense=tense_of(reading, predicate, carriers, in_headline(report, span)),
        nominal=predicate.kind is PredicateKind.NOUN,
        sentence=reading.tokens[token].sentence,
        statement=_holder(span, negations, statements),
        negations=negations,
        hedges=tuple(_cut(report, reading, t, t + 1) for t in hedges),
    )


def _as_one(lemma: str, arguments: tuple[Argument, ...]) -> tuple[str, tuple[Argument, ...]]:
    """A verb that says one thing with a certain noun: "left the rails" is to derail."""
    for one in arguments:
        whole = SET_PREDICATES.get((lemma, one.lemma))
        if whole is not None and not one.negative and one.role is not ArgumentRole.AGENT:
            return whole, tuple(other for other in arguments if other is not one)
    return lemma, arguments


def _cut(report: Report, reading: Reading, first: int, last: int) -> Span:
    return cut(report, reading.tokens[first].start, reading.tokens[last - 1].end)


def _words(reading: Reading, predicate: Predicate) -> tuple[int, int]:
    """The predicate's own run: a particle far off its verb ("blew it up") is left out."""
    held = runs(list(predicate.words))
    return next((r for r in held if r[0] <= predicate.words[0] < r[1]), held[0])


def _extent(reading: Reading, predicate: Predicate, heads: set[int]) -> tuple[int, int]:
    """First token of the clause and the one after its last, other clauses at its edges left out.

    A verb that only carries the predicate belongs to its clause.
    """
    token = predicate.token
    if predicate.kind is PredicateKind.MODIFIER:
        head = reading.tokens[token].head
        return min(token, head), max(token, head) + 1
    if predicate.kind is PredicateKind.DESCRIPTION:
        thing = described(reading, token)
        first = first_token(reading, token if thing is None else thing)
        return first, subtree(reading, token)[-1] + 1
    top = token
    for carrier in carriers_of(reading, token):
        if not carrier.absorbs or carrier.link in {Link.OBJECT, Link.SHARING}:
            break
        top = carrier.token
    inside = {token, top, *_path(reading, token, top)}
    # Nouns that name happenings stay: they are part of what the clause says.
    other = {
        t
        for t in subtree(reading, top)
        if t not in inside
        and (t in heads or reading.tokens[t].upos == "VERB")
        and reading.tokens[t].relation in _CLAUSAL
    }
    kept = subtree(reading, top, other)
    while len(kept) > 1 and kept[0] not in inside and _is_trimmed(reading, kept[0]):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] not in inside and _is_trimmed(reading, kept[-1]):
        kept.pop()
    return kept[0], kept[-1] + 1


_CLAUSAL = frozenset(
    {"acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "conj", "csubj", "csubj:pass"}
    | {"parataxis", "xcomp", "dep", "root"}
)


def _path(reading: Reading, token: int, top: int) -> list[int]:
    found: list[int] = []
    while token != top and reading.tokens[token].head != token:
        token = reading.tokens[token].head
        found.append(token)
    return found


def _is_trimmed(reading: Reading, token: int) -> bool:
    return reading.tokens[token].upos in _TRIMMED


def _holder(
    predicate: Span, negations: Sequence[Span], statements: Sequence[Statement]
) -> StatementId | None:
    """The statement with the smallest content part around a predicate; the first of equals.

    What denies the predicate from outside a statement ("claims by X that it moved are untrue") is
    another voice's word, and so the denied clause is not that statement's.
    """
    held = [
        (part.end - part.start, number)
        for number, statement in enumerate(statements)
        for part in statement.parts
        if part.start <= predicate.start and predicate.end <= part.end
        if all(_within(word, statement) for word in negations)
    ]
    return statements[min(held)[1]].id if held else None


def _within(word: Span, statement: Statement) -> bool:
    """Whether a word is a speaker's: it stands between the first and last word of the statement."""
    if statement.speaker is None:
        return True
    around = [statement.speaker.span, *statement.parts]
    around += [statement.cue] if statement.cue is not None else []
    return min(s.start for s in around) <= word.start and word.end <= max(s.end for s in around)


def in_headline(report: Report, span: Span) -> bool:
    """Whether words stand in the report's headline."""
    return any(
        region.kind is RegionKind.TITLE and region.start <= span.start < region.end
        for region in report.regions
    )
