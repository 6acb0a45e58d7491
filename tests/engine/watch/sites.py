"""A site of the test's own on the loopback, and a clock that is set forward, not waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.documents.archive_files import page
from tests.sources.loopback import Answer, Served, answer, serving

from twosource.engine.archive.desk import Work
from twosource.engine.watch.cases import Examining
from twosource.engine.watch.manners import Tools
from twosource.engine.watch.rounds import Happened, Watching, tools_for, watch_round
from twosource.engine.watch.world import World
from twosource.sources.addresses import Guard
from twosource.sources.asking import Limits

NAMES = ("news.example", "other.example", "hook.example")
QUICK = Limits(seconds=1.0, pause=0.4, size=200_000, redirects=5)
START = 1_933_400_000.0
"""A moment in April 2031."""
FERRY = (
    "The ferry Alda Marie ran onto rocks off Skarholm on Monday with forty passengers aboard, the "
    "coast guard said. Lifeboats from two villages brought everybody ashore before the tide rose.",
    "The mate of the Alda Marie, Nils Orrey, said three people were hurt when she struck.",
)
HARBOUR = (
    "Five people were hurt when the ferry Alda Marie ran onto rocks off Skarholm on Monday, the "
    "harbour master of Skarholm, Ida Brann, said. Lifeboats brought all passengers ashore.",
    "The mate, Nils Orrey, denied that he had been warned of the rocks.",
)
CRANE = (
    "A crane fell into the basin of Holzau on Tuesday and blocked the lock, the port office said.",
    "Nobody was on the quay, a spokesman for the port office of Holzau said.",
)


@dataclass
class Clock:
    """Time that passes only when somebody waits."""

    time: float = START
    waited: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.time += seconds


def story(
    title: str, day: str, paragraphs: tuple[str, ...], publisher: str = "Coast Wire"
) -> bytes:
    """A page with a report."""
    html = page(title, *paragraphs).decode("utf-8")
    head = (
        f'<meta property="article:published_time" content="{day}T09:00:00Z">'
        f'<meta property="og:site_name" content="{publisher}">'
    )
    return html.replace("</head>", f"{head}</head>", 1).encode("utf-8")


def rss(*items: tuple[str, str, str], title: str = "Coast Wire", base: str = "") -> bytes:
    """A feed; an item is an address, a title and a text."""
    told = "".join(
        f"<item><title>{name}</title><link>{base}{url}</link><description>{text}</description>"
        "<pubDate>Tue, 08 Apr 2031 09:00:00 GMT</pubDate></item>"
        for url, name, text in items
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{told}'
        "</channel></rss>"
    ).encode()


class Site:
    """What a server answers, path by path, and what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[Mapping[str, str]], Answer]] = {}
        self.times: list[tuple[str, float]] = []
        self.clock = Clock()

    def __call__(self, path: str, headers: dict[str, str]) -> Answer:
        self.times.append((path, self.clock.time))
        found = self.pages.get(path, answer(status="404 Not Found"))
        return found(headers) if isinstance(found, _Scripted) else found  # type: ignore[return-value]

    def count(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.times)


@dataclass(frozen=True)
class _Scripted:
    answers: Callable[[Mapping[str, str]], Answer]

    def __call__(self, headers: Mapping[str, str]) -> Answer:
        return self.answers(headers)


def scripted(answers: Callable[[Mapping[str, str]], Answer]) -> _Scripted:
    """A page whose answer depends on the headers of the request."""
    return _Scripted(answers)


def tagged(body: bytes, tag: str) -> _Scripted:
    """A page with an ``ETag``, which answers 304 to whoever has it."""

    def answers(headers: Mapping[str, str]) -> Answer:
        if headers.get("if-none-match") == tag:
            return answer(status="304 Not Modified", ETag=tag)
        return answer(body, ETag=tag, Content_Type="application/rss+xml")

    return scripted(answers)


@contextmanager
def site() -> Iterator[tuple[Site, Served]]:
    """A site, and the server that it is on."""
    made = Site()
    with serving(made) as server:
        yield made, server


def guard_for(*servers: Served) -> Guard:
    """Lets through to the servers of the test, by the names that they have here."""

    def resolve(host: str, port: int) -> list[str]:
        if host not in NAMES:
            raise OSError("Name or service not known")
        return ["127.0.0.1"]

    return Guard(frozenset({"127.0.0.1"}), frozenset(one.port for one in servers), resolve)


def watching(made: Site, server: Served, patience: float = 60.0, **more: object) -> Watching:
    """How the tests watch: on the clock of the site, without the network of meaning."""
    world = World(made.clock.now, made.clock.wait, guard_for(server), QUICK)
    work = Work(workers=1, vectors=False, patience=patience)
    examining = Examining("Ines Tolland", work=work)
    return Watching(examining, world=world, **more)  # type: ignore[arg-type]


@contextmanager
def tools_on(place: Path, how: Watching, *feeds: str) -> Iterator[Tools]:
    """The tools of a watch with feeds."""
    with tools_for(place, how) as tools:
        for feed in feeds:
            tools.queue.add_feed(feed, how.world.now())
        yield tools


def round_of(place: Path, how: Watching, *feeds: str) -> list[Happened]:
    """Everything that happens in one round."""
    with tools_on(place, how, *feeds) as tools:
        return list(watch_round(tools, how))
