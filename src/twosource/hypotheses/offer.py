"""One place where an explanation is offered, and how its words are cut and shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from twosource.hypotheses.bodies import Body
from twosource.hypotheses.testimony import Testimony
from twosource.model.hypothesis import HypothesisKind
from twosource.model.proposition import ArgumentRole, Proposition
from twosource.model.report import Report, Span, cut
from twosource.reference.explanations import MERE_HEADS, ONE_KIND

LONGEST_LABEL = 12
"""Words of a label; what is longer is cut and marked."""

_MOST_WORDS = 6
_TWO = 3
_LAST_WORDS = 5
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
STOP = frozenset(
    "the a an this that these those its his her their our my your and or but which who whom whose "
    "when while where in on at by for with from to of as was were is are had has have been be it "
    "he she they we i not no any some all there one two three four five six more only also into "
    "over after before".split()
)
"""Words that tell no explanation from another."""
_TOKEN = re.compile(r"[^\W\d_](?:[\w/'’-]*\w)?")
# Behind a noun phrase these begin what is said of it.
_SAYING = re.compile(r"\s+(?:had|has|have|was|were|is|are|did|may|might|could)\b")
_CUT = frozenset(
    "and but which that who whose when while after before since although in at as said says told "
    "is was were are has had have".split()
)
_LEADING = re.compile(
    r"^(?:the|a|an|any|some|this|that|of|by|when|no|possible|suspected|alleged)\s+", re.I
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One place where an explanation is offered.

    Attributes:
        kind: What it explains.
        key: Offers with equal keys are one explanation; its first word names the source.
        label: The explanation in printed words.
        raised: Where it stands.
        themes: Lemmas by which other words on it are recognised.
        side: Whether the words that raise it speak for it; ``None``: to be told from them.
        body: Who is said to have done it; ``None`` where nobody is named.
        staged: Whether the event is called no real one.
        clause: The clause that tells it, where one does.
        by: The words of whoever raises it; ``None`` where a question does.
        heads: The themes without which other words are not on it; empty: any theme will do.
    """

    kind: HypothesisKind
    key: tuple[str, ...]
    label: str
    raised: Span
    themes: frozenset[str]
    side: bool | None = None
    body: Body | None = None
    staged: bool = False
    clause: Proposition | None = None
    by: Span | None = None
    heads: frozenset[str] = frozenset()


def themes_of(clause: Proposition) -> list[str]:
    """Lemmas that a clause is about: its participants but for names, and a noun's happening."""
    found = [
        a.lemma.casefold()
        for a in clause.arguments
        if a.role is not ArgumentRole.OBLIQUE and not a.head.quote[:1].isupper()
    ]
    if clause.nominal:
        found.append(clause.predicate.quote.casefold())
    return [word for lemma in found for word in lemma.split()[-1:] if word not in STOP]


def places_of(clause: Proposition) -> list[str]:
    """Common nouns that a preposition joins to a clause: where, with what, from what."""
    return [
        a.lemma.casefold().split()[-1]
        for a in clause.arguments
        if a.role is ArgumentRole.OBLIQUE
        and a.lemma
        and not a.head.quote[:1].isupper()
        and not a.head.quote[:1].isdigit()
        and a.lemma.casefold() not in STOP
    ]


def names_in(words: str) -> list[str]:
    """The words of a text in lower case."""
    return [match.group().casefold() for match in _WORD.finditer(words)]


def tokens_in(words: str) -> set[str]:
    """The words of a text in lower case, and each two that stand together, joined by "_"."""
    told = [match.group().casefold() for match in _TOKEN.finditer(words)]
    return {*told, *(f"{one}_{two}" for one, two in pairwise(told))}


def shown(words: str) -> str:
    """Words as a label: on one line, without quotation marks, articles and loose ends."""
    printed = " ".join(words.split()).strip("“”\"'’‘,;: ")
    printed = printed if re.search(r"\b\w\.\w\.$", printed) else printed.rstrip(".")
    printed = re.sub(r"^\d+[.)]\s+", "", printed)
    while (trimmed := _LEADING.sub("", printed, count=1)) != printed:
        printed = trimmed
    kept = printed.split()
    while len(kept) > 1 and kept[-1].casefold() in STOP:
        kept.pop()
    cut = " […]" if len(kept) > LONGEST_LABEL else ""
    label = " ".join(kept[:LONGEST_LABEL]).strip("“”\"'’‘,;: ") + cut
    # A mark that was cut off from its partner would make a quotation of nobody's words.
    return label if label.count("(") == label.count(")") else label.replace("(", "").strip()


def short(text: str, start: int, end: int, *, from_end: bool = False) -> tuple[int, int]:
    """The first words of a phrase up to where another begins; the last ones, counted back."""
    words = list(_WORD.finditer(text, start, end))
    if from_end:
        words = _last(words, text)
    kept: list[re.Match[str]] = []
    for word in words[: _MOST_WORDS + 2]:
        between = text[kept[-1].end() : word.start()] if kept else ""
        if kept and ("," in between or word.group().casefold() in _CUT):
            break
        if not kept and word.group().casefold() in STOP:
            continue
        kept.append(word)
        if len(kept) == _MOST_WORDS:
            break
    return (kept[0].start(), kept[-1].end()) if kept else (start, start)


def _last(words: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The words at the end of a phrase that belong together, the most of them."""
    kept: list[re.Match[str]] = []
    for word in reversed(words[-_LAST_WORDS:]):
        after = text[word.end() : kept[-1].start()] if kept else ""
        if word.group().casefold() in _CUT or "," in after:
            break
        kept.append(word)
    return kept[::-1]


def of_words(span: Span, source: str = "cause", side: bool | None = None) -> Offer:
    """An offer of a cause by the words that name it."""
    themes = frozenset(word for word in names_in(span.quote) if word not in STOP)
    key = " ".join(sorted(themes))
    return Offer(
        HypothesisKind.CAUSE,
        (source, key),
        shown(span.quote),
        span,
        themes,
        side=side,
        heads=_heads(span.quote),
    )


def _heads(words: str) -> frozenset[str]:
    """The head of a noun phrase; of "a lack of light", what "of" joins to it."""
    parts = re.split(r"\b(?:of|in|on|at|by|with|from|for|to|about)\b", words, maxsplit=1)
    for part in parts:
        told = [word for word in names_in(part) if word not in STOP]
        if told and told[-1].removesuffix("s") not in MERE_HEADS:
            return frozenset({told[-1]})
    return frozenset()


def told_by(clause: Proposition, source: str, side: bool | None = None) -> Offer:
    """An offer of what a clause tells."""
    heads = [a.lemma.casefold() for a in clause.arguments if a.role is ArgumentRole.AGENT]
    about = sorted({clause.lemma, *(argument.lemma for argument in clause.arguments)})
    return Offer(
        HypothesisKind.CAUSE,
        (source, *about),
        shown(clause.span.quote),
        clause.span,
        frozenset([*themes_of(clause), *heads, *places_of(clause)]) - STOP,
        side=side,
        clause=clause,
    )


def cut_phrase(
    part: Span, place: tuple[int, int], report: Report, one: Testimony, *, from_end: bool = False
) -> Iterable[Offer]:
    """What a phrase begins with, as an offer: the noun phrase or the clause that stands there.

    Args:
        part: The words that hold the phrase.
        place: Where it begins and ends in them.
        report: Their report, to cut a span from.
        one: The testimony that they belong to.
        from_end: Whether the phrase stands at the end of the place.
    """
    start, end = short(part.quote, *place, from_end=from_end)
    if end <= start:
        return
    at = part.start + start
    told = [
        c for c in one.clauses
        if not c.nominal and at - _TWO <= c.span.start <= at + 1 and c.predicate.start > at
    ]  # fmt: skip
    if told and not from_end and len(told[0].span.quote.split()) > 1:
        yield told_by(told[0], "cause")
    elif not from_end and _SAYING.match(part.quote, end):
        tail = re.split(r"[.,;:!?\n”\"]", part.quote[start:], maxsplit=1)[0]
        words = tail.split()[:LONGEST_LABEL]
        whole = at + len(tail[: _length(tail, len(words))])
        yield of_words(cut(report, at, whole))
    else:
        yield of_words(cut(report, at, part.start + end))


def _length(text: str, count: int) -> int:
    """Where the first words of a text end."""
    ends = [match.end() for match in re.finditer(r"\S+", text)]
    return ends[count - 1] if count else 0


def kinds_of_cause(words: Iterable[str]) -> frozenset[int]:
    """The kinds of cause that words belong to, by number."""
    low = set(words)
    low |= {word.removesuffix("s") for word in low}
    return frozenset(number for number, kind in enumerate(ONE_KIND) if kind & low)
