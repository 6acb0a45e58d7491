"""Who speaks by turns: transcripts ("PILOT: ..."), and interviews in questions and answers.

A report is told by turns where lines begin with labels of at least two kinds: names or offices in
capitals, names that come back, words for who presents, or the letters of question and answer. What
a label's bearer says is speech to the letter, as if it stood between quotation marks. Who only asks
and presents speaks for the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.language.interface import NameKind, Reading
from twosource.reference.cues import Act
from twosource.statements.candidates import Candidate
from twosource.statements.phrases import Phrase
from twosource.statements.quotes import Quotation

_LINE = re.compile(
    r"(?m)^[ \t*_–—-]*(?P<label>(?:[QA]|[^\W\d_a-z][^\n:!?“”\"]{1,70}?))[ \t]*"
    r"(?P<mark>[*_]*:[*_]*|(?<=\b[QA])\.)[ \t]+(?=\S)[^\n]*"
)
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_ASKED, _ANSWERED = frozenset({"Q", "QUESTION"}), frozenset({"A", "ANSWER"})
_PRESENTING = _ASKED | frozenset(
    "ANCHOR ANNOUNCER CORRESPONDENT HOST INTERVIEWER JOURNALIST MODERATOR NARRATOR NEWSREADER "
    "PRESENTER REPORTER VOICEOVER".split()
)
_SMALL = frozenset("of the and de la da del van von al el ní".split())
_LEAST_LINES, _LEAST_LABELS = 3, 2
_LONGEST = 5
# "Good morning." and "Thank you." tell nothing.
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a dialogue, in code points.

    Attributes:
        label: Where the label stands, without what brackets add to it.
        start, end: What is said.
        name: The label in capitals.
    """

    label: tuple[int, int]
    start: int
    end: int
    name: str

    @property
    def presents(self) -> bool:
        """Whether it is of somebody who asks or presents, and so speaks for the report."""
        return self.name.split()[-1] in _PRESENTING

    @property
    def answers(self) -> bool:
        """Whether its label only says that it is an answer."""
        return self.name in _ANSWERED


def turns_in(text: str) -> tuple[Turn, ...]:
    """The turns of a text that is told by turns, in order; empty where it is not.

    A turn ends with its line. Where labels are names, lines without a label go on with the turn
    before them, up to the last label.

    Args:
        text: A report's readable text.
    """
    lines = [(m, _label(m["label"])) for m in _LINE.finditer(text)]
    again = Counter(name for _, name in lines)
    presented = any(name and name.split()[-1] in _PRESENTING for _, name in lines)
    labelled = [
        (m, name) for m, name in lines if name and (_is_sure(m["label"]) or again[name] > 1)
    ]
    if presented:
        labelled = [(m, name) for m, name in lines if name]
    names = Counter(name for _, name in labelled)
    by_letter = bool(_ASKED & names.keys() and _ANSWERED & names.keys())
    # The lines of a form ("PLACE: ...", "DATE: ...") bear each label once.
    alone = not presented and max(names.values(), default=0) < _LEAST_LABELS
    few = len(labelled) < _LEAST_LINES or alone
    if len(names) < _LEAST_LABELS or (few and not by_letter):
        return ()
    found = []
    for number, (line, name) in enumerate(labelled):
        end = line.end()
        if not by_letter and number + 1 < len(labelled):
            end = labelled[number + 1][0].start()
        bare = _ASIDE.sub("", line["label"]).split(",")[0].rstrip(" *_")
        label = (line.start("label"), line.start("label") + len(bare))
        start = line.end("mark")
        start += len(text[start:end]) - len(text[start:end].lstrip())
        found.append(Turn(label, start, start + len(text[start:end].rstrip()), name))
    return tuple(found)


def _label(printed: str) -> str:
    """A label in capitals; ``""`` where the words before a colon are no label.

    A label is a letter, or a few words of which each that is not small print begins with a capital.
    """
    words = _ASIDE.sub("", printed).strip(" *_").split(",")[0].split()
    large = [word for word in words if word.lower() not in _SMALL]
    if not large or len(words) > _LONGEST or not all(word[:1].isupper() for word in large):
        return ""
    return " ".join(words).upper()


def _is_sure(printed: str) -> bool:
    """Whether a label is one wherever it stands: a letter, or all in capitals."""
    bare = _ASIDE.sub("", printed).strip(" *_")
    return bare.upper() in _ASKED | _ANSWERED or (bare.isupper() and len(bare) > 1)


def spoken(reading: Reading, turns: Sequence[Turn]) -> tuple[Quotation, ...]:
    """What is said by turns, one quotation for each sentence; presenters and questions left out."""
    found = []
    for turn in turns:
        if turn.presents:
            continue
        for start, end in _sentences(reading, turn):
            if reading.text[end - 1] != "?":
                found.append(Quotation(start, end, start, end, True, True, turn.start, turn.end))
    return tuple(found)


def _sentences(reading: Reading, turn: Turn) -> Iterator[tuple[int, int]]:
    for sentence in reading.sentences:
        tokens = reading.tokens[sentence.first : sentence.last]
        inside = [t for t in tokens if turn.start <= t.start and t.end <= turn.end]
        words = [t for t in inside if t.upos != "PUNCT"]
        if len(words) >= _FEWEST_WORDS:
            yield inside[0].start, inside[-1].end


def turn_candidates(
    reading: Reading, turns: Sequence[Turn], said: Sequence[Quotation]
) -> list[Candidate]:
    """One candidate for each sentence said by turns whose speaker can be told."""
    made = []
    for turn in turns:
        speaker = None if turn.presents else _speaker(reading, turn, turns[0])
        for quotation in said if speaker is not None else ():
            if not turn.start <= quotation.start < turn.end:
                continue
            made.append(
                Candidate(
                    rule="turn.label",
                    anchor=_token_at(reading, quotation.start),
                    cue=None,
                    speaker=speaker,
                    content=((quotation.start, quotation.end),),
                    act=Act.SAY,
                )
            )
    return made


def _speaker(reading: Reading, turn: Turn, first: Turn) -> Phrase | None:
    """Who has a turn: the bearer of its label, or the person whom an interview is with."""
    if turn.answers:
        return _interviewed(reading, first)
    start, last = _token_at(reading, turn.label[0]), _token_at(reading, turn.label[1])
    return Phrase(start, last, last - 1) if start < last else None


def _interviewed(reading: Reading, first: Turn) -> Phrase | None:
    """The person whom a text names last, best by more than one word, before its first question."""
    persons = [name for name in reading.names if name.kind is NameKind.PERSON]
    before = [n for n in persons if reading.tokens[n.last - 1].end <= first.label[0]]
    full = [name for name in before if name.last - name.first > 1]
    found = (full or before or persons)[-1:]
    return Phrase(found[0].first, found[0].last, found[0].last - 1) if found else None


def _token_at(reading: Reading, offset: int) -> int:
    return bisect_left(reading.tokens, offset, key=lambda token: token.start)


def outside_labels(
    reading: Reading, turns: Sequence[Turn], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Drop what other rules make of labels, and of questions that are only asked.

    A label is no speaker's phrase for them, and its colon no cue.
    """
    return [c for c in candidates if not any(_is_of_label(reading, t, c) for t in turns)]


def _is_of_label(reading: Reading, turn: Turn, candidate: Candidate) -> bool:
    at = reading.tokens[candidate.anchor].start
    if turn.label[0] <= at < turn.start:
        return True
    speaker = candidate.speaker
    if speaker is not None and turn.label[0] <= reading.tokens[speaker.head].start < turn.start:
        return True
    sentence = reading.sentences[reading.tokens[candidate.anchor].sentence]
    return turn.start <= at < turn.end and reading.tokens[sentence.last - 1].text == "?"


def outside_turns(marks: Sequence[Quotation], said: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations that do not stand in what is said by turns."""
    return tuple(
        mark
        for mark in marks
        if not any(mark.start < one.end and one.start < mark.end for one in said)
    )
