"""How a noun shows itself in a notebook: its fields as a table, every word of a report escaped."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from html import escape

from twosource.model.inert import inert

MOST_ITEMS, LONGEST = 12, 400
"""Items of a list, and characters of a text, that are shown; the rest is counted."""
_CELL = "text-align:left;vertical-align:top;padding:1px 10px 1px 0"
_FAINT = "opacity:.65"
_ITEM = "border-left:2px solid rgba(128,128,128,.35);padding-left:8px;margin:1px 0 4px"
_ROW = "border-top:1px solid rgba(128,128,128,.25)"
_SHORT = 24


class Shown:
    """A noun that notebooks show as a table of its fields. A base of frozen dataclasses.

    What is shown is made of text alone: nothing that a report prints becomes markup.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """The noun as HTML, for notebooks."""
        return f"<div><b>{type(self).__name__}</b>{self._within_html_()}</div>"

    def _within_html_(self) -> str:
        """The noun as HTML inside another one."""
        return fields_html(self)


def fields_html(noun: object) -> str:
    """The fields of a dataclass as rows of a table; those that say nothing are left out."""
    if not is_dataclass(noun) or isinstance(noun, type):
        return text_html(str(noun))
    rows = "".join(
        f'<tr><th style="{_CELL};{_FAINT};font-weight:normal">{escape(one.name)}</th>'
        f'<td style="{_CELL}">{value_html(getattr(noun, one.name))}</td></tr>'
        for one in fields(noun)
        if getattr(noun, one.name) not in (None, (), "")
    )
    return f'<table style="border-collapse:collapse">{rows}</table>'


def value_html(value: object) -> str:
    """A value of a field as HTML."""
    if isinstance(value, Shown):
        return value._within_html_()
    if is_dataclass(value) and not isinstance(value, type):
        return fields_html(value)
    return items_html(value) if isinstance(value, tuple) else text_html(_words(value))


def items_html(items: tuple[object, ...]) -> str:
    """The first items of a list as HTML, words in one line, nouns one below the other."""
    more = len(items) - MOST_ITEMS
    rest = f'<div style="{_FAINT}">and {more} more</div>' if more > 0 else ""
    shown = items[:MOST_ITEMS]
    if not any(is_dataclass(one) for one in shown):
        return ", ".join(map(value_html, shown)) + rest
    return "".join(f'<div style="{_ITEM}">{value_html(one)}</div>' for one in shown) + rest


def text_html(text: str) -> str:
    """Text as HTML: escaped, made inert, and cut where it is long."""
    shown = escape(inert(text[:LONGEST]))
    if len(text) <= LONGEST:
        return shown
    return f'{shown}<span style="{_FAINT}"> … ({len(text):,} characters)</span>'


def quoted_html(quote: str, place: str) -> str:
    """Words of a report in quotation marks, and where they stand."""
    return f'“{text_html(quote)}” <span style="{_FAINT}">{escape(place)}</span>'


def rows_html(columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> str:
    """Rows under headings as HTML; as many as are shown, and how many more there are."""
    head = "".join(f'<th style="{_CELL}">{escape(one)}</th>' for one in columns)
    body = "".join(f'<tr style="{_ROW}">{"".join(map(_cell_html, row))}</tr>' for row in rows)
    return (
        f'<table style="border-collapse:collapse"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell_html(cell: object) -> str:
    """A cell: short ones keep to one line, long ones get a line's width."""
    words = "" if cell is None else _words(cell)
    width = "white-space:nowrap" if len(words) <= _SHORT else "min-width:16em"
    return f'<td style="{_CELL};{width}">{text_html(words)}</td>'


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, datetime | date) else str(value)
