"""Contradictions, losses and findings as the commands show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.brief.grid import anchor_id
from twosource.model.case import Case
from twosource.model.finding import Finding, Verdict
from twosource.model.identity import ReportId
from twosource.model.relation import AttributionLoss, Contradiction, Side
from twosource.model.report import Span

QUOTES = 4
"""Quotations that a version shows; the rest are counted."""
MATTERS = {
    "time": "when it was",
    "duration": "how long it took",
    "count": "a number",
    "place": "a place",
    "manner": "how it happened",
    "polarity": "whether it is so",
    "attribution": "who",
    "certainty": "how sure it is",
}
"""What the versions collide on, in words, by the value of ``Matter``."""
LOSS_WORDS = {
    "attribution": "says as its own",
    "hedge": "drops the hedge",
    "negation": "turns it round",
    "qualifier": "drops a qualifier",
    "speaker": "changes the speaker",
    "figure": "changes the figure",
    "certainty": "is more certain",
}
"""What a report did to what it passes on, by the value of ``LossKind``."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report that a card shows, with the link to their place."""

    label: str
    words: str
    target: str
    offsets: str


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a contradiction: its answer, the first of its words, and how many more."""

    answer: str
    quotes: tuple[Quote, ...]
    further: int
    reports: int
    origins: int


@dataclass(frozen=True, slots=True)
class Card:
    """A contradiction with its versions."""

    contradiction: Contradiction
    matter: str
    within: str | None
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class LossCard:
    """Words of a report beside the words that they descend from."""

    loss: AttributionLoss
    what: str
    here: Quote
    there: Quote


VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.FAILS: ("✗", "cannot be so"),
    Verdict.CANNOT_TELL: ("?", "cannot be told"),
    Verdict.HOLDS: ("✓", "holds"),
}
"""Glyph and words of a verdict, in the order in which findings are shown."""


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding with the words that were checked."""

    finding: Finding
    glyph: str
    word: str
    quotes: tuple[Quote, ...]


def findings_of(case: Case, labels: Mapping[ReportId, str]) -> tuple[FindingCard, ...]:
    """One card per finding: what fails first, then what cannot be told, then what holds."""
    order = list(VERDICTS)
    return tuple(
        FindingCard(one, *VERDICTS[one.verdict], tuple(_quote(span, labels) for span in one.spans))
        for one in sorted(case.findings, key=lambda f: order.index(f.verdict))
    )


def cards_of(case: Case, labels: Mapping[ReportId, str]) -> tuple[Card, ...]:
    """One card per contradiction, in the order of the case."""
    independent = {one.claim: set(one.origins) for one in case.sourcing}
    cards: list[Card] = []
    for found in case.contradictions:
        versions = []
        for side in found.sides:
            roots = {root for claim in side.claims for root in independent.get(claim, set())}
            versions.append(_version(side, labels, len(roots)))
        within = None if found.within is None else labels[found.within]
        cards.append(Card(found, MATTERS[found.kind], within, tuple(versions)))
    return tuple(cards)


def losses_of(case: Case, labels: Mapping[ReportId, str]) -> tuple[LossCard, ...]:
    """One card per loss, in the order of the case."""
    return tuple(
        LossCard(
            loss, LOSS_WORDS[loss.kind], _quote(loss.span, labels), _quote(loss.source, labels)
        )
        for loss in case.losses
    )


def shared_spans(case: Case) -> Iterator[tuple[Span, str]]:
    """Every span that the table of the lineage leads to, with what it is, for a tooltip."""
    for edge in case.lineage:
        for pair in edge.runs:
            yield from ((span, "shared with another report") for span in pair)
        if edge.citation is not None:
            yield edge.citation, "names its source"


def _version(side: Side, labels: Mapping[ReportId, str], origins: int) -> Version:
    spans = _one_per_report_first(side.spans)
    return Version(
        answer=side.answer,
        quotes=tuple(_quote(span, labels) for span in spans[:QUOTES]),
        further=max(0, len(spans) - QUOTES),
        reports=len({span.report for span in spans}),
        origins=origins,
    )


def _one_per_report_first(spans: Iterable[Span]) -> Sequence[Span]:
    """The first span of each report, then the others, so that no report hides another."""
    seen: set[ReportId] = set()
    first: list[Span] = []
    rest: list[Span] = []
    for span in spans:
        (rest if span.report in seen else first).append(span)
        seen.add(span.report)
    return [*first, *rest]


def _quote(span: Span, labels: Mapping[ReportId, str]) -> Quote:
    label = labels[span.report]
    words = " ".join(span.quote.split())
    return Quote(label, words, anchor_id(label, span), f"{span.start}–{span.end}")
