"""What a report states itself: clauses that nobody is made to say.

A main clause counts when it has a finite verb and a subject, stands outside every attributed
content, and is no question, no command and no bare introduction of somebody's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language.interface import Reading
from twosource.language.tree import base, dependents, subtree
from twosource.reference.cues import REPORT_NOUNS, VERBS, Act
from twosource.reference.judgement import DUTY_MODALS, JUDGING_WORDS
from twosource.statements.denials import denials_under
from twosource.statements.quotes import Quotation
from twosource.statements.text import CharRun, content_runs

SPEAKING = frozenset({Act.SAY, Act.CLAIM, Act.ACCUSE, Act.DENY, Act.DECLINE, Act.CONJECTURE})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AGAINST = frozenset({"contrary", "despite"})
FEWEST_WORDS = 3
"""Shorter clauses are headings, labels and interjections."""


@dataclass(frozen=True, slots=True)
class OwnClause:
    """One clause in the report's own voice.

    Attributes:
        root: Its main predicate.
        content: Where it stands, as runs of code points.
        tokens: Its tokens.
        judges: Whether it judges rather than tells.
        denies: The words that deny the content, as a half-open run of tokens; ``None`` where the
            clause is stated.
    """

    root: int
    content: tuple[CharRun, ...]
    tokens: tuple[int, ...]
    judges: bool
    denies: tuple[int, int] | None = None


def own_clauses(
    reading: Reading, taken: Sequence[CharRun], cues: Sequence[int], marks: Sequence[Quotation]
) -> Iterator[OwnClause]:
    """Main clauses outside the attributed contents, in text order.

    Args:
        reading: The report, read.
        taken: Contents that somebody is made to say, as runs of code points.
        cues: Heads of cues; a clause whose predicate is one only introduces words, and a sentence
            that an aside attributes ("..., X said, and ...") is not the report's own in any part.
        marks: Quotations; words that nobody could be found for are not the report's own.
    """
    said = set(cues)
    tagged = {
        reading.tokens[cue].sentence
        for cue in cues
        if base(reading.tokens[cue].relation) == "parataxis" or reading.tokens[cue].upos != "VERB"
    }
    for number, sentence in enumerate(reading.sentences):
        span = range(sentence.first, sentence.last)
        if reading.tokens[sentence.last - 1].text == "?" or number in tagged:
            continue
        for root in span:
            token = reading.tokens[root]
            leads = _introduces(reading, root, said)
            if token.sentence != number or leads or not _main(reading, root):
                continue
            denials = [d for d in denials_under(reading, root) if d.own]
            if denials and not _quoted(reading, root, marks, taken):
                for denial in denials:
                    told = content_runs(reading, list(denial.content))
                    yield OwnClause(root, told, denial.content, False, denial.cue)
                continue
            dropped = [c for c in reading.children[root] if _splits_off(reading, c, said)]
            tokens = [t for t in subtree(reading, root, dropped) if not _covered(reading, t, taken)]
            while tokens and reading.tokens[tokens[0]].upos in {"CCONJ", "PUNCT"}:
                tokens.pop(0)
            if _states(reading, root, tokens) and not _quoted(reading, root, marks, taken):
                content = content_runs(reading, tokens)
                if content:
                    yield OwnClause(root, content, tuple(tokens), _judges(reading, tokens))


def _introduces(reading: Reading, root: int, said: set[int]) -> bool:
    """Whether a predicate only leads to somebody's words: "said", "wishes to say"."""
    return root in said or not said.isdisjoint(dependents(reading, root, "xcomp"))


def _main(reading: Reading, token: int) -> bool:
    """Whether a token heads a main clause: a root, or a full clause coordinated with one."""
    word = reading.tokens[token]
    if word.head == token:
        return True
    if base(word.relation) not in {"conj", "parataxis"} or not dependents(reading, token, "nsubj"):
        return False
    return _main(reading, word.head)


def _splits_off(reading: Reading, child: int, cues: set[int]) -> bool:
    relation = base(reading.tokens[child].relation)
    if child in cues and relation in {"parataxis", "conj", "advcl", "ccomp"}:
        return True
    return relation in {"conj", "parataxis"} and bool(dependents(reading, child, "nsubj"))


def _covered(reading: Reading, token: int, taken: Sequence[CharRun]) -> bool:
    start = reading.tokens[token].start
    return any(s <= start < e for s, e in taken)


def _quoted(
    reading: Reading, root: int, marks: Sequence[Quotation], taken: Sequence[CharRun]
) -> bool:
    at = reading.tokens[root].start
    return _covered(reading, root, taken) or any(q.inner_start <= at < q.inner_end for q in marks)


def _states(reading: Reading, root: int, tokens: Sequence[int]) -> bool:
    words = [t for t in tokens if reading.tokens[t].upos != "PUNCT"]
    inside = set(tokens)
    if (
        root not in inside
        or len(words) < FEWEST_WORDS
        or any(_attributes(reading, t) for t in words)
    ):
        return False
    verbs = [root, *dependents(reading, root, "aux", "cop")]
    finite = any(reading.tokens[t].xpos in FINITE for t in verbs)
    subjects = dependents(reading, root, "nsubj", "csubj", "expl")
    return finite and any(s in inside for s in subjects)


def _attributes(reading: Reading, token: int) -> bool:
    """Whether a token reports speech: a clause around it may be somebody's although no rule saw."""
    word = reading.tokens[token]
    lemma = word.lemma.lower()
    if word.text.lower() == "according" or lemma in REPORT_NOUNS:
        return not _is_set_aside(reading, token)
    if word.upos != "VERB":
        return False
    if word.xpos == "VBN" and dependents(reading, token, "aux:pass"):
        return VERBS.get(lemma) in SPEAKING | {Act.BELIEVE}
    return word.xpos in FINITE and VERBS.get(lemma) in SPEAKING


def _is_set_aside(reading: Reading, noun: int) -> bool:
    """Whether a sentence only sets itself against what is told: "contrary to media reports"."""
    cases = {reading.tokens[c].lemma.lower() for c in dependents(reading, noun, "case")}
    return not cases.isdisjoint(_AGAINST)


def _judges(reading: Reading, tokens: Sequence[int]) -> bool:
    return any(
        reading.tokens[t].lemma.lower() in JUDGING_WORDS
        or (reading.tokens[t].xpos == "MD" and reading.tokens[t].lemma.lower() in DUTY_MODALS)
        for t in tokens
    )
