"""What can be seen of a proposed attribution: the features that its confidence is decided on.

Features are names that hold or do not hold (``rule=verb.clause``, ``speaker.person``). They are
read from the candidate's own sentences and marks, never from its place in the report, so that the
same words give the same features wherever they are printed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from twosource.language.interface import NameKind, Reading
from twosource.language.tree import base, dependents, negated, sentence_range, subtree
from twosource.reference.cues import DOCUMENT_NOUNS, GROUP_ROLES, PERSON_ROLES
from twosource.statements.candidates import Candidate
from twosource.statements.phrases import FIRST_OR_SECOND, QUANTIFIERS, Phrase
from twosource.statements.quotes import Quotation
from twosource.statements.text import QUOTE_MARKS, CharRun

DEFINITE = frozenset("the this that these those his her its their our".split())
INDEFINITE = frozenset("a an some any another no every each".split())
OPENERS = frozenset("that whether if how why what when where who which to as for of".split())
SUBORDINATORS = frozenset("if when whenever unless until before after because since as".split())
BESIDE_CUE = ("nsubj", "obj", "iobj", "obl", "advmod", "aux")
"""Dependents that a cue brings along: who is told, when and where."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LENGTHS = (1, 2, 4, 8, 15, 30, 60)
"""Upper bounds of the steps in which words are counted; each holds its own number."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the candidates of one report, ready to be asked.

    Attributes:
        reading: The report, read.
        quoted: Quotations in text order, which never overlap.
        starts: Where they start.
        kinds: Kind of the name that each token is part of.
        contents: For each sentence, the contents that reach into it, with their anchors.
    """

    reading: Reading
    quoted: tuple[Quotation, ...]
    starts: tuple[int, ...]
    kinds: dict[int, NameKind]
    contents: dict[int, list[tuple[CharRun, int]]]

    def in_marks(self, at: int) -> bool:
        """Whether the code point ``at`` stands inside a quotation."""
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.quoted[place].end

    def inside_another(self, candidate: Candidate) -> bool:
        """Whether a candidate's cue stands inside the content of another."""
        token = self.reading.tokens[candidate.anchor]
        return any(
            anchor != candidate.anchor and start <= token.start < end
            for (start, end), anchor in self.contents.get(token.sentence, ())
        )


def surroundings(
    reading: Reading, quoted: Sequence[Quotation], candidates: Sequence[Candidate]
) -> Surroundings:
    """Gather what the features of a report's candidates are read from.

    Args:
        reading: The report, read.
        quoted: Its quotations, in text order.
        candidates: Every candidate of the report.
    """
    kinds = {t: name.kind for name in reading.names for t in range(name.first, name.last)}
    contents: dict[int, list[tuple[CharRun, int]]] = {}
    for candidate in candidates:
        for start, end in candidate.content:
            tokens = _tokens(reading, start, end)
            for sentence in {reading.tokens[t].sentence for t in tokens}:
                contents.setdefault(sentence, []).append(((start, end), candidate.anchor))
    return Surroundings(reading, tuple(quoted), tuple(q.start for q in quoted), kinds, contents)


def features(candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    """The features that hold for a candidate, in a fixed order, each once."""
    family = candidate.rule.partition(".")[0]
    found = [f"rule={candidate.rule}", f"family={family}", f"act={candidate.act}"]
    if candidate.relayers:
        found.append("relayed")
    if around.inside_another(candidate):
        found.append("nested")
    content = [t for run in candidate.content for t in _tokens(around.reading, *run)]
    found += _cue(candidate, around)
    found += _sentence(around.reading, candidate.anchor)
    if candidate.speaker is not None:
        found += _speaker(candidate.speaker, around)
        found += _subject(candidate.speaker, candidate.anchor, around.reading)
    found += _content(candidate, content, around)
    found += _order(candidate, content, around.reading)
    # A cue acts differently in each frame: "know that" attributes, "know the way" does not.
    found += [f"{found[0]}&{name}" for name in found if name.startswith(("cue=", "opens="))]
    return tuple(dict.fromkeys(found))


def _tokens(reading: Reading, start: int, end: int) -> range:
    """Tokens that begin inside a run of code points."""
    first = _after(reading, start)
    last = first
    while last < len(reading.tokens) and reading.tokens[last].start < end:
        last += 1
    return range(first, last)


def _after(reading: Reading, at: int) -> int:
    """The first token that begins at or after a code point."""
    low, high = 0, len(reading.tokens)
    while low < high:
        middle = (low + high) // 2
        if reading.tokens[middle].start < at:
            low = middle + 1
        else:
            high = middle
    return low


def _step(count: int) -> str:
    """A count as the step that it falls in."""
    return next((f"≤{bound}" for bound in LENGTHS if count <= bound), "more")


def _cue(candidate: Candidate, around: Surroundings) -> Iterator[str]:
    """The word that attributes: its lemma, form, negation, and the clause it stands in."""
    reading = around.reading
    if candidate.cue is None:
        yield "cue.none"
        return
    word = reading.tokens[candidate.anchor]
    yield f"cue={word.lemma.lower()}"
    yield f"cue.tag={word.xpos}"
    yield f"cue.relation={word.relation}"
    if around.in_marks(word.start):
        yield "cue.in-marks"
    if negated(reading, candidate.anchor):
        yield "cue.negated"
    for child in reading.children[candidate.anchor]:
        token = reading.tokens[child]
        if token.xpos == "MD":
            yield f"cue.modal={token.lemma.lower()}"
        elif token.relation == "aux:pass":
            yield "cue.passive"
        elif token.xpos == "TO" and base(token.relation) == "mark":
            yield "cue.to"
        elif base(token.relation) == "mark" and token.lemma.lower() in SUBORDINATORS:
            yield f"cue.mark={token.lemma.lower()}"
        elif token.relation in {"aux", "compound:prt", "obj", "iobj", "obl"}:
            yield f"cue.{token.relation}"


def _sentence(reading: Reading, anchor: int) -> Iterator[str]:
    """The sentence around the cue: its length and its closing mark."""
    first, last = sentence_range(reading, anchor)
    yield f"sentence.words{_step(last - first)}"
    ending = next(
        (t.text for t in reversed(reading.tokens[first:last]) if t.text in {"?", "!", ".", ":"}),
        "none",
    )
    yield f"sentence.ends={ending}"


def _speaker(phrase: Phrase, around: Surroundings) -> Iterator[str]:
    """Who speaks: pronoun, name, role, body, document or another thing; definite or not."""
    reading = around.reading
    head = reading.tokens[phrase.head]
    lemma = head.lemma.lower()
    yield f"speaker.tag={head.xpos}"
    yield f"speaker.words{_step(phrase.last - phrase.first)}"
    yield f"speaker.relation={head.relation}"
    if around.in_marks(head.start):
        yield "speaker.in-marks"
    named = around.kinds.get(phrase.head)
    if named is not None:
        yield f"speaker.name={named}"
    elif any(t in around.kinds for t in range(phrase.first, phrase.last)):
        yield "speaker.holds-name"
    if head.upos == "PRON":
        yield f"speaker={head.text.lower()}"
    roles = (
        ("person", PERSON_ROLES),
        ("group", GROUP_ROLES),
        ("document", DOCUMENT_NOUNS),
        ("quantifier", QUANTIFIERS),
    )
    kinds = [kind for kind, words in roles if lemma in words]
    yield from (f"speaker.{kind}" for kind in kinds)
    if not kinds and named is None and head.upos not in {"PRON", "PROPN"}:
        yield "speaker.thing"
    first = reading.tokens[phrase.first].text.lower()
    if head.upos == "NOUN":
        definite = first in DEFINITE or reading.tokens[phrase.first].xpos == "PRP$"
        yield (
            "speaker.definite"
            if definite
            else ("speaker.indefinite" if first in INDEFINITE else "speaker.bare")
        )


def _subject(phrase: Phrase, anchor: int, reading: Reading) -> Iterator[str]:
    """How the speaker is tied to the cue: its own dependent or a shared one, near or far."""
    head = reading.tokens[phrase.head]
    if head.head == anchor:
        yield "speaker.own"
    elif reading.tokens[anchor].head == phrase.head:
        yield "speaker.above"
    else:
        yield "speaker.shared"
    before = phrase.last <= anchor
    yield "speaker.before" if before else "speaker.after"
    yield f"speaker.gap{_step(anchor - phrase.last if before else phrase.first - anchor)}"
    if head.sentence != reading.tokens[anchor].sentence:
        yield "speaker.other-sentence"
    between = range(min(anchor, phrase.head) + 1, max(anchor, phrase.head))
    if any(reading.tokens[t].upos == "VERB" for t in between):
        yield "speaker.verb-between"


def _content(candidate: Candidate, content: Sequence[int], around: Surroundings) -> Iterator[str]:
    """What is said: how much, a clause or a phrase, quoted or not, how it begins."""
    reading = around.reading
    words = [t for t in content if reading.tokens[t].upos != "PUNCT"]
    yield f"content.words{_step(len(words))}"
    if len(candidate.content) > 1:
        yield "content.split"
    if not words:
        return
    tags = {reading.tokens[t].xpos for t in words}
    yield "content.finite" if tags & FINITE else "content.not-finite"
    if any(base(reading.tokens[t].relation) in {"nsubj", "expl"} for t in words):
        yield "content.subject"
    if any(reading.tokens[t].lemma.lower() in FIRST_OR_SECOND for t in words):
        yield "content.first-person"
    quoted = sum(around.in_marks(reading.tokens[t].start) for t in words)
    yield "content.quoted=" + ("none" if not quoted else "all" if quoted == len(words) else "part")
    if len({reading.tokens[t].sentence for t in words}) > 1:
        yield "content.sentences"
    # The rules cut "that" off, so that it stands right before the content.
    opening = [reading.tokens[words[0]], reading.tokens[max(words[0] - 1, 0)]]
    opener = next((t.lemma.lower() for t in opening if t.lemma.lower() in OPENERS), "other")
    yield f"opens={opener}"
    inside = set(content)
    roots = [t for t in words if reading.tokens[t].head not in inside or _is_root(reading, t)]
    yield f"content.roots={min(len(roots), 4)}"
    if roots:
        yield from _root(reading, roots, candidate.anchor)


def _is_root(reading: Reading, token: int) -> bool:
    return reading.tokens[token].head == token


def _root(reading: Reading, roots: Sequence[int], anchor: int) -> Iterator[str]:
    """The word that the content hangs on in the parse, and its tie to the cue."""
    tied = [t for t in roots if reading.tokens[t].head == anchor]
    top = tied[0] if tied else roots[0]
    word = reading.tokens[top]
    if tied:
        tie = word.relation
    elif reading.tokens[anchor].head == top:
        tie = f"above.{reading.tokens[anchor].relation}"
    else:
        tie = "none"
    yield f"content.tie={tie}"
    yield f"content.root={word.upos}"
    if dependents(reading, top, "nsubj", "expl", "csubj"):
        yield "content.root-subject"


def _order(candidate: Candidate, content: Sequence[int], reading: Reading) -> Iterator[str]:
    """Whether the cue comes before, between or after the content, how near, and how it closes."""
    if not content:
        return
    if content[0] > candidate.anchor:
        yield "order.cue-first"
        yield f"order.gap{_step(content[0] - candidate.anchor)}"
    elif content[-1] < candidate.anchor:
        yield "order.cue-last"
        yield f"order.gap{_step(candidate.anchor - content[-1])}"
    else:
        yield "order.cue-between"
    if any(b != a + 1 for a, b in pairwise(content)):
        yield "content.gapped"
    yield from _rest(candidate, content, reading)
    yield from _edges(content, reading)


def _edges(content: Sequence[int], reading: Reading) -> Iterator[str]:
    """What stands at the edges of the content: where a parse cuts wrongly, these are odd."""
    if content[0]:
        yield f"content.before={_mark(reading, content[0] - 1)}"
    if content[-1] + 1 < len(reading.tokens):
        yield f"content.after={_mark(reading, content[-1] + 1)}"


def _mark(reading: Reading, token: int) -> str:
    """A stop or a linking word as printed, any other word as its part of speech."""
    word = reading.tokens[token]
    if set(word.text) <= QUOTE_MARKS:
        return "marks"
    linking = word.upos in {"PUNCT", "CCONJ", "SCONJ"}
    return word.text.lower() if linking else word.upos


def _rest(candidate: Candidate, content: Sequence[int], reading: Reading) -> Iterator[str]:
    """What the sentences of the content hold besides it, the speaker, the cue and its company."""
    told = {*content, candidate.anchor}
    for child in dependents(reading, candidate.anchor, *BESIDE_CUE):
        told.update(subtree(reading, child))
    for run in (
        candidate.cue,
        candidate.speaker and (candidate.speaker.first, candidate.speaker.last),
    ):
        told.update(range(*run) if run else ())
    first = sentence_range(reading, content[0])[0]
    last = sentence_range(reading, content[-1])[1]
    for name, tokens in (
        ("before", range(first, content[0])),
        ("within", range(content[0], content[-1])),
        ("after", range(content[-1] + 1, last)),
    ):
        rest = [t for t in tokens if t not in told and reading.tokens[t].upos != "PUNCT"]
        if not rest:
            yield f"rest.{name}=none"
        elif any(reading.tokens[t].upos == "VERB" for t in rest):
            yield f"rest.{name}=verb"
        else:
            yield f"rest.{name}=words"
