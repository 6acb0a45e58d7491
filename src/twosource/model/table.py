"""A table: what a part of a case holds, in rows and columns, for spreadsheets and data frames."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.errors import InvariantError

Cell = str | int | float | bool | None
"""What a cell holds; ``None`` where there is nothing to say."""


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
