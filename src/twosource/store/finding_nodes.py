"""Findings in the case file; their inputs stand as one object, a string for each name."""

from __future__ import annotations

from twosource.model.finding import Finding, Input, Verdict
from twosource.store.fields import (
    Node,
    Texts,
    field,
    kind,
    node_of,
    span_node,
    spans_from,
    whole,
    words,
    words_or_none,
)


def finding_node(finding: Finding) -> Node:
    """Write a finding."""
    return {
        "check": finding.check,
        "version": finding.version,
        "verdict": finding.verdict,
        "spans": [span_node(span) for span in finding.spans],
        "inputs": {one.name: one.value for one in finding.inputs},
        "reason": finding.reason,
        "suggestion": finding.suggestion,
    }


def finding_from(node: Node, texts: Texts, place: str) -> Finding:
    """Read a finding."""
    inputs = node_of(field(node, "inputs", place), f"{place}.inputs")
    return Finding(
        check=words(node, "check", place),
        version=whole(field(node, "version", place), f"{place}.version"),
        verdict=kind(Verdict, node, "verdict", place),
        spans=spans_from(node, "spans", texts, place),
        inputs=tuple(Input(name, words(inputs, name, f"{place}.inputs")) for name in inputs),
        reason=words(node, "reason", place),
        suggestion=words_or_none(node, "suggestion", place),
    )
