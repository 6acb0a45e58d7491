"""Reviews read back to the same chain, and a line that was touched is refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from tests.exchange.test_places import PORT
from tests.reviews.test_apply import ABOUT, ACTION, STAMP
from tests.reviews.test_survival import decided_on, decisions_on, examined

from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.model.review import Decision, Part, Review
from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import Amount
from twosource.reviews.apply import apply_reviews
from twosource.reviews.chain import decided, head, withdrawing
from twosource.store.review_file import read_reviews, review_lines

HOUR = TimeInterval(
    datetime(2031, 4, 8, 19, tzinfo=UTC), datetime(2031, 4, 8, 20, tzinfo=UTC), "7 p.m.",
    ZoneBasis.PLACE,
)  # fmt: skip


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The case that is decided on."""
    return examined(decided_on(tmp_path_factory.mktemp("chain")))


@pytest.fixture
def reviews(example: Case) -> tuple[Review, ...]:
    made = decided((), decisions_on(example), STAMP, head(()))
    assert isinstance(made, tuple)
    undone = decided(made, [withdrawing(made[:2], "Too hasty.")], STAMP, head(made))
    assert isinstance(undone, tuple)
    return (*made, *undone)


def test_a_chain_of_every_kind_reads_back_to_the_same_reviews_and_bytes(
    reviews: tuple[Review, ...], example: Case
) -> None:
    text = review_lines(reviews)
    read = read_reviews(text)
    assert read == reviews
    assert head(read) == head(reviews)
    assert review_lines(read) == text
    assert apply_reviews(example, read) == apply_reviews(example, reviews)


@pytest.mark.parametrize("given", [Amount(5, None), Amount(2.5, 3.0, True), HOUR, PORT, None])
def test_every_sort_of_value_keeps_its_hash(given: Amount | TimeInterval | None) -> None:
    decision = Decision(ACTION.CORRECT, ABOUT.ANSWER, part=Part.VALUE, given=given, why="é\ud800")
    made = decided((), [decision], STAMP, head(()))
    assert isinstance(made, tuple)
    assert read_reviews(review_lines(made)) == made


@pytest.mark.parametrize("touch", ["why", "seq", "prev", "hash"])
def test_a_line_that_was_touched_is_refused_by_its_number(
    touch: str, reviews: tuple[Review, ...]
) -> None:
    lines = review_lines(reviews).splitlines()
    node = json.loads(lines[-1])
    if touch == "why":
        node["decision"]["why"] = "Nothing."
    else:
        node[touch] = 3 if touch == "seq" else "f" * 64
    lines[-1] = json.dumps(node)
    with pytest.raises(MaterialError, match=f"line {len(lines)} is not what its hash"):
        read_reviews("\n".join(lines))


def test_a_line_that_is_missing_or_no_review_is_one_clear_error(
    reviews: tuple[Review, ...],
) -> None:
    lines = review_lines(reviews).splitlines()
    with pytest.raises(MaterialError, match="review 3"):
        read_reviews("\n".join([lines[0], *lines[2:]]))
    for broken in ("{", "[]", "{}", '{"decision": {}}', '{"decision": {"given": null}}'):
        with pytest.raises(MaterialError):
            read_reviews(broken)
