"""The chain: append-only, undone and redone by events, with clashes shown."""

from __future__ import annotations

from dataclasses import replace

from twosource.model.custody import GENESIS, Stamp, broken_links
from twosource.model.identity import ReportId
from twosource.model.review import Decision, Part, Pointer, Review, ReviewAction, Reviewed
from twosource.reviews.chain import Clash, decided, head, in_force, restoring, withdrawing

ADA, BO = Stamp("Ada", "2031-04-12T09:00:00Z"), Stamp("Bo", "2031-04-12T09:05:00Z")


def about(words: str, action: ReviewAction = ReviewAction.ACCEPT, **more: object) -> Decision:
    pointer = Pointer(ReportId("rp-1"), "00", "a.txt", 4, words, "the ", " sank")
    return Decision(action, Reviewed.STATEMENT, (pointer,), **more)


def chain(*decisions: Decision) -> tuple[Review, ...]:
    made = decided((), decisions, ADA, GENESIS)
    assert isinstance(made, tuple)
    return made


def grown(reviews: tuple[Review, ...], *decisions: Decision) -> tuple[Review, ...]:
    made = decided(reviews, decisions, ADA, head(reviews))
    assert isinstance(made, tuple)
    return (*reviews, *made)


def test_a_review_that_is_changed_taken_out_or_put_in_breaks_the_chain() -> None:
    reviews = chain(about("quay"), about("barge"), about("crane"))
    assert broken_links(reviews, "review") == ()
    forged = replace(reviews[1], decision=about("ferry"))
    for broken in (
        (reviews[0], forged, reviews[2]),
        (reviews[0], reviews[2]),
        (reviews[0], replace(reviews[1], stamp=BO), reviews[2]),
    ):
        assert any(fault.place == "review 3" for fault in broken_links(broken, "review"))


def test_a_later_decision_on_the_same_thing_replaces_the_earlier() -> None:
    reviews = chain(
        about("quay"),
        about("quay", ReviewAction.CORRECT, part=Part.STANCE, word="denies"),
        about("quay", ReviewAction.REJECT),
        about("quay", ReviewAction.NOTE, why="one"),
        about("quay", ReviewAction.NOTE, why="two"),
        about("quay", ReviewAction.CORRECT, part=Part.STANCE, word="hedges"),
    )
    assert [review.seq for review in in_force(reviews)] == [3, 4, 5, 6]


def test_a_bulk_action_is_undone_and_redone_at_once_and_nothing_is_deleted() -> None:
    reviews = chain(*(about(word) for word in ("quay", "barge", "crane")))
    undone = grown(reviews, withdrawing(reviews[1:]))
    assert in_force(undone) == reviews[:1]
    again = grown(undone, restoring(reviews[1:2]))
    assert in_force(again) == reviews[:2]
    assert again[: len(reviews)] == reviews
    assert broken_links(again) == ()


def test_undoing_a_decision_brings_back_the_one_that_it_replaced() -> None:
    reviews = chain(about("quay"), about("quay", ReviewAction.REJECT))
    assert in_force(reviews) == reviews[1:]
    assert in_force(grown(reviews, withdrawing(reviews[1:]))) == reviews[:1]


def test_two_writers_on_one_thing_clash_and_both_see_what_the_other_decided() -> None:
    seen = chain(about("quay"))
    theirs = grown(seen, about("barge", ReviewAction.REJECT))
    clash = decided(theirs, [about("crane"), about("barge")], BO, head(seen))
    assert isinstance(clash, Clash)
    assert clash.theirs == theirs[1:]
    assert clash.decision == about("barge")
    beside = decided(theirs, [about("crane")], BO, head(seen))
    assert isinstance(beside, tuple)
    assert beside[0].prev == head(theirs)
    known = decided(theirs, [about("barge")], BO, head(theirs))
    assert isinstance(known, tuple)


def test_withdrawing_what_another_restores_clashes() -> None:
    reviews = chain(about("quay"))
    theirs = grown(reviews, withdrawing(reviews))
    assert isinstance(decided(theirs, [restoring(reviews)], BO, head(reviews)), Clash)


def test_nobody_clashes_with_undoing_and_redoing_of_their_own() -> None:
    reviews = chain(about("quay"), about("barge"))
    before = head(reviews)
    for turn in (withdrawing(reviews[:1]), restoring(reviews[:1])):
        made = decided(reviews, [turn], ADA, before)  # in haste: with the head as it was shown
        assert isinstance(made, tuple)
        reviews = (*reviews, *made)
    assert isinstance(decided(reviews, [withdrawing(reviews[:1])], ADA, before), tuple)
    assert isinstance(decided(reviews, [withdrawing(reviews[:1])], BO, before), Clash)
