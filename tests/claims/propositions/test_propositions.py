"""What clauses say, in one normal form, by sentences with what must be found in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import report

from twosource.claims.propositions.extract import propositions_in
from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.model.proposition import (
    Argument,
    ArgumentRole,
    Modality,
    Proposition,
    Tense,
)
from twosource.model.report import Region, RegionKind, Report, readable
from twosource.statements.extract import statements_in

CASES = json.loads((Path(__file__).parents[2] / "cases" / "propositions.json").read_text("utf-8"))
READER: Annotator = load_embedded(threads=1)

VERBS = {
    "destroyed": "destroy",
    "attacked": "attack",
    "searched": "search",
    "rescued": "rescue",
    "damaged": "damage",
}
DOERS = ("robbers", "soldiers", "sailors", "villagers", "officers")
THINGS = ("ship", "house", "bridge", "depot", "farm")
TAILS = ("", " on Monday", " in the morning")


def told(item: Report) -> tuple[Proposition, ...]:
    reading = READER.read(readable(item))
    return propositions_in(item, reading, statements_in(item, reading).statements)


def lemma(proposition: Proposition, role: ArgumentRole) -> str | None:
    return next((a.lemma for a in proposition.arguments if a.role is role), None)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_written_sentence_gives_the_proposition_written_down_for_it(
    case: dict[str, object],
) -> None:
    expected = case["expected"]
    found = [
        {
            "lemma": p.lemma,
            "agent": lemma(p, ArgumentRole.AGENT),
            "patient": lemma(p, ArgumentRole.PATIENT),
            "positive": p.positive,
            "modality": p.modality.value,
            **({"tense": p.tense.value} if "tense" in expected else {}),
        }
        for p in told(report(str(case["text"])))
    ]
    assert expected in found


def normal(proposition: Proposition) -> tuple[object, ...]:
    parts = sorted(
        (a.role.value, a.preposition, a.lemma, a.negative) for a in proposition.arguments
    )
    return (
        proposition.lemma,
        tuple(parts),
        proposition.positive,
        proposition.modality,
        proposition.tense,
    )


simple = st.tuples(
    st.sampled_from(sorted(VERBS)),
    st.sampled_from(DOERS),
    st.sampled_from(THINGS),
    st.sampled_from(TAILS),
    st.booleans(),
)


@given(simple)
def test_active_and_passive_say_the_same(words: tuple[str, str, str, str, bool]) -> None:
    verb, doer, thing, tail, no = words
    subject = f"{'No' if no else 'The'} {doer}"
    active = told(report(f"{subject} {verb} the {thing}{tail}."))
    passive = told(report(f"The {thing} was {verb} by {subject.lower()}{tail}."))
    wanted = {normal(p) for p in active if p.lemma == VERBS[verb]}
    assert len(wanted) == 1
    assert wanted == {normal(p) for p in passive if p.lemma == VERBS[verb]}


@given(simple)
def test_a_negation_turns_the_sign_and_nothing_else(
    words: tuple[str, str, str, str, bool],
) -> None:
    verb, doer, thing, tail, _ = words
    plain = told(report(f"The {thing} was {verb} by the {doer}{tail}."))
    denied = told(report(f"The {thing} was not {verb} by the {doer}{tail}."))
    (one,) = (p for p in plain if p.lemma == VERBS[verb])
    (other,) = (p for p in denied if p.lemma == VERBS[verb])
    assert (one.positive, other.positive) == (True, False)
    assert normal(one)[:2] == normal(other)[:2]


TEXT = (
    "Ferry sinks off Brenn Point\n\n"
    "A ferry that had been carrying 40 passengers sank on Tuesday after hitting a reef, the "
    "coastguard said. Nobody was killed, and neither the captain nor the pilot was hurt.\n\n"
    "“We did not see the reef,” said Ola Brandt, who steered the ship. Her lawyer denied that she "
    "had been drinking. There was no explosion; a fire broke out without causing damage.\n"
)


def spans_of(proposition: Proposition) -> list[tuple[int, int]]:
    arguments: tuple[Argument, ...] = proposition.arguments
    spans = [proposition.span, proposition.predicate, *proposition.negations]
    spans += [*proposition.hedges, *(a.span for a in arguments), *(a.head for a in arguments)]
    return [(s.start, s.end) for s in spans]


def test_every_span_lies_in_the_sentence_of_its_proposition() -> None:
    item = report(TEXT)
    reading = READER.read(readable(item))
    for proposition in told(item):
        sentence = reading.sentences[proposition.sentence]
        start = reading.tokens[sentence.first].start
        end = reading.tokens[sentence.last - 1].end
        assert all(start <= a < b <= end for a, b in spans_of(proposition))


def test_a_proposition_belongs_to_the_innermost_statement_that_holds_it() -> None:
    item = report(TEXT)
    reading = READER.read(readable(item))
    statements = statements_in(item, reading).statements
    by_id = {s.id: s for s in statements}
    for proposition in propositions_in(item, reading, statements):
        at = proposition.predicate
        holding = [
            part.end - part.start
            for s in statements
            for part in s.parts
            if part.start <= at.start and at.end <= part.end
        ]
        if proposition.statement is None:
            assert not holding
            continue
        parts = by_id[proposition.statement].parts
        own = [p for p in parts if p.start <= at.start and at.end <= p.end]
        assert min(p.end - p.start for p in own) == min(holding)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Claims by the terminal that the barge broke loose are untrue.", None),
        ("The terminal said that the barge had not broken loose.", "The terminal"),
        ("The terminal denied that the barge had broken loose.", "The terminal"),
        ("The barge did not break loose, the terminal said.", "the terminal"),
    ],
)
def test_a_denial_is_never_put_in_the_mouth_of_whom_it_contradicts(
    text: str, speaker: str | None
) -> None:
    item = report(text)
    reading = READER.read(readable(item))
    statements = statements_in(item, reading).statements
    by_id = {s.id: s.speaker for s in statements}
    told_in = propositions_in(item, reading, statements)
    (denied,) = (p for p in told_in if p.lemma.startswith("break"))
    spoken = None if denied.statement is None else by_id[denied.statement]
    assert (None if spoken is None else spoken.span.quote) == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reports that forty dockers died are denied.", ["denied"]),
        ("Reports of forty deaths are false.", ["false"]),
        ("The claim that forty dockers died is without foundation.", ["without"]),
        ("The claim that forty dockers died has no basis in fact.", ["no"]),
        ("The claim that forty dockers died is not true.", ["not"]),
        ("Claims by the union that forty dockers died were rejected.", ["rejected"]),
        ("Rumours that forty dockers died are nonsense.", ["nonsense"]),
        ("Reports that forty dockers died are not denied.", []),
        ("The claim that forty dockers died is no lie.", []),
        ("The claim that forty dockers died is true.", []),
    ],
)
def test_what_a_report_of_it_is_called_turns_what_it_tells(text: str, words: list[str]) -> None:
    (died,) = (p for p in told(report(text)) if p.lemma == "die")
    assert [word.quote for word in died.negations] == words
    assert died.positive == (not words)


def test_what_a_text_says_does_not_depend_on_what_stands_around_it() -> None:
    alone = told(report("The guards did not open the gate."))
    among = told(report(f"{TEXT}\nThe guards did not open the gate.\n"))
    (one,) = (p for p in alone if p.lemma == "open")
    (other,) = (p for p in among if p.lemma == "open")
    assert normal(one) == normal(other)


def test_the_present_of_a_headline_tells_of_the_past() -> None:
    text = "Ferry sinks off northern coast\n\nThe ferry was old.\n"
    item = report(text)
    head = Region(0, text.index("\n"), RegionKind.TITLE)
    titled = told(Report(**{f: getattr(item, f) for f in item.__slots__} | {"regions": (head,)}))
    assert titled[0].lemma == "sink"
    assert titled[0].tense is Tense.PAST


def test_a_cue_of_a_statement_is_no_proposition_of_its_own() -> None:
    lemmas = [p.lemma for p in told(report("The mayor said that the pier had collapsed."))]
    assert lemmas == ["collapse"]


@pytest.mark.parametrize("text", ["", "\n\n", "—", "“”", "?"])
def test_a_text_without_clauses_says_nothing(text: str) -> None:
    assert told(report(text)) == ()


def test_hedges_name_the_words_that_decided_the_modality() -> None:
    (found,) = (p for p in told(report("The mast may have snapped.")) if p.lemma == "snap")
    assert (found.modality, [h.quote for h in found.hedges]) == (Modality.POSSIBLE, ["may"])
