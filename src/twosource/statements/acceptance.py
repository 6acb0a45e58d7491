"""How likely a proposed attribution is right, and which proposals are let through.

A linear model over the features of a candidate, with weights trained on annotated text (see
``training/acceptance.py``). Its probability is calibrated on text that it was not trained on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from twosource.language.interface import Reading
from twosource.statements.acceptance_weights import BIAS, WEIGHTS
from twosource.statements.candidates import Candidate
from twosource.statements.features import Surroundings, features, surroundings
from twosource.statements.quotes import Quotation

THRESHOLD = 0.2
"""Least confidence of a proposal that is let through. With calibrated probabilities the expected F
is greatest at half of the F reached (Lipton, Elkan and Naryanaswamy 2014): 0.32 on the development
splits of the training corpora, counting speakers in the third person. It is set lower, where whole
reports lose no right statement: one that is dropped is seen nowhere, a doubtful one is ranked."""
DECIMALS = 3
"""Decimals of a confidence; the last bits of a sum may differ between machines, these do not."""


def acceptance(candidate: Candidate, around: Surroundings) -> float:
    """Probability that a candidate's content and speaker are right, 0 to 1.

    Args:
        candidate: One proposal with a speaker of its own.
        around: What stands around the candidates of its report.
    """
    score = math.fsum([BIAS, *(WEIGHTS.get(name, 0.0) for name in features(candidate, around))])
    return round(1.0 / (1.0 + math.exp(-score)), DECIMALS)


def accepted(
    reading: Reading, quoted: Sequence[Quotation], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The proposals that are more than doubtful, in their order, each with its confidence.

    Speech that goes on is as sure as the attribution that it goes on from, and falls with it.

    Args:
        reading: The report, read.
        quoted: Its quotations, in text order.
        candidates: Every proposal of the report.
    """
    around = surroundings(reading, quoted, candidates)
    sure = {
        number: acceptance(candidate, around)
        for number, candidate in enumerate(candidates)
        if candidate.speaker is not None
    }
    by_anchor: dict[int, float] = {}
    for number, confidence in sure.items():
        anchor = candidates[number].anchor
        by_anchor[anchor] = max(confidence, by_anchor.get(anchor, 0.0))
    kept = []
    for number, candidate in enumerate(candidates):
        before = -1 if candidate.continues is None else candidate.continues
        confidence = sure.get(number, by_anchor.get(before, 0.0))
        if confidence >= THRESHOLD:
            kept.append(replace(candidate, confidence=confidence))
    return kept
