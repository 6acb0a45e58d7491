"""Counts that tell how many something may hold, not how many were in it."""

from __future__ import annotations

import re

from twosource.claims.questions.context import Found

ROOM = "said room"
"""What keeps such counts apart from those who were there."""

# "a permitted load of 2,000", "the limit is 40", "seats for 96"
_MEASURE = re.compile(
    r"(?i)\b(?:capacity|load|limit|maximum|ceiling|quota|complement|room|space|limits|seat(?:s|ing)?|"
    r"berths?|beds?|places?|licen[cs]e|permit|permission|authori[sz]ation|certificate)\s+"
    r"(?:(?:is|was|being|stands?|stood|set|fixed|the\s+load)\s+)*(?:of|for|at|to|is|was)\s+"
    r"(?:(?:carry|hold|seat|admit|take)\s+)?"
    r"(?:(?:a|the|just|only|about|around|roughly|some|up|to|at|most|no|more|than|over|exactly)\s+)*\Z"
)
# "licensed for 96", "built to hold 60"
_MEANT = re.compile(
    r"(?i)\b(?:built|designed|meant|intended|licen[cs]ed|certified|certificated|approved|permitted|"
    r"authori[sz]ed|cleared|rated|equipped|fitted|allowed|insured|made|able|enough|big|large)\s+"
    r"(?:for|(?:only\s+)?to\s+(?:carry|hold|seat|house|take|accommodate|sleep|admit|contain))\s+"
    r"(?:(?:a|the|just|only|about|around|roughly|some|up|to|at|most|no|more|than|over|exactly)\s+)*\Z"
)
# "can carry 40", "seats 300"
_ABLE = re.compile(
    r"(?i)\b(?:can|could|may|might|should)\s+(?:only\s+|normally\s+|safely\s+|legally\s+)?"
    r"(?:carry|hold|seat|house|take|accommodate|sleep|admit|contain)\s+"
    r"(?:(?:a|the|just|only|about|around|roughly|some|up|to|at|most|no|more|than|over|exactly)\s+)*\Z"
    r"|\b(?:seats|sleeps|accommodates)\s+"
    r"(?:(?:a|just|only|about|around|roughly|some|up|to|at|most)\s+)*\Z"
)
# "no more than 8 persons at a time"
_AT_ONCE = re.compile(
    r"(?i)\A\s+(?:(?:people|persons?|passengers|visitors|vehicles|cars|pupils|at)\s+)?"
    r"(?:at\s+(?:a|one)\s+time|at\s+once)\b"
)
_AFTER = 40
# The longest of these, with its hedges.
_BEFORE = 70


def is_of_room(one: Found) -> bool:
    """Whether a count tells how many something may hold: "licensed for 96".

    Read from the words right before the number, which stand in its own report.
    """
    start = one.answer.span.start
    text, front = one.context.facts.report.text, max(0, start - _BEFORE)
    after = text[one.answer.span.end : one.answer.span.end + _AFTER]
    if _AT_ONCE.match(after):
        return True
    return any(told.search(text, front, start) for told in (_MEASURE, _MEANT, _ABLE))
