"""Rules of the house that no linter sees."""

from __future__ import annotations

import ast
import builtins
import importlib
import io
import os
import pkgutil
import re
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import twosource
from twosource.engine.examination import read_reports
from twosource.engine.loaded import embedded, meaning
from twosource.engine.tables import load_tables
from twosource.model.case import Case
from twosource.model.report import Report
from twosource.pipeline.examine import examine
from twosource.pipeline.progress import SILENT
from twosource.store.case_file import case_json

ROOT = Path(__file__).parents[1]
PACKAGE = Path(twosource.__file__).parent
CEILING = 400
IMPORT_SECONDS = 0.3
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc"}
TEXT_SUFFIXES = {".py", ".md", ".toml", ".txt", ".lock", ".json", ".html", ".css", ".yml", ""}
TEXT_SUFFIXES |= {".ts", ".svelte", ".js"}
GENERATED = {"out", "build", "dist", "__pycache__", "node_modules", "work", "twosource-demo"}
GENERATED |= {"_web"}
MACHINE_PATH = re.compile(r"(?<![\w./~-])/(?:work|tmp|root|home|Users)/\w")


def python_files(*folders: str) -> list[Path]:
    return sorted(p for folder in folders for p in (ROOT / folder).rglob("*.py"))


def project_files() -> list[Path]:
    found = []
    for folder, subfolders, names in os.walk(ROOT):
        hidden = {s for s in subfolders if s.startswith(".") and s != ".ci"}
        subfolders[:] = set(subfolders) - hidden - GENERATED
        found += [Path(folder) / name for name in names]
    # In a linked worktree .git is a file that names the folder of the repository.
    return sorted(p for p in found if p.suffix in TEXT_SUFFIXES and p.name != ".git")


def page_files() -> list[Path]:
    """What people write for the workbench; the types that are made from openapi.json are not."""
    found = [p for p in project_files() if (ROOT / "frontend") in p.parents]
    wanted = {".ts", ".svelte", ".css", ".js"}
    return [p for p in found if p.suffix in wanted and p.name != "schema.d.ts"]


@pytest.fixture(scope="module")
def example_reports() -> tuple[Report, ...]:
    gathered = read_reports(Path(str(files("twosource.cli") / "example" / "reports")))
    assert gathered.unreadable == ()
    return gathered.reports


@pytest.fixture(scope="module")
def example_case(example_reports: tuple[Report, ...]) -> Case:
    return examine(example_reports, embedded(), meaning(), SILENT)


def test_no_file_is_longer_than_the_ceiling() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in [*python_files("src", "training", "benchmarks"), *page_files()]
    }
    assert {name: n for name, n in lengths.items() if n > CEILING} == {}


def test_every_module_says_in_its_name_what_it_is_about() -> None:
    vague = [p for p in python_files("src", "training", "benchmarks") if p.stem in VAGUE_NAMES]
    vague += [p for p in PACKAGE.iterdir() if p.is_dir() and p.name in VAGUE_NAMES]
    assert vague == []


def test_every_module_has_a_docstring() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files("src", "training", "benchmarks")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_room_is_a_package_of_its_own() -> None:
    rooms = {p.parent for p in PACKAGE.rglob("*.py")} - {PACKAGE}
    assert sorted(str(room) for room in rooms if not (room / "__init__.py").is_file()) == []


def test_no_file_names_a_path_of_one_machine() -> None:
    offenders = {
        str(path.relative_to(ROOT))
        for path in project_files()
        if MACHINE_PATH.search(path.read_text("utf-8", errors="replace"))
    }
    assert offenders == set()


def test_importing_the_package_costs_less_than_a_third_of_a_second() -> None:
    program = "import twosource, time; print(time.process_time())"
    seconds = min(
        float(
            subprocess.run(
                [sys.executable, "-c", program], capture_output=True, check=True, text=True
            ).stdout
        )
        for _ in range(3)
    )
    assert seconds < IMPORT_SECONDS


def test_the_command_line_loads_no_language_model_to_print_its_version() -> None:
    program = (
        "import sys\n"
        "import twosource.cli.main\n"
        "heavy = {'onnxruntime', 'trafilatura', 'jinja2', 'numpy', 'tokenizers', 'py3langid'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )
    assert result.stdout.strip() == "[]"


def test_the_core_opens_no_file_and_no_connection(
    example_reports: tuple[Report, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    annotator, nearness = embedded(), meaning()
    load_tables()
    for module in pkgutil.walk_packages(twosource.__path__, "twosource."):
        importlib.import_module(module.name)

    def refuse(*args: object, **_: object) -> None:
        raise AssertionError(f"the core reached outside: {args!r}")

    for place, name in ((builtins, "open"), (io, "open"), (os, "open"), (socket, "socket")):
        monkeypatch.setattr(place, name, refuse)
    case = examine(example_reports, annotator, nearness, SILENT)
    monkeypatch.undo()
    assert case.statements


def test_the_order_of_the_reports_does_not_change_the_case(
    example_reports: tuple[Report, ...], example_case: Case
) -> None:
    reordered = examine(example_reports[::-1], embedded(), meaning(), SILENT)
    assert case_json(reordered) == case_json(example_case)


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_bytes(seed: str, example_case: Case) -> None:
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "twosource",
            "examine",
            "--json",
            str(PACKAGE / "cli/example/reports"),
        ],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    assert result.stdout.decode("utf-8").rstrip("\n") == case_json(example_case).rstrip("\n")
