"""Decisions of every kind outlive another run, a corrected report, and the case file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from tests.exchange.test_places import PORT
from tests.reviews.test_apply import ABOUT, ACTION, STAMP

from twosource.engine.examination import read_reports
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.case import Case
from twosource.model.report import OffsetRun, Report, Span
from twosource.model.review import Decision, Part, Pointer, Review, ReviewAction, Reviewed
from twosource.model.statement import Stance, Statement
from twosource.model.time import TimeInterval
from twosource.model.value import Amount, PlaceValue, QuantityValue, TimeValue
from twosource.pipeline.examine import examine
from twosource.pipeline.progress import SILENT
from twosource.reviews.apply import Applied, apply_reviews, rulings_of
from twosource.reviews.chain import decided, head, in_force, restoring, withdrawing
from twosource.reviews.locate import locate, pointer_to
from twosource.reviews.statements import speaker_words, statement_at
from twosource.store.case_file import case_json, read_case
from twosource.store.review_file import read_reviews, review_lines

EXAMPLE = Path(str(files("twosource.cli") / "example" / "reports"))
CORRECTED = "2-achaean-post.txt"
LEAD = "This page was set anew.\n\n"
BURIED = {
    "8-letter.txt": (
        "publisher: Gulf Letter\npublished: 2025-03-08\n\nThe three men were buried in Patras on "
        "Sunday, Vasso Kontou, a chemist, said in a statement on Saturday. It may rain, she said.\n"
    ),
    "9-bulletin.txt": (
        "publisher: Shore Bulletin\npublished: 2025-03-08\n\nThe three men were buried in Corinth "
        "on Sunday, Petros Lianos, a diver, told the bulletin.\n"
    ),
}
"""Two more reports on the event of the example, which name a place each."""


def decided_on(home: Path) -> Path:
    """A folder with the reports that :func:`decisions_on` decides on."""
    made = home / "reports"
    shutil.copytree(EXAMPLE, made)
    for name, text in BURIED.items():
        (made / name).write_text(text, "utf-8")
    return made


def examined(folder: Path) -> Case:
    """The case that reports give."""
    load_tables()
    return examine(read_reports(folder).reports, embedded(), meaning(), SILENT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports that are decided on."""
    return decided_on(tmp_path_factory.mktemp("survival"))


@pytest.fixture(scope="module")
def example(folder: Path) -> Case:
    """The case that they give."""
    return examined(folder)


def decisions_on(case: Case) -> tuple[Decision, ...]:
    """Over thirty decisions of every kind that is no event, on what the example gives."""
    reports = {one.id: one for one in case.reports}

    def at(*spans: Span) -> tuple[Pointer, ...]:
        return tuple(pointer_to(span, reports[span.report]) for span in spans)

    spoken = [
        one
        for one in case.statements
        if one.speaker is not None
        and sum(two.content == one.content for two in case.statements) == 1
    ]
    told = spoken[:: max(1, len(spoken) // 16)][:16]
    made: list[Decision] = []
    for action, some in ((ACTION.ACCEPT, told[:3]), (ACTION.REJECT, told[3:7])):
        made += [
            Decision(action, ABOUT.STATEMENT, at(one.content), one.speaker.span.quote)
            for one in some
        ]
    for one in told[7:10]:
        change = Decision(ACTION.CORRECT, ABOUT.STATEMENT, at(one.content), one.speaker.span.quote)
        made.append(replace(change, part=Part.STANCE, word="hedges"))
    for one in told[10:12]:
        change = Decision(ACTION.CORRECT, ABOUT.STATEMENT, at(one.content), one.speaker.span.quote)
        made.append(replace(change, part=Part.SPEAKER))
    for one in told[12:14]:
        shorter = replace(one.content, end=one.content.end - 1, quote=one.content.quote[:-1])
        change = Decision(ACTION.CORRECT, ABOUT.STATEMENT, at(one.content), one.speaker.span.quote)
        made.append(replace(change, part=Part.BOUNDARIES, words=at(shorter)[0]))
    made += _circumstances(case, told[14:], at)
    bare = next(
        one.span
        for one in case.sentences
        if not any(two.report == one.span.report and two.content.start < one.span.end
                   and one.span.start < two.content.end for two in case.statements)
    )  # fmt: skip
    new = Decision(ACTION.STATE, ABOUT.STATEMENT, at(bare), "own voice", word="asserts")
    made.append(new)
    made += _on_answers(case, at)
    made += _on_comparison(case, at)
    made += [
        Decision(action, pointers=at(one.content), why=f"Ask {number}.")
        for number, one in enumerate(told[:3])
        for action in (ACTION.NOTE, ACTION.PIN)
    ]
    first, second = (one for one in case.entities[:2])
    made.append(
        Decision(ACTION.MERGE, ABOUT.ENTITY, at(first.mentions[0].span, second.mentions[0].span))
    )
    apart = next(one for one in case.entities if one.joins)
    made.append(Decision(ACTION.SPLIT, ABOUT.ENTITY, at(apart.joins[0].left, apart.joins[0].right)))
    return tuple(made)


def _circumstances(
    case: Case, told: list[Statement], at: Callable[..., tuple[Pointer, ...]]
) -> list[Decision]:
    """Corrections of what is printed around statements: hedges, when, where or to whom."""
    made: list[Decision] = []
    for part, one in zip((Part.HEDGES, Part.SAID_AT, Part.VENUE), (*told, told[0]), strict=True):
        words = next(s.span for s in case.sentences if s.span.report == one.report)
        inner = replace(words, end=words.start + 4, quote=words.quote[:4])
        change = Decision(
            ACTION.CORRECT, ABOUT.STATEMENT, at(one.content), speaker_words(one), part
        )
        made.append(
            replace(change, pointers=at(one.content, inner))
            if part is Part.HEDGES
            else replace(change, words=at(inner)[0])
        )
    return made


def _on_answers(case: Case, at: Callable[..., tuple[Pointer, ...]]) -> list[Decision]:
    counts, times = (
        [
            (question, claim.given[0])
            for question in case.questions
            for claim in question.claims
            if isinstance(claim.given[0].value, sort)
        ]
        for sort in (QuantityValue, TimeValue)
    )
    where, place = next(
        (question, claim.given[0])
        for question in case.questions
        for claim in question.claims
        if isinstance(claim.given[0].value, PlaceValue)
    )
    (asked, count), (other, gone) = counts[0], counts[-1]
    when, time = times[0]
    hour = TimeInterval(
        time.value.readings[0].start, time.value.readings[0].end, "by hand",
        time.value.readings[0].zone_basis,
    )  # fmt: skip
    left, right = (claim.given[0].span for claim in asked.claims[1:3])
    polar, denied = next(
        (question, claim.given[0])
        for question in case.questions
        for claim in question.claims
        if claim.answer.startswith("no: ") and len(question.claims) > 1
    )
    change = Decision(ACTION.CORRECT, ABOUT.ANSWER, at(count.span), asked.text, part=Part.VALUE)
    return [
        replace(change, given=Amount(5, 5), answer="five"),
        Decision(
            ACTION.CORRECT, ABOUT.ANSWER, at(time.span), when.text, Part.TIME, given=hour
        ),
        Decision(
            ACTION.CORRECT, ABOUT.ANSWER, at(place.span), where.text, Part.PLACE, given=PORT,
            answer=PORT.name,
        ),
        Decision(ACTION.REJECT, ABOUT.ANSWER, at(gone.span), other.text),
        Decision(ACTION.RELATE, ABOUT.ANSWER, at(left, right), asked.text, word="apart"),
        Decision(
            ACTION.CORRECT, ABOUT.ANSWER, at(denied.span), polar.text, Part.VALUE, word="possibly"
        ),
    ]  # fmt: skip


def _on_comparison(case: Case, at: Callable[..., tuple[Pointer, ...]]) -> list[Decision]:
    collision = next(one for one in case.contradictions if "mov" in one.question)
    tie, other = [one for one in case.lineage if one.runs][:2]
    loss, finding = case.losses[0], case.findings[0]
    one = next(h for h in case.hypotheses if len(h.raised) > 1)
    item = (*one.supporting, *one.opposing)[0]
    wording = case.wordings[0]
    unlikely = next(h for h in case.hypotheses if h.raised and h.id != one.id)
    return [
        Decision(
            ACTION.REJECT, ABOUT.CONTRADICTION, at(*(s.spans[0] for s in collision.sides)),
            collision.question,
        ),
        Decision(ACTION.REJECT, ABOUT.LINEAGE, at(*tie.runs[0]), tie.kind.value),
        Decision(ACTION.REJECT, ABOUT.LOSS, at(loss.span, loss.source), loss.kind.value),
        Decision(ACTION.ACCEPT, ABOUT.FINDING, at(*finding.spans), finding.check),
        Decision(ACTION.REJECT, ABOUT.WORDING, at(*wording.spans[:2])),
        Decision(ACTION.RATE, ABOUT.EVIDENCE, at(item.span, one.raised[0]), one.label, word="II"),
        Decision(ACTION.ACCEPT, ABOUT.HYPOTHESIS, at(one.raised[0]), one.label),
        Decision(ACTION.REJECT, ABOUT.HYPOTHESIS, at(unlikely.raised[0]), unlikely.label),
        Decision(ACTION.REJECT, ABOUT.FINDING, at(*case.findings[1].spans), case.findings[1].check),
        Decision(
            ACTION.CORRECT, ABOUT.HYPOTHESIS, at(one.raised[0]), one.label, Part.ABSENT,
            answer="nobody filmed it",
        ),
        Decision(
            ACTION.RELATE, ABOUT.LINEAGE, at(other.runs[0][0], other.runs[0][1]),
            "common-origin", word="common-origin",
        ),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def chain(example: Case) -> tuple[Review, ...]:
    """Decisions of every kind; some are undone, and some of these are brought back."""
    made = decided((), decisions_on(example), STAMP, head(()))
    assert isinstance(made, tuple)
    for turn in (withdrawing(made[-4:]), restoring(made[-4:-2])):
        turned = decided(made, [turn], STAMP, head(made))
        assert isinstance(turned, tuple)
        made = (*made, *turned)
    return made


def test_there_is_no_kind_of_decision_that_this_test_leaves_out(chain: tuple[Review, ...]) -> None:
    """Whoever adds an action, a thing or a part has to show here that it outlives another run."""
    decisions = [one.decision for one in chain]
    assert len(in_force(chain)) >= 30
    assert {one.action for one in decisions} == set(ReviewAction)
    assert {one.about for one in decisions} == set(Reviewed)
    assert {one.part for one in decisions} == {None, *Part}
    rejected = {one.about for one in decisions if one.action is ACTION.REJECT}
    assert rejected == {
        ABOUT.STATEMENT, ABOUT.ANSWER, ABOUT.CONTRADICTION, ABOUT.WORDING, ABOUT.LINEAGE,
        ABOUT.LOSS, ABOUT.FINDING, ABOUT.HYPOTHESIS,
    }  # fmt: skip
    assert {one.about for one in decisions if one.action is ACTION.RELATE} == {
        ABOUT.ANSWER, ABOUT.LINEAGE
    }  # fmt: skip


def again(reports: tuple[Report, ...], chain: tuple[Review, ...]) -> Applied:
    load_tables()
    case = examine(reports, embedded(), meaning(), SILENT, rulings_of(chain, reports))
    return apply_reviews(case, chain)


def holds(review: Review, case: Case) -> bool:
    """Whether a decision on a statement shows in a case."""
    decision = review.decision
    if decision.about is not ABOUT.STATEMENT or decision.action is ACTION.ACCEPT:
        return True
    moved = decision.part in {Part.BOUNDARIES, Part.SPEAKER} and decision.words is not None
    wanted = decision.words if moved else decision.pointers[0]
    found = statement_at(case, locate(wanted, case.reports), "")
    if decision.action is ACTION.REJECT:
        return found is None or found.content.quote != decision.pointers[0].quote
    if found is None:
        return False
    if decision.action is ACTION.STATE:
        return found.content.quote == decision.pointers[0].quote
    if decision.part is Part.STANCE:
        return found.stance is Stance.HEDGES
    if decision.part is Part.SPEAKER:
        return found.speaker is None
    if decision.part is Part.HEDGES:
        return [one.quote for one in found.hedges] == [p.quote for p in decision.pointers[1:]]
    if decision.part in {Part.SAID_AT, Part.VENUE}:
        words = found.said_at if decision.part is Part.SAID_AT else found.venue
        return words is not None and words.quote == decision.words.quote
    return decision.words is not None and found.content.quote == decision.words.quote


def shown(found: Applied, chain: tuple[Review, ...]) -> None:
    taken = (*found.applied, *(one.review for one in found.remarks), *found.pending)
    assert [(one.reason, one.review.decision) for one in found.unfit] == []
    assert {one.seq for one in taken} == {one.seq for one in in_force(chain)}
    assert [one.decision for one in in_force(chain) if not holds(one, found.case)] == []


def test_every_decision_takes_effect_on_the_case_it_was_made_on(
    example: Case, chain: tuple[Review, ...]
) -> None:
    found = apply_reviews(example, chain)
    shown(found, chain)
    assert apply_reviews(example, chain) == found
    assert read_case(case_json(found.case)) == found.case


def test_withdrawing_every_decision_gives_the_case_of_the_run(
    example: Case, chain: tuple[Review, ...]
) -> None:
    undone = decided(chain, [withdrawing(in_force(chain))], STAMP, head(chain))
    assert isinstance(undone, tuple)
    assert apply_reviews(example, (*chain, *undone)).case == example


def test_decisions_outlive_the_case_file(example: Case, chain: tuple[Review, ...]) -> None:
    handed_on = read_reviews(review_lines(chain))
    assert handed_on == chain
    shown(apply_reviews(read_case(case_json(example)), handed_on), chain)


def test_decisions_outlive_a_run_on_texts_that_another_extractor_made(
    example: Case, chain: tuple[Review, ...]
) -> None:
    moved = []
    for one in example.reports:
        regions = tuple(
            replace(r, start=r.start + len(LEAD), end=r.end + len(LEAD)) for r in one.regions
        )
        runs = tuple(
            OffsetRun(r.working + len(LEAD), r.extracted, r.length) for r in one.extraction.runs
        )
        moved.append(
            replace(
                one,
                text=LEAD + one.text,
                regions=regions,
                sections=(0, *(start + len(LEAD) for start in one.sections[1:])),
                extraction=replace(one.extraction, version="next", runs=runs),
            )
        )
    found = again(tuple(moved), chain)
    shown(found, chain)
    assert not found.pending


def test_decisions_outlive_a_corrected_report_and_what_it_took_out_is_listed(
    folder: Path, chain: tuple[Review, ...], tmp_path: Path
) -> None:
    newer = tmp_path / "reports"
    shutil.copytree(folder, newer)
    file = newer / CORRECTED
    text = file.read_text("utf-8").rstrip() + "\n\nThis report was corrected on Sunday.\n"
    note = next(
        one.decision.pointers[0]
        for one in chain
        if one.decision.about is ABOUT.STATEMENT and one.decision.pointers[0].file == CORRECTED
    )
    assert text.count(note.quote) == 1
    file.write_text(text.replace(note.quote, "Nothing of the kind"), "utf-8")
    found = again(read_reports(newer).reports, chain)
    lost = [one for one in found.unfit if "does not print" in one.reason]
    assert found.unfit == tuple(lost)
    about = {pointer.quote for one in lost for pointer in one.review.decision.pointers}
    assert note.quote in about
    kept = tuple(one for one in in_force(chain) if one not in [u.review for u in lost])
    assert len(kept) >= 30
    assert [one.decision for one in kept if not holds(one, found.case)] == []
