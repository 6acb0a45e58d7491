"""Reading Web Annotations back onto the reports of a case; what does not fit is refused by name.

The two selectors of a target must agree with the text and with each other. A quotation alone is
taken where it stands once, its context considered; a position alone proves nothing and is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.errors import MaterialError
from twosource.exchange.names import text_address, urn
from twosource.model.report import Report, Span, cut

_NAME = "annotations"
_REMEDY = "write the annotations again, or name another file"
_Node = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotation whose every target stands in the case.

    Attributes:
        ident: Its address; ``""`` where it has none.
        motivation: Why it was made, in the word of the vocabulary; ``""`` where it does not say.
        text: What it says, its textual bodies one to a line.
        creator: Who made it; ``""`` where it does not say.
        spans: The words that it is about.
    """

    ident: str
    motivation: str
    text: str
    creator: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was read, and what was refused with the reason, one line each."""

    found: tuple[Annotated, ...]
    refused: tuple[str, ...]


class _RefusedError(Exception):
    """A target that does not stand in the case."""


def read_annotations(text: str, reports: Sequence[Report]) -> Annotations:
    """Read annotations of the texts of a case.

    Args:
        text: A collection, a page, a list, or one annotation, in JSON.
        reports: The reports whose texts the annotations are about.

    Raises:
        MaterialError: If the text is no JSON, or holds no annotation.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MaterialError(_NAME, f"not readable as JSON ({error})", _REMEDY) from error
    items = list(_annotations_in(document))
    if not items:
        raise MaterialError(_NAME, "no annotation is in it", _REMEDY)
    by_address = {text_address(report): report for report in reports}
    by_address |= {urn(report.id): report for report in reports}
    found: list[Annotated] = []
    refused: list[str] = []
    for number, item in enumerate(items, start=1):
        ident = _word(item.get("id"))
        try:
            found.append(_annotated(item, ident, by_address))
        except _RefusedError as reason:
            refused.append(f"{ident or f'annotation {number}'}: {reason}")
    return Annotations(tuple(found), tuple(refused))


def _annotations_in(node: object) -> Iterator[_Node]:
    if isinstance(node, list):
        for item in node:
            yield from _annotations_in(item)
    elif isinstance(node, dict):
        if "target" in node:
            yield node
        for key in ("first", "items"):
            yield from _annotations_in(node.get(key))


def _annotated(item: _Node, ident: str, by_address: Mapping[str, Report]) -> Annotated:
    spans = tuple(_span(target, by_address) for target in _several(item["target"]))
    if not spans:
        raise _RefusedError("it is about nothing")
    bodies = [body for body in _several(item.get("body")) if isinstance(body, dict)]
    words = [_word(body.get("value")) for body in bodies if body.get("type") == "TextualBody"]
    words.append(_word(item.get("bodyValue")))
    creator = item.get("creator")
    maker = creator.get("name") or creator.get("id") if isinstance(creator, dict) else creator
    return Annotated(
        ident,
        _word(next(iter(_several(item.get("motivation"))), "")),
        "\n".join(word for word in words if word),
        _word(maker),
        spans,
    )


def _span(target: object, by_address: Mapping[str, Report]) -> Span:
    if not isinstance(target, dict):
        raise _RefusedError("a target names no words of a text")
    report = by_address.get(_word(target.get("source")))
    if report is None:
        raise _RefusedError(f"its source {_word(target.get('source'))!r} is no text of this case")
    selectors = [s for s in _several(target.get("selector")) if isinstance(s, dict)]
    quoted = next((s for s in selectors if s.get("type") == "TextQuoteSelector"), None)
    placed = next((s for s in selectors if s.get("type") == "TextPositionSelector"), None)
    if quoted is None:
        raise _RefusedError("no words are quoted, so that nothing shows whether they stand there")
    exact = _word(quoted.get("exact"))
    if not exact:
        raise _RefusedError("the quotation is empty")
    if placed is None:
        return _only(report, exact, _word(quoted.get("prefix")), _word(quoted.get("suffix")))
    return _agreed(report, exact, placed)


def _agreed(report: Report, exact: str, placed: _Node) -> Span:
    start, end = placed.get("start"), placed.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        raise _RefusedError("its position is not two whole numbers")
    if not 0 <= start < end <= len(report.text):
        raise _RefusedError(f"its position {start}-{end} lies outside {report.file}")
    if report.text[start:end] != exact:
        printed = report.text[start:end][:60]
        raise _RefusedError(f"it quotes {exact[:60]!r} where {report.file} prints {printed!r}")
    return cut(report, start, end)


def _only(report: Report, exact: str, prefix: str, suffix: str) -> Span:
    """The one place where the quotation stands between its context."""
    text, starts, start = report.text, [], report.text.find(exact)
    while start >= 0:
        end = start + len(exact)
        if text[:start].endswith(prefix) and text[end:].startswith(suffix):
            starts.append(start)
        start = text.find(exact, start + 1)
    if len(starts) != 1:
        many = f"in {len(starts)} places" if starts else "nowhere"
        raise _RefusedError(f"its words {exact[:60]!r} stand {many} in {report.file}")
    return cut(report, starts[0], starts[0] + len(exact))


def _several(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
