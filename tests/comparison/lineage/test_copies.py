"""Copies in an archive: candidates by fingerprints, each verified by the words of both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factory import published, report

from twosource.comparison.lineage.copies import copied_between, plain_words
from twosource.comparison.lineage.copy_search import CROWD, MOST, CopySearch
from twosource.comparison.lineage.fingerprint import (
    PERMUTATIONS,
    RECIPE,
    agreement,
    bands,
    fingerprints,
)
from twosource.model.lineage import Direction, LineageKind

STORY = (
    "A crane fell into the basin of Elmar harbour early on Monday while it was unloading timber "
    "from a coaster. Two dockers were taken to hospital with broken arms after the jib struck the "
    "gangway they stood on. Divers searched the basin until noon and found nobody under the wreck. "
    "The harbour office closed the northern quay and sent waiting ships to anchor in the roads. "
    "Engineers had inspected the crane in spring and noted cracks in two of its welds. "
)
OTHER = (
    "Elmar's northern quay stayed shut for a second day after Monday's accident with a crane. "
    "Salvors hope to lift the machine once the wind drops, which forecasters expect by Thursday. "
    "A spokeswoman for the port said two injured men were doing well and would soon go home. "
    "Timber merchants complained that their cargoes were stuck aboard four vessels outside. "
)
QUOTED = (
    "“We heard a crack like a shot, then the whole jib came down across the gangway and took the "
    "rail with it, and the two men who stood there had no time to jump clear of it at all,” said "
    "a foreman. "
)


def shuffled(text: str) -> str:
    first, *rest = text.strip().split(". ")
    return "\n\n".join([first + ".", *(part.rstrip(".") + "." for part in reversed(rest))])


def test_a_fingerprint_is_frozen() -> None:
    (made,) = fingerprints([STORY])
    assert RECIPE == "rensa-r2/128/7266/words-3/lower-split"
    assert made[:8].hex() == "a1281ac18915413a"
    assert len(made) == 4 * PERMUTATIONS
    assert len(bands(made)) == 32


def test_a_text_too_short_for_a_run_has_no_fingerprint_and_no_candidate() -> None:
    (made,) = fingerprints(["Two words"])
    search: CopySearch[int] = CopySearch()
    search.add(1, made)
    assert (made, search.near(made), agreement(made, made)) == (b"", [], 0.0)


def test_a_copy_with_its_sentences_in_another_order_is_found_and_verified() -> None:
    first, second = fingerprints([STORY, shuffled(STORY)])
    search: CopySearch[str] = CopySearch()
    search.add("story", first)
    assert search.near(second) == ["story"]
    a, b = report(STORY), report(shuffled(STORY), file="b.txt")
    edge = copied_between(plain_words(a), plain_words(b))
    assert edge is not None
    assert edge.kind is LineageKind.COPIES
    assert edge.direction is Direction.UNKNOWN
    for ours, theirs in edge.runs:
        assert a.text[ours.start : ours.end] == ours.quote
        assert b.text[theirs.start : theirs.end] == theirs.quote
        assert ours.quote.split()[1:] == theirs.quote.split()[1:]


def test_a_copy_with_words_changed_in_every_sentence_is_verified_by_its_runs() -> None:
    changed = STORY.replace("Monday", "Tuesday").replace("noon", "dusk").replace("spring", "May")
    changed = changed.replace("Two dockers", "Both dockers").replace("closed", "shut")
    edge = copied_between(plain_words(report(STORY)), plain_words(report(changed, file="b.txt")))
    assert edge is not None
    assert 0.5 < edge.score < 1


def test_the_report_that_was_published_first_is_the_source_whichever_is_named_first() -> None:
    early = replace(report(STORY), published=published("2031-04-07"))
    late = replace(report(STORY, file="b.txt"), published=published("2031-04-10"))
    for pair in ((early, late), (late, early)):
        edge = copied_between(*map(plain_words, pair))
        assert edge is not None
        assert (edge.source, edge.target, edge.direction) == (early.id, late.id, Direction.KNOWN)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (STORY, OTHER),
        (QUOTED + OTHER, QUOTED + STORY),
        ("Crane falls in harbour. ", "Crane falls in harbour. "),
    ],
    ids=["one event told twice", "a quotation in common", "too short to tell"],
)
def test_what_is_no_copy_gets_no_edge(left: str, right: str) -> None:
    a, b = report(left), report(right, file="b.txt")
    assert copied_between(plain_words(a), plain_words(b)) is None


def test_a_report_that_repeats_one_phrase_without_end_is_done_in_a_moment() -> None:
    refrain = "the quay was closed on monday again " * 4_000
    a, b = report(refrain), report(refrain + "x", file="b.txt")
    copied_between(plain_words(a), plain_words(b))


def test_a_text_that_everybody_prints_costs_no_more_than_a_crowd() -> None:
    (made,) = fingerprints([STORY])
    search: CopySearch[int] = CopySearch()
    for number in range(10 * CROWD):
        search.add(number, made)
    assert search.near(made) == list(range(MOST))
    for number in range(10 * CROWD):
        search.forget(number)
    assert search.near(made) == []
