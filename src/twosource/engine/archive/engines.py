"""The seam between what is done with shards and where it is done.

An engine maps a stage over shards. What it promises is little: that it tries every shard, in any
order, perhaps more than once, and that what does not come to an end is tried again. What is done is
said by the manifest alone, so that an engine that dies after its work lost nothing, and one that
does a shard twice writes the same bytes in the same place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from twosource.engine.archive.stages import Stage
from twosource.errors import SettingsError


class Engine(Protocol):
    """Where the work is done."""

    def map(self, stage: Stage, shards: Sequence[str]) -> Iterator[str]:
        """Do the shards.

        Yields:
            The id of each shard that came to an end, in any order; a shard that took its worker
            down again and again is left out.
        """
        ...


def engine_named(name: str, workers: int | None) -> Engine:
    """The engine of a name.

    Args:
        name: ``local``, ``daft`` or ``ray``.
        workers: Processes at once; the cores of this machine without it.

    Raises:
        SettingsError: If there is none of that name.
        MissingExtraError: If its extra is not installed.
    """
    if name not in ENGINES:
        raise SettingsError(f"there is no engine {name!r}; name one of {', '.join(ENGINES)}")
    return ENGINES[name](workers or os.cpu_count() or 1)


def _local(workers: int) -> Engine:
    from twosource.engine.archive.local import LocalEngine  # noqa: PLC0415

    return LocalEngine(workers)


def _daft(workers: int) -> Engine:
    from twosource.engine.archive.distributed import DaftEngine  # noqa: PLC0415

    return DaftEngine(workers, on_ray=False)


def _ray(workers: int) -> Engine:
    from twosource.engine.archive.distributed import DaftEngine  # noqa: PLC0415

    return DaftEngine(workers, on_ray=True)


ENGINES: dict[str, Callable[[int], Engine]] = {"local": _local, "daft": _daft, "ray": _ray}
"""Every engine by its name; each is loaded when it is asked for."""
