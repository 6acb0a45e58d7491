"""What runs per report, as kernels: made once, called with many batches, sent to other processes.

A batch is one or more columns, plain lists of equal length; a kernel gives a list of that length
and nothing depends on how items were put into batches. ``examine`` calls the same kernels with
batches of one as the archive does with shards, so that a report is read alike in both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from twosource.claims.descriptions import descriptions_in
from twosource.claims.extract import extract_of
from twosource.comparison.lineage.wordprint import print_of
from twosource.comparison.wordings.utterance import utterances_in
from twosource.language.interface import Annotator, Reading
from twosource.model.report import Report, readable
from twosource.pipeline.progress import Progress
from twosource.pipeline.reading import ReadReport
from twosource.statements.extract import Attributions, statements_in

READING = "reading"
"""The stage that is named to ``Progress``."""


@dataclass(frozen=True, slots=True)
class Read:
    """Reports to readings: sentences, words, trees, names.

    Attributes:
        annotator: The reader; it must be fit to be sent to another process.
    """

    annotator: Annotator
    name: ClassVar[str] = "read"
    version: ClassVar[int] = 1

    def __call__(self, reports: Sequence[Report]) -> list[Reading]:
        """The reading of each report's readable text; a parse is large, so keep batches small."""
        return [self.annotator.read(readable(report)) for report in reports]


@dataclass(frozen=True, slots=True)
class State:
    """Readings to statements: who says what."""

    name: ClassVar[str] = "state"
    version: ClassVar[int] = 1

    def __call__(
        self, reports: Sequence[Report], readings: Sequence[Reading]
    ) -> list[Attributions]:
        """The statements and entities of each report."""
        return [statements_in(*pair) for pair in zip(reports, readings, strict=True)]


@dataclass(frozen=True, slots=True)
class Value:
    """Statements to what can be compared: values, descriptions, words, utterances."""

    name: ClassVar[str] = "value"
    version: ClassVar[int] = 1

    def __call__(
        self,
        reports: Sequence[Report],
        readings: Sequence[Reading],
        stated: Sequence[Attributions],
    ) -> list[ReadReport]:
        """Everything that later stages need of each report, so that its parse can go."""
        return [
            ReadReport(
                attributions=attributions,
                descriptions=descriptions_in(report, reading),
                extract=extract_of(report, reading, attributions.statements),
                words=print_of(report, reading),
                utterances=utterances_in(report, reading, attributions.statements),
            )
            for report, reading, attributions in zip(reports, readings, stated, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class ReadThrough:
    """Read, state and value in one: the parse of a report goes before the next is read.

    Attributes:
        annotator: The reader; it must be fit to be sent to another process.
    """

    annotator: Annotator
    name: ClassVar[str] = "read-through"
    version: ClassVar[int] = 1

    def __call__(self, reports: Sequence[Report]) -> list[ReadReport]:
        """What each report gives, whatever the others say."""
        read, state, value = Read(self.annotator), State(), Value()
        found: list[ReadReport] = []
        for report in reports:
            one, readings = [report], read([report])
            found += value(one, readings, state(one, readings))
        return found


def read_each(
    reports: Sequence[Report], annotator: Annotator, progress: Progress
) -> Iterator[ReadReport]:
    """Read reports one after the other, each when it is asked for.

    Args:
        reports: Reports in English, or whose language nothing tells.
        annotator: Reader of English.
        progress: Told after each report.
    """
    read = ReadThrough(annotator)
    for done, report in enumerate(reports, start=1):
        (found,) = read([report])
        progress.advance(READING, done, len(reports))
        yield found
