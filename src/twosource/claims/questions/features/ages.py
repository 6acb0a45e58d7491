"""How old somebody is: the holder of a role, the boy who died, somebody named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.questions.context import (
    Context,
    Found,
    clause_of,
    is_asked,
    reports_in,
    statement_at,
)
from twosource.claims.questions.features.groups import differing
from twosource.claims.questions.features.roles import by_role, role_in
from twosource.claims.questions.telling import Topic, question_of
from twosource.model.claim import Answer, Question, QuestionKind
from twosource.model.event import Layer, LayeredSentence
from twosource.model.report import Span, cut
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reference.numbers import TENS, UNITS

_WORDS = "|".join([*(word for word in UNITS if word not in {"zero", "one"}), *TENS])
_YEARS = rf"(?P<years>\d{{1,2}}|(?:{'|'.join(TENS)})-(?:{'|'.join(UNITS)})|{_WORDS})"
_FORMS = (
    r"\bYEARS-year-old\b",
    r", (?:aged )?YEARS(?=[,.;)]| who\b| and\b)",
    r"\baged YEARS\b",
    r"\b(?:man|woman|boy|girl|child|lad|youth|baby) of (?:about |just |only )?YEARS\b",
    r"\bYEARS years (?:old|of age)\b",
    r"\((?:aged )?YEARS\)",
    r"\b(?:is|was|just|only|turned) YEARS(?=[,.;]| when| and had| years old)",
    r", who (?:is|was) YEARS\b",
)
_AGE = tuple(re.compile(form.replace("YEARS", _YEARS)) for form in _FORMS)
_CHILD = re.compile(
    r"\b(?:[Tt]he|[Aa]|[Oo]ne)\b(?: [\w-]+){0,2} (?P<child>boy|girl|baby|toddler)\b"
)
_DIED = re.compile(r"\b(?:died|dead|killed|drowned|lost (?:his|her) life|deceased)\b")
_OTHER_EVENTS = frozenset({Layer.PARALLEL, Layer.BACKGROUND})
_SLACK, _ADULT, _NEAR = 1, 14, 3


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as printed, with whose it is."""

    role: str
    found: Found
    years: int


def age_of_role_questions(
    cases: Sequence[Context], known: Sequence[set[Span]]
) -> Iterator[Question]:
    """Ask how old somebody is where voices give ages that lie more than a birthday apart.

    Args:
        cases: The reports.
        known: The places that questions hold together already.
    """
    told = [one for context in cases for one in _ages(context)]
    for role, group in by_role(told).items():
        if involved := differing(group, known, _apart):
            yield _question(role, involved)


def _apart(one: _Age, other: _Age) -> bool:
    return abs(one.years - other.years) > _SLACK


def _ages(context: Context) -> Iterator[_Age]:
    for sentence in context.facts.sentences:
        if sentence.layer in _OTHER_EVENTS or is_asked(context, sentence.span):
            continue
        printed = _printed(sentence.span.quote)
        if len(printed) != 1:
            continue
        first, last = printed[0]
        start = sentence.span.start
        span = cut(context.facts.report, start + first, start + last)
        years = _number(span.quote)
        for whose in _whose(context, sentence, first):
            if whose.startswith("en-") or "who died" in whose or years >= _ADULT:
                yield _Age(whose, _aged(context, span, years), years)


def _printed(text: str) -> list[tuple[int, int]]:
    """Where ages stand in a sentence, each once."""
    found = {match.span("years") for form in _AGE for match in form.finditer(text)}
    return sorted(found)


def _number(words: str) -> int:
    total = 0
    for word in words.lower().split("-"):
        total += int(word) if word.isdigit() else UNITS.get(word, TENS.get(word, 0))
    return total


def _whose(context: Context, sentence: LayeredSentence, at: int) -> Iterator[str]:
    """Whose an age may be: a role, a child who died, and the name that it stands beside."""
    text = sentence.span.quote
    role = role_in(text)
    if role:
        yield role
    child = _CHILD.search(text)
    if child is not None and _DIED.search(text):
        yield f"{child['child']} who died"
    named = _named(context, sentence.span.start + at)
    if named:
        yield named


def _named(context: Context, at: int) -> str:
    """The entity whose name ends right before an age: "Ana Sol, 9", "Ana was nine"."""
    text = context.facts.report.text
    for start, end, entity in context.mentions:
        between = text[end:at].strip(" ,(") if end <= at else "x x x x"
        close = between in {
            "",
            "aged",
            "is",
            "was",
            "is just",
            "was only",
            "was just",
            "is only",
            "who is",
            "who was",
        }
        if close and text[start : start + 1].isupper():
            return str(entity)
    return ""


def _aged(context: Context, span: Span, years: int) -> Found:
    age = float(years)
    value = QuantityValue(span, QuantityKind.MEASURE, Amount(age, age), "year", None, "age", "")
    statement = statement_at(context, span)
    said = None if statement is None else statement.id
    answer = Answer(value, span, context.facts.report.id, said)
    return Found(answer, clause_of(context, span), context)


def _question(role: str, group: Sequence[_Age]) -> Question:
    told = [one.found for one in group]
    years = {one.found.answer.span: one.years for one in group}
    who = f"the {role}" if not role.startswith("en-") else _name(group[0])
    reason = f"each gives the age of {who}, in {reports_in(told)} report(s)"
    topic = Topic(QuestionKind.HOW_MUCH, f"How old is {who}?", ("age", "of", role), reason)
    return question_of(
        topic,
        told,
        lambda one: years[one.answer.span],
        lambda one: " ".join(one.answer.span.quote.split()),
    )


def _name(one: _Age) -> str:
    """The name that an age stands beside, as printed."""
    context, at = one.found.context, one.found.answer.span.start
    before = [
        (end, start) for start, end, entity in context.mentions if end <= at and entity == one.role
    ]
    end, start = max(before)
    return context.facts.report.text[start:end]
