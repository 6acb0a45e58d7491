"""What a watch tells: announcements on standard output, everything else beside it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from twosource.brief.inert import inert
from twosource.cli.console import tell, tell_json, write
from twosource.cli.run import tell_unread

if TYPE_CHECKING:
    from twosource.engine.watch.feeds import Polled
    from twosource.engine.watch.rounds import Happened
    from twosource.engine.watch.sending import Sent
    from twosource.engine.watch.standing import FeedStanding, WatchStanding
    from twosource.model.announcement import Announcement


class Telling:
    """Tells what happens, as it happens.

    Args:
        as_json: Whether it is told in JSON.
        quiet: Whether only announcements, and what went wrong, are told.
        once: Whether all announcements are one document.
    """

    def __init__(self, *, as_json: bool, quiet: bool, once: bool) -> None:
        self._as_json = as_json
        self._quiet = quiet
        self._once = once
        self._announced: list[object] = []
        self.failed = 0

    def happened(self, what: Happened) -> None:
        """Tell one thing."""
        from twosource.engine.watch.feeds import Polled
        from twosource.engine.watch.pages import Page
        from twosource.engine.watch.rounds import TakenIn, Trouble
        from twosource.engine.watch.sending import Sent
        from twosource.model.announcement import Announcement

        match what:
            case Announcement():
                self._announce(what)
            case Polled():
                self._polled(what)
            case Page():
                if what.problem is not None:
                    tell_unread(what.problem, as_json=self._as_json)
            case TakenIn():
                for item in what.unreadable:
                    tell_unread(item, as_json=self._as_json)
                words = f"taken in: {what.originals} originals, {what.reports} reports"
                self.say("taken", words, originals=what.originals, reports=what.reports)
            case Sent():
                self._sent(what)
            case Trouble():
                self._always("trouble", f"{what.case}: {what.what}", case=what.case, what=what.what)

    def say(self, kind: str, words: str, **fields: str | int | None) -> None:
        """Say what was done, unless nothing but announcements is wanted."""
        if not self._quiet:
            self._always(kind, words, **fields)

    def end(self) -> None:
        """Write what was announced, where it is one document."""
        if self._as_json and self._once:
            write(json.dumps({"announcements": self._announced}, ensure_ascii=True) + "\n")

    def _announce(self, what: Announcement) -> None:
        from twosource.brief.announced import announcement_lines
        from twosource.store.watched import announcement_text

        if not self._as_json:
            write("".join(f"{line}\n" for line in announcement_lines(what)))
        elif self._once:
            self._announced.append(json.loads(announcement_text(what)))
        else:
            write(announcement_text(what) + "\n")

    def _polled(self, what: Polled) -> None:
        self.failed += what.failed
        for item in what.problems:
            tell_unread(item, as_json=self._as_json)
        if not what.failed:
            entries = "1 new entry" if what.queued == 1 else f"{what.queued} new entries"
            found = entries if what.queued else "nothing new"
            words = f"polled: {what.title or what.url}: {found}"
            self.say("polled", words, url=what.url, queued=what.queued)

    def _sent(self, what: Sent) -> None:
        named = f"announcement {what.seq} of {what.case}"
        if not what.problem:
            self.say("sent", f"sent on: {named}", case=what.case, seq=what.seq, problem=None)
            return
        later = "not sent on any more" if what.again is None else "sent on later"
        words = f"{later}: {named}: {what.problem}"
        self._always("sent", words, case=what.case, seq=what.seq, problem=what.problem)

    def _always(self, kind: str, words: str, **fields: str | int | None) -> None:
        if self._as_json:
            tell_json(kind, **fields)
        else:
            tell(words)


def standing_lines(standing: WatchStanding) -> str:
    """How a watch stands, for terminals."""
    lines = [_feed(feed) for feed in standing.feeds] or ["No feed is watched."]
    lines += [
        f"case {one.case}: {', '.join(one.events)}, since {one.since}" for one in standing.cases
    ]
    counted = [f"{number} {state}" for state, number in standing.entries.items()]
    lines += [f"entries: {', '.join(counted)}"] if counted else []
    return "".join(f"{inert(line)}\n" for line in lines)


def _feed(feed: FeedStanding) -> str:
    name = f"{feed.url} ({feed.title})" if feed.title else feed.url
    due = "not asked any more" if feed.due is None else f"asked next at {feed.due}"
    failed = f"; failed {feed.failures} times: {feed.problem}" if feed.failures else ""
    return f"feed {name}: {due}{failed}"
