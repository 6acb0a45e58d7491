"""Writing files whole: a reader sees the old file or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from twosource.errors import SettingsError


def ensure_folder(path: Path) -> None:
    """Make a folder, with its parents, unless it is there.

    Raises:
        SettingsError: If it cannot be made, or if a file stands in its place.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"the folder {path} cannot be made: {_reason(error)}; "
            "name a folder that can be written, or remove what stands in its place"
        ) from error


def write_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8 so that it is either complete or not there.

    The text goes to a temporary file in the same folder, is flushed to the disk, and takes the
    place of ``path`` in one step. On failure an earlier file at ``path`` stays as it was.

    Args:
        path: The file to write. Its folder must exist.
        text: What to write. Line ends are written as they are.

    Raises:
        SettingsError: If the file cannot be written (no such folder, no permission, disk full, a
            folder of that name), or the text holds lone surrogates, which UTF-8 cannot hold.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SettingsError(
            f"{path} cannot be written in UTF-8: the text holds {text[error.start]!a} at character "
            f"{error.start}; read the material again with its encoding named"
        ) from error
    write_whole_bytes(path, data)


def write_whole_bytes(path: Path, data: bytes) -> None:
    """Write a file of bytes so that it is either complete or not there, as ``write_whole`` does.

    Raises:
        SettingsError: If the file cannot be written.
    """
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # a temporary file is private to its owner; the finished one follows the user's own mask
        temporary.chmod(0o666 & ~_mask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise SettingsError(
            f"{path} cannot be written: {_reason(error)}; "
            "name a file in a folder that exists, can be written and has room"
        ) from error


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
