"""Decisions on answers, ties and explanations, as a person writes them on a command line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.engine.desk import correcting, joining, judging, rating, remark, turned_back
from twosource.engine.references import answers_named, pointers_to, span_at
from twosource.engine.tables import load_tables
from twosource.errors import NotFoundError, SettingsError
from twosource.model.case import Case
from twosource.model.hypothesis import Hypothesis
from twosource.model.lineage import LineageKind
from twosource.model.proposition import Proposition
from twosource.model.relation import RelationKind
from twosource.model.review import Decision, Part, Review, ReviewAction, Reviewed
from twosource.model.value import (
    DistanceValue,
    DurationValue,
    PlaceValue,
    QuantityValue,
    TimeValue,
)
from twosource.reference.zones import zone_named
from twosource.reviews.chain import in_force, withdrawing
from twosource.reviews.placing import Found
from twosource.reviews.polarity import POLARITIES, polarity_of
from twosource.reviews.written import amount_written, place_written, time_written


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to decide, as it is said on a command line or from Python.

    Attributes:
        action: The name of the command.
        refs: What it is done to: ids, places of words, numbers of reviews.
        part: What a correction changes.
        to: What it changes it to; the kind of a relation, a rating, the words of a note.
        why: The reason.
    """

    action: str
    refs: tuple[str, ...]
    part: str = ""
    to: str = ""
    why: str = ""


def decisions_on(case: Case, reviews: Sequence[Review], wish: Wish) -> list[Decision]:
    """The decisions that a wish comes to, on a case as it stands.

    Args:
        case: The case with its reviews applied.
        reviews: The chain, for what is undone and redone by number.
        wish: What is to be decided.

    Raises:
        NotFoundError: If nothing has a reference.
        SettingsError: If the action, the part or the value cannot be meant.
    """
    if wish.action not in _ACTIONS:
        raise SettingsError(
            f"there is no decision {wish.action!r}; name one of {', '.join(_ACTIONS)}"
        )
    wanted, make = _ACTIONS[wish.action]
    if wanted is None and not wish.refs:
        raise SettingsError(f"{wish.action} needs at least one reference; name an id or a place")
    if wanted is not None and len(wish.refs) != wanted:
        raise SettingsError(
            f"{wish.action} needs {wanted} references and has {len(wish.refs)}; name ids or places"
        )
    return make(case, reviews, wish)


def _judged(case: Case, _: Sequence[Review], wish: Wish) -> list[Decision]:
    action = ReviewAction(wish.action)
    return [made for ref in wish.refs for made in judging(case, ref, action, wish.why)]


def _corrected_as_said(case: Case, _: Sequence[Review], wish: Wish) -> list[Decision]:
    if wish.part not in set(Part) - {Part.ABSENT}:
        raise SettingsError(
            f"there is no part {wish.part!r}; name stance, speaker, boundaries, hedges, said-at or "
            "venue of a statement, or value, time or place of an answer"
        )
    part = Part(wish.part)
    if part in OF_ANSWERS:
        return correcting_answers(case, wish.refs[0], part, wish.to, wish.why)
    return [correcting(case, wish.refs[0], part, wish.to, wish.why)]


def _joined(case: Case, _: Sequence[Review], wish: Wish) -> list[Decision]:
    return [joining(case, wish.refs, ReviewAction(wish.action), wish.why)]


def _rated(case: Case, _: Sequence[Review], wish: Wish) -> list[Decision]:
    hypothesis, place = wish.refs
    return [rating(case, hypothesis, place, wish.to, wish.why)]


def _remarked(case: Case, _: Sequence[Review], wish: Wish) -> list[Decision]:
    words = wish.to or wish.why
    return [remark(case, wish.refs[0], ReviewAction(wish.action), words)]


def _turned(_: Case, reviews: Sequence[Review], wish: Wish) -> list[Decision]:
    wrong = [ref for ref in wish.refs if not (ref.isascii() and ref.isdigit())]
    if wrong:
        raise SettingsError(f"{wrong[0]!r} is no number of a review; 'review list' shows them")
    numbers = [int(ref) for ref in wish.refs]
    return [turned_back(reviews, numbers, wish.why, undo=wish.action == "undo")]


_Make = Callable[[Case, Sequence[Review], Wish], list[Decision]]
_ACTIONS: Mapping[str, tuple[int | None, _Make]] = {
    "accept": (None, _judged),
    "reject": (None, _judged),
    "correct": (1, _corrected_as_said),
    "merge": (2, _joined),
    "split": (2, _joined),
    "relate": (2, lambda case, _, wish: [relating(case, wish.refs, wish.to, wish.why)]),
    "rate": (2, _rated),
    "absent": (1, lambda case, _, wish: [expecting(case, wish.refs[0], wish.to, wish.why)]),
    "note": (1, _remarked),
    "pin": (1, _remarked),
    "undo": (None, _turned),
    "redo": (None, _turned),
}
"""What can be decided: how many references each takes (``None``: any), and what makes it."""

OF_ANSWERS = frozenset({Part.VALUE, Part.TIME, Part.PLACE})
"""The parts of a correction that answers have."""


_SORTS: Mapping[Part, tuple[type, ...]] = {
    Part.VALUE: (QuantityValue, DurationValue, DistanceValue),
    Part.TIME: (TimeValue,),
    Part.PLACE: (PlaceValue,),
}
"""The sorts of value that have a part."""


def correcting_answers(case: Case, ref: str, part: Part, to: str, why: str) -> list[Decision]:
    """Corrections of an answer: its value, its time or its place.

    Args:
        case: The case.
        ref: Id of a claim, whose every answer is corrected; or the place of an answer's words.
        part: Which part.
        to: The value as a person writes it; see :mod:`twosource.reviews.written`. For an answer to
            whether something is so: ``yes``, ``no`` or ``possibly``.
        why: The reason.

    Raises:
        NotFoundError: If no answer has the reference.
        SettingsError: If the value cannot be read, or is of another sort than the answer.
    """
    found = answers_named(case, ref)
    if not found:
        raise NotFoundError(
            f"there is no answer {ref}; name a claim by its id (cl-...), or the words of an answer "
            "by their place (S1:598-636)"
        )
    return [_corrected(case, one, part, to, why) for one in found]


def _corrected(case: Case, one: Found, part: Part, to: str, why: str) -> Decision:
    pointers = pointers_to(case, [one.answer.span])
    base = Decision(
        ReviewAction.CORRECT, Reviewed.ANSWER, pointers, one.question.text, part, answer=to, why=why
    )
    if part is Part.VALUE and polarity_of(one.claim) is not None:
        if to not in POLARITIES:
            raise SettingsError(f"{to!r} answers no such question; name yes, no or possibly")
        return replace(base, word=to)
    value = one.answer.value
    if isinstance(value, Proposition) or not isinstance(value, _SORTS[part]):
        raise SettingsError(
            f"the answer {one.claim.answer[:60]!r} has no {part.value} to correct; its question "
            f"asks {one.question.kind.value}"
        )
    load_tables()
    frame = case.event
    if part is Part.TIME:
        zone = zone_named(frame.zone) if frame is not None and frame.zone else None
        return replace(base, given=time_written(to, zone))
    if part is Part.PLACE:
        near = "" if frame is None or frame.place is None else frame.place.country
        place = place_written(to, near)
        return replace(base, given=place, answer=place.name)
    return replace(base, given=amount_written(to, value))


def relating(case: Case, refs: Sequence[str], kind: str, why: str) -> Decision:
    """How two answers, or two reports, stand to each other, by a person's word.

    Args:
        case: The case.
        refs: Two claims by their ids, or two places; of reports the earlier first.
        kind: A kind of relation (``agreement``, ``refinement``, ``revision``, ``contradiction``,
            ``apart``, ``open``), or of lineage (``copies``, ``paraphrases``, ``cites``,
            ``common-origin``).
        why: The reason.

    Raises:
        NotFoundError: If no answer has a reference.
        SettingsError: If the kind is unknown, or the two cannot stand so to each other.
    """
    if kind in set(LineageKind):
        spans = [span_at(case, ref) for ref in refs]
        if spans[0].report == spans[1].report:
            raise SettingsError("both places stand in one report; name words of two reports")
        pointers = pointers_to(case, spans)
        return Decision(ReviewAction.RELATE, Reviewed.LINEAGE, pointers, kind, word=kind, why=why)
    if kind not in set(RelationKind):
        known = ", ".join((*RelationKind, *LineageKind))
        raise SettingsError(f"there is no relation {kind!r}; name one of {known}")
    sides = [answers_named(case, ref) for ref in refs]
    missing = [ref for ref, side in zip(refs, sides, strict=True) if not side]
    if missing:
        raise NotFoundError(f"there is no answer {missing[0]}; twosource claims CASE lists them")
    both = _on_one_question(sides)
    if both is None:
        raise SettingsError("the two answer different questions, or are one answer")
    left, right = both
    pointers = pointers_to(case, [left.answer.span, right.answer.span])
    return Decision(
        ReviewAction.RELATE, Reviewed.ANSWER, pointers, left.question.text, word=kind, why=why
    )


def _on_one_question(sides: Sequence[Sequence[Found]]) -> tuple[Found, Found] | None:
    """An answer of each side such that both are on one question and of two claims."""
    for left in sides[0]:
        for right in sides[1]:
            if left.question.id == right.question.id and left.claim.id != right.claim.id:
                return left, right
    return None


def expecting(case: Case, ref: str, words: str, why: str) -> Decision:
    """What an analyst expects to see if a hypothesis is so, and does not see.

    Raises:
        NotFoundError: If there is no such hypothesis.
        SettingsError: If nothing is said.
    """
    plain = " ".join(words.split())
    if not plain:
        raise SettingsError("nothing is said; say what you would expect to see")
    found = hypothesis_named(case, ref)
    pointers = pointers_to(case, found.raised[:1])
    return Decision(
        ReviewAction.CORRECT,
        Reviewed.HYPOTHESIS,
        pointers,
        found.label,
        Part.ABSENT,
        answer=plain,
        why=why,
    )


def unexpecting(case: Case, reviews: Sequence[Review], ref: str, words: str) -> Decision:
    """The decision that takes back what was expected of a hypothesis.

    Raises:
        NotFoundError: If there is no such hypothesis, or nobody noted that.
    """
    plain = " ".join(words.split())
    label = hypothesis_named(case, ref).label
    noted = [
        one
        for one in in_force(reviews)
        if one.decision.part is Part.ABSENT
        and (one.decision.named, one.decision.answer) == (label, plain)
    ]
    if not noted:
        raise NotFoundError(f"{ref} has no note {plain!r}; twosource hypotheses CASE shows them")
    return withdrawing(noted)


def hypothesis_named(case: Case, ref: str) -> Hypothesis:
    """The hypothesis of an id.

    Raises:
        NotFoundError: If there is none.
    """
    found = next((one for one in case.hypotheses if one.id == ref), None)
    if found is None:
        raise NotFoundError(f"there is no hypothesis {ref}; twosource hypotheses CASE lists them")
    return found
