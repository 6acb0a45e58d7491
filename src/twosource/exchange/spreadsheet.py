"""A table as CSV (RFC 4180), in which no cell runs as a formula."""

from __future__ import annotations

import csv
import io

from twosource.brief.writers.sheet import safe
from twosource.model.table import Cell, Table


def csv_of(table: Table) -> str:
    """Write a table as CSV, its header first, lines ended by carriage return and line feed.

    An empty cell is one that says nothing. Numbers are written plainly; text that a spreadsheet
    would run as a formula begins with an apostrophe (OWASP, CSV injection).
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.columns)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return safe(cell) if isinstance(cell, str) else repr(cell)
