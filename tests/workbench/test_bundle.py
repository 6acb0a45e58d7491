"""What the workbench weighs, and that it brings everything with it."""

from __future__ import annotations

import gzip
import re
import zlib
from importlib.resources import files
from pathlib import Path

PACKAGE = Path(str(files("twosource")))
BUNDLE = PACKAGE / "_web"
SCRIPT_BYTES = 180_000
WHEEL_BYTES = 3_000_000
INFO_BYTES = 20_000
"""What a wheel says of itself: description, licences, names of commands."""
HASH_BYTES = 60
"""What a file adds to the list of files in a wheel."""
LOADED = re.compile(rb"""(?:src|href)=["']?https?://|url\(["']?https?://|import\(["']https?://""")


def test_the_scripts_weigh_less_than_180_kilobytes_as_they_are_sent() -> None:
    scripts = BUNDLE.rglob("*.js")
    assert sum(len(gzip.compress(one.read_bytes())) for one in scripts) <= SCRIPT_BYTES


def test_no_file_of_the_bundle_loads_anything_from_elsewhere() -> None:
    kinds = {".html", ".css", ".js", ".svg"}
    told = [
        str(one.relative_to(BUNDLE))
        for one in BUNDLE.rglob("*")
        if one.suffix in kinds and LOADED.search(one.read_bytes())
    ]
    assert told == []


def test_the_page_has_no_script_and_no_style_of_its_own_that_the_server_would_refuse() -> None:
    page = (BUNDLE / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", page) == []
    assert "style=" not in page
    assert "<style" not in page


def test_the_wheel_without_the_language_models_weighs_less_than_three_megabytes() -> None:
    """Packed as a wheel is: every file by itself, with a name twice and a hash beside it."""
    weight = INFO_BYTES
    for path in PACKAGE.rglob("*"):
        inside = path.relative_to(PACKAGE)
        if path.is_file() and not {"__pycache__", "weights"} & set(inside.parts):
            squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = squeezer.compress(path.read_bytes()) + squeezer.flush()
            weight += len(packed) + 76 + 2 * len(f"twosource/{inside}") + HASH_BYTES
    assert weight <= WHEEL_BYTES
