"""Whether a report says that it was changed: the sentences of it that the earlier text lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.model.edition import Disclosure
from twosource.model.report import Report, Span, cut
from twosource.reference.notices import CORRECTION, STAMP

_SENTENCE = re.compile(r"[^\s].*?(?:[.!?](?=[\s”\"’')\]]|$)[”\"’')\]]*|(?=\n)|\Z)", re.DOTALL)
_LONGEST = 600
"""Code points of a notice; what is longer is no sentence."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+")
_SHORTEST = 4
_LIGHT = frozenset(
    "this that with have been from were said they their which also will would after before when "
    "where there what about than them then into over more most some such only other these those "
    "does each very just even".split()
)
"""Words so frequent that a notice and a change share them by chance."""


def notices_in(before: Report, after: Report) -> tuple[Disclosure, tuple[Span, ...]]:
    """How a later edition discloses that it was changed, with the sentences that say so.

    All of the text is looked at, furniture too, since notices often stand there. What stood in the
    earlier edition already speaks of an older change.

    Args:
        before: The earlier edition.
        after: The later edition.
    """
    known = {" ".join(sentence.split()) for sentence in _sentences(before.text)}
    told: list[Span] = []
    dated: list[Span] = []
    for match in _SENTENCE.finditer(after.text):
        words = match[0].strip()
        if len(words) > _LONGEST or " ".join(words.split()) in known:
            continue
        if CORRECTION.search(words):
            told.append(cut(after, match.start(), match.start() + len(words)))
        elif STAMP.search(words):
            dated.append(cut(after, match.start(), match.start() + len(words)))
    if told:
        return Disclosure.TOLD, _with_the_rest(told, after)
    return (Disclosure.DATED, tuple(dated)) if dated else (Disclosure.SILENT, ())


def speaks_of(notices: Sequence[Span], *spans: Span | None) -> bool:
    """Whether a notice has a number or a word of weight of the spans, beside its own formula."""
    given = {word for notice in notices for word in _words(CORRECTION.sub(" ", notice.quote))}
    return any(word in given for span in spans if span for word in _words(span.quote))


def _words(text: str) -> set[str]:
    found = (word.casefold() for word in _WORD.findall(text))
    weighty = (word for word in found if word[0].isdigit() or len(word) >= _SHORTEST)
    return set(weighty) - _LIGHT


def _sentences(text: str) -> list[str]:
    return [match[0].strip() for match in _SENTENCE.finditer(text)]


def _with_the_rest(told: Sequence[Span], report: Report) -> tuple[Span, ...]:
    """Notices to the ends of their paragraphs: what was wrong often stands in a second sentence."""
    found: list[Span] = []
    for span in told:
        end = report.text.find("\n", span.end)
        end = len(report.text) if end < 0 else end
        end = min(end, span.start + _LONGEST)
        while report.text[end - 1].isspace():
            end -= 1
        if not found or span.start >= found[-1].end:
            found.append(cut(report, span.start, max(end, span.end)))
    return tuple(found)
