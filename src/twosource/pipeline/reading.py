"""One report read once: everything that later stages need of it, so that its parse can go.

What is kept grows with the words of the reports; the parse, which is ten times as large, is
dropped as soon as the report is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.claims.descriptions import Description, descriptions_in
from twosource.claims.extract import Extract, extract_of
from twosource.comparison.lineage.wordprint import WordPrint, print_of
from twosource.comparison.wordings.utterance import Utterance, utterances_in
from twosource.language.interface import Annotator
from twosource.model.report import Report, readable
from twosource.pipeline.progress import Progress
from twosource.statements.extract import Attributions, statements_in

READING = "reading"
"""The stage that is named to ``Progress``."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one report gives, whatever the others say.

    Attributes:
        attributions: Its statements and its entities.
        descriptions: Roles and offices that it prints.
        extract: What can be compared.
        words: Its words outside quotations, for the search for shared text.
        utterances: What it gives as somebody's words.
    """

    attributions: Attributions
    descriptions: tuple[Description, ...]
    extract: Extract
    words: WordPrint
    utterances: tuple[Utterance, ...]


def read_report(report: Report, annotator: Annotator) -> ReadReport:
    """Read one report. The result depends on no other report."""
    reading = annotator.read(readable(report))
    attributions = statements_in(report, reading)
    return ReadReport(
        attributions=attributions,
        descriptions=descriptions_in(report, reading),
        extract=extract_of(report, reading, attributions.statements),
        words=print_of(report, reading),
        utterances=utterances_in(report, reading, attributions.statements),
    )


def read_each(
    reports: Sequence[Report], annotator: Annotator, progress: Progress
) -> Iterator[ReadReport]:
    """Read reports one after the other, each when it is asked for.

    Args:
        reports: Reports in English, or whose language nothing tells.
        annotator: Reader of English.
        progress: Told after each report.
    """
    for done, report in enumerate(reports, start=1):
        read = read_report(report, annotator)
        progress.advance(READING, done, len(reports))
        yield read
