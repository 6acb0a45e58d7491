"""Events in a stream: each report, as it comes, joins the event that it tells of or begins one.

Reports are taken in order of publication and stay where they were put, so that events keep their
ids. A report is held against the events of the year around it: the words that it shares with their
reports, weighed by how few other reports have them, names and numbers twice, a site's own words
next to nothing; how many of its names they have, since the same thing happens to others; what its
beginning means; and the days between, since one town sees the same thing happen again. Nothing
older than the window is remembered, so that what a report costs does not grow with the years of an
archive.
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twosource.language.meaning import SIZE
from twosource.model.archive import Traits
from twosource.model.identity import ReportId, content_id
from twosource.model.report import Report

WINDOW = 365
"""Days from an event's last report after which nothing joins it: a trial comes months later."""
FADING, LEFT = 45.0, 0.5
"""Days in which the likeness of a report to an event falls to a third, and what is left of it
however many days lie between."""
NAME_WEIGHT = 2.0
"""What a word in a name, or one with a digit, weighs beside another that is as rare."""
NAMES_SHARE = 0.5
"""How much of the likeness of words hangs on how many of a report's names, by their weight, stand
in the reports of the event: a fire in another town is told in the same words with other names."""
MEANING_SHARE = 0.15
"""How much of the likeness is that of the vectors, where there are any."""
LEAST_LIKENESS, LEAST_WITHOUT_VECTORS = 0.19, 0.14
"""The likeness from which a report joins an event. Chosen, with the numbers above and those on
sites, on pairs that hold a GVA incident of even number and on the train and dev topics of ECB+; the
odd incidents and the test topics were not looked at."""
SITE_REPORTS, SITE_SHARE, SITE_WEIGHT = 3, 0.4, 0.1
"""A word that stands in this share of the reports of a site, once it has so many, is the site's
own: a menu, a notice, a signature. It weighs this part of what it would."""
TELLING = 40
"""Words of a report that events are looked up by, the heaviest."""
CROWD = 60
"""Events that one word remembers, the latest: a word of more tells nothing apart."""
CANDIDATES = 30
"""Events that are looked at more closely."""
PRIOR = 1000
"""Reports that are taken to have been seen before the first, so that the first few do not decide
which words are rare."""

Weights = dict[str, float]
_DIGIT = re.compile(r"\d")
_NO_VECTOR = np.zeros(SIZE, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report as the stream sees it.

    Attributes:
        report: The report.
        day: The day of its publication, as a number of days.
        traits: Its traits.
        site: Who published it, or the host of its address; ``""`` where nothing says so.
    """

    report: ReportId
    day: int
    traits: Traits
    site: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a report was put.

    Attributes:
        sighting: The report.
        event: Its event.
        weights: What its words weighed then; of unit length.
    """

    sighting: Sighting
    event: str
    weights: Weights


@dataclass(slots=True)
class _Open:
    """An event that can still be joined: its reports in the window, and their sum."""

    members: list[Placed] = field(default_factory=list)
    words: Weights = field(default_factory=dict)
    vector: NDArray[np.float32] = field(default_factory=_NO_VECTOR.copy)
    first: int = 0
    last: int = 0

    def add(self, placed: Placed) -> None:
        day = placed.sighting.day
        self.first = min(self.first, day) if self.members else day
        self.last = max(self.last, day) if self.members else day
        self.members.append(placed)
        for word, weight in placed.weights.items():
            self.words[word] = self.words.get(word, 0.0) + weight
        self.vector = self.vector + vector_of(placed.sighting.traits)

    def without(self, old: Collection[ReportId]) -> _Open:
        """The event without some members, summed anew: taking away would leave dust."""
        rest = _Open()
        for member in self.members:
            if member.sighting.report not in old:
                rest.add(member)
        return rest


class EventStream:
    """The events of the year around the report in hand."""

    def __init__(self) -> None:
        self._open: dict[str, _Open] = {}
        self._events_of: dict[str, list[str]] = {}
        self._seen: Counter[str] = Counter()
        self._sites: dict[str, tuple[list[int], Counter[str]]] = {}
        self._window: deque[Placed] = deque()

    def __len__(self) -> int:
        """How many reports are remembered."""
        return len(self._window)

    def place(self, sighting: Sighting, copied_from: str = "") -> Placed:
        """Put a report in an event.

        Args:
            sighting: The report. Reports should come in order of publication; one that comes late
                joins an event that is there or begins one, and moves no other.
            copied_from: The event of a report that it is a verified copy of, which it then joins.
        """
        self._forget_before(sighting.day - WINDOW)
        weights = self._weights(sighting)
        event = copied_from or self._best(sighting, weights)
        placed = Placed(sighting, event or event_id(sighting.report), weights)
        self.remember(placed)
        return placed

    def remember(self, placed: Placed) -> None:
        """Take note of a report that was placed, now or in an earlier run."""
        event = self._open.setdefault(placed.event, _Open())
        event.add(placed)
        self._seen.update(placed.sighting.traits.words)
        if placed.sighting.site:
            number, words = self._sites.setdefault(placed.sighting.site, ([0], Counter()))
            number[0] += 1
            words.update(placed.sighting.traits.words)
        self._window.append(placed)
        for word in _heaviest(placed.weights):
            events = self._events_of.setdefault(word, [])
            if placed.event in events:
                events.remove(placed.event)
            events.append(placed.event)
            del events[:-CROWD]

    def _forget_before(self, day: int) -> None:
        gone: dict[str, list[Placed]] = {}
        while self._window and self._window[0].sighting.day < day:
            old = self._window.popleft()
            _less(self._seen, old.sighting.traits.words)
            self._forget_site(old.sighting)
            gone.setdefault(old.event, []).append(old)
        for event, members in gone.items():
            rest = self._open[event].without({old.sighting.report for old in members})
            if rest.members:
                self._open[event] = rest
                continue
            del self._open[event]
            for old in members:
                self._tidy(old)

    def _forget_site(self, sighting: Sighting) -> None:
        if sighting.site:
            number, words = self._sites[sighting.site]
            number[0] -= 1
            _less(words, sighting.traits.words)
            if not number[0]:
                del self._sites[sighting.site]

    def _tidy(self, old: Placed) -> None:
        """Take an event that is closed out of the look-up of its words."""
        for word in _heaviest(old.weights):
            events = [event for event in self._events_of.get(word, ()) if event in self._open]
            if events:
                self._events_of[word] = events
            else:
                self._events_of.pop(word, None)

    def _weights(self, sighting: Sighting) -> Weights:
        """What each word weighs: how often it stands here, how rare it is, whether it names."""
        reports = len(self._window) + PRIOR
        traits = sighting.traits
        names, own = frozenset(traits.names), self._words_of_site(sighting)
        raw = {
            word: (1.0 + math.log(count))
            * math.log((reports + 1.0) / (self._seen[word] + 0.5))
            * (NAME_WEIGHT if word in names or _DIGIT.search(word) else 1.0)
            * (SITE_WEIGHT if word in own else 1.0)
            for word, count in zip(traits.words, traits.counts, strict=True)
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {word: weight / length for word, weight in raw.items()} if length else {}

    def _words_of_site(self, sighting: Sighting) -> frozenset[str]:
        """Those of a report's words that are its site's own."""
        number, words = self._sites.get(sighting.site, ([0], Counter()))
        if number[0] < SITE_REPORTS:
            return frozenset()
        least = SITE_SHARE * number[0]
        return frozenset(word for word in sighting.traits.words if words[word] >= least)

    def _best(self, sighting: Sighting, weights: Weights) -> str:
        """The event that a report is most like, if it is like it enough, else ``""``."""
        shared: Counter[str] = Counter()
        for word in _heaviest(weights):
            for event in self._events_of.get(word, ()):
                if event in self._open:
                    shared[event] += weights[word]  # type: ignore[assignment] # weights count here
        likest, best = "", 0.0
        for event, _ in shared.most_common(CANDIDATES):
            likeness, least = self._likeness(sighting, weights, self._open[event])
            if likeness >= least and likeness / least > best:
                likest, best = event, likeness / least
        return likest

    def _likeness(self, sighting: Sighting, weights: Weights, event: _Open) -> tuple[float, float]:
        """How like a report is to the reports of an event on average, and what is asked for."""
        gap = max(0, event.first - sighting.day, sighting.day - event.last)
        if gap > WINDOW:
            return 0.0, 1.0
        number = len(event.members)
        likeness = _common(weights, event.words) / number
        known = _known(sighting.traits.names, weights, event.words)
        likeness *= 1.0 - NAMES_SHARE + NAMES_SHARE * known
        least = LEAST_WITHOUT_VECTORS
        if sighting.traits.vector:
            near = float(vector_of(sighting.traits) @ event.vector) / number
            likeness = (1.0 - MEANING_SHARE) * likeness + MEANING_SHARE * near
            least = LEAST_LIKENESS
        return round(likeness * max(LEFT, math.exp(-gap / FADING)), 9), least


def event_id(first: ReportId) -> str:
    """The id of an event, over the report that it began with."""
    return content_id("ev", first)


def vector_of(traits: Traits) -> NDArray[np.float32]:
    """The vector of traits; zeros where they have none."""
    if not traits.vector:
        return _NO_VECTOR
    return np.frombuffer(traits.vector, dtype=np.float16).astype(np.float32)


def site_of(report: Report) -> str:
    """Who published a report, or the host of its address; ``""`` where nothing says so."""
    if report.publisher:
        return report.publisher.casefold()
    return (report.url or "").partition("://")[2].partition("/")[0].lower()


def _less(counts: Counter[str], words: Iterable[str]) -> None:
    for word in words:
        counts[word] -= 1
        if not counts[word]:
            del counts[word]


def _heaviest(weights: Mapping[str, float]) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:TELLING]


def _known(names: Iterable[str], weights: Weights, others: Weights) -> float:
    """Which part of the weight of names stands in an event; 1 where there are no names."""
    named = [name for name in names if name in weights]
    every = sum(weights[name] for name in named)
    return sum(weights[name] for name in named if name in others) / every if every else 1.0


def _common(weights: Weights, others: Weights) -> float:
    return sum(weight * others[word] for word, weight in weights.items() if word in others)
