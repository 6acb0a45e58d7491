"""The nodes of the case file as types of the API: their form is the case file's own schema.

A route that gives a node gives it as it lies in the served view, and does not build it again; its
form in the description of the API is taken from the schema of the case file, so that there is one.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Annotated, Any

from pydantic import WithJsonSchema

_MARK = "x-case-node"
_SCHEMA = "twosource-case-1.schema.json"
_PREFIX = "#/components/schemas/"


def _node(name: str) -> Any:  # noqa: ANN401 - what a type checker sees as a plain object
    return Annotated[dict[str, object], WithJsonSchema({_MARK: name})]


Span = _node("span")
Report = _node("report")
Published = _node("published")
Sentence = _node("layered_sentence")
Statement = _node("statement")
Entity = _node("entity")
QuestionNode = _node("question")
Claim = _node("claim")
Relation = _node("relation")
Contradiction = _node("contradiction")
Sourcing = _node("sourcing")
Origin = _node("origin")
OutsideOrigin = _node("outside_origin")
Wording = _node("wording")
Hypothesis = _node("hypothesis")
EventFrame = _node("event_frame")
Place = _node("place")
Value = _node("value")
TimeInterval = _node("time_interval")
FullLine = _node("line")
Edition = _node("edition")
StatementChange = _node("statement_change")
FullFurtherLine = _node("further_line")
_REF = ("ref", {"type": "string", "description": "What a decision calls it by."})
_CUT = ("cut", {"type": "boolean", "description": "Whether the line itself gives more."})
_EXTENDED: tuple[tuple[str, str, tuple[str, dict[str, Any]]], ...] = (
    ("finding", "FindingItem", _REF),
    ("lineage_edge", "LineageEdgeItem", _REF),
    ("attribution_loss", "LossItem", _REF),
    ("mention", "MentionItem", ("entity", {"type": "string", "description": "Id of the entity."})),
    ("line", "LineItem", _CUT),
    ("further_line", "FurtherLineItem", _CUT),
    ("section", "SectionItem", ("total", {"type": "integer", "description": "Lines in all."})),
    ("entity", "EntityItem", ("mentioned", {"type": "integer", "description": "Mentions in all."})),
)
"""Nodes that the API gives with one more field, by the names of both."""
Finding = _node("FindingItem")
LineageEdge = _node("LineageEdgeItem")
Loss = _node("LossItem")
Mention = _node("MentionItem")
Line = _node("LineItem")
FurtherLine = _node("FurtherLineItem")
Section = _node("SectionItem")
EntityItem = _node("EntityItem")


@cache
def case_schemas() -> dict[str, Any]:
    """The definitions of the case file's schema as components of the API's description."""
    text = files("twosource.store").joinpath(_SCHEMA).read_text("utf-8")
    found: dict[str, Any] = json.loads(text.replace("#/$defs/", _PREFIX))["$defs"]
    for name, extended, (key, schema) in _EXTENDED:
        node = found[name]
        found[extended] = {
            **node,
            "properties": {key: schema, **node["properties"]},
            "required": [key, *node["required"]],
        }
    return found


def with_case_nodes(document: dict[str, Any]) -> dict[str, Any]:
    """An OpenAPI document with the marks of nodes turned into references, and the nodes added."""
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name, schema in case_schemas().items():
        schemas.setdefault(name, schema)
    found = _linked(document)
    if not isinstance(found, dict):
        raise TypeError("an OpenAPI document is an object")
    return found


def _linked(value: object) -> object:
    if isinstance(value, dict):
        if _MARK in value:
            return {"$ref": _PREFIX + str(value[_MARK])}
        return {key: _linked(one) for key, one in value.items()}
    return [_linked(one) for one in value] if isinstance(value, list) else value
