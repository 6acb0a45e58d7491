"""Editions of one article among reports: the same page saved twice, or told again with changes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from twosource.model.report import Report, readable

_WORD = re.compile(r"\w+")
_RUN = 3
_ALIKE = 0.5
"""Share of the runs of three words of both texts that two near-identical ones have in common. A
corrected article keeps nine tenths, two articles on one event under one headline a tenth."""
_ENOUGH = 0.5
"""Share of the words of the shorter text that two texts of one address have in common; a page that
changes wholly under its address, such as a front page, is no article."""
_LEAST_WORDS = 5
_MOST_ALIKE = 200
"""Reports under one address or headline that are compared with one another."""
_CAMPAIGN = re.compile(r"(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|cmp|ocid|smid)=[^&]*&?", re.I)
_MOBILE = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_AMP = re.compile(r"(?:/amp|\.amp|/amp\.html)$")


class Known(StrEnum):
    """By what texts are known as editions of one article."""

    ADDRESS = "address"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class EditionsFound:
    """Reports that are editions of one article.

    Attributes:
        reports: The reports, in the order given.
        known: By what; the address where both would tell.
    """

    reports: tuple[Report, ...]
    known: Known


def editions_in(reports: Sequence[Report]) -> tuple[EditionsFound, ...]:
    """Find the editions of one article among reports.

    Reports are editions if they have the same address and half of their words in common, or the
    same headline, the same publisher and nearly the same text. Posts of one container are never
    editions of one another unless their address says so: channels repeat themselves.

    Args:
        reports: The reports.

    Returns:
        Groups of two and more, in the order of their first report.
    """
    leader = list(range(len(reports)))
    known: dict[int, Known] = {}
    words: dict[int, list[str]] = {}
    for sort, groups in (
        (Known.ADDRESS, _by_address(reports)),
        (Known.HEADLINE, _by_head(reports)),
    ):
        for group in groups:
            for one, other in combinations(group[:_MOST_ALIKE], 2):
                if leader[one] == leader[other] or _repeats(reports[one], reports[other], sort):
                    continue
                for index in (one, other):
                    words.setdefault(index, _WORD.findall(readable(reports[index]).lower()))
                if _alike(words[one], words[other], sort):
                    first, second = sorted((leader[one], leader[other]))
                    leader = [first if x == second else x for x in leader]
                    known.setdefault(first, known.pop(second, sort))
    members: dict[int, list[Report]] = defaultdict(list)
    for report, first in zip(reports, leader, strict=True):
        members[first].append(report)
    groups_found = ((first, tuple(m)) for first, m in members.items() if len(m) > 1)
    return tuple(EditionsFound(found, known[first]) for first, found in groups_found)


def address_key(url: str) -> str:
    """An address without what does not change the article: scheme, mobile host, campaign, mark."""
    rest = url.partition("#")[0].partition("://")[2] or url
    place, _, query = rest.partition("?")
    host, slash, path = place.partition("/")
    path = _AMP.sub("", path.rstrip("/"))
    query = _CAMPAIGN.sub("", query).strip("&")
    return _MOBILE.sub("", host.lower()) + slash + path + (f"?{query}" if query else "")


def _by_address(reports: Sequence[Report]) -> Iterable[list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        if report.url:
            groups[address_key(report.url)].append(index)
    return groups.values()


def _by_head(reports: Sequence[Report]) -> Iterable[list[int]]:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        if report.title and report.publisher:
            head = " ".join(_WORD.findall(report.title.lower()))
            groups[report.publisher.casefold(), head].append(index)
    return groups.values()


def _repeats(one: Report, other: Report, sort: Known) -> bool:
    """Whether one channel may have posted the same twice."""
    return sort is Known.HEADLINE and one.container is not None and one.container == other.container


def _alike(left: list[str], right: list[str], sort: Known) -> bool:
    """Whether two texts under one address or headline are editions of one article."""
    least = min(len(left), len(right))
    if least < _LEAST_WORDS:
        return False
    if sort is Known.ADDRESS:
        shared = sum((Counter(left) & Counter(right)).values())
        return shared >= _ENOUGH * least
    first, second = _runs(left), _runs(right)
    return len(first & second) >= _ALIKE * len(first | second)


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
