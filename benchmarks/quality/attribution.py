"""Who says what, on PolNeAR dev: ``python -m benchmarks.quality.attribution``.

The corpus (84 news articles, 2,193 attributions) may be measured on and not trained on. It marks
the outermost attribution only, so statements are brought into its scheme before they are scored
(``polnear_marks.outermost``). The main measure is ``attrib_ok``: contents share half of their
words, and the sources overlap.

In relative clauses ("the mayor, who said ...") the corpus marks the pronoun as the source, 50 times
in all, and a statement names the mayor. It also marks "that" with the content, and an apposition
with the source. ``polnear.*`` rows put pronoun, "that" and apposition where the corpus has them;
``polnear.speaker_kept.*`` and ``polnear.as_they_are.*`` rows do not, and are what the statements
score as they are.

The peer in the same run is textacy's extraction of direct quotations, which needs a dependency
parse. It is given the parse of the embedded model, so that rules are compared and not parsers.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.quality.alignment import Words, align, exact_f1, right
from benchmarks.quality.attribution_sets import (
    Attributed,
    Examined,
    as_lines,
    examine_set,
    load_set,
)
from benchmarks.quality.polnear_marks import outermost
from benchmarks.quality.quotation_peer import direct_quotations, has_peer

from twosource.language.embedded import load_embedded
from twosource.model.statement import Statement

NAME = "attribution"
DATA = Path("../shared/data/attribution/polnear/dev.jsonl")
SCORER = Path("../shared/score_attribution.py")
CORPUS = (DATA, SCORER)

_TEXTACY = "textacy 0.13 (test)"
_GENDER_GAP = "GenderGapTracker (test)"
_CITRON = "Citron retrained (test)"
_PEOPLE = "people, 16 articles"
_CRF = "CRF, published (test)"
_COFE = "BERT+Cofe, published (test)"

# Measured on the test part with one other parse, or published; dev is what is at hand.
PEERS: Mapping[str, Mapping[str, float]] = {
    "polnear.attrib_ok.f": {_TEXTACY: 19.0, _GENDER_GAP: 34.1, _CITRON: 51.1, _PEOPLE: 75.2},
    "polnear.attrib_ok.p": {_TEXTACY: 53.9, _GENDER_GAP: 51.0, _CITRON: 66.5},
    "polnear.attrib_ok.r": {_TEXTACY: 11.5, _GENDER_GAP: 25.6, _CITRON: 41.5},
    "polnear.linked_source.f": {_TEXTACY: 15.2, _GENDER_GAP: 36.2, _CITRON: 57.0, _PEOPLE: 74.7},
    "polnear.linked_cue.f": {_TEXTACY: 20.5, _GENDER_GAP: 39.2, _CITRON: 53.2, _PEOPLE: 70.4},
    "polnear.linked_content.f": {_TEXTACY: 10.8, _GENDER_GAP: 27.8, _CITRON: 42.2, _PEOPLE: 68.6},
    "polnear.all_three.f": {_TEXTACY: 6.0, _GENDER_GAP: 17.6, _CITRON: 34.0, _PEOPLE: 59.8},
    "polnear.exact_source.f": {_CRF: 50.6, _CITRON: 63.1, _COFE: 83.2, _PEOPLE: 78.9},
    "polnear.exact_cue.f": {_CRF: 53.4, _CITRON: 54.3, _COFE: 75.3, _PEOPLE: 71.1},
    "polnear.exact_content.f": {_CRF: 28.6, _CITRON: 47.7, _COFE: 72.9, _PEOPLE: 69.2},
}

_ROLES = ("source", "cue", "content")
_ROWS = {
    "attrib_ok": "attrib_ok",
    "exact source": "linked_source",
    "exact cue": "linked_cue",
    "exact content": "linked_content",
    "all three exact": "all_three",
}
_PRINTED = re.compile(r"^(.+?) +P ([\d.]+)  R ([\d.]+)  F ([\d.]+)$", re.MULTILINE)
_WRONG = re.compile(r"^wrong source +\d+/\d+ +([\d.]+)$", re.MULTILINE)

Predictions = Sequence[tuple[str, Sequence[Attributed]]]


def measure() -> dict[str, float]:
    """Score the statements, and the peer where it is installed.

    Returns:
        Per cent by row; ``polnear.wrong_source`` is a rate of errors, and so is
        ``polnear.confidence_error``. ``linked_*`` rows ask for the same words within an aligned
        pair, ``exact_*`` rows for the same words anywhere.
    """
    examined = list(examine_set(load_embedded(), load_set(DATA)))
    ours = [(one.gold.name, _marked(one)) for one in examined]
    rows = {f"polnear.{row}": value for row, value in scored(ours).items()}
    as_they_are = [(one.gold.name, outermost(one.statements)) for one in examined]
    rows |= {
        f"polnear.speaker_kept.{row}": value
        for row, value in scored(as_they_are).items()
        if row.startswith("attrib_ok") or row == "wrong_source"
    }
    rows |= {f"polnear.exact_{role}.f": value for role, value in _unlinked(examined, ours).items()}
    rows |= {
        f"polnear.as_they_are.exact_{role}.f": value
        for role, value in _unlinked(examined, as_they_are).items()
    }
    rows["polnear.confidence_error"] = confidence_error(examined)
    if not has_peer():
        print("peer.textacy: skipped, textacy is not installed", file=sys.stderr)
        return rows
    theirs = [(one.gold.name, direct_quotations(one.reading)) for one in examined]
    rows |= {
        f"peer.textacy.{row}": value
        for row, value in scored(theirs).items()
        if row.startswith("attrib_ok") or row == "wrong_source"
    }
    return rows


def _marked(one: Examined) -> list[Attributed]:
    """The statements of one text, marked as the corpus marks attributions."""
    return outermost(one.statements, one.gold.text, one.reading)


def scored(predictions: Predictions) -> dict[str, float]:
    """Per cent by row, as the shared scorer prints them.

    Raises:
        subprocess.CalledProcessError: If the scorer fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text(as_lines(predictions), encoding="utf-8")
        printed = subprocess.run(
            [sys.executable, str(SCORER), str(predicted), str(DATA)],
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
    rows: dict[str, float] = {}
    for name, precision, recall, f1 in _PRINTED.findall(printed):
        row = _ROWS[name]
        rows[f"{row}.f"] = 100.0 * float(f1)
        if row == "attrib_ok":
            rows[f"{row}.p"], rows[f"{row}.r"] = 100.0 * float(precision), 100.0 * float(recall)
    (wrong,) = _WRONG.findall(printed)
    return rows | {"wrong_source": 100.0 * float(wrong)}


def _unlinked(examined: Sequence[Examined], ours: Predictions) -> dict[str, float]:
    documents = [
        (Words(one.gold.text), found, one.gold.attributions)
        for one, (_, found) in zip(examined, ours, strict=True)
    ]
    return {role: exact_f1(documents, role) for role in _ROLES}


def judged(examined: Sequence[Examined]) -> Iterator[tuple[Statement, bool]]:
    """Every outermost statement, and whether the corpus has it."""
    for one in examined:
        words = Words(one.gold.text)
        ours, gold = _marked(one), one.gold.attributions
        hits = {i for j, i in align(ours, gold, words).items() if right(ours[i], gold[j], words)}
        known = {str(statement.id): statement for statement in one.statements}
        for position, attribution in enumerate(ours):
            yield known[attribution.key], position in hits


def confidence_error(examined: Sequence[Examined]) -> float:
    """Expected calibration error of the confidences over ten bins, in per cent.

    The mean distance between the confidence told and the share found right, weighted by how many
    statements fall into each bin. No weight was trained on this corpus.
    """
    bins: dict[int, list[tuple[float, bool]]] = {}
    for statement, is_right in judged(examined):
        if statement.confidence is not None:
            told = statement.confidence
            bins.setdefault(min(9, int(10 * told)), []).append((told, is_right))
    off = sum(abs(sum(c for c, _ in kept) - sum(r for _, r in kept)) for kept in bins.values())
    return 100.0 * off / max(1, sum(map(len, bins.values())))


def by_rule(examined: Sequence[Examined]) -> None:
    """Print how many statements of each rule the corpus has."""
    hits: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for statement, is_right in judged(examined):
        given[statement.rule] += 1
        hits[statement.rule] += is_right
    for rule, count in given.most_common():
        print(f"{rule:24} {hits[rule]:5d} of {count:5d}  {100.0 * hits[rule] / count:6.1f}")


def main() -> None:
    """Print the scores beside the peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--by-rule", action="store_true", help="print precision by rule instead")
    flags = parser.parse_args()
    if not all(path.is_file() for path in CORPUS):
        print(f"skipped: {DATA} or {SCORER} is not there")
        return
    if flags.by_rule:
        by_rule(list(examine_set(load_embedded(), load_set(DATA))))
        return
    for row, value in measure().items():
        peers = ", ".join(f"{name} {figure:g}" for name, figure in PEERS.get(row, {}).items())
        print(f"{row:36} {value:6.2f}  {peers}")


if __name__ == "__main__":
    main()
