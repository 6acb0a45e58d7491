"""A data package: its descriptor says what lies in it, to the byte, and nothing else lies there."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace

import jsonschema
import pytest
from tests.brief.telling import case_of
from tests.factory import report

from twosource.engine.formats import format_named
from twosource.exchange.tables import PARTS
from twosource.model.case import Case
from twosource.store.case_file import case_json, read_case

DESCRIPTOR = {
    "type": "object",
    "required": ["$schema", "name", "resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
        "title": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "sources": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["title"],
                "properties": {"title": {"type": "string"}, "path": {"type": "string"}},
            },
        },
        "resources": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/resource"}},
    },
    "additionalProperties": False,
    "$defs": {
        "resource": {
            "type": "object",
            "required": ["name", "path", "bytes", "hash"],
            "properties": {
                "name": {"type": "string", "pattern": "^[a-z0-9._-]+$"},
                "path": {"type": "string", "pattern": r"^(?!.*\.\.)[^/~].*$"},
                "type": {"const": "table"},
                "format": {"enum": ["csv", "json"]},
                "mediatype": {"type": "string", "pattern": "^.+/.+$"},
                "encoding": {"const": "utf-8"},
                "bytes": {"type": "integer", "minimum": 0},
                "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
                "dialect": {"type": "object"},
                "schema": {"$ref": "#/$defs/schema"},
            },
            "additionalProperties": False,
        },
        "schema": {
            "type": "object",
            "required": ["fields"],
            "properties": {
                "fields": {
                    "type": "array",
                    "minItems": 1,
                    "items": {
                        "type": "object",
                        "required": ["name", "type"],
                        "properties": {
                            "name": {"type": "string"},
                            "type": {"enum": ["string", "integer", "number", "boolean"]},
                        },
                    },
                },
                "missingValues": {"type": "array", "items": {"type": "string"}},
                "primaryKey": {"type": "array", "items": {"type": "string"}},
            },
            "additionalProperties": False,
        },
    },
}
"""What of the Data Package Standard 2 is written, and how: package, resource, table schema."""
READ = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def opened(case: Case) -> tuple[dict, dict[str, bytes]]:
    packed = zipfile.ZipFile(io.BytesIO(format_named("datapackage").write(case)))
    files = {name: packed.read(name) for name in packed.namelist()}
    return json.loads(files.pop("datapackage.json")), files


@pytest.fixture(params=["ferry", "example", "hostile"])
def case(request: pytest.FixtureRequest) -> Case:
    return request.getfixturevalue(request.param)


def test_the_descriptor_is_one_of_the_standard_and_names_every_file_to_the_byte(
    case: Case,
) -> None:
    descriptor, files = opened(case)
    jsonschema.validate(descriptor, DESCRIPTOR)
    assert [one["path"] for one in descriptor["resources"]] == [
        *(f"data/{name}.csv" for name in PARTS),
        "case.json",
    ]
    assert {one["path"] for one in descriptor["resources"]} == set(files)
    for one in descriptor["resources"]:
        data = files[one["path"]]
        assert one["bytes"] == len(data)
        assert one["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_every_cell_has_the_type_of_its_column_and_a_key_is_there_once(case: Case) -> None:
    descriptor, files = opened(case)
    for one in descriptor["resources"]:
        if one["format"] != "csv":
            continue
        header, *rows = csv.reader(io.StringIO(files[one["path"]].decode("utf-8"), newline=""))
        fields = one["schema"]["fields"]
        assert header == [field["name"] for field in fields]
        for row in rows:
            for cell, field in zip(row, fields, strict=True):
                assert cell == "" or READ[field["type"]](cell) is not None
        for key in one["schema"].get("primaryKey", ()):
            column = [row[header.index(key)] for row in rows]
            assert len(set(column)) == len(column)
            assert "" not in column


def test_the_case_reads_back_from_the_package_whole(case: Case) -> None:
    _, files = opened(case)
    assert read_case(files["case.json"].decode("utf-8")) == read_case(case_json(case))


def test_the_same_case_gives_the_same_bytes(ferry: Case) -> None:
    write = format_named("datapackage").write
    assert write(ferry) == write(ferry)


def test_only_reports_that_print_an_address_are_sources() -> None:
    with_address = replace(report("Two ships sank."), url="https://post.example/a")
    without = report("Three ships sank.", file="b.txt")
    strange = replace(report("Four ships sank.", file="c.txt"), url="javascript:alert(1)")
    descriptor, _ = opened(case_of([with_address, without, strange]))
    assert [one["path"] for one in descriptor["sources"]] == ["https://post.example/a"]
    assert "sources" not in opened(case_of([without]))[0]


def test_a_text_that_no_encoding_holds_leaves_all_the_same() -> None:
    descriptor, files = opened(case_of([report("The clerk \ud800 said so.", "P\ud800st")]))
    assert descriptor["resources"]
    assert "\ufffd" in files["data/reports.csv"].decode("utf-8")
