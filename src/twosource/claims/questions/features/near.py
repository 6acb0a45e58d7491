"""How the words of a sentence stand around a figure: near, in one part, under one kind."""

from __future__ import annotations

import re
from functools import cache

from twosource.reference.features import Feature, Sort

BLANK = "\x00"
"""What stands for the characters of figures, so that their own words tell nothing."""
_CLOSE = 50
_BREAK = re.compile(r"[;.!?]| and (?!a half)| but | while | whereas | although | before the ")
_WHEN = re.compile(r" when ")
"""What a clock may stand before: "it was ten to three when I rang"; other figures may not."""


def part_around(words: str, first: int, last: int) -> str:
    """What stands close around a figure, in the same part of the sentence."""
    before, after = words[max(0, first - _CLOSE) : first], words[last : last + _CLOSE]
    start = max((match.end() for match in _PARTING.finditer(before)), default=0)
    parted = _PARTING.search(after)
    end = len(after) if parted is None else parted.start()
    return before[start:] + words[first:last] + after[:end]


_PARTING = re.compile(
    r"[;.!?~]| and | but | when | while | because |"
    r", (?:just |soon |right )?(?:after|before|as|who|which) "
)


def has_form(feature: Feature, words: str, first: int) -> bool:
    """Whether one of the whole forms of a feature stands around a figure."""
    return any(
        match.start("value") == first for form in _forms(feature) for match in form.finditer(words)
    )


def is_near(feature: Feature, words: str, first: int, last: int) -> bool:
    """Whether an anchor stands within reach, in the same part of the sentence."""
    for match in anchor_of(feature).finditer(words):
        gap = words[match.end() : first] if match.end() <= first else words[last : match.start()]
        broken = _BREAK.search(gap) or (feature.sort is not Sort.CLOCK and _WHEN.search(gap))
        if broken and match.start() >= last and _JOINED_ON.search(gap) and gap.count(" and ") == 1:
            # "Seventeen crawled through a tunnel and escaped."
            broken = None
        if len(gap) <= feature.reach and not broken:
            return True
    return False


_JOINED_ON = re.compile(r"^[^;.!?,]* and \Z")


def anchored(feature: Feature, words: str, first: int, last: int) -> tuple[int, int]:
    """The anchor nearest to a figure, or the figure itself where a whole form tells it."""
    found = [(match.start(), match.end()) for match in anchor_of(feature).finditer(words)]
    near = [(max(first - end, start - last), (start, end)) for start, end in found]
    gap, place = min(near, default=(feature.reach + 1, (first, last)))
    return place if gap <= feature.reach else (first, last)


def kind_at(feature: Feature, words: str, at: tuple[int, int]) -> str | None:
    """The kind whose words stand nearest to a place; ``None`` where the feature has other kinds.

    Only where no kind is told does a pronoun stand for any. What stands behind is mostly no
    subject, so that it counts as further away.
    """
    first, last = at
    if feature.named:
        told = _SUBJECT.search(words[:first])
        if told is not None:
            return _named(feature, told[1])
    if not feature.by:
        return ""
    # "Built in 1971, it was": what was built is told elsewhere.
    of_none = "" if feature.named and words[:first].rstrip().endswith(",") else None
    apart: list[tuple[int, str]] = []
    for name, pattern in _kinds(feature):
        gaps = [_gap(match.start(), match.end(), first, last) for match in pattern.finditer(words)]
        if gaps:
            apart.append((min(gaps) if name else len(words) + 1, name))
    return min(apart)[1] if apart else of_none


def _named(feature: Feature, noun: str) -> str:
    """The kind of a noun that is the subject: one of the feature's, else the noun itself."""
    if noun in _PRONOUNS:
        return ""
    kinds = (name for name, pattern in _kinds(feature) if name and pattern.fullmatch(noun))
    return next(kinds, noun.removesuffix("s"))


def _gap(start: int, end: int, first: int, last: int) -> int:
    """How far words stand from a place: none where they overlap, more where they stand behind."""
    if start < last and first < end:
        return 0
    return first - end if end <= first else start - last + _BEHIND


_BEHIND = 15
# "the kitchen shed was", "the pier, which was"
_SUBJECT = re.compile(
    r"\b([a-z]{2,})(?:,? (?:which|that))? (?:was|were|is|are|had been|has been|be)"
    r"(?: \w+ly| last)?\s+\Z"
)
_PRONOUNS = frozenset("it she that which he they this there who and but also".split())


def is_stated(before: str, *, allowing: bool = False, negative: bool = False) -> bool:
    """Whether the words before a figure neither deny it nor only hold it possible.

    A clause is negative as a whole where only some of it is denied ("a group of 300 that had no
    leave to march"), so the words are looked at.

    Args:
        before: What stands before the figure in its sentence, in lower case.
        allowing: Whether what may or shall be answers as well.
        negative: Whether what is not so answers as well.
    """
    before = _BOUNDING.sub("", before)
    if _MODAL.search(before) and not allowing:
        return False
    return negative or not _NOT.search(before)


# What only bounds a number denies nothing.
_BOUNDING = re.compile(
    r"(?:did|does|do|could|was|were) not "
    r"(?:exceed|(?:find|see|count|be)? ?(?:more|fewer|less) than)|"
    r"\bcould (?:see|find|count)\b|\b(?:no|not) (?:more|fewer|less|later|earlier)\b"
)
_MODAL = re.compile(
    r"\b(?:would|should|could|might|may|will|shall|must|if|unless)\b[^,;.~]{0,50}\Z"
)
_NOT = re.compile(r"(?:\b(?:no|not|never|nor|neither|without)\b|n['’]t\b)[^,;.~]{0,25}\Z")


@cache
def anchor_of(feature: Feature) -> re.Pattern[str]:
    """What a feature's figure stands near to."""
    return _compiled(feature.anchor)


@cache
def _forms(feature: Feature) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<!\w){form.replace('V', f'(?P<value>{BLANK}+)', 1)}(?!\w)")
        for form in feature.forms
    )


@cache
def beside_of(feature: Feature) -> tuple[re.Pattern[str], ...]:
    """What has to stand beside a feature's figure."""
    return tuple(map(_compiled, feature.beside))


@cache
def unless_of(feature: Feature) -> re.Pattern[str] | None:
    """What shows that something else than a feature is told."""
    return _compiled(feature.unless) if feature.unless else None


@cache
def _kinds(feature: Feature) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, _compiled(pattern)) for name, pattern in feature.by)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b")
