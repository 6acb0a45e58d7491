"""Entailment and contradiction: calibrated, symmetric where logic is, and blind to company."""

from __future__ import annotations

import hashlib
import json
from itertools import permutations
from pathlib import Path

import pytest

from twosource.comparison.inference import (
    FILE,
    FOLDER,
    MANIFEST,
    MARKS,
    VOCABULARY,
    Inference,
    PairEncoder,
    contradiction,
    contradicts,
    judge,
    load_inference,
)
from twosource.errors import SettingsError
from twosource.language import meaning

CLOSED = "The harbour bridge was closed to traffic by the council."
NOT_CLOSED = "The harbour bridge was not closed to traffic by the council."
FOGHORN = "A choir from the valley sang in the old theatre."
PAIRS = [(CLOSED, NOT_CLOSED), (CLOSED, CLOSED), (FOGHORN, CLOSED), (NOT_CLOSED, CLOSED)]


@pytest.fixture(scope="module")
def inference() -> Inference:
    return load_inference(threads=1)


def test_the_three_probabilities_sum_to_one(inference: Inference) -> None:
    for found in inference.judge_pairs(PAIRS):
        assert found.entails + found.neutral + found.contradicts == pytest.approx(1.0, abs=1e-5)
        assert min(found.entails, found.neutral, found.contradicts) >= 0.0


def test_a_denial_contradicts_what_it_denies(inference: Inference) -> None:
    assert judge(inference, CLOSED, NOT_CLOSED).contradicts > 0.5
    assert contradicts(inference, CLOSED, NOT_CLOSED)


def test_a_text_entails_itself_and_does_not_contradict_itself(inference: Inference) -> None:
    assert judge(inference, CLOSED, CLOSED).entails > 0.5
    assert not contradicts(inference, CLOSED, CLOSED)


def test_contradiction_is_symmetric(inference: Inference) -> None:
    for one, other in PAIRS:
        assert contradiction(inference, one, other) == contradiction(inference, other, one)


def test_a_pair_is_judged_alike_in_any_company(inference: Inference) -> None:
    alone = {pair: judge(inference, *pair) for pair in PAIRS}
    for order in permutations(PAIRS):
        assert dict(zip(order, inference.judge_pairs(order), strict=True)) == alone


def test_the_number_of_threads_changes_no_label(inference: Inference) -> None:
    for one, two in zip(
        inference.judge_pairs(PAIRS), load_inference(threads=2).judge_pairs(PAIRS), strict=True
    ):
        assert one.contradicts == pytest.approx(two.contradicts, abs=1e-4)


def test_a_text_without_words_is_neutral_to_all(inference: Inference) -> None:
    for pair in (("", CLOSED), (CLOSED, "  "), ("", "")):
        assert judge(inference, *pair).neutral == 1.0


def test_no_pairs_get_no_judgements(inference: Inference) -> None:
    assert inference.judge_pairs([]) == ()


def test_a_piece_is_marked_by_text_and_by_what_the_other_text_holds() -> None:
    encoder = PairEncoder(VOCABULARY)
    one, other = encoder.pieces_of("not 40 ships"), encoder.pieces_of("60 ships")
    marks = encoder.marked(one, other)
    assert len(marks) == len(encoder.framed(one)) + len(encoder.framed(other))
    shared, number, negation = 1, 3, 5
    assert marks[1:4] == [negation, number, shared]
    assert marks[6:8] == [number + MARKS // 2, shared + MARKS // 2]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"inference\.onnx is missing"):
        load_inference(folder=tmp_path)


def test_threads_must_be_positive() -> None:
    with pytest.raises(SettingsError, match="threads"):
        load_inference(threads=0)


def test_the_files_are_those_of_the_manifest() -> None:
    manifest = json.loads((FOLDER / MANIFEST).read_text(encoding="utf-8"))
    held = {FILE: FOLDER / FILE, meaning.FILE: meaning.FOLDER / meaning.FILE}
    named = {FILE: manifest["files"][FILE]["sha256"], **manifest["goes_on_from"]}
    assert {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in held.items()
    } == named
    assert held[FILE].stat().st_size < 30_000_000
