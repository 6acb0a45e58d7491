"""Fetching: guarded at every hop, bounded in every direction, kept as it came.

The servers run on the loopback of this machine. The guard of these tests allows 127.0.0.1 alone,
and beneath it the tests refuse every connection to anything else.
"""

from __future__ import annotations

import gzip
import io
import socket
import threading
import time

import pytest
from fastwarc.warc import ArchiveIterator
from tests.conftest import NetworkUsedError
from tests.documents.archive_files import page
from tests.sources.loopback import Served, answer, moved, serving
from tests.sources.test_addresses import REFUSED_AS_WRITTEN, REFUSED_BY_NUMBER

from twosource.documents.extract import reports_from
from twosource.errors import MaterialError
from twosource.model.case import Unreadable
from twosource.model.original import Original
from twosource.model.report import Report
from twosource.sources.addresses import Guard, PassingError, Place
from twosource.sources.fetch import (
    AnsweredError,
    BusyError,
    FetchSource,
    Known,
    Limits,
    Manner,
    fetch,
    name_of,
)

STORY = page(
    "Dam gate opened", *(f"Nobody warned us of the water, said villager {n}." for n in "abcd")
)
NAMES = {
    "news.example": ["127.0.0.1"],
    "other.example": ["127.0.0.1"],
    "inside.example": ["10.0.0.1"],
    "mixed.example": ["127.0.0.1", "169.254.169.254"],
    "rebound.example": ["127.0.0.2"],
}
QUICK = Limits(seconds=1.0, pause=0.4, size=100_000, redirects=5)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection but one to 127.0.0.1, and every look-up of a name."""
    connect = socket.socket.connect

    def only_loopback(self: socket.socket, address: tuple[str, int]) -> None:
        if address[0] != "127.0.0.1":
            raise NetworkUsedError(f"a test reached for the network: {address!r}")
        connect(self, address)

    def refuse(*args: object, **_: object) -> None:
        raise NetworkUsedError(f"a test looked up a name: {args!r}")

    monkeypatch.setattr(socket.socket, "connect", only_loopback)
    monkeypatch.setattr(socket, "gethostbyname", refuse)


def guard_for(*servers: Served) -> Guard:
    def resolve(host: str, port: int) -> list[str]:
        if host not in NAMES:
            raise OSError("Name or service not known")
        return NAMES[host]

    allowed = frozenset({"127.0.0.1"})
    return Guard(allowed, frozenset(server.port for server in servers), resolve)


def test_a_page_is_fetched_and_reads_as_a_report():
    with serving(lambda path, _: answer(STORY, Content_Type="text/html")) as server:
        url = server.url("/2021/03/05/dam")
        (original,) = FetchSource([url], guard_for(server), QUICK).originals()
        assert isinstance(original, Original)
        (report,) = reports_from(original)
    assert isinstance(report, Report)
    assert (report.title, report.url) == ("Dam gate opened", url)
    assert original.name == "news.example/2021/03/05/dam.warc.gz"
    assert report.published is not None
    assert report.published.at == "2021-03-05"


def test_what_came_is_kept_with_what_was_asked():
    def script(path: str, _: dict[str, str]) -> bytes:
        if path == "/a":
            return moved("/b?c=d")
        packed = gzip.compress(STORY)
        return answer(packed, Content_Type="text/html", Content_Encoding="gzip", X_One="1")

    with serving(script) as server:
        (original,) = FetchSource([server.url("/a")], guard_for(server), QUICK).originals()
    assert isinstance(original, Original)
    kept = [
        (str(r.record_type), r.headers.get("WARC-Target-URI"), r.headers.get("WARC-IP-Address"))
        for r in ArchiveIterator(io.BytesIO(original.data), parse_http=False)
    ]
    first, second = server.url("/a"), server.url("/b?c=d")
    assert kept == [
        ("warcinfo", None, None),
        ("response", first, "127.0.0.1"),
        ("request", first, "127.0.0.1"),
        ("response", second, "127.0.0.1"),
        ("request", second, "127.0.0.1"),
    ]
    answers = [
        r.reader.read()
        for r in ArchiveIterator(io.BytesIO(original.data), parse_http=False)
        if r.verify_block_digest(False)
    ]
    assert len(answers) == 5
    assert gzip.compress(STORY) in answers[3]
    assert b"X-One: 1\r\n" in answers[3]
    (report,) = reports_from(original)
    assert isinstance(report, Report)
    assert report.url == second


def test_no_cookie_is_kept_or_sent_and_no_word_of_the_user():
    def script(path: str, _: dict[str, str]) -> bytes:
        if path == "/a":
            return answer(status="302 Found", Location="/b", Set_Cookie="who=1")
        return answer(STORY)

    with serving(script) as server:
        fetch(server.url("/a"), guard_for(server), QUICK)
    assert not {"cookie", "authorization", "referer"} & server.headers.keys()
    assert server.headers["user-agent"].startswith("twosource")


RELATIVE = {"http:///a", "http:a.example", "a.example"}
"""As redirects these are paths of the same site."""
LED_TO = [url for url in REFUSED_AS_WRITTEN if url not in RELATIVE]
LED_TO += [f"http://[{n}]/" if ":" in n else f"http://{n}/" for n in REFUSED_BY_NUMBER[1:]]


@pytest.mark.parametrize("url", LED_TO)
def test_no_redirect_leads_to_what_may_not_be_asked_for(url):
    sendable = url.isascii() and url.isprintable()
    location = (
        url
        if sendable
        else "".join(c if c.isascii() and c.isprintable() else f"%{ord(c):02X}" for c in url)
    )
    with serving(lambda path, _: moved(location) if path == "/" else answer(STORY)) as server:
        with pytest.raises(MaterialError):
            fetch(server.url(), guard_for(server), QUICK)
        assert server.asked == ["/"]


CHAINS = {
    "to a name of an inner address": ["http://inside.example/"],
    "to a name with one inner address": ["http://mixed.example/"],
    "to a name that is bound anew": ["http://rebound.example/"],
    "over two hops": ["/next", "http://inside.example/"],
    "over another host": ["http://other.example:{port}/next", "http://10.0.0.1/"],
    "with another status": ["/next", "/last", "http://[::1]/"],
    "to another scheme": ["/next", "file:///etc/passwd"],
    "without a scheme": ["//169.254.169.254/latest/meta-data/"],
    "with a user": ["http://news.example:{port}@127.0.0.2/"],
    "to a port of a service": ["http://news.example:6379/"],
    "to a name that nobody knows": ["http://nowhere.example/"],
    "to nothing": [""],
}


@pytest.mark.parametrize("chain", CHAINS.values(), ids=CHAINS)
def test_a_chain_of_redirects_ends_where_it_leads_inside(chain):
    hops: list[str] = []

    def script(path: str, _: dict[str, str]) -> bytes:
        hop = chain[len(hops)]
        hops.append(hop)
        return moved(
            hop.format(port=server.port), ["302 Found", "307 Moved", "308 Moved"][len(hops) % 3]
        )

    with serving(script) as server, pytest.raises(MaterialError) as caught:
        fetch(server.url(), guard_for(server), QUICK)
    assert len(server.asked) == len(chain)
    assert "\n" not in str(caught.value)


def test_redirects_in_a_circle_and_without_end_are_cut():
    with serving(lambda path, _: moved("/b" if path == "/a" else "/a")) as server:
        with pytest.raises(MaterialError, match="redirects in a circle"):
            fetch(server.url("/a"), guard_for(server), QUICK)
        assert server.asked == ["/a", "/b"]
    with serving(lambda path, _: moved(path + "a")) as server:
        with pytest.raises(MaterialError, match="redirects more than 5 times"):
            fetch(server.url("/a"), guard_for(server), QUICK)
        assert len(server.asked) == 6


LEGITIMATE = {
    "a page": ("/", {"/": answer(STORY)}),
    "a page of another host": (
        "/",
        {"/": moved("http://other.example:{port}/b"), "/b": answer(STORY)},
    ),
    "a redirect to a path": ("/", {"/": moved("b/c"), "/b/c": answer(STORY)}),
    "a redirect up a folder": ("/b/c/", {"/b/c/": moved("../d"), "/b/d": answer(STORY)}),
    "a redirect with a query": ("/?a=b", {"/?a=b": moved("?c=d"), "/?c=d": answer(STORY)}),
    "a redirect without a scheme": (
        "/",
        {"/": moved("//other.example:{port}/b"), "/b": answer(STORY)},
    ),
    "a permanent redirect": ("/", {"/": moved("/b", "301 Moved"), "/b": answer(STORY)}),
    "a redirect to a mark": ("/", {"/": moved("/b#c"), "/b": answer(STORY)}),
    "five redirects": (
        "/1",
        {**{f"/{n}": moved(f"/{n + 1}") for n in range(1, 6)}, "/6": answer(STORY)},
    ),
    "a number that is allowed": (
        "/",
        {"/": moved("http://127.0.0.1:{port}/b"), "/b": answer(STORY)},
    ),
    "letters beyond ASCII": ("/ä", {"/%C3%A4": answer(STORY)}),
    "an empty page": ("/", {"/": answer(b"")}),
    "a page in pieces": (
        "/",
        {"/": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"},
    ),
    "a page without a length": ("/", {"/": b"HTTP/1.0 200 OK\r\n\r\n" + STORY}),
    "a page up to the limit": ("/", {"/": answer(b"a" * 100_000)}),
}


@pytest.mark.parametrize(("path", "pages"), LEGITIMATE.values(), ids=LEGITIMATE)
def test_what_is_legitimate_is_served(path, pages):
    def script(asked: str, _: dict[str, str]) -> bytes:
        return pages[asked].replace(b"{port}", str(server.port).encode())

    with serving(script) as server:
        assert fetch(server.url(path), guard_for(server), QUICK).status == 200


def test_a_number_in_brackets_is_connected_to_without_them(monkeypatch):
    # The loopback of this machine once more, by its number in the sixth version.
    with serving(lambda path, _: answer(STORY), "::1") as server:
        connect = super(socket.socket, socket.socket).connect

        def only_loopback(self: socket.socket, address: tuple[str, int]) -> None:
            assert address[:2] == ("::1", server.port)
            connect(self, address)

        monkeypatch.setattr(socket.socket, "connect", only_loopback)
        guard = Guard(frozenset({"::1"}), frozenset({server.port}))
        found = fetch(f"http://[::1]:{server.port}/a", guard, QUICK)
        assert (found.status, found.exchanges[0].address) == (200, "::1")
        assert server.headers["host"] == f"[::1]:{server.port}"
        with pytest.raises(MaterialError, match="leads to ::1, which is of this machine"):
            fetch(f"http://[::1]:{server.port}/a", Guard(ports=frozenset({server.port})), QUICK)


def test_an_answer_that_may_be_another_one_later_is_told_from_one_that_stays():
    answers = {
        "/busy": answer(status="429 Too Many Requests", Retry_After="120"),
        "/broken": answer(status="503 Service Unavailable"),
        "/gone": answer(status="410 Gone"),
    }
    with serving(lambda path, _: answers[path]) as server:
        with pytest.raises(BusyError) as busy:
            fetch(server.url("/busy"), guard_for(server), QUICK)
        assert (busy.value.status, busy.value.retry_after) == (429, "120")
        with pytest.raises(PassingError):
            fetch(server.url("/broken"), guard_for(server), QUICK)
        with pytest.raises(AnsweredError) as gone:
            fetch(server.url("/gone"), guard_for(server), QUICK)
        assert not isinstance(gone.value, PassingError)
        with pytest.raises(PassingError, match="is not found"):
            fetch(server.url("/", "nowhere.example"), guard_for(server), QUICK)
        with pytest.raises(MaterialError) as inside:
            fetch("http://inside.example/", guard_for(server), QUICK)
        assert not isinstance(inside.value, PassingError)


def test_what_comes_before_a_request_comes_before_every_hop_and_can_refuse_it():
    asked: list[str] = []

    def before(place: Place) -> None:
        asked.append(place.target)
        if place.target == "/c":
            raise MaterialError(place.url, "is not wanted", "ask for another")

    with serving(lambda path, _: moved("/b" if path == "/a" else "/c")) as server:
        with pytest.raises(MaterialError, match="is not wanted"):
            fetch(
                server.url("/a"), guard_for(server), QUICK, manner=Manner("desk/1", before=before)
            )
        assert server.asked == ["/a", "/b"]
        assert server.headers["user-agent"] == "desk/1"
    assert asked == ["/a", "/b", "/c"]


def test_too_much_is_not_read_to_its_end():
    def flood(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.0 200 OK\r\n\r\n")
        for _ in range(200):
            connection.sendall(b"a" * 10_000)

    with (
        serving(lambda path, _: flood) as server,
        pytest.raises(MaterialError, match="sends more than the 100,000 bytes that are read"),
    ):
        fetch(server.url(), guard_for(server), QUICK)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_gives_little_at_a_time_is_cut_at_the_deadline(head):
    def drip(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(40):
            time.sleep(0.1)
            connection.sendall(b"H" if not head else b"a")

    with serving(lambda path, _: drip) as server:
        start = time.monotonic()
        with pytest.raises(MaterialError, match=r"took longer than 1 seconds, or paused for 0\.4"):
            fetch(server.url(), guard_for(server), QUICK)
        assert time.monotonic() - start < 2


def test_a_name_server_that_says_nothing_is_cut_at_the_pause():
    over = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        over.wait(5)
        return []

    start = time.monotonic()
    with pytest.raises(MaterialError, match="paused"):
        fetch("http://news.example/", Guard(resolve=resolve), QUICK)
    assert time.monotonic() - start < 1
    over.set()


def test_a_server_that_says_nothing_is_cut_at_the_pause():
    def silent(connection: socket.socket) -> None:
        connection.recv(1)

    with serving(lambda path, _: silent) as server:
        start = time.monotonic()
        with pytest.raises(MaterialError, match="paused"):
            fetch(server.url(), guard_for(server), QUICK)
        assert time.monotonic() - start < 1


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (answer(status="404 Not Found"), "answers 404 Not Found"),
        (answer(status="500 Broken"), "answers 500 Broken"),
        (b"nonsense\r\n\r\n", "answers in a way that cannot be read"),
        (b"", "answers in a way that cannot be read"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc",
            "answers in a way that cannot be read",
        ),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 60_000, "answers in a way that cannot be read"),
    ],
)
def test_an_answer_that_is_none_is_one_line(given, what):
    with serving(lambda path, _: given) as server:
        (item,) = FetchSource([server.url()], guard_for(server), QUICK).originals()
    assert isinstance(item, Unreadable)
    assert item.what.startswith(what)
    assert "\n" not in str(item)


def test_what_cannot_be_fetched_does_not_stop_the_rest():
    with serving(lambda path, _: answer(STORY)) as server:
        urls = ["http://127.0.0.2/", server.url("/gone", "nowhere.example"), server.url("/a")]
        items = list(FetchSource(urls, guard_for(server), QUICK).originals())
    assert [isinstance(item, Original) for item in items] == [False, False, True]


def test_nothing_new_is_told_by_what_the_server_said_the_last_time():
    def script(path: str, headers: dict[str, str]) -> bytes:
        if headers.get("if-none-match") == '"1"':
            return answer(status="304 Not Modified", ETag='"1"')
        return answer(STORY, ETag='"1"', Last_Modified="Thu, 04 Mar 2021 05:06:07 GMT")

    with serving(script) as server:
        first = fetch(server.url(), guard_for(server), QUICK)
        assert first.changed
        assert first.known == Known('"1"', "Thu, 04 Mar 2021 05:06:07 GMT")
        again = fetch(server.url(), guard_for(server), QUICK, first.known)
    assert not again.changed
    assert server.headers["if-modified-since"] == "Thu, 04 Mar 2021 05:06:07 GMT"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example/2021/03/dam", "news.example/2021/03/dam.warc.gz"),
        ("https://news.example/", "news.example.warc.gz"),
        ("https://news.example/a#b", "news.example/a.warc.gz"),
    ],
)
def test_an_address_names_its_original(url, name):
    assert name_of(url) == name


def test_addresses_that_differ_have_names_that_differ():
    urls = ["https://a.example/b?c=1", "https://a.example/b?c=2", "https://a.example/b"]
    urls += ["https://a.example/b-", "https://a.example/b/c", "https://a.example/b-c"]
    urls += [f"https://a.example/{'b' * 300}{n}" for n in range(3)]
    urls += ["https://a.example/../b", "https://a.example//b", "https://a.example/.b"]
    names = {name_of(url) for url in urls}
    assert len(names) == len(urls)
    assert all(len(name) < 200 and "/." not in name and "//" not in name for name in names)
