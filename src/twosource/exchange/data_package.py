"""A case as a Frictionless data package: a zip with every table, the case file, and a descriptor.

The descriptor says of each file its columns and their types, its size and its hash, so that any
program for data packages (Data Package Standard, https://datapackage.org) can check and read it.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Sequence

from twosource.exchange.names import is_web_address, json_bytes
from twosource.exchange.spreadsheet import csv_of
from twosource.exchange.tables import PARTS
from twosource.model.case import Case
from twosource.model.identity import content_id
from twosource.model.table import Cell, Table

DESCRIPTOR, CASE_FILE = "datapackage.json", "case.json"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the zip: the same case gives the same bytes."""
_KEYS = {"reports": "report", "entities": "id", "statements": "id"}
"""Columns that tell the rows of a table apart."""

Node = dict[str, object]


def data_package(case: Case, document: bytes) -> bytes:
    """Write a case as a data package.

    Args:
        case: The case.
        document: Its case file, in UTF-8: what the tables are taken from, whole.

    Returns:
        A zip; the same case gives the same bytes.
    """
    tables = {name: make(case) for name, make in PARTS.items()}
    files = {f"data/{name}.csv": _csv(table) for name, table in tables.items()}
    resources = [
        _resource(f"data/{name}.csv", files[f"data/{name}.csv"], _columns(table))
        for name, table in tables.items()
    ]
    resources.append(_resource(CASE_FILE, document, None))
    descriptor: Node = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": content_id("twosource", *(report.id for report in case.reports)),
        "title": _text(case.brief.title) or "A case of Twosource",
        "description": "Who said what in the reports on one event. Offsets count Unicode code "
        "points, half-open, in the text of the report; case.json holds the texts.",
        "resources": resources,
    }
    sources = [_source(name, url) for name, url in _printed(case)]
    if sources:
        descriptor["sources"] = sources
    return _zipped({DESCRIPTOR: json_bytes(descriptor), CASE_FILE: document, **files})


def _csv(table: Table) -> bytes:
    """A table in UTF-8; what UTF-8 cannot hold stands as the replacement character."""
    return _text(csv_of(table)).encode("utf-8")


def _text(words: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", words)


def _resource(path: str, data: bytes, schema: Node | None) -> Node:
    node: Node = {
        "name": path.removeprefix("data/").removesuffix(".csv").removesuffix(".json"),
        "path": path,
        "format": path.rpartition(".")[2],
        "mediatype": "text/csv" if schema else "application/json",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
    }
    if schema is not None:
        node |= {"type": "table", "dialect": {"lineTerminator": "\r\n"}, "schema": schema}
    return node


def _columns(table: Table) -> Node:
    """The columns of a table, each with the type of its cells."""
    typed = [{"name": name, "type": _type(table.column(name))} for name in table.columns]
    schema: Node = {"fields": typed, "missingValues": [""]}
    if table.name in _KEYS:
        schema["primaryKey"] = [_KEYS[table.name]]
    return schema


def _type(cells: Sequence[Cell]) -> str:
    kinds = {type(cell) for cell in cells if cell is not None}
    if not kinds:
        return "string"
    if kinds == {bool}:
        return "boolean"
    if kinds == {int}:
        return "integer"
    return "number" if kinds <= {int, float} else "string"


def _printed(case: Case) -> list[tuple[str, str]]:
    """The reports that print an address, by name, each once."""
    found = ((report.name, report.url) for report in case.reports)
    return list(dict.fromkeys((name, url) for name, url in found if url and is_web_address(url)))


def _source(name: str, url: str) -> Node:
    return {"title": name, "path": url}


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, data)
    return out.getvalue()
