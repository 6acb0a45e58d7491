"""Corpora of attributions, and which proposed candidates they confirm.

Each corpus annotates less than the rules propose: the rules that it has no eyes for are left out
of what it can refute (`BLIND`), and so is a candidate whose annotated source is missing.
"""

from __future__ import annotations

import bisect
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from twosource.language.interface import Annotator, Reading
from twosource.statements.candidates import Candidate
from twosource.statements.features import features, surroundings
from twosource.statements.proposals import proposals
from twosource.statements.quotes import quotations
from twosource.statements.speech import is_speech
from twosource.statements.text import char_run

WORD = re.compile(r"\w+|[^\w\s]")
MARKS = frozenset(".,;:\"“”'’‘`-—–()[]!?")
NEAR = 0.5
"""Smallest share of common words at which a proposed and an annotated content count as one."""
WITHIN = 0.8
"""Share of an annotated content that must lie in a proposed one where the corpus cuts short."""

CORPORA = ("gum", "propbank_ewt")
CUT_SHORT = frozenset({"gum"})
"""Corpora whose contents often end with the first clause."""
BLIND = {
    # A discourse attribution has a clause as its content, and turns of a talk are not marked.
    "gum": frozenset(
        "verb.noun verb.anaphor verb.characterises verb.calls-for verb.accuses verb.directive "
        "verb.infinitive verb.declines verb.cannot phrase.label".split()
    ),
    # A predicate-argument corpus has no predicate in these.
    "propbank_ewt": frozenset({"phrase.according-to", "phrase.label", "quote.dash"}),
}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution as sets of word numbers."""

    sources: frozenset[int]
    cues: frozenset[int]
    contents: frozenset[int]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate with what a corpus says of it.

    Attributes:
        corpus: Where it stands.
        group: The document; cross-validation never divides one.
        features: What holds of the candidate.
        right: Whether the corpus confirms content and speaker.
        rule: Id of the candidate's rule.
    """

    corpus: str
    group: str
    features: tuple[str, ...]
    right: bool
    rule: str


class Words:
    """The words of a text without its marks, and which of them a run covers."""

    def __init__(self, text: str) -> None:
        found = [m.span() for m in WORD.finditer(text) if m.group() not in MARKS]
        self.starts = [start for start, _ in found]
        self.ends = [end for _, end in found]

    def covered(self, runs: Iterable[tuple[int, int]]) -> frozenset[int]:
        """Numbers of the words that the runs touch."""
        return frozenset(
            number
            for start, end in runs
            for number in range(
                bisect.bisect_right(self.ends, start), bisect.bisect_left(self.starts, end)
            )
        )


def examples(folder: Path, corpus: str, split: str, reader: Annotator) -> list[Example]:
    """Every candidate of one split that its corpus confirms or refutes, in text order.

    Args:
        folder: Folder of the corpora.
        corpus: One of `CORPORA`.
        split: ``train``, ``dev`` or ``test``.
        reader: The language model that ships.
    """
    lines = (folder / corpus / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines]
    found: list[Example] = []
    for document in documents:
        found += _of_document(corpus, document, reader.read(document["text"]))
    return found


def _of_document(corpus: str, document: dict, reading: Reading) -> list[Example]:  # type: ignore[type-arg]
    words = Words(reading.text)
    gold = [_gold(words, item) for item in document["attributions"]]
    marks = quotations(reading.text)
    speech = [q for q in marks if is_speech(reading.text, reading, q)]
    candidates = proposals(reading, speech)
    around = surroundings(reading, marks, candidates)
    found = []
    for candidate in candidates:
        right = judged(corpus, candidate, gold, words, reading)
        if right is not None:
            named = features(candidate, around)
            found.append(Example(corpus, document["doc"], named, right, candidate.rule))
    return found


def _gold(words: Words, item: dict) -> Gold:  # type: ignore[type-arg]
    def role(name: str) -> frozenset[int]:
        return words.covered((span["start"], span["end"]) for span in item[name])

    return Gold(role("sources"), role("cues"), role("contents"))


def judged(
    corpus: str,
    candidate: Candidate,
    gold: Sequence[Gold],
    words: Words,
    reading: Reading,
) -> bool | None:
    """Whether a corpus confirms a candidate; ``None`` where it does not tell."""
    if candidate.speaker is None:
        return None
    source = words.covered([char_run(reading, (candidate.speaker.first, candidate.speaker.last))])
    content = words.covered(candidate.content)
    near = [g for g in gold if _near(corpus, g, content)]
    if any(g.sources & source for g in near):
        return True
    cue = words.covered([] if candidate.cue is None else [char_run(reading, candidate.cue)])
    # A role that another sentence, or a parenthesis, fills is often left out of the annotation.
    half = [g for g in gold if g.cues & cue and not (g.sources and g.contents)]
    if half or any(not g.sources for g in near) or candidate.rule in BLIND[corpus]:
        return None
    return False


def _near(corpus: str, gold: Gold, content: frozenset[int]) -> bool:
    """Whether an annotated content is a proposed one, or its first clause where a corpus cuts."""
    cut = corpus in CUT_SHORT and len(gold.contents & content) >= WITHIN * len(gold.contents) > 0
    return cut or _jaccard(content, gold.contents) >= NEAR


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
