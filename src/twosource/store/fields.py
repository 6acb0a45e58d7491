"""Typed access to the fields of a case file, with errors that name the place and the value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from twosource.errors import MaterialError
from twosource.model.identity import ReportId
from twosource.model.report import Span

Node = dict[str, object]
Texts = Mapping[ReportId, str]

CASE_FILE = "case file"
REMEDY = "write the case again with the version of Twosource that made it"

_Kind = TypeVar("_Kind", bound=StrEnum)
_Value = TypeVar("_Value")


def wrong(place: str, value: object, wanted: str) -> MaterialError:
    """The error for a value that is not what the format has in its place."""
    shown = repr(value)
    shown = shown if len(shown) <= 60 else shown[:60] + "…"
    return MaterialError(CASE_FILE, f"{place} is {shown}, not {wanted}", REMEDY)


def field(node: Node, key: str, place: str) -> object:
    """A field that must be there."""
    if key not in node:
        raise MaterialError(CASE_FILE, f"{place} has no field {key!r}", REMEDY)
    return node[key]


def node_of(value: object, place: str) -> Node:
    """A value that must be an object."""
    if not isinstance(value, dict):
        raise wrong(place, value, "an object")
    return value


def words(node: Node, key: str, place: str) -> str:
    """A field that must be a string."""
    value = field(node, key, place)
    if not isinstance(value, str):
        raise wrong(f"{place}.{key}", value, "a string")
    return value


def words_or_none(node: Node, key: str, place: str) -> str | None:
    """A field that must be a string or null."""
    return None if field(node, key, place) is None else words(node, key, place)


def whole(value: object, place: str) -> int:
    """A value that must be a whole number; true and false are none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(place, value, "a whole number")
    return value


def truth(node: Node, key: str, place: str) -> bool:
    """A field that must be true or false."""
    value = field(node, key, place)
    if not isinstance(value, bool):
        raise wrong(f"{place}.{key}", value, "true or false")
    return value


def share_or_none(node: Node, key: str, place: str) -> float | None:
    """A field that must be a number from 0 to 1, or null."""
    value = field(node, key, place)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise wrong(f"{place}.{key}", value, "a number from 0 to 1")
    return float(value)


def values(node: Node, key: str, place: str) -> list[object]:
    """A field that must be a list."""
    value = field(node, key, place)
    if not isinstance(value, list):
        raise wrong(f"{place}.{key}", value, "a list")
    return value


def items(node: Node, key: str, place: str) -> list[Node]:
    """A field that must be a list of objects."""
    found = values(node, key, place)
    return [node_of(value, f"{place}.{key}[{i}]") for i, value in enumerate(found)]


def strings(node: Node, key: str, place: str) -> tuple[str, ...]:
    """A field that must be a list of strings."""
    found = values(node, key, place)
    for i, value in enumerate(found):
        if not isinstance(value, str):
            raise wrong(f"{place}.{key}[{i}]", value, "a string")
    return tuple(str(value) for value in found)


def kind(of: type[_Kind], node: Node, key: str, place: str) -> _Kind:
    """A field that must be one of the values of an enumeration."""
    value = words(node, key, place)
    if value not in of.__members__.values():
        raise wrong(f"{place}.{key}", value, f"one of {', '.join(of)}")
    return of(value)


def maybe(read: Callable[[Node, str], _Value], node: Node, key: str, place: str) -> _Value | None:
    """A field that must be null or an object that ``read`` reads."""
    value = field(node, key, place)
    return None if value is None else read(node_of(value, f"{place}.{key}"), f"{place}.{key}")


def span_node(span: Span) -> Node:
    """Write a span as the format has it."""
    return {"report": span.report, "start": span.start, "end": span.end, "quote": span.quote}


def span_from(node: Node, texts: Texts, place: str) -> Span:
    """Read a span and check that its report prints its words there.

    Raises:
        MaterialError: If the report is not in the case or has other words at these offsets.
    """
    report = ReportId(words(node, "report", place))
    start = whole(field(node, "start", place), f"{place}.start")
    end = whole(field(node, "end", place), f"{place}.end")
    quote = words(node, "quote", place)
    if report not in texts:
        raise wrong(f"{place}.report", report, "a report of this case")
    if not 0 <= start < end <= len(texts[report]):
        raise wrong(place, f"{start}:{end}", f"inside the {len(texts[report])} characters there")
    if (printed := texts[report][start:end]) != quote:
        raise wrong(f"{place}.quote", quote, f"what its report prints there, {printed[:60]!r}")
    return Span(report, start, end, quote)


def spans_from(node: Node, key: str, texts: Texts, place: str) -> tuple[Span, ...]:
    """Read a list of spans."""
    found = items(node, key, place)
    return tuple(span_from(s, texts, f"{place}.{key}[{i}]") for i, s in enumerate(found))


def span_or_none(node: Node, key: str, texts: Texts, place: str) -> Span | None:
    """Read a span or null."""
    return maybe(lambda found, where: span_from(found, texts, where), node, key, place)
