"""The tutorial from Python runs as it is printed, and prints what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs/tutorial/from-python.md"
BLOCK = re.compile(r"```python\n(?P<code>.*?)```(?:\n\n```text\n(?P<printed>.*?)```)?", re.DOTALL)


def test_every_block_of_the_tutorial_prints_what_stands_below_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("polars")
    monkeypatch.chdir(tmp_path)
    blocks = list(BLOCK.finditer(PAGE.read_text("utf-8")))
    assert len(blocks) > 6
    known: dict[str, object] = {}
    for number, block in enumerate(blocks, start=1):
        exec(compile(block["code"], f"block {number}", "exec"), known)  # noqa: S102 - it is the page
        printed = capsys.readouterr().out
        if block["printed"] is not None:
            assert printed == block["printed"], number
