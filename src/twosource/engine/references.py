"""What a reference on a command line names: an id, a number, or the place of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.errors import SettingsError
from twosource.model.case import Case
from twosource.model.lineage import LineageEdge
from twosource.model.report import Span, cut
from twosource.model.review import Pointer, Reviewed
from twosource.reviews.locate import pointer_to
from twosource.reviews.placing import Found
from twosource.reviews.statements import speaker_words

_PLACE = re.compile(r"S(\d+)[: ]\s*(\d+)[-–](\d+)")
_NUMBERED = frozenset({"finding", "loss", "lineage"})


_Named = list[tuple[Reviewed, tuple[Pointer, ...], str]]
"""What a reference names: its sort, its words, and what tells it apart."""


def named_by(case: Case, ref: str) -> _Named:
    """What a reference names: each thing by its sort, its words, and what tells it apart.

    Nothing where nothing has the reference.

    Raises:
        SettingsError: If a place lies outside its report.
    """
    for find in (_numbered, _statement, _placed, _claim, _compared, _entity):
        found = find(case, ref)
        if found:
            return found
    return []


def _numbered(case: Case, ref: str) -> _Named:
    """Findings, losses and ties have no ids; they are named by their number in the case file."""
    sort, _, number = ref.partition("-")
    if sort not in _NUMBERED or not number.isdigit() or not int(number):
        return []
    place = slice(int(number) - 1, int(number))
    if sort == "finding":
        return [
            (Reviewed.FINDING, pointers_to(case, f.spans), f.check) for f in case.findings[place]
        ]
    if sort == "loss":
        return [
            (Reviewed.LOSS, pointers_to(case, [loss.span, loss.source]), loss.kind.value)
            for loss in case.losses[place]
        ]
    return [
        (Reviewed.LINEAGE, pointers_to(case, _ends(edge)), edge.kind.value)
        for edge in case.lineage[place]
    ]


def _ends(edge: LineageEdge) -> list[Span]:
    if edge.runs:
        return list(edge.runs[0])
    return [] if edge.citation is None else [edge.citation]


def _statement(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.STATEMENT, pointers_to(case, [one.content]), speaker_words(one))
        for one in case.statements
        if one.id == ref
    ]


def _placed(case: Case, ref: str) -> _Named:
    """The statements whose words stand at a place that the brief names."""
    if not _PLACE.fullmatch(ref):
        return []
    span = span_at(case, ref)
    return [
        (Reviewed.STATEMENT, pointers_to(case, [span]), speaker_words(one))
        for one in case.statements
        if one.content == span
    ]


def _claim(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.ANSWER, pointers_to(case, [span]), question.text)
        for question in case.questions
        for claim in question.claims
        if claim.id == ref
        for span in dict.fromkeys(claim.spans)
    ]


def _compared(case: Case, ref: str) -> _Named:
    for found in case.contradictions:
        if found.id == ref:
            spans = list(dict.fromkeys(s for side in found.sides for s in side.spans))
            return [(Reviewed.CONTRADICTION, pointers_to(case, spans), found.question)]
    wordings = [(Reviewed.WORDING, w.spans, "") for w in case.wordings if w.id == ref]
    raised = [(Reviewed.HYPOTHESIS, h.raised[:1], h.label) for h in case.hypotheses if h.id == ref]
    return [(about, pointers_to(case, spans), name) for about, spans, name in (*wordings, *raised)]


def _entity(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.ENTITY, pointers_to(case, [one.mentions[0].span]), "")
        for one in case.entities
        if one.id == ref
    ]


def pointers_to(case: Case, spans: Sequence[Span]) -> tuple[Pointer, ...]:
    """Pointers to spans of a case, in the same order."""
    reports = {report.id: report for report in (*case.brief.reports, *case.reports)}
    return tuple(pointer_to(span, reports[span.report]) for span in spans)


def span_at(case: Case, place: str) -> Span:
    """The span that a place such as ``S1:598-636`` names, in code points of that report.

    Raises:
        SettingsError: If it names none.
    """
    match = _PLACE.fullmatch(place)
    reports = case.brief.reports
    if match is None or not 0 < int(match[1]) <= len(reports):
        raise SettingsError(f"{place!r} is no place; name one as the brief does: S1:598-636")
    report, start, end = reports[int(match[1]) - 1], int(match[2]), int(match[3])
    if not start < end <= len(report.text):
        raise SettingsError(f"{place!r} lies outside its report of {len(report.text)} characters")
    return cut(report, start, end)


def answers_named(case: Case, ref: str) -> list[Found]:
    """The answers of a claim by its id, or those whose words a place names.

    Raises:
        SettingsError: If a place lies outside its report.
    """
    span = span_at(case, ref) if _PLACE.fullmatch(ref) else None
    return [
        Found(question, claim, answer)
        for question in case.questions
        for claim in question.claims
        for answer in claim.given
        if claim.id == ref or answer.span == span
    ]
