"""Questions, claims and values of every kind in the case file."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest
from tests.brief.telling import case_of
from tests.factory import report, span

import twosource.store
from twosource.errors import MaterialError
from twosource.model.case import Case
from twosource.model.claim import Answer, Claim, Question, QuestionKind
from twosource.model.event import EventFrame, Layer, LayeredSentence
from twosource.model.identity import ClaimId, QuestionId
from twosource.model.proposition import Argument, ArgumentRole, Modality, Proposition, Tense
from twosource.model.time import TimeInterval, ZoneBasis
from twosource.model.value import (
    Amount,
    AnchorBasis,
    ClockTime,
    DistanceValue,
    DurationValue,
    Place,
    PlaceKind,
    PlaceValue,
    Precision,
    QuantityKind,
    QuantityValue,
    TimeRelation,
    TimeValue,
)
from twosource.store.case_file import case_json, read_case

TOLD = report("Eleven pumps failed at 4:10 pm, for two hours, 3 km north of Arden. No pump burned.")
ARDEN = Place("gn-1", "Arden", PlaceKind.CITY, "GB", 52.0, -1.5, 4.0, "Europe/London")
TEN_PAST = TimeInterval(
    datetime(2031, 4, 9, 15, 10, tzinfo=UTC),
    datetime(2031, 4, 9, 15, 11, tzinfo=UTC),
    "4:10 pm",
    ZoneBasis.PLACE,
)
VALUES = (
    TimeValue(
        span(TOLD, "4:10 pm"),
        (TEN_PAST,),
        Precision.MINUTE,
        approximate=False,
        relation=TimeRelation.AT,
        clock=ClockTime(16, 10),
        weekday=2,
        day=date(2031, 4, 9),
        anchor=AnchorBasis.PUBLICATION,
        reason="the day is that of publication",
    ),
    DurationValue(span(TOLD, "two hours"), Amount(7200.0, 7200.0), "for"),
    QuantityValue(
        span(TOLD, "Eleven"),
        QuantityKind.COUNT,
        Amount(11.0, None, approximate=True),
        "",
        span(TOLD, "Eleven pumps"),
        "pump",
        "fail",
        ("first",),
    ),
    PlaceValue(span(TOLD, "Arden"), (ARDEN,), certain=True, reason="the only one of that name"),
    DistanceValue(
        span(TOLD, "3 km north of Arden"), Amount(3.0, 3.0), 0.0, span(TOLD, "Arden"), None
    ),
    Proposition(
        span(TOLD, "No pump burned"),
        span(TOLD, "burned"),
        "burn",
        (
            Argument(
                ArgumentRole.PATIENT,
                "",
                span(TOLD, "No pump"),
                span(TOLD, "pump", 70),
                "pump",
                negative=True,
            ),
        ),
        positive=False,
        modality=Modality.ACTUAL,
        tense=Tense.PAST,
        nominal=False,
        sentence=1,
        statement=None,
        negations=(span(TOLD, "No"),),
    ),
)


def questions() -> tuple[Question, ...]:
    """One question per value, each with one claim."""
    return tuple(
        Question(
            QuestionId(f"qu-{n:016x}"),
            kind,
            "How was it?",
            ("pump",),
            (
                Claim(
                    ClaimId(f"cl-{n:016x}"),
                    QuestionId(f"qu-{n:016x}"),
                    value.span.quote,
                    (Answer(value, value.span, TOLD.id, None),),
                ),
            ),
            "one report gives it",
        )
        for n, (value, kind) in enumerate(zip(VALUES, QuestionKind, strict=False))
    )


def case() -> Case:
    frame = EventFrame((date(2031, 4, 9),), ARDEN, "Europe/London", ("failure",), ("named most",))
    sentence = LayeredSentence(span(TOLD, "No pump burned."), 1, Layer.EVENT, "it names the pump")
    return Case((TOLD,), (), (), case_of((TOLD,)).brief, frame, (sentence,), questions())


def test_values_of_every_kind_read_back_as_they_were() -> None:
    assert read_case(case_json(case())) == case()


def test_the_shipped_schema_holds_for_values_of_every_kind() -> None:
    path = Path(twosource.store.__file__).with_name("twosource-case-1.schema.json")
    document = json.loads(case_json(case()))
    jsonschema.Draft202012Validator(json.loads(path.read_text("utf-8"))).validate(document)
    assert [claim["value"]["type"] for claim in document["claims"]] == [
        "time", "duration", "quantity", "place", "distance", "proposition"
    ]  # fmt: skip


def test_a_case_without_an_event_says_so_with_null() -> None:
    bare = replace(case(), event=None, sentences=(), questions=())
    assert json.loads(case_json(bare))["event"] is None
    assert read_case(case_json(bare)) == bare


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("claims", 0, "given", 0, "value", "type"), "hour", "one of"),
        (("claims", 2, "given", 0, "value", "amount", "low"), "eleven", "a number"),
        (("claims", 0, "given", 0, "value", "precision"), "eon", "one of second"),
        (("claims", 0, "given", 0, "value", "day"), "yesterday", "ISO 8601"),
        (("claims", 1, "given", 0, "span", "quote"), "three hours", "what its report prints"),
        (("questions", 0, "claims", 0), "cl-none", "a claim of this case"),
        (("sentences", 0, "layer"), "rumour", "one of event"),
    ],
)
def test_what_is_not_a_value_of_its_kind_is_refused_with_its_place(
    path: tuple[str | int, ...], value: object, told: str
) -> None:
    document = json.loads(case_json(case()))
    node = document
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    with pytest.raises(MaterialError, match=told):
        read_case(json.dumps(document))
