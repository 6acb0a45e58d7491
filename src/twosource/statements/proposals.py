"""All proposals for one report, with quotations laid over them, before anybody is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.language.interface import Reading
from twosource.statements.candidates import Candidate
from twosource.statements.headlines import headline_candidates
from twosource.statements.phrasal import phrasal_candidates
from twosource.statements.phrases import speaks_of_self
from twosource.statements.quotes import Quotation
from twosource.statements.speech import over_quotations, quoted_candidates, tokens_in
from twosource.statements.text import char_run
from twosource.statements.verbal import verbal_candidates

OPENING_CHARACTERS = frozenset("“\"‘«'„")


def proposals(reading: Reading, speech: Sequence[Quotation]) -> list[Candidate]:
    """All proposals, quotations laid over them, one for each cue and content."""
    proposed = [*verbal_candidates(reading), *phrasal_candidates(reading)]
    own = [c for c in proposed if c.content and _of_self(reading, c, speech)]
    widened = [_widened(reading, c, speech) for c in proposed if c.content and c not in own]
    widened += quoted_candidates(reading.text, reading, speech, widened)
    widened += headline_candidates(reading, speech, widened)
    widened += [_within_marks(reading, c, speech) for c in own]
    kept: dict[tuple[object, ...], Candidate] = {}
    for candidate in widened:
        if candidate.content and not _swallows_itself(reading, candidate):
            kept.setdefault((candidate.anchor, candidate.content), candidate)
    return sorted(kept.values(), key=lambda c: (c.anchor, c.content))


def _of_self(reading: Reading, candidate: Candidate, speech: Sequence[Quotation]) -> bool:
    """Whether quoted words say what their own speaker thinks or said: “I think ...”."""
    at = reading.tokens[candidate.anchor].start
    return (
        candidate.speaker is not None
        and speaks_of_self(reading, candidate.speaker.head)
        and any(q.inner_start <= at < q.inner_end for q in speech)
    )


def _within_marks(reading: Reading, candidate: Candidate, speech: Sequence[Quotation]) -> Candidate:
    """Keep of a content what stands inside the quotation that its cue stands in."""
    at = reading.tokens[candidate.anchor].start
    around = next(q for q in speech if q.inner_start <= at < q.inner_end)
    clipped = [
        (max(start, around.inner_start), min(end, around.inner_end))
        for start, end in candidate.content
    ]
    return replace(candidate, content=tuple((s, e) for s, e in clipped if s < e))


def _widened(reading: Reading, candidate: Candidate, speech: Sequence[Quotation]) -> Candidate:
    """Lay over a candidate the quotations that its cue stands outside of."""
    at = reading.tokens[candidate.anchor].start
    outside = [q for q in speech if not q.start <= at < q.end]
    return over_quotations(_without_stray(reading, candidate), outside)


def _without_stray(reading: Reading, candidate: Candidate) -> Candidate:
    """Drop what a closing tag drags along behind it: a day or place that belongs to the cue."""
    if not candidate.rule.startswith("tag.") or candidate.cue is None:
        return candidate
    _, after = char_run(reading, candidate.cue)
    spoken = reading.text[candidate.content[0][0]] in OPENING_CHARACTERS
    kept = tuple(
        (start, end)
        for start, end in candidate.content
        if start < after or _goes_on(reading, start, end, spoken)
    )
    return replace(candidate, content=kept or candidate.content)


def _swallows_itself(reading: Reading, candidate: Candidate) -> bool:
    """Whether a content holds the speaker who is said to utter it."""
    if candidate.speaker is None:
        return False
    start, end = char_run(reading, (candidate.speaker.first, candidate.speaker.last))
    return any(s <= start and end <= e for s, e in candidate.content)


def _goes_on(reading: Reading, start: int, end: int, spoken: bool) -> bool:
    """Whether what stands behind a tag is said: quoted anew, or with a verb of its own.

    What follows quoted speech (``spoken``) without a mark is the report's again.
    """
    if spoken or reading.text[start] in OPENING_CHARACTERS:
        return reading.text[start] in OPENING_CHARACTERS
    words = [reading.tokens[t] for t in tokens_in(reading, start, end)]
    attributes = any(w.text.lower() == "according" for w in words)
    return not attributes and any(w.upos in {"VERB", "AUX"} for w in words)
