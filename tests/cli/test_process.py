"""The command as a shell meets it: streams, pipes, encodings. Slow, so few."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from twosource.cli.main import app

COMMAND = [sys.executable, "-m", "twosource"]
QUAY = "publisher: Ostrel Pošta\n\nThe harbour master, Ilse Varn, said the quay was closed.\n"


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    file = tmp_path / "quay.txt"
    file.write_text(QUAY, "utf-8")
    return file


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, env=os.environ | environment
    )


def test_a_locale_without_unicode_still_gives_utf8(quay: Path) -> None:
    result = run("examine", quay, LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert result.returncode == 0
    assert "Ostrel Pošta" in result.stdout.decode("utf-8")
    assert result.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_that_stops_early_ends_nothing_else(quay: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    script = f'"{sys.executable}" -m twosource examine "{quay}" -o "{out}" --quiet | true'
    result = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}"],  # noqa: S607
        capture_output=True,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert sorted(p.name for p in out.iterdir()) == ["brief.html", "case.json"]


def test_a_wrong_call_with_json_is_told_as_json() -> None:
    result = run("examine", "--json")
    assert result.returncode == 2
    assert json.loads(result.stderr)["error"]["code"] == 2
    assert result.stdout == b""


def test_no_colour_and_no_bar_where_no_terminal_is(quay: Path) -> None:
    result = run("examine", quay, FORCE_COLOR="", TERM="xterm-256color")
    assert b"\x1b[" not in result.stdout + result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["--version"], ["examine", "quay.txt"]])
def test_a_full_disk_behind_standard_output_is_one_line(arguments: list[str], quay: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, cwd=quay.parent
        )
    assert result.returncode == 2
    assert result.stderr.startswith(b"error: standard output cannot be written")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_closed_streams_are_no_defect(quay: Path) -> None:
    command = f'"{sys.executable}" -m twosource examine'
    for redirected, code in ((f'"{quay}" >&-', 0), (f'"{quay}" >&- 2>&-', 0), ("- <&-", 2)):
        result = subprocess.run(
            ["bash", "-c", f"{command} {redirected}"],  # noqa: S607
            capture_output=True,
        )
        assert result.returncode == code
        assert b"internal error" not in result.stderr


def test_no_color_takes_the_colours_away_and_leaves_the_words(quay: Path, tmp_path: Path) -> None:
    words = ["examine", str(quay), "-o", str(tmp_path / "out"), "-q"]
    assert CliRunner().invoke(app, words).exit_code == 0
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    coloured = run("brief", tmp_path / "out", **terminal).stdout
    plain = run("brief", tmp_path / "out", **terminal, NO_COLOR="1").stdout
    assert b"\x1b[38;2;" in coloured
    assert b"\x1b[38;" not in plain
    stripped = [re.sub(rb"\x1b\[[\d;]*m", b"", one) for one in (coloured, plain)]
    assert stripped[0] == stripped[1]
