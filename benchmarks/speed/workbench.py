"""What a large case costs in the browser: ``python -m benchmarks.speed.workbench CASE``.

The real server is started on a case that is there, Debian's Chromium opens the built workbench, and
what a person would wait for is measured in the page: from the address to the first line, from a key
to the next frame when moving in the grid, when selecting, and the longest frame while scrolling.
The browser is warm: it showed the library, and a blank page before each page. Last comes the memory
of the server after all of them.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CEILING = 100.0
"""Milliseconds within which scrolling and selecting must be answered."""
FIRST = 1000.0
"""Milliseconds within which the first data of a page must show."""
MEGABYTES = 400.0
"""Memory that the server may take."""
_SHOWN = {
    "brief": ".line",
    "claims": "[data-cell]",
    "reader": "mark",
    "timeline": "main .controls, main .empty",
    "sources": "main .list li",
    "review": "main .progress",
    "lineage": "main .split, main .empty",
    "hypotheses": "main table, main .empty",
    "map": "main .controls, main .empty",
}
"""What each page shows first of its data."""
_ROUNDS = 20
_PRESSED = """key => new Promise(done => {
  const began = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true,
    cancelable: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
_SCROLLED = """async rounds => {
  const gaps = [];
  let last = performance.now();
  for (let at = 0; at < rounds; at += 1) {
    scrollBy(0, 700);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}"""


def main() -> int:
    """Measure and print; 1 if anything takes longer, or more memory, than it may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", help="folder of a case that was examined")
    place = parser.parse_args().case
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        process, origin, token = _served(place, home)
        try:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{origin}/?token={token}")
            found = _measured(page)
            browser.close()
            memory = _peak(process.pid)
        finally:
            process.terminate()
            process.wait(10)
    for name, milliseconds in found.items():
        print(f"{name:36} {milliseconds:8.1f} ms")
    print(f"{'memory of the server at its peak':36} {memory:8.1f} MB")
    slow = [n for n, ms in found.items() if ms > (FIRST if n.startswith("open") else CEILING)]
    print(f"longer than it may take: {', '.join(slow) or 'nothing'}")
    return int(bool(slow) or memory > MEGABYTES)


def _peak(process: int) -> float:
    """Megabytes that a process held at most."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def _served(place: str, home: str) -> tuple[subprocess.Popen[str], str, str]:
    command = [sys.executable, "-m", "twosource", "serve", place, "--port", "0", "--no-browser"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"XDG_DATA_HOME": home, "PYTHONUNBUFFERED": "1"},
    )
    said = ""
    for line in process.stdout or ():
        said += line.strip()
        if found := re.search(r"(http://\S+?)/\?token=(\S+)", said):
            return process, found[1], found[2]
    raise SystemExit(f"the server did not start: {said}")


def _measured(page: Page) -> dict[str, float]:
    page.locator(".cases a").first.wait_for()
    address = page.locator(".cases a").first.get_attribute("href") or ""
    case = address.rsplit("/", 1)[0]
    origin = page.url.rstrip("/")
    found: dict[str, float] = {}
    for name, mark in _SHOWN.items():
        page.goto("about:blank")
        began = time.perf_counter()
        page.goto(f"{origin}{case}/{name}", wait_until="commit")
        page.locator(mark).first.wait_for(timeout=60_000)
        found[f"open {name}"] = 1000 * (time.perf_counter() - began)
        page.wait_for_timeout(1500)
        if name == "claims":
            page.locator("[data-cell]").first.focus()
            found["claims: from cell to cell"] = _median(page, "ArrowDown")
            page.evaluate("scrollTo(0, 0)")
        found[f"{name}: select the next"] = _median(page, "j")
        found[f"{name}: scroll, slowest frame of 95 %"] = _scrolled(page)
    return found


def _median(page: Page, key: str) -> float:
    return statistics.median(page.evaluate(_PRESSED, key) for _ in range(_ROUNDS))


def _scrolled(page: Page) -> float:
    gaps = sorted(page.evaluate(_SCROLLED, 3 * _ROUNDS))
    return float(gaps[int(0.95 * (len(gaps) - 1))])


if __name__ == "__main__":
    sys.exit(main())
