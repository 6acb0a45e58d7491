"""Editions of reports in a case: which texts are compared, and what the case keeps of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.comparison.editions.compare import Text, edition_of
from twosource.model.case import Case
from twosource.model.edition import Edition, SharedBy
from twosource.model.identity import ReportId
from twosource.model.report import Report
from twosource.pipeline.reading import ReadReport


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that are known as editions of one report, the earlier first."""

    before: Report
    after: Report
    shared: SharedBy


def with_editions(case: Case, pairs: Sequence[Pair], read: Mapping[ReportId, ReadReport]) -> Case:
    """The case with what changed between the editions of its reports.

    Args:
        case: The case; its brief is not told anew.
        pairs: The texts to compare. Those of one name stand in the order in which they came: by it
            is known which text was kept before.
        read: What was read off each of them, where it is read for statements.

    Returns:
        The case with an edition for each pair whose texts differ, and with the earlier texts that
        it does not examine.
    """
    found = list(_editions(pairs, read))
    examined = {report.id for report in case.reports}
    texts = {pair.before.id: pair.before for pair in pairs}
    texts |= {pair.after.id: pair.after for pair in pairs}
    named = {ident for one in found for ident in (one.earlier, one.later)}
    return replace(
        case,
        editions=tuple(sorted(found, key=lambda one: _place(one, texts))),
        superseded=tuple(
            sorted(
                (texts[ident] for ident in named - examined),
                key=lambda report: (report.file, report.id),
            )
        ),
    )


def _editions(pairs: Sequence[Pair], read: Mapping[ReportId, ReadReport]) -> Iterable[Edition]:
    """One edition for each two texts, that of the last time when one came after the other."""
    seen: set[ReportId] = set()
    found: dict[tuple[ReportId, ReportId], Edition] = {}
    for pair in pairs:
        ends = (pair.before.id, pair.after.id)
        returned = pair.shared is SharedBy.NAME and pair.after.id in seen
        if pair.shared is SharedBy.NAME:
            seen.update(ends)
        if ends in found:
            found[ends] = replace(found[ends], returned=returned)
            continue
        edition = edition_of(_text(pair.before, read), _text(pair.after, read), pair.shared)
        if edition is not None:
            found[ends] = replace(edition, returned=returned)
    return found.values()


def _place(edition: Edition, texts: Mapping[ReportId, Report]) -> tuple[str, ...]:
    return (texts[edition.later].file, edition.later, edition.earlier)


def _text(report: Report, read: Mapping[ReportId, ReadReport]) -> Text:
    one = read.get(report.id)
    if one is None:
        return Text(report, (), None)
    return Text(report, one.attributions.statements, one.extract)
