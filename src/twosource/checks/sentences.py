"""Sentences of a report as checks read them: words, numbers, and whether they tell of the event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame, Layer, LayeredSentence
from twosource.model.report import Span, cut
from twosource.reference.numbers import TENS, UNITS

NUMBER = (
    rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS)}))?"
    rf"|(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}))"
)
"""Pattern of an exact number below a hundred in words, or of any size in digits."""
CLOCK = r"(?:\d{1,2}[:.]\d{2}|\d{1,2})(?: ?(?:[ap]\.m\.|[ap]m\b))?"
"""Pattern of a time of day in digits, of 12 or 24 hours."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))? ?(?:([ap])\.?m\.?)?", re.IGNORECASE)
HALF_DAY, WHOLE_DAY = 12 * 60, 24 * 60


def number_of(words: str) -> float:
    """The number that a match of ``NUMBER`` prints."""
    total = 0.0
    for word in re.split(r"[- ]", words.lower()):
        found = UNITS.get(word, TENS.get(word))
        total += float(word.replace(",", "")) if found is None else found
    return total


def clock_of(words: str) -> tuple[int, bool] | None:
    """Minutes past midnight of a match of ``CLOCK``, and whether the half of the day is open."""
    match = _CLOCK.match(words)
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (99, 0)
    if match is None or hour > 23 or minute > 59:
        return None
    if match[3]:
        late = match[3].lower() == "p"
        return (hour % 12 + 12 * late) * 60 + minute, False
    return hour * 60 + minute, 1 <= hour <= 12 and not match[1].startswith("0")


def matches(
    facts: ReportFacts, pattern: re.Pattern[str]
) -> Iterator[tuple[LayeredSentence, re.Match[str]]]:
    """Every match of a pattern inside a sentence, in order."""
    for sentence in facts.sentences:
        for match in pattern.finditer(sentence.span.quote):
            yield sentence, match


def piece(
    facts: ReportFacts, sentence: LayeredSentence, match: re.Match[str], group: str | int = 0
) -> Span:
    """The words of a group of a match, cut from the report."""
    start, end = match.span(group)
    return cut(facts.report, sentence.span.start + start, sentence.span.start + end)


def sentence_of(facts: ReportFacts, span: Span) -> LayeredSentence | None:
    """The sentence in which a span begins."""
    for sentence in facts.sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            return sentence
    return None


def is_of_event(facts: ReportFacts, span: Span) -> bool:
    """Whether a span stands in a sentence on the event, or in one not known to be on another."""
    sentence = sentence_of(facts, span)
    return sentence is not None and sentence.layer in {Layer.EVENT, Layer.UNKNOWN}


def names_event(facts: ReportFacts, span: Span, frame: EventFrame) -> bool:
    """Whether the sentence of a span is on the event and names it by one of its words."""
    sentence = sentence_of(facts, span)
    if sentence is None or not is_of_event(facts, span):
        return False
    words = sentence.span.quote.lower()
    return any(re.search(rf"\b{re.escape(term.removesuffix('e'))}", words) for term in frame.terms)
