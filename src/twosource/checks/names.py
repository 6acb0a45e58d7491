"""Are there as many names as the report counts?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.checks.sentences import NUMBER, matches, number_of, piece
from twosource.claims.facts import ReportFacts
from twosource.model.event import EventFrame
from twosource.model.finding import Finding, Input, Verdict

NAME, VERSION = "names", 2
_LIST = re.compile(
    rf"\b(?P<count>{NUMBER}) (?P<noun>[a-z]+(?: [a-z]+)?)(?: [\w'’-]+){{0,12}}: "
    r"(?P<list>(?-i:[A-Z])[^.;:()]{5,300}?)[.;]?$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[A-Z][\w'’-]+|[A-Z]\.)(?: (?:[A-Z][\w'’-]+|[A-Z]\.|al|bin|de|van|von|da))+$"
)
_AGE = re.compile(r"(?:aged )?\d{1,3}$")
_JOINT = re.compile(r", and |, | and ")
_WHOLE = re.compile(r"\b(?:of|among|including|like)\b", re.IGNORECASE)
MOST = 40


def names(facts: ReportFacts, _: EventFrame) -> Iterator[Finding]:
    """Hold "three people were named: A, B, C and D" against the length of the list.

    Only lists that hold nothing but full names, with ages or without, are counted.
    """
    for sentence, match in matches(facts, _LIST):
        items = [item.strip() for item in _JOINT.split(match["list"])]
        listed = [item for item in items if _NAME.match(item)]
        plain = all(_NAME.match(item) or _AGE.match(item) for item in items)
        count = number_of(match["count"])
        if not plain or len(listed) < 2 or not 2 <= count <= MOST:
            continue
        same = len(listed) == count
        verdict = Verdict.HOLDS if same else Verdict.FAILS
        if not same and _WHOLE.search(sentence.span.quote[: match.start("list")]):
            verdict = Verdict.CANNOT_TELL
        inputs = (Input("count", f"{count:g}"), Input("listed", ", ".join(listed)))
        reason = f"the report counts {count:g} and lists {len(listed)}"
        suggestion = str(len(listed)) if verdict is Verdict.FAILS else None
        spans = (piece(facts, sentence, match),)
        yield Finding(NAME, VERSION, verdict, spans, inputs, reason, suggestion)
