"""What comparing showed, in the case file: relations, contradictions, wordings, lineage, losses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from twosource.model.case import Case
from twosource.model.lineage import LineageEdge, OutsideOrigin
from twosource.model.relation import (
    AttributionLoss,
    Contradiction,
    Origin,
    Relation,
    Sourcing,
    Wording,
)
from twosource.store.codec import read_as, written
from twosource.store.fields import Node, Texts, field, items


@dataclass(frozen=True, slots=True)
class Comparison:
    """The parts of a case that comparing gave, as they are read back."""

    relations: tuple[Relation, ...]
    contradictions: tuple[Contradiction, ...]
    wordings: tuple[Wording, ...]
    lineage: tuple[LineageEdge, ...]
    outside: tuple[OutsideOrigin, ...]
    origins: tuple[Origin, ...]
    sourcing: tuple[Sourcing, ...]
    losses: tuple[AttributionLoss, ...]


_LISTS: Mapping[str, tuple[str, object]] = {
    "relations": ("relations", tuple[Relation, ...]),
    "contradictions": ("contradictions", tuple[Contradiction, ...]),
    "wordings": ("wordings", tuple[Wording, ...]),
    "outside": ("outside_origins", tuple[OutsideOrigin, ...]),
    "origins": ("origins", tuple[Origin, ...]),
    "sourcing": ("sourcing", tuple[Sourcing, ...]),
    "losses": ("attribution_losses", tuple[AttributionLoss, ...]),
}
"""Field of the case, key in the document, and what the list holds."""


def comparison_nodes(case: Case) -> Node:
    """Write the parts, each under its key; an edge's ends are ``from`` and ``to``."""
    nodes: Node = {key: written(getattr(case, name)) for name, (key, _) in _LISTS.items()}
    nodes["lineage"] = [edge_node(edge) for edge in case.lineage]
    return nodes


def comparison_from(root: Node, texts: Texts) -> Comparison:
    """Read the parts and check every span.

    Raises:
        MaterialError: If a part is missing or not of its form.
    """
    found = {
        name: read_as(kind, field(root, key, "case"), texts, key)
        for name, (key, kind) in _LISTS.items()
    }
    edges = tuple(
        _edge_from(node, texts, f"lineage[{i}]")
        for i, node in enumerate(items(root, "lineage", "case"))
    )
    return Comparison(lineage=edges, **found)  # type: ignore[arg-type] # as the kinds say


def edge_node(edge: LineageEdge) -> Node:
    """Write a tie between reports; its ends are ``from`` and ``to``."""
    node = written(edge)
    fields = dict(node) if isinstance(node, dict) else {}
    return {"from": fields.pop("source"), "to": fields.pop("target"), **fields}


def _edge_from(node: Node, texts: Texts, place: str) -> LineageEdge:
    fields = {"source": field(node, "from", place), "target": field(node, "to", place), **node}
    edge = read_as(LineageEdge, fields, texts, place)
    if not isinstance(edge, LineageEdge):
        raise TypeError(f"{place} was read as {type(edge).__name__}")
    return edge
