"""Bad input: one clear line per item, the rest goes on, and never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from twosource.cli.main import app

GOOD = (
    "publisher: Ostrel Post\n\n"
    "The harbour master, Ilse Varn, said on Monday that the quay was closed to all ships.\n"
)
LONG = 30 * 1024 * 1024


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)


def no_readable_file(folder: Path) -> Path:
    bad = folder / "pictures"
    bad.mkdir()
    (bad / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 20)
    return bad


def written(name: str, data: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        file = folder / name
        file.write_bytes(data)
        return file

    return write


UNREADABLE: dict[str, tuple[str, Callable[[Path], Path]]] = {
    "an empty file": ("empty.txt", written("empty.txt", b"")),
    "blank lines only": ("blank.txt", written("blank.txt", b"\n  \n\t\n")),
    "a binary file": ("data.txt", written("data.txt", b"\x7fELF\x02\x01\x01" + bytes(5000))),
    "30 MB of text": ("long.txt", written("long.txt", (GOOD * (LONG // len(GOOD) + 1)).encode())),
    "a missing path": ("nowhere.txt", lambda folder: folder / "nowhere.txt"),
    "a folder with nothing readable": ("pictures", no_readable_file),
    "a broken JSON line": (
        "posts.jsonl",
        written(
            "posts.jsonl", b'{"text": "The mayor said the quay was closed."}\n{"text": "brok\n'
        ),
    ),
    "a page with no article": (
        "page.html",
        written("page.html", b"<html><body><script>var a = 1;</script></body></html>"),
    ),
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(GOOD, "utf-8")
    return file


@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_item_is_one_clear_line_and_the_rest_goes_on(
    kind: str, good: Path, tmp_path: Path
) -> None:
    name, make = UNREADABLE[kind]
    bad, out = make(tmp_path), tmp_path / "out"
    result = run("examine", good, bad, "-o", out, "--quiet")
    assert result.exit_code == 0
    lines = result.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("not read: ")
    assert name in lines[0]
    assert lines[0].count("; ") >= 1
    assert "Varn" in result.stdout
    assert "Traceback" not in result.output
    assert sorted(p.name for p in out.iterdir()) == ["brief.html", "case.json"]


@pytest.mark.parametrize("kind", UNREADABLE)
def test_an_unreadable_item_makes_a_strict_run_exit_with_1_after_writing_everything(
    kind: str, good: Path, tmp_path: Path
) -> None:
    _, make = UNREADABLE[kind]
    out = tmp_path / "out"
    result = run("examine", good, make(tmp_path), "-o", out, "--strict")
    assert result.exit_code == 1
    assert sorted(p.name for p in out.iterdir()) == ["brief.html", "case.json"]


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("quay", "quai Désirée").encode("latin-1"),
        GOOD.replace("said", "said –").encode("cp1252"),
        GOOD.encode("utf-16"),
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
    ],
    ids=["latin-1", "cp1252", "utf-16", "utf-8 with a mark", "Windows line ends"],
)
def test_a_report_in_another_encoding_is_read(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(data)
    result = run("examine", tmp_path / "report.txt")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "Varn" in result.stdout


def test_scripts_of_a_page_are_neither_read_nor_written_out(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Quay closed</title></head><body><article><h1>Quay closed</h1>"
        + "<p>The harbour master, Ilse Varn, said on Monday that the quay was closed.</p>" * 3
        + "<p>“&lt;img src=x onerror=alert(1)&gt; is what I saw,” said Tomas Reke, the mayor.</p>"
        + "</article><script>alert('stolen words said the mayor')</script></body></html>"
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    result = run("examine", tmp_path / "page.html", "-o", tmp_path / "out")
    assert result.exit_code == 0
    case = json.loads((tmp_path / "out" / "case.json").read_text("utf-8"))
    assert "stolen words" not in case["reports"][0]["text"]
    brief = (tmp_path / "out" / "brief.html").read_text("utf-8")
    assert "stolen words" not in brief
    assert "<img" not in brief


@pytest.mark.parametrize(
    "text",
    [
        "The quay is long. Ships use it every day. It was built of stone.",
        "“The quay is closed, said Ilse Varn. Nobody” knows “why.",
        "\"The quay is closed, said Ilse Varn. 'Nobody knows why.",
        "”””“““",
        "said said said: , ” said.",
    ],
    ids=["no quotation", "unbalanced curly", "unbalanced straight", "marks only", "no sentence"],
)
def test_odd_text_is_examined_all_the_same(text: str, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_text(text, "utf-8")
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    result = run("examine", tmp_path / "odd.txt", tmp_path / "good.txt", "--json")
    assert result.exit_code == 0
    assert "Traceback" not in result.output
    case = json.loads(result.stdout)
    assert "good.txt" in {report["file"] for report in case["reports"]}


def test_deeply_nested_markup_is_no_traceback(good: Path, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<div>" * 20_000 + "x" + "</div>" * 20_000, "utf-8")
    (tmp_path / "deep.jsonl").write_text("[" * 100_000 + "]" * 100_000 + "\n", "utf-8")
    result = run("examine", good, tmp_path / "deep.html", tmp_path / "deep.jsonl")
    assert result.exit_code == 0
    assert "deep.jsonl" in result.stderr


@pytest.mark.parametrize("name", ["a\x1b[31mred.txt", "two\nlines.txt", "[red]x[reset].txt"])
def test_a_hostile_file_name_stays_one_line_of_plain_text(
    name: str, good: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"")
    result = run("examine", good, tmp_path / name)
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.output


def test_a_file_name_that_is_not_unicode_is_no_traceback(good: Path, tmp_path: Path) -> None:
    odd = Path(str(tmp_path)) / b"odd\xff.txt".decode("utf-8", "surrogateescape")
    try:
        odd.write_text(GOOD + "Said Varn.", "utf-8")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    result = run("examine", good, odd, "-o", tmp_path / "out", "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["reports"]) == 2
