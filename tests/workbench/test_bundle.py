"""What the workbench weighs, and that it brings everything with it."""

from __future__ import annotations

import gzip
import re
import zipfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path

PACKAGE = Path(str(files("twosource")))
BUNDLE = PACKAGE / "_web"
SCRIPT_BYTES = 180_000
WHEEL_BYTES = 3_000_000
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


def test_code_and_workbench_weigh_less_than_three_megabytes_in_the_wheel() -> None:
    """Language models and the gazetteer apart: they are data, and weigh the same without a page."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path in PACKAGE.rglob("*"):
            inside = path.relative_to(PACKAGE)
            apart = {"__pycache__", "weights", "gazetteer.tsv.gz"} & set(inside.parts)
            if path.is_file() and not apart:
                wheel.write(path, str(inside))
    assert len(packed.getvalue()) <= WHEEL_BYTES
