"""What a kept case promises of reviews, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update
from tests.store.test_kept import LATER, NOW, hits, small

from twosource.errors import SettingsError
from twosource.model.custody import Stamp, broken_links
from twosource.model.review import Decision, Part, Pointer, Review, ReviewAction, Reviewed
from twosource.model.time import instant
from twosource.model.value import Amount
from twosource.reviews.chain import decided, head
from twosource.reviews.locate import pointer_to
from twosource.store.case_file import case_json
from twosource.store.database import told, writing
from twosource.store.kept import KeptCase, create, open_kept
from twosource.store.review_file import decision_from, decision_node
from twosource.store.schema import REVIEWS


def pointer() -> Pointer:
    case = small()
    return pointer_to(case.statements[0].content, case.reports[0])


REJECT = Decision(ReviewAction.REJECT, Reviewed.STATEMENT, (pointer(),), "Ada Orme", why="“Élan”")


def after(reviews: tuple[Review, ...], stamp: Stamp = NOW) -> tuple[Review, ...]:
    made = decided(reviews, [REJECT], stamp, head(reviews))
    assert isinstance(made, tuple)
    return made


@pytest.fixture
def kept(place: str) -> Iterator[KeptCase]:
    with create(place, "1", NOW) as made:
        yield made


def test_reviews_come_back_as_one_chain_when_the_case_is_opened_again(
    place: str, kept: KeptCase
) -> None:
    kept.add_reviews(after)
    kept.add_reviews(lambda known: after(known, LATER))
    kept.close()
    with open_kept(place) as again:
        reviews = again.reviews()
    assert [one.stamp for one in reviews] == [NOW, LATER]
    assert [one.decision for one in reviews] == [REJECT, REJECT]
    assert reviews[1].prev == reviews[0].hash
    assert broken_links(reviews, "review") == ()


def test_the_database_refuses_to_change_a_review(kept: KeptCase) -> None:
    kept.add_reviews(after)
    for change in (update(REVIEWS).values(actor="nobody"), delete(REVIEWS)):
        with pytest.raises(SettingsError), told(kept.place), writing(kept._engine) as connection:
            connection.execute(change)
    assert [one.stamp.actor for one in kept.reviews()] == [NOW.actor]


def test_what_cannot_be_decided_adds_nothing(kept: KeptCase) -> None:
    def refused(reviews: tuple[Review, ...]) -> tuple[Review, ...]:
        raise SettingsError(f"{len(reviews)} before")

    kept.add_reviews(after)
    with pytest.raises(SettingsError, match="1 before"):
        kept.add_reviews(refused)
    assert len(kept.reviews()) == 1


def test_a_review_that_somebody_changes_in_the_chain_is_found(kept: KeptCase) -> None:
    kept.add_reviews(after)
    kept.add_reviews(after)
    first, second = kept.reviews()
    forged = replace(first, stamp=Stamp("nobody", first.stamp.at))
    assert broken_links((forged, second), "review")


def test_a_run_says_how_many_reviews_it_knew(kept: KeptCase) -> None:
    kept.add_reviews(after)
    kept.put_run(case_json(small()), hits(small()), "1", NOW, (1, "ab"))
    run = kept.last_run()
    assert run is not None
    assert run.reviews == 1


def decide_often(place: str, times: int) -> None:
    with open_kept(place) as mine:
        for _ in range(times):
            mine.add_reviews(after)


def test_two_who_decide_at_once_make_one_chain(place: str, kept: KeptCase) -> None:
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=decide_often, args=(place, 10)) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    reviews = kept.reviews()
    assert [one.seq for one in reviews] == list(range(1, 21))
    assert broken_links(reviews, "review") == ()


@pytest.mark.parametrize(
    "decision",
    [
        REJECT,
        replace(REJECT, action=ReviewAction.CORRECT, part=Part.STANCE, word="hedges"),
        replace(REJECT, action=ReviewAction.CORRECT, part=Part.BOUNDARIES, words=pointer()),
        replace(REJECT, about=Reviewed.ANSWER, part=Part.VALUE, given=Amount(2, 5), answer="few"),
        replace(
            REJECT,
            about=Reviewed.ANSWER,
            part=Part.TIME,
            given=instant(datetime(2031, 4, 10, 9, tzinfo=UTC), "by hand"),
        ),
        Decision(ReviewAction.WITHDRAW, earlier=("ab" * 32,), why="Too soon."),
    ],
    ids=lambda decision: f"{decision.action.value}-{decision.part}",
)
def test_every_sort_of_decision_is_read_back_as_it_was_written(decision: Decision) -> None:
    again = decision_from(json.loads(json.dumps(decision_node(decision))), "review")
    assert again == decision
    assert Review(1, NOW, again, "").hash == Review(1, NOW, decision, "").hash
