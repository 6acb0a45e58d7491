"""Nouns to nodes of the case file and back, by their own field types.

A frozen dataclass becomes an object with its fields in order; a span keeps its checked form. Where
a field may hold one of several nouns, ``type`` says which. What is read back is checked field by
field, and every span against its report.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache

from twosource.model.edition import Edition
from twosource.model.proposition import Proposition
from twosource.model.report import Span
from twosource.model.value import (
    DistanceValue,
    DurationValue,
    PlaceValue,
    QuantityValue,
    TimeValue,
)
from twosource.store.fields import (
    Node,
    Texts,
    field,
    node_of,
    span_from,
    span_node,
    values,
    words,
    wrong,
)

TAGS: dict[str, type] = {
    "time": TimeValue,
    "duration": DurationValue,
    "quantity": QuantityValue,
    "place": PlaceValue,
    "distance": DistanceValue,
    "proposition": Proposition,
}
"""What ``type`` says of a noun that stands where several kinds may stand."""

_LATER: dict[type, frozenset[str]] = {Edition: frozenset({"returned", "redated"})}
"""Fields that documents of earlier versions lack; they are read as the noun has them by default."""

_TAG_OF = {noun: tag for tag, noun in TAGS.items()}
_Reader = Callable[[object, Texts, str], object]


def written(value: object) -> object:
    """Write a noun, an enumeration's member, a date, a tuple of these or a plain value."""
    if isinstance(value, Span):
        return span_node(value)
    if is_dataclass(value) and not isinstance(value, type):
        tag = _TAG_OF.get(type(value))
        node: Node = {} if tag is None else {"type": tag}
        return {**node, **{f.name: written(getattr(value, f.name)) for f in fields(value)}}
    if isinstance(value, tuple):
        return [written(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def read_as(noun: object, value: object, texts: Texts, place: str) -> object:
    """Read what ``written`` wrote as the type ``noun``.

    Args:
        noun: A noun, or the annotation of one of its fields.
        value: The part of the document.
        texts: The texts of the case's reports, against which spans are checked.
        place: Where the part stands, for error messages.

    Raises:
        MaterialError: If the part is not of that type, or quotes a report wrongly.
        InvariantError: If the noun itself refuses its fields.
    """
    return _reader(noun)(value, texts, place)


@cache
def _reader(noun: object) -> _Reader:
    if isinstance(noun, type) and noun in _PLAIN:
        return _PLAIN[noun]
    if isinstance(noun, type) and issubclass(noun, StrEnum):
        return _member(noun)
    if isinstance(noun, type) and is_dataclass(noun):
        return _noun(noun)
    if isinstance(noun, typing.NewType):
        return _reader(noun.__supertype__)
    if typing.get_origin(noun) is tuple:
        return _several(_reader(typing.get_args(noun)[0]))
    if typing.get_origin(noun) in {typing.Union, types.UnionType}:
        return _one_of(typing.get_args(noun))
    raise TypeError(f"the case file has no form for {noun!r}")


def _one_of(choices: tuple[object, ...]) -> _Reader:
    nouns = {noun for noun in choices if isinstance(noun, type) and noun in _TAG_OF}
    rest = [noun for noun in choices if noun not in nouns and noun is not types.NoneType]
    optional = types.NoneType in choices

    def read(value: object, texts: Texts, place: str) -> object:
        if value is None and optional:
            return None
        if rest:
            return _reader(rest[0])(value, texts, place)
        tag = words(node_of(value, place), "type", place)
        if TAGS.get(tag) not in nouns:
            raise wrong(f"{place}.type", tag, f"one of {', '.join(_TAG_OF[n] for n in nouns)}")
        return _reader(TAGS[tag])(value, texts, place)

    return read


def _several(item: _Reader) -> _Reader:
    def read(value: object, texts: Texts, place: str) -> object:
        found = values({"": value}, "", place)
        return tuple(item(each, texts, f"{place}[{i}]") for i, each in enumerate(found))

    return read


def _noun(noun: type) -> _Reader:
    hints = typing.get_type_hints(noun)
    later = _LATER.get(noun, frozenset())

    def read(value: object, texts: Texts, place: str) -> object:
        node = node_of(value, place)
        return noun(
            **{
                name: read_as(hint, field(node, name, place), texts, f"{place}.{name}")
                for name, hint in hints.items()
                if name in node or name not in later
            }
        )

    return read


def _member(enumeration: type[StrEnum]) -> _Reader:
    def read(value: object, _: Texts, place: str) -> object:
        if value not in enumeration.__members__.values():
            raise wrong(place, value, f"one of {', '.join(enumeration)}")
        return enumeration(str(value))

    return read


def _span(value: object, texts: Texts, place: str) -> object:
    return span_from(node_of(value, place), texts, place)


def _string(value: object, _: Texts, place: str) -> object:
    if not isinstance(value, str):
        raise wrong(place, value, "a string")
    return value


def _truth(value: object, _: Texts, place: str) -> object:
    if not isinstance(value, bool):
        raise wrong(place, value, "true or false")
    return value


def _whole(value: object, _: Texts, place: str) -> object:
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(place, value, "a whole number")
    return value


def _number(value: object, _: Texts, place: str) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(place, value, "a number")
    return float(value)


def _day(value: object, _: Texts, place: str) -> object:
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise wrong(place, value, "an ISO 8601 date") from error


def _moment(value: object, _: Texts, place: str) -> object:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise wrong(place, value, "an ISO 8601 time") from error
    if moment.tzinfo is None:
        raise wrong(place, value, "a time with its offset")
    return moment.astimezone(UTC)


_PLAIN: dict[type, _Reader] = {
    Span: _span,
    str: _string,
    bool: _truth,
    int: _whole,
    float: _number,
    date: _day,
    datetime: _moment,
}
