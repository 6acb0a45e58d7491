"""Statements in the scheme of PolNeAR: the same attributions, marked where that corpus marks them.

The corpus draws its spans wider than a statement does: "that" opens its content, an apposition and
a bracket close its source. A statement leaves "that" out and cuts its speaker down to who is meant.
Both are put back from the statement and the reading, never from the corpus.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from benchmarks.quality.attribution_sets import Attributed, Run, run_of

from twosource.language.interface import Reading
from twosource.language.tree import base, subtree
from twosource.model.identity import StatementId
from twosource.model.statement import Speaker, Statement

RELATIVE = re.compile(r"[\s,]*\b(who|which|that)\b(?=[^,]*\Z)")
THAT = re.compile(r"\bthat\s+\Z", re.IGNORECASE)
BRACKET = re.compile(r"\s*\([^()\n]{1,40}\)")


def outermost(
    statements: Iterable[Statement], text: str | None = None, reading: Reading | None = None
) -> list[Attributed]:
    """Statements in the scheme of a corpus that marks the outermost attribution only.

    The report's own voice and statements inside another one's content are left out. A run-on
    quotation (“A,” X said. “B.”) is one attribution with several contents: a statement that goes
    on with another one and has no cue of its own is merged into it.

    Args:
        statements: The statements of one text.
        text: The text, where the corpus marks a relative pronoun as the source ("the mayor, *who*
            said"): a pronoun that follows the speaker then takes the speaker's place. It does so
            too where the relative clause is only an aside. ``None`` keeps the speaker.
        reading: The text, read, to draw the spans as wide as the corpus does; ``None`` leaves them
            as they are.
    """
    known = {s.id: s for s in statements if s.speaker is not None}
    contents: dict[StatementId, list[Run]] = {}
    for statement in known.values():
        first = statement
        while first.cue is None and first.continues is not None and first.continues in known:
            first = known[first.continues]
        if statement.parent is None:
            own = list(map(run_of, statement.parts))
            if reading is not None:
                own = [_with_that(run, reading.text) for run in own]
            contents.setdefault(first.id, []).extend(own)
    found = []
    for key, runs in contents.items():
        statement = known[key]
        if statement.parent is None and statement.speaker is not None:
            cue = () if statement.cue is None else (run_of(statement.cue),)
            source = _marked_source(statement, statement.speaker, text)
            if reading is not None and source == run_of(statement.speaker.span):
                source = _with_apposition(source, reading)
            found.append(Attributed(key, (source,), cue, tuple(sorted(runs))))
    return found


def _marked_source(statement: Statement, speaker: Speaker, text: str | None) -> Run:
    """What the corpus marks as the source: the pronoun of a relative clause, else the speaker."""
    if text is not None and statement.cue is not None:
        pronoun = RELATIVE.match(text, speaker.span.end, statement.cue.start)
        if pronoun is not None:
            return pronoun.span(1)
    return run_of(speaker.span)


def _with_that(content: Run, text: str) -> Run:
    """A content with the "that" right before it."""
    start, end = content
    before = THAT.search(text, max(0, start - 8), start)
    return (start if before is None else before.start(), end)


def _with_apposition(source: Run, reading: Reading) -> Run:
    """A source with the bracket and the apposition that follow it."""
    start, end = source
    bracket = BRACKET.match(reading.text, end)
    if bracket is not None:
        end = bracket.end()
    first = bisect_left(reading.tokens, start, key=lambda t: t.start)
    after = bisect_left(reading.tokens, end, key=lambda t: t.start)
    own = range(first, after)
    for token in range(after, min(after + 12, len(reading.tokens))):
        word = reading.tokens[token]
        whole = subtree(reading, token) if base(word.relation) == "appos" else []
        if whole and word.head in own and reading.text[end:].startswith(","):
            return start, max(end, reading.tokens[whole[-1]].end)
    return start, end
