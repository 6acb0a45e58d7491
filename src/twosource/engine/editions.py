"""Which originals of a kept case are examined, and which texts are editions of one report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from twosource.comparison.editions.compare import share_words
from twosource.documents.editions import address_key, editions_in
from twosource.engine.examination import Gathered, gathered
from twosource.model.case import Unreadable
from twosource.model.edition import SharedBy
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.pipeline.editions import Pair
from twosource.pipeline.taking_in import Clean


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came out of one original.

    Attributes:
        name: Name of the original.
        reports: Its reports, in order.
        unreadable: What could not be read.
    """

    name: str
    reports: tuple[Report, ...]
    unreadable: tuple[Unreadable, ...]


def drawn(original: Original) -> Drawn:
    """Read the reports in an original."""
    (found,) = Clean()([original])
    return Drawn(
        original.name,
        tuple(one for one in found if isinstance(one, Report)),
        tuple(one for one in found if isinstance(one, Unreadable)),
    )


def current(originals: Sequence[Drawn]) -> Gathered:
    """What is examined: the reports in the last original of each name.

    Args:
        originals: What came out of the originals of a case, in the order in which they came.
    """
    latest = {one.name: one for one in originals}.values()
    items = (chain[Report | Unreadable](one.reports, one.unreadable) for one in latest)
    return gathered(chain.from_iterable(items))


def pairs_of(originals: Sequence[Drawn]) -> tuple[Pair, ...]:
    """The texts that are editions of one report, each with the next.

    Originals of one name are versions of one file. A text of its own is then an edition of the one
    before; the posts of a container are paired by their address, else by their line if they share
    half of their words. Files of several names hold editions of one article as ``editions_in``
    tells; the order in which they were published counts, else that in which they came.

    Args:
        originals: What came out of the originals of a case, in the order in which they came.
    """
    by_name: dict[str, list[Drawn]] = {}
    for one in originals:
        by_name.setdefault(one.name, []).append(one)
    found = [
        pair
        for versions in by_name.values()
        for before, after in pairwise(versions)
        for pair in _versions(before, after)
    ]
    known = {(pair.before.id, pair.after.id) for pair in found}
    found += [
        pair for pair in _of_article(originals) if (pair.before.id, pair.after.id) not in known
    ]
    return tuple(found)


def _versions(before: Drawn, after: Drawn) -> Iterator[Pair]:
    """The texts of two versions of one file that are editions of one report."""
    if len(before.reports) == len(after.reports) == 1:
        yield Pair(before.reports[0], after.reports[0], SharedBy.NAME)
        return
    left = list(before.reports)
    rest: list[Report] = []
    for report in after.reports:
        same = next((one for one in left if _of_one_address(one, report)), None)
        if same is None:
            rest.append(report)
        else:
            left.remove(same)
            yield Pair(same, report, SharedBy.NAME)
    for report in rest:
        same = next((one for one in left if one.file == report.file), None)
        if same is not None and share_words(same, report):
            left.remove(same)
            yield Pair(same, report, SharedBy.NAME)


def _of_one_address(one: Report, other: Report) -> bool:
    if not one.url or not other.url:
        return False
    return address_key(one.url) == address_key(other.url)


def _of_article(originals: Sequence[Drawn]) -> Iterator[Pair]:
    """Texts in files of several names that are editions of one article, each with the next."""
    latest: dict[str, Drawn] = {}
    for one in originals:
        # the last version of a file stands for it, where the first stood
        latest[one.name] = one
    reports = [report for one in latest.values() for report in one.reports]
    for found in editions_in(reports):
        ordered = sorted(found.reports, key=_published)
        for before, after in pairwise(ordered):
            yield Pair(before, after, SharedBy(found.known.value))


def _published(report: Report) -> float:
    """When a report was published, for ordering; reports without a date keep their place, first."""
    return 0.0 if report.published is None else report.published.interval.start.timestamp()
