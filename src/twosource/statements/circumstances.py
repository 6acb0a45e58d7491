"""When and where something was said, where the report prints it beside the cue."""

from __future__ import annotations

from collections.abc import Collection

from twosource.language.interface import Reading
from twosource.language.tree import base, subtree

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec".split()
)
RELATIVE_DAYS = frozenset("today yesterday tonight overnight earlier later afterwards".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night midnight noon week month year".split())
OCCASIONS = frozenset(
    "address appearance article blog briefing broadcast call clip column comment communique "
    "conference court debate email essay facebook hearing instagram interview journalist letter "
    "meeting message news-conference parliament post press programme program radio rally release "
    "remark reporter session speech statement telegram television testimony thread tweet twitter "
    "video visit x".split()
)


def circumstances(
    reading: Reading, anchor: int, content: Collection[int]
) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Runs of tokens for the time and the venue of an utterance, each ``None`` if not printed.

    Args:
        reading: The report, read.
        anchor: Head of the cue.
        content: Tokens of the content, which are never looked at.
    """
    inside = set(content)
    time: tuple[int, int] | None = None
    venue: tuple[int, int] | None = None
    for child in reading.children[anchor]:
        relation = base(reading.tokens[child].relation)
        tokens = subtree(reading, child)
        if relation not in {"obl", "advmod", "nmod", "advcl"} or inside.intersection(tokens):
            continue
        words = {reading.tokens[t].lemma.lower().rstrip(".") for t in tokens}
        contiguous = tokens[-1] - tokens[0] + 1 == len(tokens)
        if not contiguous or "accord" in words or "according" in words:
            continue
        if venue is None and words & OCCASIONS:
            venue = (tokens[0], tokens[-1] + 1)
        elif time is None and words & (DAYS | MONTHS | RELATIVE_DAYS | PARTS_OF_DAY):
            time = (tokens[0], tokens[-1] + 1)
    return time, venue
