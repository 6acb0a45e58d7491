"""Hypotheses in the case file; the sides of the evidence stand under ``for`` and ``against``."""

from __future__ import annotations

from twosource.model.hypothesis import Hypothesis
from twosource.store.codec import read_as, written
from twosource.store.fields import Node, Texts, field

_SIDES = {"supporting": "for", "opposing": "against"}


def hypothesis_node(hypothesis: Hypothesis) -> Node:
    """Write a hypothesis."""
    node = written(hypothesis)
    fields = dict(node) if isinstance(node, dict) else {}
    return {_SIDES.get(name, name): value for name, value in fields.items()}


def hypothesis_from(node: Node, texts: Texts, place: str) -> Hypothesis:
    """Read a hypothesis."""
    fields = {**node, **{name: field(node, key, place) for name, key in _SIDES.items()}}
    found = read_as(Hypothesis, fields, texts, place)
    if not isinstance(found, Hypothesis):
        raise TypeError(f"{place} was read as {type(found).__name__}")
    return found
