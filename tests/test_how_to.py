"""The Python of the how-to pages runs as it is printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from twosource.exchange.annotations import web_annotations
from twosource.model.case import Case
from twosource.store.case_file import case_json

PAGES = Path(__file__).parents[1] / "docs/how-to"
BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("name", ["review-a-case.md", "hand-a-case-on.md"])
def test_the_python_of_a_page_runs_from_top_to_bottom(
    name: str,
    example: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "out/case").mkdir(parents=True)
    (tmp_path / "out/case/case.json").write_text(case_json(example), "utf-8")
    (tmp_path / "their.jsonld").write_bytes(web_annotations(example))
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((PAGES / name).read_text("utf-8"))
    assert blocks
    exec(compile("\n".join(blocks), name, "exec"), {})  # noqa: S102 - the page is the program
    assert "\nrefused:" not in capsys.readouterr().out
