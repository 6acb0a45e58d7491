"""What the workbench's server costs on a large case: ``python -m benchmarks.speed.served``.

A case of invented reports on one event is kept and examined, or one that is there is taken
(``--case``). Then the real server is started on it, and a client asks as a browser would. Printed
are the time to make the served view, the time from the start of the server to its first data, the
median and the slowest answer of each page with its size, the time in which a decision is answered
and in which it is shown, and the memory of the server process.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path

from benchmarks.speed.large import made

from twosource.engine.served import refresh

FIRST_SECONDS, MEGABYTES = 1.0, 400.0
"""Floors: first data of a case, and memory of the server."""
_ROUNDS = 7
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs, and a browser that was let in."""

    process: subprocess.Popen[str]
    origin: str
    opener: urllib.request.OpenerDirector

    def get(self, path: str) -> tuple[float, bytes]:
        """Seconds that an answer took, and its bytes."""
        began = time.perf_counter()
        with self.opener.open(f"{self.origin}/api{path}", timeout=_SECONDS) as answer:
            data: bytes = answer.read()
        return time.perf_counter() - began, data

    def post(self, path: str, body: object) -> tuple[float, bytes]:
        """The same for a write."""
        request = urllib.request.Request(  # noqa: S310 - its own address
            f"{self.origin}/api{path}",
            json.dumps(body).encode(),
            {"X-Twosource": "1", "Content-Type": "application/json"},
        )
        began = time.perf_counter()
        with self.opener.open(request, timeout=_SECONDS) as answer:
            data: bytes = answer.read()
        return time.perf_counter() - began, data

    @property
    def megabytes(self) -> tuple[float, float]:
        """Resident memory of the process now and at its peak."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        now, peak = (re.search(rf"{name}:\s+(\d+)", status) for name in ("VmRSS", "VmHWM"))
        return tuple(int(found[1]) / 1024 if found else 0.0 for found in (now, peak))  # type: ignore[return-value]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=27, help="sentences to a report")
    parser.add_argument("--case", help="a case that is there, and is decided on")
    flags = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = flags.case or made(Path(folder), flags.reports, flags.sentences)
        began = time.perf_counter()
        refresh(place)
        print(f"served view made or found fresh in {time.perf_counter() - began:.1f} s")
        began = time.perf_counter()
        server = _started(place, folder)
        try:
            _measured(server, began)
        finally:
            server.process.terminate()
            server.process.wait()


def _started(place: str, home: str) -> Server:
    process = subprocess.Popen(
        [sys.executable, "-m", "twosource", "serve", place, "--no-browser", "--port", "0"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": home},
    )
    line = process.stderr.readline() if process.stderr is not None else ""
    found = re.search(r"(http://[^/]+)/\S*", line)
    if found is None:
        raise SystemExit(f"the server did not start: {line}")
    cookies = urllib.request.HTTPCookieProcessor(CookieJar())
    opener = urllib.request.build_opener(cookies)
    opener.open(found[0], timeout=_SECONDS).close()
    return Server(process, found[1], opener)


def _measured(server: Server, began: float) -> None:
    listening = time.perf_counter()
    _, data = server.get("/cases")
    slug = json.loads(data)["items"][0]["slug"]
    case = f"/cases/{slug}"
    _, data = server.get(case)
    print(f"from the start of the process to first data: {time.perf_counter() - began:.2f} s")
    first = time.perf_counter() - listening
    print(
        f"from a server that listens, of a case not opened before: {first:.2f} s, "
        f"{first / FIRST_SECONDS:.2f} of the limit"
    )
    summary = json.loads(data)
    counts = summary["counts"]
    print(f"{counts['reports']} reports, {counts['statements']} statements")
    report = summary["reports"][len(summary["reports"]) // 2]["id"]
    question = json.loads(server.get(f"{case}/questions?limit=1")[1])["items"][0]["question"]["id"]
    pages = ("", "/brief", f"/reports/{report}", "/statements?limit=200", "/statements?q=harbour",
             "/questions?limit=50", f"/questions/{question}", "/lineage", "/entities",
             "/hypotheses", "/timeline", "/contradictions?limit=100", "/search?q=fire",
             "/reviews")  # fmt: skip
    slowest = 0.0
    for page in pages:
        times, size = [], 0
        for _ in range(_ROUNDS):
            spent, data = server.get(case + page)
            times.append(spent)
            size = len(data)
        slowest = max(slowest, statistics.median(times))
        shown = page.replace(report, "ID").replace(question, "ID") or "(the case)"
        print(
            f"{shown:24} median {1000 * statistics.median(times):7.1f} ms, slowest "
            f"{1000 * max(times):7.1f} ms, {size / 1000:8.1f} kB"
        )
    print(f"slowest page: {slowest / FIRST_SECONDS:.2f} of the limit of {FIRST_SECONDS:.0f} s")
    _decided(server, case)
    now, peak = server.megabytes
    print(f"memory of the server: {now:.0f} MB now, {peak:.0f} MB at its peak")
    print(f"its peak is {peak / MEGABYTES:.2f} of the limit of {MEGABYTES:.0f} MB")


def _decided(server: Server, case: str) -> None:
    """Print how long a decision takes until it is answered and shown, the first and the next."""
    for what in ("first", "next"):
        summary = json.loads(server.get(case)[1])
        one = json.loads(server.get(f"{case}/statements?limit=1&offset=7")[1])["items"][0]["id"]
        body = {"head": summary["head"], "decisions": [{"action": "reject", "refs": [one]}]}
        began = time.perf_counter()
        answered, data = server.post(f"{case}/reviews", body)
        settled = json.loads(data)["settled"]
        while not settled and time.perf_counter() - began < _SECONDS:
            summary = json.loads(server.get(case)[1])
            settled = summary["head"] == summary["shown"]
        shown = time.perf_counter() - began
        print(f"the {what} decision is answered in {answered:.1f} s and shown in {shown:.1f} s")


if __name__ == "__main__":
    main()
