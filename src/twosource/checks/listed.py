"""Parts of a total that stand behind a colon, or open clauses of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from twosource.claims.facts import ReportFacts
from twosource.model.event import LayeredSentence
from twosource.model.report import Span, cut
from twosource.model.value import QuantityValue

_OPENS = re.compile(r"(?:^|[,;:—–] |\b(?:and|where|while|but|with) )[\"“'‘]?$", re.IGNORECASE)
_SAYS = re.compile(
    r"(?: (?:more|others?|of them))? (?:was|were|are|is|have|had|has|remain\w*|in|with|died"
    r"|survived|suffered|escaped|fell|hit|exploded|crashed)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:^|, |\band )another (?=(?:was|is|has|had|died|remain|\w+ed)\b)", re.I)
_UNSEEN = re.compile(
    r"\bno (?:sign|trace|word) of (?:another|the (?:last|other)) \w+", re.IGNORECASE
)
_REACH = 2
"""How many sentences back the total of bare parts may stand."""
KINDS = frozenset(
    "male female man woman boy girl child adult civilian soldier officer policeman student teacher "
    "pupil passenger driver infant baby minor adolescent teenager crew firefighter guard prisoner "
    "inmate nurse doctor paramedic sailor guest hostage pilot miner warder resident".split()
)
"""Nouns that split people into kinds; behind a colon they list what the count before it holds."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Parts with their total.

    Attributes:
        parts: The numbers.
        span: The words that list them.
        total: The count that they are parts of.
        complete: Whether the words say that no part is left out.
    """

    parts: tuple[float, ...]
    span: Span
    total: QuantityValue
    complete: bool = False


def listed_in(facts: ReportFacts, number: int, counts: Sequence[QuantityValue]) -> Listed | None:
    """The parts that a sentence lists without saying of what, with the count that they divide."""
    sentence = facts.sentences[number]
    inside = [q for q in counts if sentence.span.start <= q.span.start < sentence.span.end]
    colon = sentence.span.quote.find(": ")
    if colon >= 0:
        found = _behind_colon(facts, sentence.span.start + colon, inside)
        if found is not None:
            return found
    return _bare(facts, number, counts, inside)


def _behind_colon(facts: ReportFacts, colon: int, counts: Sequence[QuantityValue]) -> Listed | None:
    before = [q for q in counts if q.span.end <= colon and q.noun]
    parts = [q for q in counts if q.span.start > colon]
    text = facts.report.text
    plain = all(q.noun in KINDS or (not q.noun and _SAYS.match(text, q.span.end)) for q in parts)
    if len(parts) < 2 or not plain or not before or _number(before[-1]) < 2:
        return None
    span = cut(facts.report, parts[0].span.start, parts[-1].span.end)
    everybody = names_everybody({q.noun.lower() for q in parts})
    return Listed(tuple(_number(q) for q in parts), span, before[-1], everybody)


def names_everybody(nouns: AbstractSet[str]) -> bool:
    """Whether nouns between them name everybody there can be."""
    return any(kinds <= nouns for kinds in _EVERYBODY)


_EVERYBODY = (frozenset({"man", "woman", "child"}), frozenset({"male", "female"}))


def _bare(
    facts: ReportFacts,
    number: int,
    counts: Sequence[QuantityValue],
    inside: Sequence[QuantityValue],
) -> Listed | None:
    sentence = facts.sentences[number]
    parts = [q for q in inside if not q.noun and _opens_clause(facts, sentence, q)]
    if not parts or len(parts) != len([q for q in inside if not q.noun]):
        return None
    numbers = [_number(q) for q in parts]
    start, end = parts[0].span.start, parts[-1].span.end
    another = _ANOTHER.search(facts.report.text, start, sentence.span.end)
    if another is not None:
        numbers.append(1.0)
        end = max(end, another.end() - 1)
    unseen = _unseen(facts, number)
    if unseen is not None:
        numbers.append(1.0)
        end = unseen.end
    total = _total(facts, number, start, counts)
    if len(numbers) < 2 or total is None:
        return None
    return Listed(tuple(numbers), cut(facts.report, start, end), total, unseen is not None)


def _opens_clause(facts: ReportFacts, sentence: LayeredSentence, part: QuantityValue) -> bool:
    """Whether a bare number stands where a clause begins and a verb or a preposition follows."""
    before = facts.report.text[sentence.span.start : part.span.start]
    return bool(_OPENS.search(before) and _SAYS.match(facts.report.text, part.span.end)) or bool(
        before.endswith(" and ") and _SAYS.match(facts.report.text, part.span.end)
    )


def _unseen(facts: ReportFacts, number: int) -> Span | None:
    """The words of the next sentence that say of the last one that it was not seen."""
    if number + 1 >= len(facts.sentences):
        return None
    after = facts.sentences[number + 1].span
    match = _UNSEEN.search(after.quote)
    if match is None or "\n\n" in facts.report.text[facts.sentences[number].span.end : after.start]:
        return None
    return cut(facts.report, after.start, after.start + match.end())


def _total(
    facts: ReportFacts, number: int, start: int, counts: Sequence[QuantityValue]
) -> QuantityValue | None:
    """The last exact count of something before the parts, in their paragraph."""
    first = facts.sentences[max(0, number - _REACH)].span.start
    near = [q for q in counts if first <= q.span.start and q.span.end <= start and q.noun]
    if not near or _number(near[-1]) < 2:
        return None
    between = facts.report.text[near[-1].span.end : start]
    return None if "\n\n" in between else near[-1]


def _number(quantity: QuantityValue) -> float:
    return quantity.amount.low or 0.0
