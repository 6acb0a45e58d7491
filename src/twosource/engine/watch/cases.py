"""Watched cases: which reports of an archive are new to them, and what those change.

A case follows events of the archive. A report that was placed in one of them, and whose original
the case does not hold, comes into the case; the case is examined anew, and what differs from the
examination before is announced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from twosource import __version__
from twosource.brief.announced import changes_between
from twosource.engine.archive.cutting import originals_of, post_name
from twosource.engine.archive.desk import Work, add_originals_to_archive, reports_of_event
from twosource.engine.cases import update_case
from twosource.engine.watch.manners import Tools
from twosource.errors import NotFoundError
from twosource.model.announcement import Announcement, Arrival
from twosource.model.case import Case
from twosource.model.custody import Stamp
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.pipeline.examine import told
from twosource.pipeline.progress import SILENT, Progress
from twosource.reviews.apply import apply_reviews
from twosource.store.archive_index import ArchiveIndex, Entry
from twosource.store.case_file import read_case
from twosource.store.kept import KeptCase, open_kept
from twosource.store.place import case_name, is_address, without_password
from twosource.store.rows import Run
from twosource.store.served import original_rows
from twosource.store.watched import (
    Came,
    Watch,
    announce,
    drop_watch,
    note_arrivals,
    put_watch,
    waiting_arrivals,
    watches,
)

ONE_PROCESS = Work(workers=1)
"""What comes in at a time is little, so that it is taken in without further processes."""


@dataclass(frozen=True, slots=True)
class Examining:
    """How cases are examined and reports taken in.

    Attributes:
        actor: Who acts, for the log.
        threads: Threads for the language model.
        work: How reports are taken in.
        progress: Is told how far the work has come.
    """

    actor: str
    threads: int | None = None
    work: Work = ONE_PROCESS
    progress: Progress = SILENT


@dataclass(frozen=True, slots=True)
class Followed:
    """The events that a case follows.

    Attributes:
        events: Their ids.
        others: Further events that reports of the case were placed in, with how many.
    """

    events: tuple[str, ...]
    others: tuple[tuple[str, int], ...]


def absolute(place: str) -> str:
    """The place of a case as the queue knows it, whatever folder a watch is started in.

    No password is written down with it: a watch that is started again finds it elsewhere.
    """
    return without_password(place) if is_address(place) else str(Path(place).resolve())


def follow(tools: Tools, place: str, events: Sequence[str], how: Examining) -> Followed:
    """Watch a case: from now on new reports of its events come into it.

    Args:
        tools: Of the watch.
        place: The case.
        events: The events; where none is named, the one that most of its reports were placed in.
            Reports that the archive does not hold are taken into it for that.
        how: How reports are taken in.

    Raises:
        NotFoundError: If there is no such case or event, or none of its reports is in an event.
    """
    with open_kept(place) as kept:
        found = _followed(tools, kept, events, how)
        examined = kept.last_run() is not None
        since = next(
            (w.since for w in watches(kept) if w.archive == _name(tools)), tools.world.at()
        )
        watch = Watch(_name(tools), found.events, _feeds(tools), since)
        put_watch(kept, watch)
    if not examined:
        update_case(place, Stamp(how.actor, tools.world.at()), how.progress, how.threads)
    tools.given[absolute(place)] = place
    tools.queue.watch(absolute(place), found.events, since)
    return found


def unfollow(tools: Tools, place: str) -> bool:
    """Watch a case no more; gives whether it was watched. What came into it stays."""
    known = tools.queue.unwatch(absolute(place))
    place = tools.given.pop(absolute(place), place)
    if known:
        try:
            with open_kept(place) as kept:
                drop_watch(kept, _name(tools))
        except NotFoundError:
            pass  # a case that is gone is watched by nobody
    return known


def bring_in(
    tools: Tools, place: str, events: Sequence[str], how: Examining, due: float | None
) -> Announcement | None:
    """Bring new reports of its events into a case, examine it, and announce what they change.

    Killed at any moment, it goes on the next time: what comes is written down before it is kept,
    and is settled by the announcement.

    Args:
        tools: Of the watch.
        place: The case.
        events: The events that it follows.
        how: How it is examined.
        due: When the announcement is to be sent on, in seconds since 1970; ``None``: never.

    Returns:
        What was announced; ``None`` where nothing is new.

    Raises:
        TwosourceError: If the case cannot be opened, examined or written.
    """
    stamp = Stamp(how.actor, tools.world.at())
    with open_kept(place) as kept:
        new = dict(_new_originals(tools, kept, events))
        if new:
            run = kept.last_run()
            before = 0 if run is None else run.id
            urls = tools.queue.addresses()
            note_arrivals(
                kept,
                [
                    Came(one.sha256, one.name, urls.get(one.sha256, ""), stamp.at, before)
                    for one in new.values()
                ],
            )
            kept.add(new.values(), __version__, stamp)
        held = {row.sha256 for row in original_rows(kept)}
        came = [one for one in waiting_arrivals(kept) if one.sha256 in held]
    if not came:
        return None
    update_case(place, stamp, how.progress, how.threads)
    with open_kept(place) as kept:
        return _announced(kept, came, stamp.at, due)


def note_look(tools: Tools, place: str, events: Sequence[str], problem: str) -> None:
    """Write down in a case that its feeds were looked at, and what went wrong."""
    with open_kept(place) as kept:
        for watch in watches(kept):
            if watch.archive == _name(tools):
                looked = tools.world.at()
                now = replace(watch, looked=looked, problem=problem, feeds=_feeds(tools))
                put_watch(kept, replace(now, events=tuple(events)))


def _announced(
    kept: KeptCase, came: Sequence[Came], at: str, due: float | None
) -> Announcement | None:
    last = kept.last_run()
    if last is None:
        return None
    before = kept.last_run(before=min(one.before for one in came) + 1)
    case = _stood(kept, last)
    earlier = None if before is None else _stood(kept, before)
    changes = changes_between(earlier, case)
    reports = {report.sha256: report for report in reversed(case.reports)}
    arrivals = tuple(_arrival(one, reports.get(one.sha256)) for one in came)
    name = case_name(kept.place)

    def made(seq: int) -> Announcement:
        return Announcement(seq, name, at, last.id, arrivals, changes)

    return announce(kept, came, made, due)


def _stood(kept: KeptCase, run: Run) -> Case:
    """A case as an examination found it, with what people decided by now, its brief without news.

    Two examinations are compared with the same decisions in force, so that a decision is not
    announced as a change that a report made.
    """
    reviews = kept.reviews()
    case = read_case(run.document)
    return told(apply_reviews(case, reviews).case if reviews else case)


def _arrival(came: Came, report: Report | None) -> Arrival:
    if report is None:
        return Arrival(None, came.name, came.url)
    published = None if report.published is None else report.published.at
    url = came.url if came.url.startswith("http") else report.url or ""
    return Arrival(report.id, report.file, url, report.title, report.publisher, published)


def _new_originals(
    tools: Tools, kept: KeptCase, events: Sequence[str]
) -> Iterator[tuple[str, Original]]:
    """What the archive has on the events and the case has not, by hash."""
    rows = original_rows(kept)
    held, names = {row.sha256 for row in rows}, {row.name for row in rows}
    with ArchiveIndex(tools.archive.index) as index:
        entries = [
            entry
            for event in events
            for entry in index.reports_of(event)
            if entry.sha256 not in held and not _is_post_of(entry, names)
        ]
        for original in originals_of(tools.archive, index, entries):
            if original.sha256 not in held:
                yield original.sha256, original


def _is_post_of(entry: Entry, names: set[str]) -> bool:
    return "#" in entry.name and post_name(entry.name) in names


def _followed(tools: Tools, kept: KeptCase, events: Sequence[str], how: Examining) -> Followed:
    with ArchiveIndex(tools.archive.index) as index:
        if events:
            named = [reports_of_event(tools.archive, index, event)[0].event for event in events]
            return Followed(tuple(dict.fromkeys(named)), ())
        hashes = [row.sha256 for row in original_rows(kept)]
        known = sum(index.knows(sha256) for sha256 in hashes)
    if not hashes:
        raise NotFoundError(
            f"{kept.named}: the case holds no report yet, so that nothing says which event it is "
            "on; add one, or name the event with --event"
        )
    if 2 * known < len(hashes):
        add_originals_to_archive(tools.archive, kept.originals(), how.work, how.progress)
    with ArchiveIndex(tools.archive.index) as index:
        found = index.events_of(hashes)
    if not found:
        raise NotFoundError(
            f"{kept.named}: none of its reports is in an event of {tools.archive.place}, since "
            "nothing dates them; name the event with --event"
        )
    first = min(found, key=lambda event: (-found[event], event))
    others = sorted((event, number) for event, number in found.items() if event != first)
    return Followed((first,), tuple(others))


def _feeds(tools: Tools) -> int:
    return sum(not feed.ended for feed in tools.queue.feeds())


def _name(tools: Tools) -> str:
    return str(tools.archive.place.resolve())
