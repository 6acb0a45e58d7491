"""A table: what a part of a case holds, in rows and columns, for spreadsheets and data frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.errors import InvariantError, MissingExtraError
from twosource.model.shown import rows_html, text_html

if TYPE_CHECKING:
    from polars import DataFrame

Cell = str | int | float | bool | None
"""What a cell holds; ``None`` where there is nothing to say."""

MOST_ROWS = 60
"""Rows that a notebook is shown."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns.

    Attributes:
        name: What the rows are: ``claims``, ``findings``.
        columns: The names of the columns, each once.
        rows: The rows, each with a cell for every column.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise InvariantError(f"a row of {self.name!r} has not one cell for every column")

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column, from the top.

        Raises:
            InvariantError: If there is no such column.
        """
        if name not in self.columns:
            raise InvariantError(f"the table {self.name!r} has no column {name!r}")
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def to_frame(self) -> DataFrame:
        """The table as a data frame of polars; ``to_frame().to_pandas()`` makes one of pandas.

        Raises:
            MissingExtraError: If polars is not installed.
        """
        try:
            from polars import DataFrame
        except ImportError as error:
            raise MissingExtraError(
                "a data frame needs polars, and the extra 'frames' is not installed; "
                "pip install 'twosource[frames]'"
            ) from error
        return DataFrame(
            {name: self.column(name) for name in self.columns},
            strict=False,
            infer_schema_length=None,
        )

    def _repr_html_(self) -> str:
        """The first rows as HTML, for notebooks; every cell is text."""
        total = len(self.rows)
        rest = f", the first {MOST_ROWS} of them shown" if total > MOST_ROWS else ""
        count = f"1 row{rest}" if total == 1 else f"{total:,} rows{rest}"
        head = f"<div><b>{text_html(self.name)}</b>: {count}"
        return f"{head}{rows_html(self.columns, self.rows[:MOST_ROWS])}</div>"
