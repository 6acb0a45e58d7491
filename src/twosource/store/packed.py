"""What was read off one report, packed small: nouns to rows of JSON and back, by their own types.

A noun becomes the list of its fields, in order and without their names; a span becomes its two
offsets, since its words stand in the report. Unlike the case file this is no format for others: it
is kept to be read by the very code that wrote it, and is thrown away where anything is amiss.
"""

from __future__ import annotations

import json
import types
import typing
import zlib
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from functools import cache
from typing import TypeVar

from twosource.errors import InvariantError, MaterialError
from twosource.model.report import Report, Span, cut
from twosource.store.fields import REMEDY

_MOST = 500_000_000
"""Characters that a packed noun unpacks to at most, so that a few bytes cannot fill the memory."""
_PLAIN = (str, int, float, bool)

_Noun = TypeVar("_Noun")
_Pack = Callable[[typing.Any, Report | None], object]
_Unpack = Callable[[typing.Any, Report | None], object]


def packed(noun: type[_Noun], value: _Noun, report: Report | None = None) -> bytes:
    """Pack a noun.

    Args:
        noun: Its type: a dataclass whose fields are dataclasses, members of enumerations, tuples,
            UTC times and plain values; each may be missing.
        value: The noun.
        report: The report that all its spans are of; the report itself is then left out of it.

    Raises:
        InvariantError: If a span is of another report, or there is a span and no report.
    """
    rows = _packer(typing.cast("object", noun), report is not None)(value, report)
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    return zlib.compress(text.encode("ascii"), 3)


def unpacked(noun: type[_Noun], data: bytes, report: Report | None = None) -> _Noun:
    """Unpack what ``packed`` gave, with the same type and the same report.

    Raises:
        MaterialError: If it is anything else.
    """
    try:
        opened = zlib.decompressobj()
        text = opened.decompress(data, _MOST)
        if not opened.eof:
            raise MaterialError("packed noun", "it does not end where it should", REMEDY)
        found = _unpacker(typing.cast("object", noun), report is not None)(json.loads(text), report)
    except (ValueError, TypeError, KeyError, zlib.error, InvariantError) as error:
        raise MaterialError("packed noun", f"it cannot be unpacked ({error})", REMEDY) from error
    return found  # type: ignore[return-value] # the unpacker gives what it was asked for


@cache
def _packer(noun: object, sealed: bool) -> _Pack:
    """What packs values of a type; ``sealed`` says whether the report is known and left out."""
    noun, optional = _kind(noun)
    if optional:
        inner = _packer(noun, sealed)
        return lambda value, report: None if value is None else inner(value, report)
    if noun in _PLAIN:
        return lambda value, _: value
    if noun is Span:
        return _pack_span
    if noun is Report and sealed:
        return lambda _, __: 0
    if noun is datetime:
        return lambda value, _: value.isoformat()
    if isinstance(noun, type) and issubclass(noun, Enum):
        return lambda value, _: value.value
    several = _items(noun)
    if several is not None:
        item = _packer(several, sealed)
        if _is_plain(several):
            return lambda value, _: value
        return lambda value, report: [item(one, report) for one in value]
    return _pack_fields(noun, sealed)


def _pack_fields(noun: object, sealed: bool) -> _Pack:
    parts = [(name, _packer(hint, sealed), _is_plain(hint)) for name, hint in _hints(noun)]

    def pack(value: object, report: Report | None) -> object:
        return [
            getattr(value, name) if plain else inner(getattr(value, name), report)
            for name, inner, plain in parts
        ]

    return pack


def _pack_span(span: Span, report: Report | None) -> object:
    if report is None or span.report != report.id:
        raise InvariantError(f"a span of {span.report} is packed with another report")
    return [span.start, span.end]


@cache
def _unpacker(noun: object, sealed: bool) -> _Unpack:
    noun, optional = _kind(noun)
    if optional:
        inner = _unpacker(noun, sealed)
        return lambda value, report: None if value is None else inner(value, report)
    if noun in _PLAIN:
        return lambda value, _: value
    if noun is Span:
        return lambda value, report: cut(report, value[0], value[1])  # type: ignore[arg-type]
    if noun is Report and sealed:
        return lambda _, report: report
    if noun is datetime:
        return lambda value, _: datetime.fromisoformat(value)
    if isinstance(noun, type) and issubclass(noun, Enum):
        members = {member.value: member for member in noun}
        return lambda value, _: members[value]
    several = _items(noun)
    if several is not None:
        item = _unpacker(several, sealed)
        if _is_plain(several):
            return lambda value, _: tuple(value)
        return lambda value, report: tuple([item(one, report) for one in value])
    return _unpack_fields(noun, sealed)


def _unpack_fields(noun: object, sealed: bool) -> _Unpack:
    hints = _hints(noun)
    build = typing.cast("Callable[..., object]", noun)
    parts = [(_unpacker(hint, sealed), _is_plain(hint)) for _, hint in hints]
    if all(plain for _, plain in parts):
        return lambda value, _: build(*value)

    def unpack(value: Iterable[typing.Any], report: Report | None) -> object:
        return build(
            *[
                one if plain else inner(one, report)
                for one, (inner, plain) in zip(value, parts, strict=True)
            ]
        )

    return unpack


def _kind(noun: object) -> tuple[object, bool]:
    """A type without the name that was put on it, and whether it may be missing."""
    if isinstance(noun, typing.NewType):
        return _kind(noun.__supertype__)
    if typing.get_origin(noun) in {typing.Union, types.UnionType}:
        rest = [one for one in typing.get_args(noun) if one is not types.NoneType]
        if len(rest) == 1:
            return _kind(rest[0])[0], True
        raise TypeError(f"no packed form for {noun!r}")
    return noun, False


def _items(noun: object) -> object | None:
    """The type of the items of a tuple, or ``None`` where the type is no tuple of one type."""
    if typing.get_origin(noun) is not tuple:
        return None
    kinds = [one for one in typing.get_args(noun) if one is not Ellipsis]
    if len(set(kinds)) != 1:
        raise TypeError(f"no packed form for {noun!r}")
    return typing.cast("object", kinds[0])


def _is_plain(hint: object) -> bool:
    """Whether values of a type stand in JSON as they are, missing ones among them."""
    return _kind(hint)[0] in _PLAIN


def _hints(noun: object) -> list[tuple[str, object]]:
    if not isinstance(noun, type) or not is_dataclass(noun):
        raise TypeError(f"no packed form for {noun!r}")
    known = typing.get_type_hints(noun)
    return [(one.name, known[one.name]) for one in fields(noun)]
