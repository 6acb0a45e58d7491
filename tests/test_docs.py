"""The documents say what the program does: nothing is missing in them, and nothing is invented."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest
import typer.main

import twosource.checks
import twosource.errors
import twosource.model
from twosource.cli.exits import ExitCode
from twosource.cli.main import app
from twosource.engine.formats import FORMATS
from twosource.engine.listing import Parts
from twosource.model.original import MAX_BYTES, SUPPORTED_SUFFIXES
from twosource.model.report import FURNITURE, PublicationBasis, RegionKind
from twosource.model.time import ZoneBasis
from twosource.settings.table import SETTINGS
from twosource.store.case_file import NOT_EXAMINED

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs/reference"
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/**/*.md", "examples/**/*.md", "src/**/*.md")
    for path in ROOT.glob(pattern)
    if "reports" not in path.parts
)
"""Every document; the reports of the example are none."""
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<target>[^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
HOUSE_WORDS = {
    "Amount": "amount",
    "AnchorBasis": "anchor",
    "Announcement": "announcement",
    "Answer": "answer",
    "ArchiveEvent": "event",
    "ArchivedReport": "archive",
    "Argument": "argument",
    "ArgumentRole": "role",
    "Arrival": "arrival",
    "AttributionLoss": "loss",
    "BriefDocument": "brief",
    "BriefLine": "brief",
    "BriefSection": "brief",
    "Case": "case",
    "CaseChanges": "change",
    "Claim": "claim",
    "ClaimChange": "change",
    "ClockTime": "clock",
    "ConflictChange": "change",
    "Contradiction": "contradiction",
    "Decision": "decision",
    "Direction": "direction",
    "CustodyAction": "custody",
    "CustodyEntry": "custody",
    "DistanceValue": "distance",
    "Disclosure": "disclosure",
    "DurationValue": "duration",
    "Edit": "edit",
    "EditKind": "edit",
    "Edition": "edition",
    "FigureChange": "edition",
    "Entity": "entity",
    "EntityKind": "entity",
    "EventFrame": "event",
    "Evidence": "evidence",
    "EvidenceKind": "evidence",
    "Extraction": "extraction",
    "Fault": "fault",
    "Finding": "finding",
    "Hit": "hit",
    "HitKind": "hit",
    "Hypothesis": "hypothesis",
    "HypothesisKind": "hypothesis",
    "Input": "finding",
    "Join": "join",
    "JoinKind": "join",
    "Layer": "layer",
    "LayeredSentence": "layer",
    "LineChange": "change",
    "LineageEdge": "lineage",
    "LineageKind": "lineage",
    "LossKind": "loss",
    "Matter": "matter",
    "Mention": "mention",
    "MentionForm": "mention",
    "Modality": "modality",
    "OffsetRun": "span",
    "Origin": "origin",
    "Original": "original",
    "OutsideOrigin": "origin",
    "Part": "decision",
    "Place": "place",
    "PlaceKind": "place",
    "PlaceValue": "place",
    "Pointer": "pointer",
    "Precision": "precision",
    "Proposition": "proposition",
    "Publication": "publication",
    "PublicationBasis": "publication",
    "QuantityKind": "quantity",
    "QuantityValue": "quantity",
    "Question": "question",
    "QuestionKind": "question",
    "Rating": "rating",
    "Region": "region",
    "RegionKind": "region",
    "Relation": "relation",
    "SectionKind": "section",
    "RelationKind": "relation",
    "Report": "report",
    "Resolution": "resolution",
    "Review": "review",
    "ReviewAction": "review",
    "Reviewed": "review",
    "RootKind": "root",
    "Said": "statement",
    "SharedBy": "edition",
    "StatementChange": "edition",
    "Redated": "edition",
    "Ruling": "ruling",
    "Shard": "shard",
    "ShardDone": "shard",
    "Side": "side",
    "SourceKind": "source",
    "Sourcing": "sourcing",
    "Span": "span",
    "Speaker": "speaker",
    "Stance": "stance",
    "Stamp": "stamp",
    "Standing": "standing",
    "Statement": "statement",
    "StatementKind": "statement",
    "Table": "table",
    "Tense": "tense",
    "TimeInterval": "interval",
    "TimeRelation": "interval",
    "TimeValue": "value",
    "Traits": "traits",
    "Unreadable": "unreadable",
    "Verdict": "finding",
    "Version": "version",
    "Wording": "wording",
    "ZoneBasis": "interval",
}
"""Every noun of the model, with the word of the glossary that it stands for."""


def read(name: str) -> str:
    return (REFERENCE / name).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """The text below each heading of the second level."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def nouns() -> Iterator[type]:
    for module in pkgutil.iter_modules(twosource.model.__path__, "twosource.model."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and value.__module__ == module.name:
                yield value


def options_of(command: object) -> set[str]:
    return {o for p in command.params for o in (*p.opts, *p.secondary_opts) if o.startswith("-")}


COMMANDS = typer.main.get_group(app).commands


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_documented_with_exactly_its_options(name: str) -> None:
    documented = next(
        text
        for heading, text in sections(read("command-line.md")).items()
        if f"`twosource {name}`" in heading
    )
    rows = re.findall(r"^\| (.+?) \|", documented, flags=re.MULTILINE)
    options = {o for row in rows for o in re.findall(r"`(-[\w-]*)", row)}
    below = getattr(COMMANDS[name], "commands", {}).values()
    offered = options_of(COMMANDS[name]).union(*map(options_of, below))
    assert options - {"--help", "-h"} == offered - {"--help", "-h"}


@pytest.mark.parametrize("group", ["review", "archive"])
def test_every_command_below_a_group_is_documented(group: str) -> None:
    named = re.findall(rf"^twosource {group} ([a-z|]+)", read("command-line.md"), re.MULTILINE)
    assert {one for names in named for one in names.split("|")} == set(COMMANDS[group].commands)


def test_no_command_is_documented_that_does_not_exist() -> None:
    named = set(re.findall(r"^twosource ([a-z]+)", read("command-line.md"), flags=re.MULTILINE))
    assert named == set(COMMANDS)


def test_the_options_of_the_program_itself_are_documented() -> None:
    documented = sections(read("command-line.md"))["Options of `twosource` itself"]
    assert {f"`{o}`" for o in options_of(typer.main.get_group(app))} <= set(
        re.findall(r"`-[\w-]*`", documented)
    )


def test_every_exit_code_is_documented_and_no_other() -> None:
    rows = re.findall(
        r"^\| (\d+) \|", sections(read("command-line.md"))["Exit codes"], re.MULTILINE
    )
    assert [int(row) for row in rows] == sorted(ExitCode)


def test_every_setting_is_documented_with_its_variable_and_no_other() -> None:
    rows = re.findall(r"^\| `([\w.]+)` \| `(\w+)` \|", read("settings.md"), re.MULTILINE)
    assert rows == [(one.key, one.variable) for one in SETTINGS]


def test_it_is_documented_which_settings_the_file_of_a_case_may_hold() -> None:
    rows = re.findall(r"^\| `([\w.]+)` .*\| (yes|no) \|$", read("settings.md"), re.MULTILINE)
    assert rows == [(one.key, "yes" if one.in_case else "no") for one in SETTINGS]


def test_every_name_of_the_package_is_documented_with_its_parameters() -> None:
    rows = re.findall(r"^\| `(\w+)\((.*?)\)` \|", read("python.md"), re.MULTILINE)
    named = dict(rows)
    assert set(named) == set(twosource.__all__) - {"__version__"}
    for name, told in rows:
        signature = inspect.signature(getattr(twosource, name))
        given = [one.partition("=")[0].strip().lstrip("*") for one in told.split(",")]
        assert [one for one in given if one] == list(signature.parameters), name


def test_every_part_of_a_case_and_every_error_is_documented_for_python() -> None:
    part = sections(read("python.md"))["What an examination and an open case offer"]
    offered = {name for name, one in vars(Parts).items() if isinstance(one, property)}
    rows = re.findall(r"^\| (`.+?`) \|", part, re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", " ".join(rows))) == offered
    errors = {n for n, v in vars(twosource.errors).items() if isinstance(v, type)}
    assert {
        name for name in errors if f"twosource.errors.{name}`" not in read("python.md")
    } == set()


def test_every_check_is_documented_and_no_other() -> None:
    modules = pkgutil.iter_modules(twosource.checks.__path__, "twosource.checks.")
    named = (getattr(importlib.import_module(one.name), "NAME", None) for one in modules)
    names = sorted(name for name in named if name is not None)
    part = read("case-file.md").partition("| check | question |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| `([\w-]+)` \|", part, re.MULTILINE)) == names
    page = (ROOT / "docs/explanation/checks.md").read_text("utf-8")
    table = page.partition("| check | what it holds against what |")[2].partition("\n\n")[0]
    assert sorted(re.findall(r"^\| ([\w-]+) \| .", table, re.MULTILINE)) == names


def test_every_kind_of_region_is_documented_with_whether_it_is_furniture() -> None:
    table = re.findall(r"^\| `([\w-]+)` \| .+ \| (yes|no) \|$", read("inputs.md"), re.MULTILINE)
    assert {kind: told == "yes" for kind, told in table} == {
        kind.value: kind in FURNITURE for kind in RegionKind
    }


def test_the_bases_of_a_publication_time_are_documented() -> None:
    part = next(t for h, t in sections(read("inputs.md")).items() if "publication time" in h)
    assert set(re.findall(r"^\| `([\w-]+)`", part, re.MULTILINE)) == set(PublicationBasis)
    assert all(f"`{basis}`" in part for basis in ZoneBasis)


def test_the_endings_and_the_largest_size_are_documented() -> None:
    part = next(t for h, t in sections(read("inputs.md")).items() if "ending" in h)
    table = "".join(line for line in part.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`(\.[\w.]+)`", table)) == set(SUPPORTED_SUFFIXES)
    assert f"{MAX_BYTES:,}" in part


def test_every_value_of_an_enumeration_is_in_the_reference() -> None:
    told = read("case-file.md") + read("inputs.md") + read("reviews.md")
    values = {v.value for noun in nouns() if issubclass(noun, StrEnum) for v in noun}
    assert {value for value in values if f"`{value}`" not in told} == set()


def test_every_field_of_the_case_file_is_in_the_reference() -> None:
    schema = json.loads(
        (ROOT / "src/twosource/store/twosource-case-1.schema.json").read_text("utf-8")
    )
    text = read("case-file.md")
    named = set(re.findall(r"[`\"]([a-z_0-9]+)[`\"]", text))
    fields = set(schema["properties"])
    for definition in schema["$defs"].values():
        fields |= set(definition.get("properties", {}))
    assert fields - named == set()
    assert set(NOT_EXAMINED) <= named


def test_what_a_format_cannot_hold_is_in_the_reference() -> None:
    told = sections(read("formats.md"))
    for one in FORMATS:
        if one.cannot_hold:
            part = next(
                text for heading, text in told.items() if heading.startswith(f"`{one.name}`")
            )
            assert all(f"\n- {phrase}\n" in part for phrase in one.cannot_hold)


def test_every_noun_of_the_model_is_a_word_of_the_house() -> None:
    found = {n.__name__ for n in nouns() if is_dataclass(n) or issubclass(n, StrEnum)}
    assert found == set(HOUSE_WORDS)


def test_every_word_of_the_house_is_in_the_glossary() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text("utf-8")
    words = set(re.findall(r"\w+", " ".join(re.findall(r"\*\*(.+?)\*\*", glossary))))
    assert {noun for noun, word in HOUSE_WORDS.items() if word not in words} == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_the_repository_leads_somewhere(document: Path) -> None:
    prose = CODE.sub("", document.read_text("utf-8"))
    targets = [match["target"].partition("#")[0] for match in LINK.finditer(prose)]
    within = [t for t in targets if t and not t.startswith(("https://", "http://"))]
    lost = [t for t in within if not (document.parent / t).resolve().exists()]
    assert lost == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_documents_keep_to_the_house_style(document: Path) -> None:
    prose = CODE.sub("", document.read_text("utf-8"))
    prose = re.sub(r"[\"“][^\"”\n]*[\"”]", "", prose)
    assert re.findall(r"\b(?:we|simply|easily|powerful|seamless\w*)\b", prose, re.IGNORECASE) == []


def test_the_rooms_of_the_house_are_shown_in_the_order_of_the_plan() -> None:
    plan = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = plan["tool"]["importlinter"]["contracts"][0]["layers"]
    planned = [room for layer in layers for room in re.findall(r"[a-z]+", layer) if room != "main"]
    page = (ROOT / "docs/explanation/house.md").read_text("utf-8")
    drawn = re.findall(r"^([a-z]+(?: \| [a-z]+)*) {2,}\S", page, re.MULTILINE)
    shown = [room for line in drawn for room in line.split(" | ")]
    assert shown == [room for room in planned if room in shown]
    assert {room for room in planned if f"`{room}`" not in page} <= set(shown)


def test_every_decision_says_how_a_mistake_would_show() -> None:
    for decision in sorted((ROOT / "docs/decisions").glob("0*.md")):
        headings = list(sections(decision.read_text("utf-8")))
        assert headings == [
            "Context", "Decision", "Rejected alternatives", "How a mistake would show"
        ], decision.name  # fmt: skip
        assert f"({decision.name})" in (ROOT / "docs/decisions/README.md").read_text("utf-8")
