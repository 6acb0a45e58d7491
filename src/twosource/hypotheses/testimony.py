"""What can be evidence: who says what, with the clauses that it is said in.

A statement that is only passed on is evidence of whoever makes it, never of whoever passes it on;
where words turn ("but", "although") each half is judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.claims.facts import ReportFacts
from twosource.hypotheses.ascribing import Ascription, joined
from twosource.model.event import Layer, LayeredSentence
from twosource.model.identity import EntityId, StatementId
from twosource.model.proposition import Proposition
from twosource.model.report import Report, Span, cut
from twosource.model.statement import Speaker, Stance, Statement

MOST_CHARACTERS = 420
"""Longest run of words that one item of evidence quotes, in code points; of what is longer only
the content stands."""

_TURN = re.compile(
    r"(?:,|;| [–—-])?\s+(?:but|although|though|however|yet|even though)\s+(?:that\s+)?",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
# Characters before a turn below which nothing is said there.
_FEWEST_HALF = 12


@dataclass(frozen=True, slots=True)
class Testimony:
    """One statement as evidence, or a sentence in which nobody is made to speak.

    Attributes:
        statement: The statement; ``None`` for a sentence outside all statements.
        span: From who says it to the end of what is said, where one run of words holds both.
        parts: What is said.
        words: What is said, on one line, in lower case.
        voice: Whom it comes from, by name; the report's for its own voice.
        clauses: What its clauses say, in order of text.
        origin: What it counts under: equal for all that comes from one source.
        sentence: The sentence that it begins in, on one line, in lower case.
        before: The sentence right before that one in its report, likewise; ``""`` for the first.
        layer: How that sentence stands to the event.
        turned: Whether it is the second half of words that turn, so that "it" is the first's.
    """

    statement: Statement | None
    span: Span
    parts: tuple[Span, ...]
    words: str
    voice: str
    clauses: tuple[Proposition, ...]
    origin: str = ""
    sentence: str = ""
    before: str = ""
    layer: Layer = Layer.UNKNOWN
    turned: bool = False

    @property
    def place(self) -> tuple[str, int]:
        """Report and offset, for sorting."""
        return (self.span.report, self.span.start)

    @property
    def stance(self) -> Stance:
        """The act in which it is said."""
        return Stance.ASSERTS if self.statement is None else self.statement.stance

    @property
    def speaker(self) -> Speaker | None:
        """Who says it; ``None`` for the report's own voice."""
        return None if self.statement is None else self.statement.speaker

    @property
    def is_nested(self) -> bool:
        """Whether it is part of what another statement says."""
        return self.statement is not None and self.statement.parent is not None


def testimonies_of(
    facts: Sequence[ReportFacts],
    names: Mapping[EntityId, str],
    ascription: Ascription,
) -> tuple[Testimony, ...]:
    """Everything in the reports that may speak for or against an explanation.

    A refusal to answer, a question and a sentence about what is still to come are neither.

    Args:
        facts: What each report prints.
        names: Names of the case's entities.
        ascription: Whom words count for.

    Returns:
        The testimonies, by file, report and offset.
    """
    found: list[Testimony] = []
    for one in sorted(facts, key=lambda f: (f.report.file, f.report.id)):
        own = [*_spoken(one, names), *_unspoken(one)]
        halves = [half for whole in own for half in _halves(one.report, whole)]
        halves.sort(key=lambda t: (t.span.start, t.span.end))
        found += [replace(t, origin=ascription.origin(t.span, t.speaker, t.voice)) for t in halves]
    counts_as = joined(one.origin for one in found)
    return tuple(replace(one, origin=counts_as[one.origin]) for one in found)


def _spoken(facts: ReportFacts, names: Mapping[EntityId, str]) -> Iterable[Testimony]:
    """The statements of a report, those that only pass others on left out."""
    foreseen = [s.span for s in facts.sentences if s.layer is Layer.FORESEEN]
    children: dict[StatementId, list[Statement]] = {}
    for statement in facts.statements:
        if statement.parent is not None:
            children.setdefault(statement.parent, []).append(statement)
    for statement in facts.statements:
        asks = statement.parts[-1].quote.rstrip("”\"'’ ").endswith("?")
        if statement.stance is Stance.DECLINES or asks:
            continue
        if any(_holds(span, statement.content) for span in foreseen):
            continue
        inner = [_around(child) for child in children.get(statement.id, ()) if _is_relay(child)]
        told = _testimony(facts, statement, statement.parts, _whole(facts, statement), names)
        kept = tuple(c for c in told.clauses if not _inside(c.predicate, inner))
        if kept or not inner:
            yield replace(told, clauses=kept)


def _is_relay(child: Statement) -> bool:
    return child.speaker is not None


def _around(statement: Statement) -> tuple[int, int]:
    spans = [*statement.parts]
    spans += [statement.cue] if statement.cue is not None else []
    spans += [statement.speaker.span] if statement.speaker is not None else []
    return min(span.start for span in spans), max(span.end for span in spans)


def _inside(span: Span, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in ranges)


def _unspoken(facts: ReportFacts) -> Iterable[Testimony]:
    """Sentences in which nobody is made to speak."""
    parts = [part for statement in facts.statements for part in statement.parts]
    for sentence in facts.sentences:
        asks = sentence.span.quote.rstrip("”\"'’ ").endswith("?")
        if asks or not _is_free(sentence.span, parts):
            continue
        if len(sentence.span.quote.split()) > _FEWEST_WORDS:
            yield _testimony(facts, None, (sentence.span,), sentence.span, {})


def _is_free(sentence: Span, parts: Sequence[Span]) -> bool:
    """Whether a sentence stands outside all statements."""
    return not any(part.start < sentence.end and sentence.start < part.end for part in parts)


def _testimony(
    facts: ReportFacts,
    statement: Statement | None,
    parts: tuple[Span, ...],
    span: Span,
    names: Mapping[EntityId, str],
) -> Testimony:
    clauses = tuple(
        p for p in facts.propositions if any(_holds(part, p.predicate) for part in parts)
    )
    speaker = None if statement is None else statement.speaker
    at, before = _sentences_at(facts.sentences, parts[0].start)
    return Testimony(
        statement=statement,
        span=_with_what_turns_it(facts.report, span, clauses, at),
        parts=parts,
        words=" ".join(_line(part.quote) for part in parts),
        voice=facts.report.name if speaker is None else _voice(speaker, names),
        clauses=clauses,
        sentence=_line(at.span.quote) if at else "",
        before=_line(before.span.quote) if before else "",
        layer=at.layer if at else Layer.UNKNOWN,
    )


def _with_what_turns_it(
    report: Report, span: Span, clauses: Sequence[Proposition], at: LayeredSentence | None
) -> Span:
    """The passage up to the words behind it that say that it is not so.

    "Claims that the ship moved" is evidence against its moving only with "are untrue".
    """
    turning = [
        word.end
        for clause in clauses
        for word in clause.negations
        if at is not None and span.end < word.end <= at.span.end
    ]
    if not turning or at is None:
        return span
    # The report that is called untrue stands before what it tells.
    whole = max(turning) - at.span.start <= MOST_CHARACTERS
    return cut(report, at.span.start if whole else span.start, max(turning))


def _line(text: str) -> str:
    return " ".join(text.split()).lower()


def _sentences_at(
    sentences: Sequence[LayeredSentence], at: int
) -> tuple[LayeredSentence | None, LayeredSentence | None]:
    """The sentence at an offset and the one before it."""
    for number, one in enumerate(sentences):
        if one.span.start <= at < one.span.end:
            return one, sentences[number - 1] if number else None
    return None, None


def _halves(report: Report, whole: Testimony) -> Iterable[Testimony]:
    """What words say before and after they turn, where each half says something."""
    part = whole.parts[0]
    if len(whole.parts) > 1:
        yield whole
        return
    for turn in _TURN.finditer(part.quote):
        at = part.start + turn.start()
        first = [c for c in whole.clauses if c.predicate.end <= at]
        second = [c for c in whole.clauses if c.predicate.start >= part.start + turn.end()]
        rest = part.quote[turn.end() :]
        bare = not first and bool(whole.clauses)
        if bare or turn.start() < _FEWEST_HALF or len(rest.split()) <= _FEWEST_WORDS:
            continue
        begins = part.start + turn.end()
        yield _half(report, whole, (min(whole.span.start, part.start), at), first, part.start)
        after = max(part.end, begins + 1)
        later = _half(report, whole, (begins, after), second, begins)
        yield replace(later, turned=True)
        return
    yield whole


def _half(
    report: Report,
    whole: Testimony,
    place: tuple[int, int],
    clauses: Sequence[Proposition],
    content: int,
) -> Testimony:
    span = cut(report, place[0], place[1])
    said = cut(report, content, place[1])
    return replace(whole, span=span, parts=(said,), words=_line(said.quote), clauses=tuple(clauses))


def _whole(facts: ReportFacts, statement: Statement) -> Span:
    """Who says it, the cue and the content in one run of words; else the content alone.

    Words of another statement between them would be quoted for something that they do not say.
    """
    start, end = _around(statement)
    if statement.speaker is None and statement.cue and statement.cue.start >= statement.content.end:
        # "Claims that it moved are untrue": what is called untrue stands before it.
        at, _ = _sentences_at(facts.sentences, start)
        start = start if at is None else at.span.start
    if not _is_quotable(facts, statement, start, end):
        if statement.cue is None:
            return statement.content
        start, end = min(statement.cue.start, statement.content.start), statement.content.end
        if not _is_quotable(facts, statement, start, end):
            return statement.content
    return cut(facts.report, start, end)


def _is_quotable(facts: ReportFacts, statement: Statement, start: int, end: int) -> bool:
    """Whether a run of words is short, in one paragraph, and says nothing of another's."""
    between = any(
        other is not statement
        and other.parent != statement.id
        and other.id != statement.parent
        and other.content.start < end
        and start < other.content.end
        and not _touches(other, statement)
        for other in facts.statements
    )
    # A speaker who stands paragraphs away is no part of the words.
    far = end - start > MOST_CHARACTERS or "\n" in facts.report.text[start:end].strip()
    return not between and not far


def _touches(one: Statement, other: Statement) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.parts for b in other.parts)


def _voice(speaker: Speaker, names: Mapping[EntityId, str]) -> str:
    known = names.get(speaker.entity, "") if speaker.entity is not None else ""
    return known or " ".join(speaker.span.quote.split())


def _holds(outer: Span, inner: Span) -> bool:
    return outer.report == inner.report and outer.start <= inner.start and inner.end <= outer.end
