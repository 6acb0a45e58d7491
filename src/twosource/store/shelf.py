"""Files of rows: Parquet where the extra ``scale`` is installed, else JSON lines in gzip.

Both forms hold the same rows and can lie beside each other in one archive: an archive that was
begun without the extra goes on with it. A row is a dictionary of strings, numbers, bytes and lists
of strings or numbers; the same rows give the same bytes.
"""

from __future__ import annotations

import base64
import gzip
import importlib.util
import io
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from twosource.errors import MissingExtraError, SettingsError
from twosource.store.files import ensure_folder, write_whole_bytes

PARQUET, LINES = ".parquet", ".jsonl.gz"
_BYTES = "base64"

Row = dict[str, Any]


def suffix() -> str:
    """The ending of the files that are written by this installation."""
    return PARQUET if importlib.util.find_spec("pyarrow") else LINES


def write_rows(path: Path, rows: Sequence[Row]) -> None:
    """Write rows to a file, whole or not at all; its ending says in which form.

    Raises:
        SettingsError: If the file cannot be written.
    """
    ensure_folder(path.parent)
    if path.name.endswith(PARQUET):
        import pyarrow  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415

        held = io.BytesIO()
        parquet.write_table(pyarrow.Table.from_pylist(list(rows)), held, compression="zstd")
        write_whole_bytes(path, held.getvalue())
        return
    lines = "".join(f"{json.dumps(_plain(row), ensure_ascii=True)}\n" for row in rows)
    # no time of writing in the header, so that the same rows give the same bytes
    write_whole_bytes(path, gzip.compress(lines.encode("ascii"), mtime=0))


def read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of a file.

    Raises:
        MissingExtraError: If it is Parquet and the extra is not installed.
        SettingsError: If it is not there or cannot be read.
    """
    if path.name.endswith(PARQUET):
        try:
            from pyarrow import parquet  # noqa: PLC0415
        except ImportError as error:
            raise MissingExtraError(
                f"{path} is Parquet, which needs an extra: pip install 'twosource[scale]'"
            ) from error
        try:
            table = parquet.ParquetFile(path).read()
        except (OSError, ValueError) as error:
            raise _unreadable(path, error) from error
        yield from table.to_pylist()
        return
    try:
        with gzip.open(path, "rt", encoding="ascii") as file:
            for line in file:
                yield {key: _rich(value) for key, value in json.loads(line).items()}
    except (OSError, EOFError, ValueError) as error:
        raise _unreadable(path, error) from error


def _plain(row: Row) -> Row:
    """The row with bytes as an object, which no other value is."""
    return {
        key: {_BYTES: base64.b64encode(value).decode("ascii")}
        if isinstance(value, bytes)
        else value
        for key, value in row.items()
    }


def _rich(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    return base64.b64decode(value[_BYTES]) if isinstance(value, dict) else value


def _unreadable(path: Path, error: Exception) -> SettingsError:
    return SettingsError(
        f"{path} cannot be read ({error}); take it out of a copy of the archive again"
    )
