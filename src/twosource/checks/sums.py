"""Do the parts come to the total?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.checks.apposed import apposed_in
from twosource.checks.listed import Listed, listed_in
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict
from twosource.model.report import cut
from twosource.model.value import QuantityKind, QuantityValue

NAME, VERSION = "sum", 4
_PARTS = re.compile(
    r"\bof (?:whom|them|these|which|the (?:deceased|dead|injured|wounded|victims))\b", re.I
)
FEWEST_PARTS = 2


def sums(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold the parts that a text lists against the total before them.

    Parts are the exact counts behind "of whom" and the like, those that say what each is ("nine
    are women"), those behind a colon, and bare ones that open clauses ("Two were shot down, and
    another exploded"). The total is the last exact count before them in the sentence or, in one
    paragraph, those just before.
    """
    counts = [q for q in facts.quantities if _is_count(facts, q)]
    for number, sentence in enumerate(facts.sentences):
        inside = [q for q in counts if sentence.span.start <= q.span.start < sentence.span.end]
        parts, before = _parted(sentence.span.quote, sentence.span.start, inside)
        if len(parts) < FEWEST_PARTS or _may_overlap(sentence.span.quote, parts):
            listed = listed_in(facts, number, counts) or apposed_in(facts, number, counts)
            if listed is not None:
                yield _finding(facts, listed)
            continue
        above = facts.sentences[number - 1].span if number else sentence.span
        earlier = [q for q in counts if above.start <= q.span.start < sentence.span.start]
        total = _total([*earlier, *before], _status(sentence.span.quote))
        if total is not None:
            span = cut(facts.report, parts[0].span.start, parts[-1].span.end)
            numbers = tuple(q.amount.low or 0.0 for q in parts)
            yield _finding(facts, Listed(numbers, span, total, _is_everybody(parts)))


def _is_count(facts: ReportFacts, quantity: QuantityValue) -> bool:
    """Whether a quantity is an exact count; a number in square brackets is a note."""
    noted = facts.report.text[max(0, quantity.span.start - 1) : quantity.span.start] == "["
    return quantity.kind is QuantityKind.COUNT and _exact(quantity) and not noted


_ONE_OF_THEM = frozenset("man woman child boy girl male female adult minor infant".split())


def _may_overlap(text: str, parts: Sequence[QuantityValue]) -> bool:
    """Whether two parts may be the same people.

    "Two were locals and two were dockers"; "six of them badly and nine of them in the first coach".
    """
    openings = len(_PARTS.findall(text))
    said_to_be = openings == 1 or (not openings and len(parts) > FEWEST_PARTS)
    return not said_to_be and not all(q.noun.lower() in _ONE_OF_THEM for q in parts)


def _is_everybody(parts: Sequence[QuantityValue]) -> bool:
    """Whether parts take in everybody: the dead, those missing and those brought to safety."""
    fates = {part.status for part in parts}
    return {"kill", "miss"} <= fates and bool(fates & {"rescue", "evacuate"})


def _exact(quantity: QuantityValue) -> bool:
    amount = quantity.amount
    return amount.low is not None and amount.low == amount.high and not amount.approximate


def _parted(
    text: str, start: int, counts: Sequence[QuantityValue]
) -> tuple[list[QuantityValue], list[QuantityValue]]:
    """The parts that a sentence lists, and the counts of the same sentence before them."""
    opening = _PARTS.search(text)
    if opening is None:
        parts = [q for q in counts if q.part]
        first = parts[0].span.start if parts else start
        return parts, [q for q in counts if q.span.end <= first]
    # in "30 of them men" the first part stands before the words
    before = start + len(text[: opening.start()].rstrip())
    at = next((q.span.start for q in counts if q.span.end == before), start + opening.end())
    return [q for q in counts if q.span.start >= at], [q for q in counts if q.span.end <= at]


_OF_STATUS = {"deceased": "kill", "dead": "kill", "injured": "injure", "wounded": "injure"}


def _status(text: str) -> str:
    """What befell those of whom the parts are said to be: "of the deceased"."""
    opening = _PARTS.search(text)
    words = opening.group().lower().split() if opening is not None else []
    return next((_OF_STATUS[word] for word in words if word in _OF_STATUS), "")


def _total(candidates: Sequence[QuantityValue], status: str) -> QuantityValue | None:
    """The largest of the counts that stand before the parts, of those that share their status."""
    whole = [q for q in candidates if not q.part and (q.amount.low or 0.0) > 1]
    whole = [q for q in whole if q.status == status] or whole if status else whole
    return max(whole, key=lambda q: q.amount.low or 0.0, default=None)


def _finding(facts: ReportFacts, listed: Listed) -> Finding:
    reached, wanted = sum(listed.parts), listed.total.amount.low or 0.0
    added = " + ".join(f"{number:g}" for number in listed.parts)
    suggestion = None
    if reached == wanted:
        verdict, word = Verdict.HOLDS, "as many as the total"
    elif reached > wanted or listed.complete:
        more = "more" if reached > wanted else "fewer"
        verdict, word = Verdict.FAILS, f"{more} than the total of {wanted:g}"
        suggestion = f"a total of {reached:g}"
    else:
        verdict, word = Verdict.CANNOT_TELL, f"{wanted - reached:g} fewer than the total; "
        word += "nothing says that all parts are listed"
    inputs = (Input("parts", added), Input("total", f"{wanted:g}"))
    reason = f"{added} is {reached:g}, {word}"
    spans = (listed.span, listed.total.span)
    return Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)
