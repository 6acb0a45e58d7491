"""Deciding on a kept case: what a reference names, what is decided, and the case that follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from twosource.engine.references import named_by, pointers_to, span_at
from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.custody import Stamp
from twosource.model.hypothesis import Rating
from twosource.model.report import Span
from twosource.model.review import Decision, Part, Review, ReviewAction, Reviewed
from twosource.model.statement import Stance
from twosource.pipeline.examine import told
from twosource.reviews.apply import Applied, apply_reviews
from twosource.reviews.chain import Clash, decided, head, restoring, withdrawing
from twosource.reviews.locate import locate
from twosource.reviews.sheet import Filled, decided_on, read_review_sheet, review_sheet
from twosource.store.case_file import read_case
from twosource.store.kept import KeptCase, open_kept
from twosource.store.place import without_password
from twosource.store.rows import Run

_SHOWN = 80
_SIGNING = frozenset({ReviewAction.ACCEPT, ReviewAction.CORRECT})
"""What a person does who stands by an answer."""


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
            f"{kept.named}: the case was not examined yet; examine it: "
            f"twosource update {kept.named}"
        )
    return applied_to(kept, last, kept.reviews(), read)


def applied_to(
    kept: KeptCase, run: Run, reviews: Sequence[Review], read: Callable[[str], Case] = read_case
) -> Applied:
    """An examination of a case with decisions on it, its brief told anew.

    Args:
        kept: The case.
        run: The examination.
        reviews: The chain of decisions, or its beginning.
        read: Reads the document of an examination.
    """
    found = read(run.document)
    if not reviews:
        return Applied(found, (), (), (), ())
    before = kept.last_run(before=run.id)
    earlier = None if before is None else read(before.document)
    done = apply_reviews(found, reviews)
    case = told(done.case, earlier)
    notes = (*case.brief.notes, *_notes(done))
    return replace(done, case=replace(case, brief=replace(case.brief, notes=notes)))


def signed_answers(kept: KeptCase) -> tuple[Case, tuple[tuple[Review, tuple[Span, ...]], ...]]:
    """A case as it stands, with the reviews by which people accepted or corrected its answers.

    Returns:
        The case, and each review in force with its words, in order.

    Raises:
        NotFoundError: If the case was not examined yet.
    """
    done = applied_case(kept)
    reviews = [*done.applied, *(one.review for one in done.remarks)]
    found = [
        (one, tuple(locate(pointer, done.case.reports) for pointer in one.decision.pointers))
        for one in sorted(reviews, key=lambda one: one.seq)
        if one.decision.about is Reviewed.ANSWER and one.decision.action in _SIGNING
    ]
    return done.case, tuple(found)


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
            named = without_password(place)
            theirs = ", ".join(f"{one.seq} by {one.stamp.actor}" for one in found.theirs)
            raise SettingsError(
                f"{named}: somebody decided on the same thing meanwhile (review {theirs}); look at "
                "it with 'twosource review list' and decide again"
            )
        return found

    with open_kept(place) as kept:
        return list(kept.add_reviews(made))


def review_states(kept: KeptCase) -> dict[int, str]:
    """What became of each review of a case, by its number, in words.

    Raises:
        NotFoundError: If the case was not examined yet.
    """
    done = applied_case(kept)
    states = {one.seq: "not in force" for one in kept.reviews()}
    states |= {one.seq: "applied" for one in done.applied}
    for one in done.remarks:
        accepted = one.review.decision.action is ReviewAction.ACCEPT
        states[one.review.seq] = "accepted" if accepted else "remark"
    states |= {one.seq: "at the next update" for one in done.pending}
    states |= {one.review.seq: f"does not fit: {one.reason}" for one in done.unfit}
    return states


def sheet_of(place: str) -> str:
    """The statements of a case as a sheet to be decided on, with what was decided already.

    Raises:
        NotFoundError: If there is no such case, or it was not examined yet.
    """
    with open_kept(place) as kept:
        case, reviews = applied_case(kept).case, kept.reviews()
    return review_sheet(case, decided_on(case, reviews))


def sheet_read(case: Case, reviews: Sequence[Review], file: Path) -> Filled:
    """The decisions of a filled sheet on the case as it stands.

    Args:
        case: The case with its reviews applied.
        reviews: The chain, which tells what was decided since the sheet was made.
        file: The sheet.

    Raises:
        SettingsError: If the file cannot be read.
        MaterialError: If it is no sheet of statements.
    """
    try:
        table = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}; save it as CSV in UTF-8") from error
    return read_review_sheet(table, case, decided_on(case, reviews))


def turned_back(
    reviews: Sequence[Review], numbers: Sequence[int], why: str, *, undo: bool
) -> Decision:
    """The decision that undoes or redoes reviews by their numbers.

    Raises:
        NotFoundError: If there is no review of a number.
    """
    by_number = {review.seq: review for review in reviews}
    missing = [number for number in numbers if number not in by_number]
    if missing:
        raise NotFoundError(f"there is no review {missing[0]}")
    chosen = [by_number[number] for number in numbers]
    return withdrawing(chosen, why) if undo else restoring(chosen, why)


def judging(case: Case, ref: str, action: ReviewAction, why: str) -> list[Decision]:
    """Decisions to accept or reject what a reference names; a claim gives one for each answer.

    Raises:
        NotFoundError: If nothing has the reference.
    """
    found = [Decision(action, *one, why=why) for one in named_by(case, ref)]
    if not found:
        raise NotFoundError(
            f"nothing in the case is called {ref}; name an id (st-, cl-, co-, wo-, hy-, en-), the "
            "place of a statement's words (S1:598-636), or finding-N, loss-N, lineage-N"
        )
    return found


def remark(case: Case, place: str, action: ReviewAction, why: str) -> Decision:
    """A note or a pin on words."""
    return Decision(action, pointers=pointers_to(case, [span_at(case, place)]), why=why)


def joining(case: Case, refs: Sequence[str], action: ReviewAction, why: str) -> Decision:
    """A merge of two entities by their ids, or a split of two mentions by their places.

    Raises:
        NotFoundError: If there is no such entity.
    """
    spans = [_mention(case, ref) for ref in refs]
    return Decision(action, Reviewed.ENTITY, pointers_to(case, spans), why=why)


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
    pointers = pointers_to(case, [span_at(case, place), found.raised[0]])
    return Decision(
        ReviewAction.RATE, Reviewed.EVIDENCE, pointers, found.label, word=rated, why=why
    )


def correcting(case: Case, ref: str, part: Part, to: str, why: str) -> Decision:
    """A correction of a statement: its stance by name, the words of its other parts by a place.

    Args:
        case: The case.
        ref: Id of the statement.
        part: Which part.
        to: A stance; a place such as ``S1:598-636``, for hedges one or several with spaces between
            them. ``-`` is the report's own voice for a speaker; for hedges, the time and the venue
            it says that none is printed.
        why: The reason.

    Raises:
        NotFoundError: If there is no such statement.
        SettingsError: If the part cannot be corrected in this way.
    """
    named = named_by(case, ref)
    if not named or named[0][0] is not Reviewed.STATEMENT:
        raise NotFoundError(f"there is no statement {ref}")
    about, pointers, words = named[0]
    base = Decision(ReviewAction.CORRECT, about, pointers, words, part, why=why)
    if part is Part.STANCE:
        if to not in set(Stance):
            raise SettingsError(f"{to!r} is no stance; name one of {', '.join(Stance)}")
        return replace(base, word=to)
    if part is not Part.BOUNDARIES and to.strip() == "-":
        return base
    if part is Part.HEDGES:
        hedges = [span_at(case, place) for place in to.split()]
        return replace(base, pointers=(*pointers, *pointers_to(case, hedges)))
    return replace(base, words=pointers_to(case, [span_at(case, to)])[0])
