"""Bare numbers with the noun that stands before them: "about 600 marched; the union said 2,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from twosource.claims.questions.context import Context, sentence_at
from twosource.model.value import QuantityKind, QuantityValue

BODIES = frozenset({"body", "corpse"})
"""What is found of the dead."""
_BEFORE = 40
# A number that takes its noun from the sentences before: "put the number at 2,000".
_PUT_AT = re.compile(
    r"(?i)\b(?:put|puts|putting|set|estimated|gave|gives|revised)\s+(?:the|their|that|this)\s+"
    r"(?:number|figure|total|crowd|turnout|attendance|count)\s+(?:at|as|to)\s+"
    r"(?:(?:about|around|some|over|more than|at least|nearly|up to)\s+)?\Z"
)
_SENTENCES_BACK = 2
# "How many rafts did she have?" "Four."
_HOW_MANY = re.compile(r"(?i)\bhow many (?:\w+ ){0,2}?(\w{3,}s|people|men|women|children)\b")
# "And the crew?" "All nineteen are well."
_AND_THE = re.compile(r"(?i)\band (?:the|your|their) (\w{3,})\?\Z")
_SHORT = 60
_PLURALS = frozenset({"people", "men", "women", "children"})


def with_nouns(context: Context) -> Iterator[QuantityValue]:
    """Quantities, a bare number with the noun that its sentence counted before it.

    "Built for 60 men, the wing held 148" counts men twice.
    """
    last: tuple[int, str, float] = (-1, "", 0.0)
    for value in context.facts.quantities:
        sentence = sentence_at(context, value.span)
        number = -1 if sentence is None else sentence.number
        low = value.amount.low
        bare = not value.noun and not value.status and not value.part and not value.unit
        if value.kind is QuantityKind.COUNT and value.noun:
            last = (number, value.noun, low or 0.0)
        elif bare and 0 < number - last[0] <= _SENTENCES_BACK and _is_put_at(context, value):
            # "About 600 marched. The union put the number at 2,000."
            value = replace(value, noun=last[1])
        elif bare and last[0] == number and low is not None and low > 1:
            whose = context.facts.report.text[: value.span.start].split()[-1:] == ["of"]
            # "Six wounded were moved, four are in a moderate condition": those are some of the six.
            part = low < last[2]
            value = value if whose or part else replace(value, noun=last[1])
        if bare and not value.noun and (asked := _asked_for(context, value)):
            value = replace(value, noun=asked)
        yield _as_found(context, value)


def _asked_for(context: Context, value: QuantityValue) -> str:
    """The noun of a question right before a short answer: "How many rafts?" "Four."."""
    sentence = sentence_at(context, value.span)
    if sentence is None or len(sentence.span.quote) > _SHORT:
        return ""
    before = context.facts.report.text[: sentence.span.start].rstrip()
    line = before[before.rfind("\n") + 1 :] if before.endswith("?") else ""
    told = _HOW_MANY.findall(line) or _AND_THE.findall(line.rstrip())
    if not told:
        return ""
    noun = told[-1].lower()
    return noun if noun in _PLURALS else str(noun.removesuffix("s"))


def _is_put_at(context: Context, value: QuantityValue) -> bool:
    start = value.span.start
    return bool(_PUT_AT.search(context.facts.report.text, max(0, start - _BEFORE), start))


def _as_found(context: Context, value: QuantityValue) -> QuantityValue:
    """Bodies that are found are so many dead at least: "three bodies were recovered"."""
    if value.kind is not QuantityKind.COUNT or value.noun.lower() not in BODIES:
        return value
    before = context.facts.report.text[: value.span.start].split()[-2:]
    if "all" in [word.lower() for word in before] or value.amount.high is None:
        return value
    return replace(value, amount=replace(value.amount, high=None))
