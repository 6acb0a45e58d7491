"""Killed and injured per report, against what is recorded of the incident.

``python -m benchmarks.quality.values [--errors] [--every N]``. The incidents are those of the Gun
Violence Archive that have two articles or more; of each article the headline and the first
characters are read. An answer is an exact number, and right if it is the recorded one; "at least
three" and "several" are no answers. Accuracy is over the answered, coverage over all articles.

Rules were written on incidents of even number (``even``); the texts of those of odd number
(``odd``) were not looked at. Recorded is what was known at the end, with the attacker among the
killed and the injured: who died after the report, or lies in what it leaves out, counts as an
error. The texts are the publishers' and are read where they lie.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.attribution_sets import report_of

from twosource.claims.quantities import Toll, quantities_in, toll
from twosource.engine.loaded import embedded
from twosource.language.interface import Reading

NAME = "values"
CORPUS = (Path("../shared/data/crossdoc/gva_dev/incidents.jsonl"),)
PEERS: dict[str, dict[str, float]] = {}

# Characters of an article that are read: its headline and its lead.
READ = 2_500
# Every n-th article is measured, so that a run takes a minute.
EVERY = 3

_STATUSES = {"killed": "kill", "injured": "injure"}
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(\d+|{'|'.join(_WORDS)})"
_PATTERNS = {
    "killed": re.compile(
        rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:people\s+)?(?:were\s+|was\s+)?(?:killed|dead|died)\b", re.I
    ),
    "injured": re.compile(
        rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:people\s+)?(?:were\s+|was\s+)?(?:injured|wounded|hurt)\b",
        re.I,
    ),
}
_ANY_NUMBER = rf"(\d+|an?|{'|'.join(_WORDS)})"
_WIDE_PATTERNS = {
    what: re.compile(rf"\b{_ANY_NUMBER}\s+(?:[\w-]+\s+){{0,6}}?(?:{words})\b", re.I)
    for what, words in (
        ("killed", "killed|dead|died|slain|fatally shot|shot to death|deaths"),
        ("injured", "injured|wounded|hurt|hospitalized"),
    )
}


@dataclass(frozen=True, slots=True)
class Article:
    """One article with what is recorded of its incident."""

    even: bool
    text: str
    killed: int
    injured: int

    def recorded(self, what: str) -> int:
        """The recorded number."""
        return self.killed if what == "killed" else self.injured


def articles(every: int = EVERY) -> Iterator[Article]:
    """Every n-th article of the incidents with two articles or more."""
    number = 0
    with CORPUS[0].open(encoding="utf-8") as lines:
        for line in lines:
            incident = json.loads(line)
            if len(incident["articles"]) < 2 or "num_killed" not in incident:
                continue
            for article in incident["articles"]:
                number += 1
                if number % every == 0:
                    text = f"{article['title'].strip()}\n\n{article['content'].strip()}"[:READ]
                    yield Article(
                        int(incident["incident_uri"]) % 2 == 0,
                        text,
                        incident["num_killed"],
                        incident["num_injured"],
                    )


def measure(every: int = EVERY) -> dict[str, float]:
    """Rows in per cent; empty where the set is absent."""
    if not CORPUS[0].is_file():
        return {}
    found = [(article, embedded().read(article.text)) for article in articles(every)]
    rows: dict[str, float] = {}
    for what in _STATUSES:
        for half, keep in (("", None), (".odd", False), (".even", True)):
            part = [pair for pair in found if keep is None or pair[0].even is keep]
            rows |= _rows(f"values.{what}{half}", part, what, _ours)
        rows |= _rows(f"peer.{what}.pattern", found, what, _by_pattern)
        rows |= _rows(f"peer.{what}.wide", found, what, _by_wide_pattern)
    return rows


Answer = Callable[[Article, Reading, str], int | None]


def _rows(
    name: str, found: list[tuple[Article, Reading]], what: str, answer: Answer
) -> dict[str, float]:
    given = [(article, answer(article, reading, what)) for article, reading in found]
    answered = [(article, number) for article, number in given if number is not None]
    right = sum(number == article.recorded(what) for article, number in answered)
    return {
        f"{name}.accuracy": 100.0 * right / max(1, len(answered)),
        f"{name}.coverage": 100.0 * len(answered) / max(1, len(found)),
    }


def _ours(article: Article, reading: Reading, what: str) -> int | None:
    found = _toll(article, reading, what)
    if found is None:
        return None
    low, high = found.amount.low, found.amount.high
    return None if low is None or low != high else round(low)


def _toll(article: Article, reading: Reading, what: str) -> Toll | None:
    quantities = quantities_in(report_of("article", article.text), reading)
    return toll(quantities, reading, _STATUSES[what])


def _by_pattern(article: Article, _: Reading, what: str) -> int | None:
    """The naive floor: the first number right before the word."""
    return _number(_PATTERNS[what].search(article.text))


def _by_wide_pattern(article: Article, _: Reading, what: str) -> int | None:
    """The same with up to six words between, "a" and "an" as one."""
    return _number(_WIDE_PATTERNS[what].search(article.text))


def _number(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    word = match[1].lower()
    if word in {"a", "an"}:
        return 1
    return int(word) if word.isdigit() else _WORDS.index(word) + 1


def main() -> None:
    """Print the rows, or the errors of the even half by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list those of the even half")
    parser.add_argument("--every", type=int, default=EVERY, help="measure every n-th article")
    flags = parser.parse_args()
    if not CORPUS[0].is_file():
        print(f"{NAME}: skipped, {CORPUS[0]} is not there")
        return
    if not flags.errors:
        for row, value in measure(flags.every).items():
            print(f"{row:40} {value:6.2f}")
        return
    print_errors(flags.every)


def print_errors(every: int) -> None:
    """List the wrong answers of the even half, then count them by kind."""
    kinds: Counter[str] = Counter()
    for article in articles(every):
        if not article.even:
            continue
        reading = embedded().read(article.text)
        for what in _STATUSES:
            found, number = _toll(article, reading, what), _ours(article, reading, what)
            if found is None or number is None or number == article.recorded(what):
                continue
            sign = "more" if number > article.recorded(what) else "fewer"
            rests = "a count" if found.spans else "people told of one by one, or silence"
            kinds[f"{what}: {sign} than recorded, from {rests}"] += 1
            print(f"{what} {article.recorded(what)}, read {number}: {found.reason}")
    print(*(f"{count:4} {kind}" for kind, count in kinds.most_common()), sep="\n")


if __name__ == "__main__":
    main()
