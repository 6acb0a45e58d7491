"""Is this installation sound? One question per check, each answered with what was seen.

Nothing is sent or fetched: the self-test reads a sentence that stands in this file.
"""

from __future__ import annotations

import hashlib
import json
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from twosource import __version__
from twosource.documents.extract import reports_from
from twosource.engine.loaded import embedded, meaning
from twosource.engine.surroundings import database, named_case, settings
from twosource.language.embedded import WEIGHTS
from twosource.language.network import MANIFEST
from twosource.model.original import seal
from twosource.model.report import Report
from twosource.pipeline.examine import examine
from twosource.pipeline.progress import SILENT

OLDEST_PYTHON = (3, 11)
SELF_TEST = "The harbour master, Ilse Varn, said on Monday that the quay was closed.\n"
EXPECTED = ("Ilse Varn", "the quay was closed")
SPEED_TEXT = "\n\n".join(
    [
        "The quay was closed on Monday after a crane fell into the basin, the harbour office said.",
        "“Nobody was hurt, and the crane will be lifted tomorrow,” said Ilse Varn, who runs it.",
        "Two shipping companies denied that their crews had been warned before the accident.",
    ]
)
SPEED_ROUNDS = 10
"""Enough for a figure that two runs agree on to about a tenth, in about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Check:
    """One question about the installation, answered.

    Attributes:
        name: What was looked at.
        ok: Whether it is as it should be.
        detail: What was seen; if not ok, also what to do.
    """

    name: str
    ok: bool
    detail: str


Look = Callable[[], tuple[bool, str]]
"""Answers one question: whether it is as it should be, and what was seen."""


def check_installation(
    place: str = "", further: Sequence[tuple[str, Look]] = ()
) -> Iterator[Check]:
    """Look at versions, dependencies, extras, settings, the model, a worked sentence, a database.

    Args:
        place: A case whose database is asked too.
        further: Looks of the rooms above, by what they look at.
    """
    yield Check("twosource", ok=True, detail=__version__)
    yield _python()
    yield Check("platform", ok=True, detail=platform.platform())
    yield from dependencies()
    for name, look in (*LOOKS, *further):
        yield _looked(name, look)
    if place:
        yield _looked("case", lambda: named_case(place))


def _python() -> Check:
    needed = ".".join(map(str, OLDEST_PYTHON))
    seen = platform.python_version()
    if sys.version_info[:2] >= OLDEST_PYTHON:
        return Check("python", ok=True, detail=seen)
    return Check("python", ok=False, detail=f"{seen}; install Python {needed} or newer")


def dependencies() -> Iterator[Check]:
    """One check per dependency, and one for each extra that this version offers."""
    try:
        about = metadata.metadata("twosource")
    except metadata.PackageNotFoundError:
        remedy = "twosource is run without being installed; install it with pip"
        yield Check("dependencies", ok=False, detail=remedy)
        return
    for requirement in about.get_all("Requires-Dist") or []:
        specifier, _, marker = requirement.partition(";")
        if "extra" in marker:
            continue
        name = re.split(r"[^\w.-]", specifier, maxsplit=1)[0]
        try:
            yield Check(name, ok=True, detail=metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Check(name, ok=False, detail=f"not installed; install {specifier.strip()}")
    for extra in about.get_all("Provides-Extra") or []:
        yield extra_check(extra, about.get_all("Requires-Dist") or [])


def extra_check(extra: str, requirements: list[str]) -> Check:
    """Whether an extra is installed; one that is not is no fault of the installation."""
    wanted = re.compile(rf"extra\s*==\s*[\"']{re.escape(extra)}[\"']")
    needed = [r.partition(";")[0] for r in requirements if wanted.search(r.partition(";")[2])]
    seen: list[str] = []
    for specifier in needed:
        name = re.split(r"[^\w.-]", specifier, maxsplit=1)[0]
        try:
            seen.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            remedy = f"not installed; for it: pip install 'twosource[{extra}]'"
            return Check(f"extra {extra}", ok=True, detail=remedy)
    return Check(f"extra {extra}", ok=True, detail=", ".join(seen))


def _looked(name: str, look: Look) -> Check:
    """Make a check of a look; whatever goes wrong in it is the answer, not the end."""
    try:
        ok, detail = look()
    except Exception as error:  # noqa: BLE001 - whatever is wrong is what was asked for
        ok, detail = False, f"{type(error).__name__}: {error}; install Twosource again"
    return Check(name, ok, detail)


def _model_name() -> tuple[bool, str]:
    return True, embedded().description


def _model_files() -> tuple[bool, str]:
    """Whether every file of the weights has the hash that the manifest gives."""
    manifest = json.loads((WEIGHTS / MANIFEST).read_text("utf-8"))
    files: dict[str, dict[str, str]] = manifest["files"]
    wrong = [name for name, entry in files.items() if _sha256(WEIGHTS / name) != entry["sha256"]]
    if wrong or not files:
        seen = ", ".join(wrong) or "it names no file"
        return False, f"not as the manifest says: {seen}; install Twosource again"
    return True, f"{len(files)} files as the manifest says"


def _sha256(file: Path) -> str:
    """The hash of a file, hexadecimal; of a file that is not there, words that equal none."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "missing"


def _self_test() -> tuple[bool, str]:
    """Whether the one statement of the test sentence is found, with its speaker."""
    case = examine([_report(SELF_TEST)], embedded(), meaning(), SILENT)
    names = {entity.id: entity.name for entity in case.entities}
    told = [
        (names.get(s.speaker.entity, "") if s.speaker.entity else "", s.content.quote)
        for s in case.statements
        if s.speaker is not None
    ]
    if EXPECTED in told:
        return True, f"{EXPECTED[0]} says “{EXPECTED[1]}”: found"
    return False, f"expected {EXPECTED}, found {told}; report this, it is a defect in Twosource"


def _speed() -> tuple[bool, str]:
    annotator = embedded()
    words = len(annotator.read(SPEED_TEXT).tokens)
    start = time.perf_counter()
    for _ in range(SPEED_ROUNDS):
        annotator.read(SPEED_TEXT)
    seconds = time.perf_counter() - start
    return True, f"{words * SPEED_ROUNDS / seconds:,.0f} words a second read by the language model"


def _report(text: str) -> Report:
    (report,) = (
        item
        for item in reports_from(seal("self-test.txt", text.encode()))
        if isinstance(item, Report)
    )
    return report


LOOKS: tuple[tuple[str, Look], ...] = (
    ("settings", settings),
    ("language model", _model_name),
    ("model files", _model_files),
    ("self-test", _self_test),
    ("database", database),
    ("speed", _speed),
)
"""What is looked at by trying it, in order."""
