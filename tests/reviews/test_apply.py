"""Each kind of decision, on a small invented event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from tests.brief.ferry import ferry_case
from tests.exchange.test_places import PORT, placed
from tests.factory import report, span, statement

from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.custody import Stamp
from twosource.model.hypothesis import (
    Evidence,
    EvidenceKind,
    Hypothesis,
    HypothesisKind,
    Rating,
)
from twosource.model.identity import ClaimId, HypothesisId, QuestionId
from twosource.model.relation import RelationKind, Wording, WordingId
from twosource.model.report import Report, Span
from twosource.model.review import Decision, Part, ReviewAction, Reviewed
from twosource.model.statement import Stance
from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import Amount, QuantityKind, QuantityValue
from twosource.reviews.apply import Applied, apply_reviews, rulings_of
from twosource.reviews.chain import decided, head
from twosource.reviews.locate import pointer_to

STAMP = Stamp("Ada Voss", "2031-04-12T09:00:00+00:00")
ACTION, ABOUT = ReviewAction, Reviewed


def pointed(case: Case, *spans: Span) -> tuple:
    reports = {one.id: one for one in case.reports}
    return tuple(pointer_to(one, reports[one.report]) for one in spans)


def applied(case: Case, *decisions: Decision) -> Applied:
    chain = decided((), decisions, STAMP, head(()))
    assert isinstance(chain, tuple)
    return apply_reviews(case, chain)


def only(case: Case, decision: Decision) -> Case:
    found = applied(case, decision)
    assert found.unfit == ()
    assert len(found.applied) == 1
    return found.case


def why_unfit(case: Case, decision: Decision) -> str:
    found = applied(case, decision)
    assert found.case == case
    return found.unfit[0].reason


def counted(*figures: float) -> Case:
    """A case in which each of several reports gives another count of one thing."""
    texts = [report(f"In all {int(n)} sailors were hurt.", file=f"{n}.txt") for n in figures]
    said = [statement(one, None, None, one.text.rstrip(".")) for one in texts]
    claims = []
    for one, told, n in zip(texts, said, figures, strict=True):
        words = span(one, str(int(n)))
        value = QuantityValue(
            words, QuantityKind.COUNT, Amount(n, n), "", span(one, "sailors"), "sailor", "injure"
        )
        answer = Answer(value, words, one.id, told.id)
        claims.append(Claim(ClaimId(f"cl-{n}"), QuestionId("qu-1"), str(int(n)), (answer,)))
    asked = Question(
        QuestionId("qu-1"),
        QuestionKind.HOW_MANY,
        "How many sailors were hurt?",
        ("sailor",),
        tuple(claims),
        ".",
    )
    case = replace(ferry_case(), reports=tuple(texts), statements=tuple(said), entities=())
    return replace(case, questions=(asked,))


def explained(case: Case) -> Case:
    """The ferry's case with one hypothesis and one item on each side."""
    harbour, wire, _ = case.reports
    raised = span(harbour, "the barge of sailing without lights")
    for_it = Evidence(raised, None, Rating.FOR, EvidenceKind.ASSERTION, "Mara Quill", True, ".")
    words = span(wire, "Every lamp on that barge was burning")
    against = Evidence(words, None, Rating.AGAINST, EvidenceKind.DENIAL, "Tobias Renn", True, ".")
    one = Hypothesis(
        HypothesisId("hy-1"), HypothesisKind.CAUSE, "sailing without lights", (raised,), (), (),
        (for_it,), (against,), (), ".",
    )  # fmt: skip
    return replace(case, hypotheses=(one,))


@pytest.fixture
def ferry() -> Case:
    return ferry_case()


def test_a_rejected_statement_goes_with_everything_that_rests_on_it_alone() -> None:
    case = counted(9, 11)
    gone = case.statements[1]
    reject = Decision(ACTION.REJECT, ABOUT.STATEMENT, pointed(case, gone.content))
    found = only(case, reject)
    assert found.statements == (case.statements[0],)
    assert [one.answer for one in found.questions[0].claims] == ["9"]
    assert found.relations == found.contradictions == ()


def test_rejecting_what_is_not_found_any_more_is_fulfilled(ferry: Case) -> None:
    words = span(ferry.reports[0], "Sign up for our evening letter.")
    reject = Decision(ACTION.REJECT, ABOUT.STATEMENT, pointed(ferry, words))
    assert only(ferry, reject) == ferry


def test_a_wording_needs_two_statements(ferry: Case) -> None:
    lamps = [one for one in ferry.statements if "Every lamp" in one.content.quote]
    wording = Wording(
        WordingId("wo-1"), tuple(s.id for s in lamps), tuple(s.content for s in lamps), ("",)
    )
    case = replace(ferry, wordings=(wording,))
    reject = Decision(ACTION.REJECT, ABOUT.STATEMENT, pointed(case, lamps[0].content))
    assert only(case, reject).wordings == ()


def test_a_stance_is_corrected_and_the_id_stays(ferry: Case) -> None:
    told = ferry.statements[5]
    change = Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(ferry, told.content), part=Part.STANCE,
        word="asserts",
    )  # fmt: skip
    found = only(ferry, change).statements[5]
    assert found == replace(told, stance=Stance.ASSERTS)


def test_corrected_boundaries_and_speakers_give_the_id_of_their_content() -> None:
    case = counted(9, 11)
    told = case.statements[0]
    cut = span(case.reports[0], "9 sailors were hurt")
    bounds = Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(case, told.content), part=Part.BOUNDARIES,
        words=pointed(case, cut)[0],
    )  # fmt: skip
    found = only(case, bounds)
    again = statement(case.reports[0], None, None, "9 sailors were hurt")
    assert found.statements[0] == again
    assert found.questions[0].claims[0].given[0].statement == again.id


def test_a_speaker_is_corrected_to_whom_the_words_name_or_to_own_voice(ferry: Case) -> None:
    told = ferry.statements[5]
    words = span(ferry.reports[0], "Tobias Renn")
    change = Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(ferry, told.content), part=Part.SPEAKER,
        words=pointed(ferry, words)[0],
    )  # fmt: skip
    speaker = only(ferry, change).statements[5].speaker
    assert speaker is not None
    assert [e.name for e in ferry.entities if e.id == speaker.entity] == ["Tobias Renn"]
    own = only(ferry, replace(change, words=None)).statements[5]
    assert own.speaker is own.cue is None


def test_hedges_are_corrected_to_those_that_are_named_and_to_none(ferry: Case) -> None:
    told = next(one for one in ferry.statements if one.hedges)
    text = next(one for one in ferry.reports if one.id == told.report)
    more = (span(text, "may"), span(text, "have been"))
    named = Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(ferry, told.content, *reversed(more)),
        part=Part.HEDGES,
    )  # fmt: skip
    none = replace(named, pointers=named.pointers[:1])
    found = only(ferry, named)
    assert next(one for one in found.statements if one.id == told.id).hedges == more
    assert next(one for one in only(ferry, none).statements if one.id == told.id).hedges == ()
    # They are one correction: the later one replaces the earlier.
    both = applied(ferry, named, none)
    assert [one.decision for one in both.applied] == [none]


@pytest.mark.parametrize(("part", "field"), [(Part.SAID_AT, "said_at"), (Part.VENUE, "venue")])
def test_when_and_where_something_was_said_are_corrected_and_taken_out(
    ferry: Case, part: Part, field: str
) -> None:
    told = next(one for one in ferry.statements if getattr(one, field) is not None)
    text = next(one for one in ferry.reports if one.id == told.report)
    words = span(text, "Radio" if part is Part.VENUE else "Wednesday")
    change = Decision(
        ACTION.CORRECT, ABOUT.STATEMENT, pointed(ferry, told.content), part=part,
        words=pointed(ferry, words)[0],
    )  # fmt: skip
    kept = {one.id: one for one in only(ferry, change).statements}
    assert getattr(kept[told.id], field) == words
    gone = {one.id: one for one in only(ferry, replace(change, words=None)).statements}
    assert getattr(gone[told.id], field) is None


@pytest.mark.parametrize("part", [Part.HEDGES, Part.SAID_AT, Part.VENUE, Part.BOUNDARIES])
def test_words_of_another_report_are_put_into_no_statement(ferry: Case, part: Part) -> None:
    told = ferry.statements[0]
    foreign = pointed(ferry, ferry.statements[-1].content)
    change = Decision(ACTION.CORRECT, ABOUT.STATEMENT, pointed(ferry, told.content), part=part)
    change = (
        replace(change, pointers=(*change.pointers, *foreign))
        if part is Part.HEDGES
        else replace(change, words=foreign[0])
    )
    assert "in another report" in why_unfit(ferry, change)


def test_a_corrected_count_joins_the_claim_that_says_so_and_the_collision_ends() -> None:
    case = counted(9, 11)
    wrong = case.questions[0].claims[1].given[0]
    first = Decision(ACTION.CORRECT, ABOUT.ANSWER, pointed(case, wrong.span), part=Part.VALUE)
    apart = only(case, replace(first, given=Amount(40, 40), answer="40"))
    assert [one.answer for one in apart.questions[0].claims] == ["9", "40"]
    assert len(apart.contradictions) == 1
    joined = only(case, replace(first, given=Amount(9, 9), answer="9"))
    assert [len(one.given) for one in joined.questions[0].claims] == [2]
    assert joined.contradictions == ()
    assert joined.sourcing[0].claim == case.questions[0].claims[0].id


def test_a_corrected_place_is_certain_and_a_value_of_another_sort_does_not_fit(
    ferry: Case,
) -> None:
    case = placed(ferry)
    words = case.questions[0].claims[0].given[0].span
    change = Decision(
        ACTION.CORRECT, ABOUT.ANSWER, pointed(case, words), part=Part.PLACE, given=PORT
    )
    value = only(case, change).questions[0].claims[0].given[0].value
    assert (value.candidates, value.certain) == ((PORT,), True)
    hour = TimeInterval(
        datetime(2031, 4, 8, 19, tzinfo=UTC), datetime(2031, 4, 8, 20, tzinfo=UTC), "7",
        ZoneBasis.PLACE,
    )  # fmt: skip
    assert why_unfit(case, replace(change, given=None)) == "place cannot become nothing"
    assert why_unfit(case, replace(change, given=hour)) == "place cannot become time"


def test_a_persons_relation_outranks_the_rule() -> None:
    case = counted(9, 11)
    spans = [claim.given[0].span for claim in case.questions[0].claims]
    relate = Decision(
        ACTION.RELATE, ABOUT.ANSWER, pointed(case, *spans), word="contradiction", why="Two tallies."
    )
    found = only(case, relate)
    assert [one.kind for one in found.relations] == [RelationKind.CONTRADICTION]
    assert [one.answer for one in found.contradictions[0].sides] == ["9", "11"]
    assert found.contradictions[0].reason == "Two tallies."
    assert only(found, replace(relate, word="apart")).contradictions == ()


def test_a_rejected_contradiction_stays_open_and_is_not_drawn_again() -> None:
    case = counted(9, 11, 14)
    claims = case.questions[0].claims
    spans = [claim.given[0].span for claim in claims]
    relate = Decision(ACTION.RELATE, ABOUT.ANSWER, pointed(case, *spans[:2]), word="contradiction")
    reject = Decision(ACTION.REJECT, ABOUT.CONTRADICTION, pointed(case, *spans[:2]))
    other = replace(relate, pointers=pointed(case, *spans[1:]))
    found = applied(case, relate, reject, other)
    assert found.unfit == ()
    assert [[s.answer for s in one.sides] for one in found.case.contradictions] == [["11", "14"]]


def test_a_rating_moves_evidence_to_its_side_or_off_both(ferry: Case) -> None:
    case = explained(ferry)
    one = case.hypotheses[0]
    pointers = pointed(case, one.opposing[0].span, one.raised[0])
    rate = Decision(ACTION.RATE, ABOUT.EVIDENCE, pointers, word="CC", why="It says so.")
    moved = only(case, rate).hypotheses[0]
    assert [e.rating for e in moved.supporting] == [Rating.FOR, Rating.STRONGLY_FOR]
    assert moved.opposing == ()
    off = only(case, replace(rate, word="N")).hypotheses[0]
    assert (len(off.supporting), off.opposing) == (1, ())
    new = pointed(case, span(ferry.reports[2], "its owner knew"), one.raised[0])
    added = only(case, replace(rate, pointers=new, word="I")).hypotheses[0]
    assert [e.span.quote for e in added.opposing][-1] in {
        "its owner knew",
        one.opposing[0].span.quote,
    }
    assert len(added.opposing) == 2
    accept = Decision(ACTION.ACCEPT, ABOUT.EVIDENCE, pointers)
    assert len(applied(case, accept).remarks) == 1
    assert why_unfit(case, replace(accept, pointers=new)).startswith("no evidence stands")


def test_words_that_are_evidence_elsewhere_bring_their_origin_counted_once(ferry: Case) -> None:
    case = explained(ferry)
    one = case.hypotheses[0]
    words = span(ferry.reports[0], "Mara Quill")
    other = replace(one, id=HypothesisId("hy-other"), label="a squall", raised=(words,))
    bare = replace(other, supporting=(), opposing=())
    item = one.supporting[0]
    rate = Decision(
        ACTION.RATE, ABOUT.EVIDENCE, pointed(case, item.span, words), "a squall", word="I"
    )
    added = only(replace(case, hypotheses=(one, bare)), rate).hypotheses[1].opposing[0]
    assert (added.origin, added.statement, added.counted) == (item.origin, item.statement, True)
    full = replace(bare, opposing=(replace(one.opposing[0], origin=item.origin),))
    again = only(replace(case, hypotheses=(one, full)), rate).hypotheses[1].opposing
    assert sorted(each.counted for each in again) == [False, True]


def test_a_tie_between_reports_is_set_and_cut(ferry: Case) -> None:
    spans = span(ferry.reports[0], "Every lamp"), span(ferry.reports[1], "Every lamp")
    tie = Decision(ACTION.RELATE, ABOUT.LINEAGE, pointed(ferry, *spans), word="copies", why="Seen.")
    found = only(ferry, tie)
    assert [(e.source, e.target, e.reason) for e in found.lineage] == [
        (ferry.reports[0].id, ferry.reports[1].id, "Seen.")
    ]
    cut = Decision(ACTION.REJECT, ABOUT.LINEAGE, pointed(ferry, *spans))
    assert only(found, cut).lineage == ()
    assert only(found, replace(tie, word="common-origin")).lineage[0].direction == "unknown"


def test_cutting_a_tie_leads_the_claims_back_anew() -> None:
    case = counted(9, 9.0)
    one, two = case.reports
    given = tuple(claim.given[0] for claim in case.questions[0].claims)
    claim = replace(case.questions[0].claims[0], given=given)
    case = replace(case, questions=(replace(case.questions[0], claims=(claim,)),))
    spans = span(one, "sailors"), span(two, "sailors")
    tie = Decision(ACTION.RELATE, ABOUT.LINEAGE, pointed(case, *spans), word="copies")
    tied = only(case, tie)
    assert [found.independent for found in tied.sourcing] == [1]
    cut = only(tied, Decision(ACTION.REJECT, ABOUT.LINEAGE, pointed(case, *spans)))
    assert [found.independent for found in cut.sourcing] == [2]


def test_what_is_expected_and_absent_is_noted_on_its_hypothesis_each_note_by_itself(
    ferry: Case,
) -> None:
    case = explained(ferry)
    raised = pointed(case, case.hypotheses[0].raised[0])
    note = Decision(
        ACTION.CORRECT, ABOUT.HYPOTHESIS, raised, "sailing without lights", Part.ABSENT,
        answer="no lamp was found",
    )  # fmt: skip
    found = applied(case, note, replace(note, answer="nobody saw it"))
    assert found.unfit == ()
    assert found.case.hypotheses[0].absent == ("no lamp was found", "nobody saw it")
    assert why_unfit(case, replace(note, answer=" ")) == "it does not say what is expected"
    assert why_unfit(ferry, note).startswith("no hypothesis is raised by")


def test_a_corrected_count_joins_the_claim_of_that_number_in_other_words() -> None:
    case = counted(9, 11)
    wrong = case.questions[0].claims[1].given[0]
    change = Decision(ACTION.CORRECT, ABOUT.ANSWER, pointed(case, wrong.span), part=Part.VALUE)
    joined = only(case, replace(change, given=Amount(9, 9), answer="nine in all"))
    assert [(c.answer, len(c.given)) for c in joined.questions[0].claims] == [("9", 2)]


def test_merge_and_split_wait_for_the_next_examination_unless_they_hold(ferry: Case) -> None:
    quill, renn = span(ferry.reports[0], "Mara Quill"), span(ferry.reports[2], "Mr Renn")
    merge = Decision(ACTION.MERGE, ABOUT.ENTITY, pointed(ferry, quill, renn))
    found = applied(ferry, merge)
    assert [one.decision for one in found.pending] == [merge]
    assert rulings_of(found.pending, ferry.reports)[0].same
    assert len(applied(ferry, replace(merge, action=ACTION.SPLIT)).applied) == 1


@pytest.mark.parametrize("action", [ACTION.NOTE, ACTION.PIN, ACTION.ACCEPT])
def test_notes_pins_and_acceptance_change_nothing_and_keep_their_words(
    action: ReviewAction, ferry: Case
) -> None:
    words = span(ferry.reports[2], "its owner knew")
    found = applied(ferry, Decision(action, pointers=pointed(ferry, words), why="Ask again."))
    assert found.case == ferry
    assert found.remarks[0].spans == (words,)


@pytest.mark.parametrize(
    ("about", "action", "reason"),
    [
        (ABOUT.STATEMENT, ACTION.RATE, "rate cannot be decided on a thing of the kind statement"),
        (ABOUT.FINDING, ACTION.CORRECT, "correct cannot be decided on a thing of the kind finding"),
        (ABOUT.ENTITY, ACTION.REJECT, "reject cannot be decided on a thing of the kind entity"),
        (ABOUT.ANSWER, ACTION.CORRECT, "no answer stands at these words any more"),
        (ABOUT.STATEMENT, ACTION.CORRECT, "no statement stands at these words any more"),
        (ABOUT.ANSWER, ACTION.RELATE, "it points to 1 passages and needs 2"),
    ],
)
def test_what_does_not_fit_is_listed_with_its_reason_and_changes_nothing(
    about: Reviewed, action: ReviewAction, reason: str, ferry: Case
) -> None:
    words = span(ferry.reports[0], "Sign up for our evening letter.")
    assert why_unfit(ferry, Decision(action, about, pointed(ferry, words))) == reason


def test_a_report_that_was_taken_out_leaves_its_reviews_listed(ferry: Case) -> None:
    gone: Report = ferry.reports[2]
    note = Decision(ACTION.NOTE, pointers=pointed(ferry, span(gone, "its owner knew")))
    left = replace(ferry, reports=ferry.reports[:2], statements=(), entities=())
    assert why_unfit(left, note) == "the report ledger.txt is not in the case"


def test_a_statement_that_a_person_found_stands_in_its_report_and_can_be_taken_out() -> None:
    case = counted(2, 3)
    told = report("The bow door was open, Ruta Vall said. The crew knew.", file="9.txt")
    case = replace(case, reports=(*case.reports, told))
    content, speaker = span(told, "The bow door was open"), span(told, "Ruta Vall")
    pointers, (who,) = pointed(case, content), pointed(case, speaker)
    made = Decision(ACTION.STATE, ABOUT.STATEMENT, pointers, "Ruta Vall", words=who, word="asserts")
    found = only(case, made)
    new = next(one for one in found.statements if one.content == content)
    assert new.speaker is not None
    assert new.speaker.span == speaker
    assert new.stance is Stance.ASSERTS
    assert len(found.statements) == len(case.statements) + 1
    out = Decision(ACTION.REJECT, ABOUT.STATEMENT, pointers, "Ruta Vall")
    assert applied(case, made, out).case.statements == case.statements


def test_a_statement_is_not_added_twice_nor_given_an_act_that_there_is_not() -> None:
    case = counted(2, 3)
    said = case.statements[0]
    pointers = pointed(case, said.content)
    again = Decision(ACTION.STATE, ABOUT.STATEMENT, pointers, "own voice", word="asserts")
    assert "there already" in why_unfit(case, again)
    assert "no stance" in why_unfit(case, replace(again, word="shouts"))
