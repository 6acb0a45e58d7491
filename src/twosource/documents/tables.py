"""Tables of posts: CSV exports of platforms and of the Auto Archiver, one row a post."""

from __future__ import annotations

import ast
import csv
import io
from collections.abc import Iterator

from twosource.documents.decode import Decoded
from twosource.documents.drafts import Draft
from twosource.documents.exports import without_text
from twosource.documents.fields import draft_of
from twosource.documents.own import is_own_table, own
from twosource.model.case import Unreadable
from twosource.model.original import MAX_BYTES

TABLE = "csv-posts"
AUTO_ARCHIVER = "auto-archiver"

_DELIMITERS = ",;\t|"
_REMEDY = "name the column with the posts 'text', and see that the first row names the columns"
_LONGEST_METADATA = 1_000_000


def table_from(name: str, decoded: Decoded) -> Iterator[Draft | Unreadable]:
    """Read the posts of a table.

    Args:
        name: Name of the file.
        decoded: Its text; the first row names the columns.

    Yields:
        A draft for each row with a text, and one ``Unreadable`` that counts the rows without; or
        one that says why the file is no table of posts.
    """
    text = decoded.text.lstrip("\ufeff")
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    # A field may hold a whole article; the limit of the module is meant for other uses.
    csv.field_size_limit(MAX_BYTES)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    found = count = 0
    if is_own_table(rows.fieldnames or ()):
        yield own(name, "a table of a case")
        return
    try:
        for count, row in enumerate(rows, 1):
            draft = _post({k: v for k, v in row.items() if k}, count, decoded.encoding)
            if draft is not None:
                found += 1
                yield draft
    except csv.Error as error:
        what = f"row {count + 1} is broken: {error}"
        yield Unreadable(f"{name}#{count + 1}", what, "mend the row; the rows behind it are unread")
    if not found:
        columns = ", ".join((rows.fieldnames or [])[:8])
        what = f"is a table without a column of texts (columns: {columns[:200] or 'none'})"
        yield Unreadable(name, what, _REMEDY)
    elif found < count:
        yield without_text(name, count - found, count)


def _post(row: dict[str, object], number: int, encoding: str) -> Draft | None:
    metadata = row.get("metadata")
    if isinstance(metadata, str) and "status" in row and metadata.startswith("{"):
        return draft_of(_python_values(metadata), number, AUTO_ARCHIVER, encoding)
    return draft_of(row, number, TABLE, encoding)


def _python_values(printed: str) -> dict[str, object]:
    """The texts and times of a dictionary that the Auto Archiver printed as Python does.

    Nothing is executed: constants and times are read off the syntax tree, all else is left out.
    """
    if len(printed) > _LONGEST_METADATA:
        return {}
    try:
        tree = ast.parse(printed, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    if not isinstance(tree, ast.Dict):
        return {}
    return {
        key.value: _value(node)
        for key, node in zip(tree.keys, tree.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    }


def _value(node: ast.expr) -> object:
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.Call) and ast.unparse(node.func) in {"datetime.datetime", "datetime"}:
        parts = [a.value for a in node.args if isinstance(a, ast.Constant)]
        whole = [part for part in parts if isinstance(part, int)]
        if len(whole) < 3:
            return None
        year, month, day, hour, minute, second, *_ = [*whole, 0, 0, 0]
        zoned = any(k.arg == "tzinfo" and "utc" in ast.unparse(k.value) for k in node.keywords)
        clock = f"{hour:02}:{minute:02}:{second:02}{'+00:00' if zoned else ''}"
        return f"{year:04}-{month:02}-{day:02}T{clock}"
    return None
