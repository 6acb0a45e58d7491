"""The work of the engines of Daft, in a process of its own: ``python -m`` this module.

Daft can crash at the end of its process when its work is done, and must never be loaded in a
server. So the plan runs in a child that is told on standard input what to do and that ends without
tidying up; whether it did its work is read from the manifest, never from its exit code.
"""

from __future__ import annotations

import os
import pickle
import sys
from dataclasses import dataclass
from typing import Any

from twosource.engine.archive.stages import Stage


@dataclass(frozen=True, slots=True)
class Task:
    """What a child is to do.

    Attributes:
        stage: What is done with each shard.
        shards: The ids of the shards.
        workers: Processes at once.
        on_ray: Whether Ray carries the plan out; the cluster is the one that ``RAY_ADDRESS``
            names, else one that is started here and ends with the child.
    """

    stage: Stage
    shards: tuple[str, ...]
    workers: int
    on_ray: bool


def run(task: Task) -> None:
    """Carry a task out as one plan over the ids of the shards."""
    import daft  # noqa: PLC0415 - an extra, and only ever in this process

    if task.on_ray:
        _join_cluster(task.workers)
        daft.set_runner_ray()
    else:
        daft.set_runner_native()
    parts = min(len(task.shards), task.workers)
    shards = daft.from_pydict({"shard": list(task.shards)}).into_partitions(parts)
    doer = _doer(task)(pickle.dumps(task.stage))
    shards.select(doer(shards["shard"])).collect()


def _join_cluster(workers: int) -> None:
    import ray  # noqa: PLC0415

    if os.environ.get("RAY_ADDRESS"):
        ray.init(log_to_driver=False)
    else:
        # more places than workers: with none to spare, the engine's own tasks wait for ever
        ray.init(num_cpus=workers + 2, include_dashboard=False, log_to_driver=False)


def _doer(task: Task) -> Any:  # noqa: ANN401 - Daft's own class
    """The stage as a class of Daft: made once in each worker, called with a shard at a time."""
    import daft  # noqa: PLC0415

    @daft.cls(max_concurrency=task.workers, use_process=True)
    class Doer:
        def __init__(self, stage: bytes) -> None:
            self._stage: Stage = pickle.loads(stage)  # noqa: S301 - made by our own parent

        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
        def __call__(self, shards: Any) -> list[str]:  # noqa: ANN401 - a series of Daft
            found = [str(shard) for shard in shards.to_pylist()]
            for shard in found:
                self._stage(shard)
            return found

    return Doer


if __name__ == "__main__":
    run(pickle.load(sys.stdin.buffer))  # noqa: S301 - made by our own parent
    sys.stdout.flush()
    os._exit(0)
