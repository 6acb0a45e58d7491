"""Deciding on a kept case: what a reference names, what is decided, and the case that follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.custody import Stamp
from twosource.model.hypothesis import Rating
from twosource.model.lineage import LineageEdge
from twosource.model.report import Span, cut
from twosource.model.review import Decision, Part, Pointer, Review, ReviewAction, Reviewed
from twosource.model.statement import Stance
from twosource.pipeline.examine import told
from twosource.reviews.apply import Applied, apply_reviews
from twosource.reviews.chain import Clash, decided, head, restoring, withdrawing
from twosource.reviews.locate import pointer_to
from twosource.reviews.sheet import Filled, read_review_sheet
from twosource.reviews.statements import speaker_words
from twosource.store.case_file import read_case
from twosource.store.kept import KeptCase, open_kept

_PLACE = re.compile(r"S(\d+)[: ]\s*(\d+)[-–](\d+)")
_NUMBERED = frozenset({"finding", "loss", "lineage"})
_SHOWN = 80


def applied_case(kept: KeptCase, read: Callable[[str], Case] = read_case) -> Applied:
    """The last examination of a case with what people decided, its brief told anew.

    Args:
        kept: The case.
        read: Reads the document of an examination.

    Raises:
        NotFoundError: If the case was not examined yet.
    """
    last = kept.last_run()
    if last is None:
        raise NotFoundError(
            f"{kept.place}: the case was not examined yet; examine it: "
            f"twosource update {kept.place}"
        )
    found = read(last.document)
    reviews = kept.reviews()
    if not reviews:
        return Applied(found, (), (), (), ())
    before = kept.last_run(before=last.id)
    earlier = None if before is None else read(before.document)
    done = apply_reviews(found, reviews)
    case = told(done.case, earlier)
    notes = (*case.brief.notes, *_notes(done))
    return replace(done, case=replace(case, brief=replace(case.brief, notes=notes)))


def _notes(done: Applied) -> tuple[str, ...]:
    """What people noted and pinned, and what they decided that fits no more, for the brief."""
    remarks = [
        f"{one.review.stamp.actor} ({one.review.stamp.at}), {one.review.decision.action.value}: "
        f"{one.review.decision.why or 'without a word'}; at “{_quoted(one.spans[0])}”"
        for one in done.remarks
        if one.spans
    ]
    number = len(done.applied)
    decisions = "1 decision of a person is" if number == 1 else f"{number} decisions of people are"
    counts = [f"In this brief {decisions} applied to what was found."] if number else []
    waiting = [
        f"Decision {one.seq} ({one.decision.action.value}) takes effect at the next update."
        for one in done.pending
    ]
    unfit = [
        f"Decision {one.review.seq} ({one.review.decision.action.value}) does not fit any more: "
        f"{one.reason}."
        for one in done.unfit
    ]
    return (*counts, *remarks, *waiting, *unfit)


def _quoted(span: Span) -> str:
    words = " ".join(span.quote.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} […]"


def decide(place: str, decisions: Sequence[Decision], stamp: Stamp, seen: str = "") -> list[Review]:
    """Put decisions at the end of a case's chain, all or none.

    Args:
        place: The case.
        decisions: What is decided.
        stamp: Who decides, and when.
        seen: The head of the chain as the decider read it; as it stands now where it is empty.

    Raises:
        SettingsError: If somebody decided on the same thing meanwhile; nothing is added then.
    """

    def made(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
        found = decided(reviews, decisions, stamp, seen or head(reviews))
        if isinstance(found, Clash):
            theirs = ", ".join(f"{one.seq} by {one.stamp.actor}" for one in found.theirs)
            raise SettingsError(
                f"{place}: somebody decided on the same thing meanwhile (review {theirs}); look at "
                "it with 'twosource review list' and decide again"
            )
        return found

    with open_kept(place) as kept:
        return list(kept.add_reviews(made))


def sheet_read(case: Case, file: Path) -> Filled:
    """The decisions of a filled sheet on the case as it stands.

    Raises:
        SettingsError: If the file cannot be read.
        MaterialError: If it is no sheet of statements.
    """
    try:
        table = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}; save it as CSV in UTF-8") from error
    return read_review_sheet(table, case)


def turned_back(place: str, numbers: Sequence[int], why: str, *, undo: bool) -> Decision:
    """The decision that undoes or redoes reviews by their numbers.

    Raises:
        NotFoundError: If there is no review of a number.
    """
    with open_kept(place) as kept:
        by_number = {review.seq: review for review in kept.reviews()}
    missing = [number for number in numbers if number not in by_number]
    if missing:
        raise NotFoundError(f"{place}: there is no review {missing[0]}")
    chosen = [by_number[number] for number in numbers]
    return withdrawing(chosen, why) if undo else restoring(chosen, why)


def judging(case: Case, ref: str, action: ReviewAction, why: str) -> list[Decision]:
    """Decisions to accept or reject what a reference names; a claim gives one for each answer.

    Raises:
        NotFoundError: If nothing has the reference.
    """
    found = [Decision(action, *one, why=why) for one in _named(case, ref)]
    if not found:
        raise NotFoundError(
            f"nothing in the case is called {ref}; name an id (st-, cl-, co-, wo-, hy-, en-), the "
            "place of a statement's words (S1:598-636), or finding-N, loss-N, lineage-N"
        )
    return found


_Named = list[tuple[Reviewed, tuple[Pointer, ...], str]]
"""What a reference names: its sort, its words, and what tells it apart."""


def _named(case: Case, ref: str) -> _Named:
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
        return [(Reviewed.FINDING, _at(case, f.spans), f.check) for f in case.findings[place]]
    if sort == "loss":
        return [
            (Reviewed.LOSS, _at(case, [loss.span, loss.source]), loss.kind.value)
            for loss in case.losses[place]
        ]
    return [
        (Reviewed.LINEAGE, _at(case, _ends(edge)), edge.kind.value) for edge in case.lineage[place]
    ]


def _ends(edge: LineageEdge) -> list[Span]:
    if edge.runs:
        return list(edge.runs[0])
    return [] if edge.citation is None else [edge.citation]


def _statement(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.STATEMENT, _at(case, [one.content]), speaker_words(one))
        for one in case.statements
        if one.id == ref
    ]


def _placed(case: Case, ref: str) -> _Named:
    """The statements whose words stand at a place that the brief names."""
    if not _PLACE.fullmatch(ref):
        return []
    span = span_at(case, ref)
    return [
        (Reviewed.STATEMENT, _at(case, [span]), speaker_words(one))
        for one in case.statements
        if one.content == span
    ]


def _claim(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.ANSWER, _at(case, [span]), question.text)
        for question in case.questions
        for claim in question.claims
        if claim.id == ref
        for span in dict.fromkeys(claim.spans)
    ]


def _compared(case: Case, ref: str) -> _Named:
    for found in case.contradictions:
        if found.id == ref:
            spans = list(dict.fromkeys(s for side in found.sides for s in side.spans))
            return [(Reviewed.CONTRADICTION, _at(case, spans), found.question)]
    wordings = [(Reviewed.WORDING, w.spans, "") for w in case.wordings if w.id == ref]
    raised = [(Reviewed.HYPOTHESIS, h.raised[:1], h.label) for h in case.hypotheses if h.id == ref]
    return [(about, _at(case, spans), name) for about, spans, name in (*wordings, *raised)]


def _entity(case: Case, ref: str) -> _Named:
    return [
        (Reviewed.ENTITY, _at(case, [one.mentions[0].span]), "")
        for one in case.entities
        if one.id == ref
    ]


def _at(case: Case, spans: Sequence[Span]) -> tuple[Pointer, ...]:
    reports = {report.id: report for report in case.brief.reports}
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


def remark(case: Case, place: str, action: ReviewAction, why: str) -> Decision:
    """A note or a pin on words."""
    return Decision(action, pointers=_at(case, [span_at(case, place)]), why=why)


def joining(case: Case, refs: Sequence[str], action: ReviewAction, why: str) -> Decision:
    """A merge of two entities by their ids, or a split of two mentions by their places.

    Raises:
        NotFoundError: If there is no such entity.
    """
    spans = [_mention(case, ref) for ref in refs]
    return Decision(action, Reviewed.ENTITY, _at(case, spans), why=why)


def _mention(case: Case, ref: str) -> Span:
    if ref.startswith("S"):
        return span_at(case, ref)
    found = next((entity for entity in case.entities if entity.id == ref), None)
    if found is None:
        raise NotFoundError(
            f"there is no entity {ref}; twosource export CASE --format json lists them"
        )
    return found.mentions[0].span


def rating(case: Case, ref: str, place: str, rated: str, why: str) -> Decision:
    """How an item of evidence stands to a hypothesis, by a person.

    Raises:
        NotFoundError: If there is no such hypothesis.
        SettingsError: If it is no rating, or the place names no words.
    """
    found = next((one for one in case.hypotheses if one.id == ref), None)
    if found is None:
        raise NotFoundError(f"there is no hypothesis {ref}; twosource hypotheses CASE lists them")
    if rated not in set(Rating):
        raise SettingsError(f"{rated!r} is no rating; name one of {', '.join(Rating)}")
    pointers = _at(case, [span_at(case, place), found.raised[0]])
    return Decision(
        ReviewAction.RATE, Reviewed.EVIDENCE, pointers, found.label, word=rated, why=why
    )


def correcting(case: Case, ref: str, part: Part, to: str, why: str) -> Decision:
    """A correction of a statement: its stance by name, its speaker or content by a place.

    Args:
        case: The case.
        ref: Id of the statement.
        part: Which part.
        to: A stance; a place such as ``S1:598-636``; for a speaker also ``-``, the report's own
            voice.
        why: The reason.

    Raises:
        NotFoundError: If there is no such statement.
        SettingsError: If the part cannot be corrected in this way.
    """
    named = _named(case, ref)
    if not named or named[0][0] is not Reviewed.STATEMENT:
        raise NotFoundError(f"there is no statement {ref}")
    about, pointers, words = named[0]
    base = Decision(ReviewAction.CORRECT, about, pointers, words, part, why=why)
    if part is Part.STANCE:
        if to not in set(Stance):
            raise SettingsError(f"{to!r} is no stance; name one of {', '.join(Stance)}")
        return replace(base, word=to)
    if part is Part.SPEAKER and to == "-":
        return base
    if part in {Part.SPEAKER, Part.BOUNDARIES}:
        return replace(base, words=_at(case, [span_at(case, to)])[0])
    raise SettingsError(
        f"a statement has no {part.value} to correct; name stance, speaker or boundaries"
    )
