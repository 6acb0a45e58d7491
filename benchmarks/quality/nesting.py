"""Chains and denials: ``python -m benchmarks.quality.nesting``.

*Parent links*, on GUM. An attribution of GUM may be nested in another one; statements have a
parent. Statements and attributions are aligned one to one at half of the words of their contents.
A link of GUM is found when its child and its parent are aligned to a statement and to that
statement's parent. Precision counts only those links of ours whose two ends are aligned, because
a link between statements that GUM does not have cannot be judged by it.

``gum.*`` rows are over the test part, which has 5 links; ``gum_all.*`` rows are over all three
parts, because 5 say nothing. GUM's attributions are relations between units of discourse, and some
of its links are none between somebody's words and another's words within them. Rows named
``cued_links`` judge the links that are (docs/decisions/0025):

- both ends have a printed cue: no whole text under the list of its authors, no caption, no poem;
- neither end is said by "you" alone ("you know", "you see"), which nobody says;
- the inner cue stands in the outer cue's sentence or in the quotation that the outer one
  introduces: sentences of the report that follow and elaborate are not the outer one's words.

In these rows an attribution that no near content answers is answered by the statement with its
cue and its source, because GUM often ends a content with its first clause.

*Denials and refusals*, on GUM's negative attributions and the hard cases that are negative or
without commitment: of those aligned, how many statements deny, decline or carry a negation. The
share that is aligned at all is printed beside it as coverage.

*Hard cases*: 29 single attributions, each hard for a reason of its own; both levels of nested
pairs; whether the source stands by, denies, leaves open or holds possible what it says.

No peer returns both levels of a pair, and no figure for nesting in English news is published.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.quality.alignment import Words, align, right
from benchmarks.quality.attribution_sets import (
    Annotated,
    Attributed,
    Examined,
    Run,
    attributed,
    examine_set,
    load_hard_cases,
    load_set,
)

from twosource.language.embedded import load_embedded

NAME = "nesting"
GUM = Path("../shared/data/attribution/gum")
HARD = Path("../shared/kremlin/hard_cases.jsonl")
_SPLITS = ("train", "dev", "test")
CORPUS = (*(GUM / f"{split}.jsonl" for split in _SPLITS), HARD)

_LISTENER = frozenset({"you"})
_OPENING = "\"'`“‘«„"

_RETRAINED = "Citron retrained"
PEERS: Mapping[str, Mapping[str, float]] = {
    "hard.right": {"textacy": 10.3, "GenderGapTracker": 37.9, _RETRAINED: 55.2},
    "hard.pairs": {"textacy": 0.0, "GenderGapTracker": 0.0, _RETRAINED: 0.0},
}


@dataclass(frozen=True, slots=True)
class Answered:
    """One text with the statement that answers each of its attributions, where one does.

    Attributes:
        text: The text.
        words: Its words.
        gold, ours: Attributions as people marked them, and statements as attributions.
        answers: Position in ``ours`` by position in ``gold``.
        sentences: Runs of the sentences.
    """

    text: str
    words: Words
    gold: tuple[Attributed, ...]
    ours: tuple[Attributed, ...]
    answers: Mapping[int, int]
    sentences: tuple[Run, ...] = ()

    def answer(self, position: int) -> Attributed | None:
        """The statement for the attribution at a position."""
        return self.ours[self.answers[position]] if position in self.answers else None

    def has_voice(self, position: int) -> bool:
        """Whether the attribution has a cue, and another source than "you" alone."""
        one = self.gold[position]
        sources = {self.text[start:end].casefold() for start, end in one.source}
        return bool(one.cue) and (not sources or not sources <= _LISTENER)

    def is_within_words(self, child: int, parent: int) -> bool:
        """Whether a cue stands in the sentence of another's cue, or in what that one quotes."""
        inner, outer = self.gold[child].cue[0][0], self.gold[parent]
        quoted = any(
            self.text[start : start + 1] in _OPENING
            or self.text[:start].rstrip(" ")[-1:] in _OPENING
            for start, _ in outer.content
        )
        cue = outer.cue[0][0]
        return quoted or any(s <= cue < e and s <= inner < e for s, e in self.sentences)

    def by_cue(self) -> Answered:
        """The same text, where cue and source answer what no near content does."""
        answers, taken = dict(self.answers), set(self.answers.values())
        for position, one in enumerate(self.gold):
            same = (
                number
                for number, other in enumerate(self.ours)
                if number not in taken and self._is_same_act(one, other)
            )
            if position not in answers and (number := next(same, None)) is not None:
                answers[position] = number
                taken.add(number)
        return replace(self, answers=answers)

    def _is_same_act(self, gold: Attributed, ours: Attributed) -> bool:
        """Whether two attributions share words of their cues, their sources and their contents."""
        shared = [
            bool(self.words.covered(getattr(gold, role)) & self.words.covered(getattr(ours, role)))
            for role in ("cue", "source", "content")
        ]
        return shared[0] and (shared[1] or not gold.source) and shared[2]

    def is_right(self, position: int) -> bool:
        """Whether the attribution at a position has an answer with the right source."""
        found = self.answer(position)
        return found is not None and right(found, self.gold[position], self.words)


def answered(one: Examined) -> Answered:
    """Align the statements of one text with its attributions."""
    words = Words(one.gold.text)
    ours = tuple(attributed(s) for s in one.statements if s.speaker is not None)
    gold = one.gold.attributions
    tokens = one.reading.tokens
    sentences = tuple(
        (tokens[s.first].start, tokens[s.last - 1].end) for s in one.reading.sentences
    )
    return Answered(one.gold.text, words, gold, ours, align(ours, gold, words), sentences)


def measure() -> dict[str, float]:
    """Score parent links, denials and the hard cases.

    Returns:
        Per cent by row.
    """
    parts = {split: load_set(GUM / f"{split}.jsonl") for split in _SPLITS}
    documents = [one for part in parts.values() for one in part]
    hard = load_hard_cases(HARD)
    texts = [answered(one) for one in examine_set(load_embedded(), [*documents, *hard])]
    in_gum, in_hard = texts[: len(documents)], texts[len(documents) :]
    rows: dict[str, float] = {}
    for name, part in (("gum", in_gum[-len(parts["test"]) :]), ("gum_all", in_gum)):
        rows |= {f"{name}.parent_links.{row}": value for row, value in links(part).items()}
        rows |= {f"{name}.cued_links.{row}": value for row, value in links(part, True).items()}
        rows |= {f"{name}.denials.{row}": value for row, value in denials(part).items()}
    rows |= {f"denials.{row}": value for row, value in denials(texts).items()}
    return rows | {f"hard.{row}": value for row, value in hard_cases(in_hard).items()}


def links(texts: Sequence[Answered], cued: bool = False) -> dict[str, float]:
    """Precision, recall and F1 of parent links, in per cent.

    Args:
        texts: The texts, aligned.
        cued: Whether to judge only links between two cued voices, one within the other's words.
    """
    n: Counter[str] = Counter()
    for text in (one.by_cue() if cued else one for one in texts):
        wanted = _gold_links(text)
        back = {text.ours[i].key: position for position, i in text.answers.items()}
        given = {
            (position, back[parent])
            for position, i in text.answers.items()
            for parent in text.ours[i].within
            if parent in back
        }
        if cued:
            wanted, given = (
                {
                    link
                    for link in side
                    if all(text.has_voice(end) for end in link) and text.is_within_words(*link)
                }
                for side in (wanted, given)
            )
        n["right"] += len(wanted & given)
        n["given"] += len(given)
        n["wanted"] += len(wanted)
    return {
        "f": 200.0 * n["right"] / max(1, n["given"] + n["wanted"]),
        "p": 100.0 * n["right"] / max(1, n["given"]),
        "r": 100.0 * n["right"] / max(1, n["wanted"]),
    }


def _gold_links(text: Answered) -> set[tuple[int, int]]:
    place = {one.key: position for position, one in enumerate(text.gold)}
    return {
        (child, place[parent])
        for child, one in enumerate(text.gold)
        for parent in one.within
        if parent in place
    }


def denials(texts: Sequence[Answered]) -> dict[str, float]:
    """Accuracy over aligned denials and refusals, and how many are aligned, in per cent."""
    asked = [(text, p) for text in texts for p, one in enumerate(text.gold) if one.negative]
    found = [a for text, p in asked if (a := text.answer(p)) is not None]
    return {
        "accuracy": _share(sum(one.negative for one in found), len(found)),
        "coverage": _share(len(found), len(asked)),
    }


def hard_cases(texts: Sequence[Answered]) -> dict[str, float]:
    """Attributions right, nested pairs returned whole, commitment right, in per cent."""
    every = [(text, p) for text in texts for p in range(len(text.gold))]
    found = [(text, p, a) for text, p in every if (a := text.answer(p)) is not None]
    pairs = [pair for text in texts for pair in _pairs(text)]
    same = sum(a.commitment is text.gold[p].commitment for text, p, a in found)
    return {
        "right": _share(sum(text.is_right(p) for text, p in every), len(every)),
        "pairs": _share(sum(pairs), len(pairs)),
        "commitment": _share(same, len(found)),
    }


def _pairs(text: Answered) -> list[bool]:
    """For each nested pair: are both levels right, and is the one above the other?"""
    place = {one.key: position for position, one in enumerate(text.gold)}
    parents = {one.key: one.within for one in text.ours}
    made: list[bool] = []
    for position, one in enumerate(text.gold):
        for outer in (place[key] for key in one.within):
            inner, above = text.answer(position), text.answer(outer)
            both = text.is_right(position) and text.is_right(outer)
            made.append(
                both and inner is not None and above is not None
                and above.key in _chain(inner.key, parents)
            )  # fmt: skip
    return made


def _chain(key: str, parents: Mapping[str, tuple[str, ...]]) -> list[str]:
    chain: list[str] = []
    while parents.get(key):
        key = parents[key][0]
        chain.append(key)
    return chain


def _share(part: int, whole: int) -> float:
    return 100.0 * part / max(1, whole)


def misses(documents: Sequence[Annotated]) -> None:
    """Print every hard case that is not right, and every commitment taken wrongly."""
    for one in examine_set(load_embedded(), documents):
        text = answered(one)
        for p, gold in enumerate(text.gold):
            found = text.answer(p)
            if found is None or not text.is_right(p):
                print(f"{gold.key}: {'no statement' if found is None else 'another source'}")
            elif found.commitment is not gold.commitment:
                print(f"{gold.key}: {found.commitment} for {gold.commitment}")


def main() -> None:
    """Print the scores beside the peers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list the hard cases not right")
    flags = parser.parse_args()
    if not all(path.is_file() for path in CORPUS):
        print(f"skipped: {GUM} or {HARD} is not there")
        return
    if flags.misses:
        misses(load_hard_cases(HARD))
    for row, value in measure().items():
        peers = ", ".join(f"{name} {figure:g}" for name, figure in PEERS.get(row, {}).items())
        print(f"{row:36} {value:6.2f}  {peers}")


if __name__ == "__main__":
    main()
