"""``twosource archive watch``: feeds polled, watched cases told what is new in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urldefrag

import typer

from twosource.cli.archive import Place
from twosource.cli.completion import case_begun
from twosource.cli.console import tell, write
from twosource.cli.exits import ExitCode
from twosource.cli.failures import RefusedError, failures_told
from twosource.cli.options import Actor, AsJson, Quiet, Threads, named_case
from twosource.cli.watch_told import Telling, standing_lines
from twosource.cli.watching import watched

if TYPE_CHECKING:
    from twosource.engine.watch.manners import Tools
    from twosource.engine.watch.rounds import Watching
    from twosource.engine.watch.world import World
    from twosource.pipeline.progress import Progress
    from twosource.settings.read import Settings
    from twosource.sources.posting import Receiver

Feeds = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FEED]...",
        help="Addresses of RSS or Atom feeds to poll from now on; none polls those named before.",
    ),
]
Cases = Annotated[
    list[str] | None,
    typer.Option(
        "--case",
        metavar="CASE",
        parser=named_case,
        autocompletion=case_begun,
        help="A case that new reports of its event come into, and that is announced in.",
        show_default=False,
    ),
]
Events = Annotated[
    list[str] | None,
    typer.Option(
        "--event",
        metavar="EVENT",
        help="Event that the case follows; the one of most of its reports without it.",
        show_default=False,
    ),
]
Drop = Annotated[
    list[str] | None,
    typer.Option(
        "--drop",
        metavar="FEED|CASE",
        help="Poll a feed, or watch a case, no more; nothing is polled then.",
        show_default=False,
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Do what is due, and end; for cron.")]
Listed = Annotated[bool, typer.Option("--list", help="Show what is watched, and poll nothing.")]
Interval = Annotated[
    int | None,
    typer.Option(
        "--interval",
        min=1,
        max=10_080,
        metavar="MINUTES",
        help="Minutes between two looks at a feed; as set, else 15, without it.",
        show_default=False,
    ),
]
NoVectors = Annotated[
    bool, typer.Option("--no-vectors", help="Find events by words and days alone, as for add.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="With --once: exit code 1 if a feed could not be read.")
]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command was asked to change: feeds and cases that come, and those that go."""

    feeds: Sequence[str]
    cases: Sequence[str]
    events: Sequence[str]
    drop: Sequence[str]


def watch(
    place: Place,
    feeds: Feeds = None,
    case: Cases = None,
    event: Events = None,
    once: Once = False,
    interval: Interval = None,
    drop: Drop = None,
    listed: Listed = False,
    strict: Strict = False,
    no_vectors: NoVectors = False,
    actor: Actor = "",
    threads: Threads = None,
    as_json: AsJson = False,
    quiet: Quiet = None,
) -> None:
    """Poll feeds, take new reports in, and announce what they change in watched cases.

    The feeds that are named are asked, and the pages that they tell of. Goes on until Ctrl C, or
    with --once until nothing is due.
    """
    from twosource.engine.watch.rounds import tools_for
    from twosource.engine.watch.standing import standing_of
    from twosource.settings.read import read_settings

    with failures_told(as_json=as_json):
        held = read_settings()
        silent = held.quiet if quiet is None else quiet
        asked = _Asked(feeds or (), case or (), event or (), drop or ())
        _check(asked)
        telling = Telling(as_json=as_json, quiet=silent, once=once)
        with watched(quiet=silent) as progress:
            how = _watching(held, actor, interval, threads, (not no_vectors, progress))
            with tools_for(place, how, make=bool(asked.feeds)) as tools:
                _change(tools, how, asked, telling)
                if listed or (drop and not feeds and not case):
                    standing = standing_of(tools)
                    told = json.dumps(asdict(standing), ensure_ascii=True, indent=1) + "\n"
                    write(told if as_json else standing_lines(standing))
                    return
                _run(tools, how, telling, once=once)
        if strict and telling.failed:
            failed = "1 feed" if telling.failed == 1 else f"{telling.failed} feeds"
            message = f"{failed} could not be read"
            hint = f"see them: twosource archive watch {place} --list"
            raise RefusedError(ExitCode.FINDINGS, message, hint)


def _check(asked: _Asked) -> None:
    """See that what was asked for fits together, before anything is written.

    Raises:
        RefusedError: If it does not.
    """
    from twosource.errors import MaterialError
    from twosource.sources.addresses import PUBLIC

    if asked.events and len(asked.cases) != 1:
        message = "--event says which event a case follows, and not just one case is named"
        raise RefusedError(ExitCode.USAGE, message, "name one case with --case")
    for url in asked.feeds:
        try:
            PUBLIC.place(urldefrag(url).url)
        except MaterialError as error:
            hint = "name the address of a feed, as in https://news.example/feed.xml"
            raise RefusedError(ExitCode.USAGE, f"{error.name}: {error.what}", hint) from error


def _change(tools: Tools, how: Watching, asked: _Asked, telling: Telling) -> None:
    """Watch what is to be watched from now on, and watch no more what is not."""
    from twosource.engine.watch.cases import follow, unfollow
    from twosource.store.place import without_password

    for name in asked.drop:
        place = named_case(name)
        if not tools.queue.drop_feed(urldefrag(name).url) and not unfollow(tools, place):
            message = f"{without_password(name)}: neither a feed nor a case that is watched"
            hint = f"see what is: twosource archive watch {tools.archive.place} --list"
            raise RefusedError(ExitCode.NOT_FOUND, message, hint)
        name = without_password(name)
        telling.say("dropped", f"watched no more: {name}", name=name)
    for url in asked.feeds:
        if tools.queue.add_feed(urldefrag(url).url, tools.world.now()):
            telling.say("feed", f"watched from now on: {url}", url=url)
    for place in asked.cases:
        found = follow(tools, place, asked.events, how.examining)
        place = without_password(place)
        telling.say("watched", f"watched: {place}, {', '.join(found.events)}", case=place)
        if found.others:
            others = ", ".join(f"{event} ({number})" for event, number in found.others)
            words = f"{place}: reports of it are in other events, too: {others}; --event names them"
            telling.say("others", words, case=place, events=others)


def _run(tools: Tools, how: Watching, telling: Telling, *, once: bool) -> None:
    """Watch, until it ends or is ended.

    Raises:
        RefusedError: If no feed is watched.
        SettingsError: If another process watches the archive.
    """
    from twosource.engine.watch.rounds import watch_on, watch_round
    from twosource.store.watch_queue import only_watch

    if all(feed.ended for feed in tools.queue.feeds()):
        hint = "name the address of one behind the archive"
        raise RefusedError(ExitCode.USAGE, f"{tools.archive.place}: no feed is watched", hint)
    with only_watch(tools.archive.lock):
        try:
            for what in watch_round(tools, how) if once else watch_on(tools, how):
                telling.happened(what)
        except KeyboardInterrupt:
            if once:
                raise
            # Which is how it is meant to end; what was begun goes on the next time.
            tell("the watch has ended; what was begun goes on with the next")
        telling.end()


def _watching(
    held: Settings,
    actor: str,
    interval: int | None,
    threads: int | None,
    work: tuple[bool, Progress],
) -> Watching:
    """How to watch, as the flags and the settings have it."""
    from twosource.engine.archive.desk import Work
    from twosource.engine.stamps import stamp
    from twosource.engine.watch.cases import Examining
    from twosource.engine.watch.rounds import Watching
    from twosource.engine.watch.world import AGENT

    vectors, progress = work
    agent = held.watch_agent or AGENT
    return Watching(
        Examining(
            stamp(actor).actor,
            threads or held.threads,
            Work(workers=1, vectors=vectors),
            progress,
        ),
        held.watch_interval if interval is None else 60.0 * interval,
        held.watch_rate,
        agent,
        _receiver(held, agent),
        _world(),
    )


def _world() -> World:
    """The clock and the network of this machine."""
    from twosource.engine.watch.world import World

    return World()


def _receiver(held: Settings, agent: str) -> Receiver | None:
    """Where announcements are sent on: to the address that is set, and to no other."""
    from twosource.engine.watch.sending import receiver_at

    if not held.watch_webhook:
        return None
    return receiver_at(held.watch_webhook, held.watch_secret, agent, held.watch_inside)
