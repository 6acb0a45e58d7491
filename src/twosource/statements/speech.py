"""Quotations laid over candidates, and quotations that no clause accounts for.

A quotation counts as speech when it holds a clause or closes like a sentence; a shorter quoted
phrase stays part of the clause around it (mixed), or is left alone (scare quotes).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from twosource.language.interface import Name, Reading
from twosource.reference.cues import QUOTING_VERBS, VERBS, Act
from twosource.statements.candidates import Candidate
from twosource.statements.phrases import Phrase
from twosource.statements.quotes import Quotation
from twosource.statements.subjects import own_subject
from twosource.statements.text import CharRun, char_run
from twosource.statements.turned import is_person
from twosource.statements.verbal import bare_cue

SPEECH_WORDS = 2
"""Fewest words of a quotation that can be speech on its own."""
DASHES = frozenset("-–—―") | {"--"}
THOUGHTS = frozenset({Act.BELIEVE, Act.LEARN, Act.EXPECT, Act.SHOW, Act.CONJECTURE})
"""Acts after which a quotation is not taken for the same person's."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
CUE_REACH = 14
"""Most tokens between a quotation and the verb that attributes it."""


def is_speech(text: str, reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation holds a clause, or ends like a sentence, rather than a phrase."""
    tokens = tokens_in(reading, quotation.inner_start, quotation.inner_end)
    words = [t for t in tokens if reading.tokens[t].upos != "PUNCT"]
    if len(words) < SPEECH_WORDS:
        return False
    inside = set(tokens)
    clause = any(
        reading.tokens[t].upos in {"VERB", "AUX"}
        and reading.tokens[t].xpos in {"VBD", "VBZ", "VBP", "MD", "VB"}
        for t in words
    ) and any(
        reading.tokens[t].relation.startswith(("nsubj", "expl"))
        and reading.tokens[t].head in inside
        for t in words
    )
    ends = text[quotation.inner_end - 1] in ".!?,…" or not quotation.closed
    starts = text[quotation.inner_start].isupper()
    return clause or (ends and starts)


def tokens_in(reading: Reading, start: int, end: int) -> list[int]:
    """Tokens that lie wholly inside a run of code points."""
    first = bisect_left(reading.tokens, start, key=lambda t: t.start)
    found = []
    while first < len(reading.tokens) and reading.tokens[first].end <= end:
        found.append(first)
        first += 1
    return found


def over_quotations(candidate: Candidate, speech: Sequence[Quotation]) -> Candidate:
    """Let a content that begins in a quotation reach over the whole quotation."""
    parts: list[CharRun] = []
    for start, end in candidate.content:
        for quotation in speech:
            overlaps = start < quotation.end and quotation.start < end
            if overlaps and start >= quotation.start - 1:
                start = min(start, quotation.start)
                end = max(end, quotation.end)
            elif overlaps and end > quotation.inner_start and end < quotation.end:
                end = quotation.end
        if parts and start <= parts[-1][1]:
            parts[-1] = (parts[-1][0], max(end, parts[-1][1]))
        else:
            parts.append((start, end))
    return replace(candidate, content=tuple(parts))


def quoted_candidates(
    text: str, reading: Reading, speech: Sequence[Quotation], found: Sequence[Candidate]
) -> list[Candidate]:
    """Candidates for speech that no clause accounts for: by a cue beside it, or continued."""
    made: list[Candidate] = []
    for position, quotation in enumerate(speech):
        if _covered(quotation, [*found, *made]):
            continue
        candidate = _by_cue(text, reading, quotation) or _by_dash(text, reading, quotation)
        if candidate is None and position:
            candidate = _continued(text, reading, quotation, speech[position - 1], [*found, *made])
        if candidate is None:
            candidate = _freestanding(text, reading, quotation, [*found, *made])
        if candidate is not None:
            made.append(candidate)
    return made + _left_open(text, reading, speech, [*found, *made])


def _freestanding(
    text: str, reading: Reading, quotation: Quotation, found: Sequence[Candidate]
) -> Candidate | None:
    """Speech right after a sentence that attributes: X said the plan was bad. "It will fail."."""
    holders = []
    for candidate in found:
        if candidate.speaker is None or candidate.act in THOUGHTS:
            continue
        sentence = reading.sentences[reading.tokens[candidate.anchor].sentence]
        end = max(reading.tokens[sentence.last - 1].end, candidate.content[-1][1])
        same = reading.tokens[sentence.first].start >= quotation.paragraph_start
        if same and end <= quotation.start and not text[end : quotation.start].strip(" ."):
            holders.append(candidate)
    outer = [c for c in holders if not any(_inside(reading, c, o) for o in holders if o is not c)]
    return going_on(reading, quotation, outer[0]) if len(outer) == 1 else None


def _inside(reading: Reading, inner: Candidate, outer: Candidate) -> bool:
    at = reading.tokens[inner.anchor].start
    return any(start <= at < end for start, end in outer.content)


def _left_open(
    text: str, reading: Reading, speech: Sequence[Quotation], found: Sequence[Candidate]
) -> list[Candidate]:
    """Speech left open at its paragraph's end, whose speaker only the next paragraph names."""
    made: list[Candidate] = []
    for quotation, following in zip(speech[-2::-1], speech[:0:-1], strict=True):
        if quotation.closed or _covered(quotation, found):
            continue
        between = text[quotation.paragraph_end : following.paragraph_start]
        opens = not text[following.paragraph_start : following.start].strip()
        if between.strip() or not opens:
            continue
        holders = [c for c in (*found, *made) if _touches(c, following)]
        if holders:
            made.append(going_on(reading, quotation, holders[0]))
    return made


def _touches(candidate: Candidate, quotation: Quotation) -> bool:
    return any(s < quotation.end and quotation.start < e for s, e in candidate.content)


def going_on(reading: Reading, quotation: Quotation, said: Candidate) -> Candidate:
    """A candidate for a quotation by the speaker of another candidate."""
    anchor = bisect_left(reading.tokens, quotation.inner_start, key=lambda t: t.start)
    return Candidate(
        rule="quote.continued",
        anchor=min(anchor, len(reading.tokens) - 1),
        cue=None,
        speaker=None,
        content=((quotation.start, quotation.end),),
        act=Act.SAY,
        continues=said.anchor if said.continues is None else said.continues,
    )


def _covered(quotation: Quotation, candidates: Sequence[Candidate]) -> bool:
    return any(
        start <= quotation.inner_start and end >= quotation.inner_end
        for c in candidates
        for start, end in c.content
    )


def _by_cue(text: str, reading: Reading, quotation: Quotation) -> Candidate | None:
    """A cue in the words right before an opening mark or right after a closing one."""
    content = ((quotation.start, quotation.end),)
    after = bisect_left(reading.tokens, quotation.end, key=lambda t: t.start)
    before = bisect_left(reading.tokens, quotation.start, key=lambda t: t.start)
    limit = bisect_left(reading.tokens, quotation.paragraph_end, key=lambda t: t.start)
    first = bisect_left(reading.tokens, quotation.paragraph_start, key=lambda t: t.start)
    tail = text[quotation.inner_end - 1] in ",?!…" if quotation.closed else False
    head = before > first and reading.tokens[before - 1].text in {",", ":", "that"}
    ranges: list[Sequence[int]] = []
    if tail or (quotation.closed and _lower_next(reading, after, limit)):
        ranges.append(range(after, min(after + CUE_REACH, limit)))
    if head:
        ranges.append(range(before - 1, max(before - CUE_REACH, first) - 1, -1))
    for window in ranges:
        for token in window:
            word = reading.tokens[token]
            ends = word.xpos == "." and token + 1 == reading.sentences[word.sentence].last
            if word.text in {"“", '"', "”", "''"} or ends:
                break
            lemma = word.lemma.lower()
            if word.upos == "VERB" and lemma in QUOTING_VERBS:
                cue = bare_cue(reading, token, VERBS.get(lemma, Act.SAY))
                if cue is not None and _outside(reading, cue, quotation):
                    return replace(cue, content=content)
    return _by_colon(reading, quotation, before, first)


def _by_colon(reading: Reading, quotation: Quotation, opening: int, first: int) -> Candidate | None:
    """A person, any verb and a colon before the quotation: the minister shrugged: "..."."""
    if opening - 1 <= first or reading.tokens[opening - 1].text != ":":
        return None
    start = max(first, reading.sentences[reading.tokens[opening - 1].sentence].first)
    for verb in range(opening - 2, start - 1, -1):
        if reading.tokens[verb].upos != "VERB" or reading.tokens[verb].xpos not in FINITE:
            continue
        subject = own_subject(reading, verb)
        if subject is None or not is_person(reading, subject):
            return None
        cue = bare_cue(reading, verb, Act.SAY)
        content = ((quotation.start, quotation.end),)
        return None if cue is None else replace(cue, content=content)
    return None


def _by_dash(text: str, reading: Reading, quotation: Quotation) -> Candidate | None:
    """A quotation with its speaker behind a dash: "..." — Ana Sol, teacher."""
    rest = text[quotation.end : quotation.paragraph_end]
    if not quotation.closed or rest.lstrip()[:1] not in DASHES or not rest.strip():
        return None
    tokens = [
        t
        for t in tokens_in(reading, quotation.end, quotation.paragraph_end)
        if reading.tokens[t].text not in DASHES
    ]
    named = [n for n in reading.names if tokens and n.first == tokens[0]]
    if not named or not (_signs(reading, named[0], tokens) or len(tokens) <= CUE_REACH):
        return None
    short = tokens if len(tokens) <= CUE_REACH else tokens[: named[0].last - tokens[0]]
    if any(reading.tokens[t].upos == "VERB" for t in short):
        return None
    return Candidate(
        rule="quote.dash",
        anchor=tokens[0],
        cue=None,
        speaker=Phrase(named[0].first, named[0].last, named[0].first),
        content=((quotation.start, quotation.end),),
        act=Act.SAY,
    )


def _signs(reading: Reading, name: Name, tokens: Sequence[int]) -> bool:
    """Whether a name behind a dash signs the quotation: "— Ana Sol, on what comes next."."""
    after = name.last
    stops = after >= len(reading.tokens) or reading.tokens[after].text in {",", "."}
    word = reading.tokens[name.first]
    subject = word.relation.startswith("nsubj") and word.head > name.first
    return stops and not subject and name.last - 1 <= tokens[-1]


def _lower_next(reading: Reading, token: int, limit: int) -> bool:
    return token < limit and reading.tokens[token].text[:1].islower()


def _outside(reading: Reading, cue: Candidate, quotation: Quotation) -> bool:
    if cue.speaker is None:
        return False
    start, end = char_run(reading, (cue.speaker.first, cue.speaker.last))
    return end <= quotation.start or start >= quotation.end


def _continued(
    text: str,
    reading: Reading,
    quotation: Quotation,
    previous: Quotation,
    found: Sequence[Candidate],
) -> Candidate | None:
    """Speech that goes on: in the same paragraph, or opening the next one."""
    same = quotation.paragraph_start == previous.paragraph_start
    if not same:
        opens = not text[quotation.paragraph_start : quotation.start].strip()
        between = text[previous.paragraph_end : quotation.paragraph_start]
        closes = _ends_paragraph(text, previous, found)
        if not opens or not closes or between.strip():
            return None
    before = [
        c
        for c in found
        if any(start < previous.end and previous.start < end for start, end in c.content)
        and (c.speaker is not None or c.continues is not None)
    ]
    before = [
        c for c in before if _may_go_on(reading, c) and not _speaks_within(reading, c, previous)
    ]
    if not before:
        return None
    last = max(before, key=lambda c: (c.content[0][0], c.anchor))
    return going_on(reading, quotation, last)


def _may_go_on(reading: Reading, candidate: Candidate) -> bool:
    """Whether an attribution may go on behind its quotation: none that was signed or only thought.

    "..." — Ana Sol; she thinks it "a shame".
    """
    thought = candidate.act in THOUGHTS and candidate.rule.startswith("verb.")
    signature = candidate.speaker if candidate.cue is None else None
    ends = candidate.content[-1][1]
    signed = signature is not None and reading.tokens[signature.first].start >= ends
    return not signed and not thought


def _speaks_within(reading: Reading, candidate: Candidate, quotation: Quotation) -> bool:
    """Whether a cue is quoted itself, so that its speaker does not go on behind the marks."""
    at = reading.tokens[candidate.anchor].start
    return candidate.cue is not None and quotation.inner_start <= at < quotation.inner_end


def _ends_paragraph(text: str, previous: Quotation, found: Sequence[Candidate]) -> bool:
    """Whether only the attribution of ``previous`` stands between it and the paragraph's end."""
    rest = text[previous.end : previous.paragraph_end]
    if not rest.strip(" \t.,;"):
        return True
    return len(rest.split()) <= CUE_REACH and any(
        start < previous.end and previous.start < end for c in found for start, end in c.content
    )
