"""What is done with a shard: from its originals to archived reports, by the kernels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from twosource.comparison.events import traits
from twosource.comparison.lineage.fingerprint import RECIPE
from twosource.documents.drafts import RULES_VERSION
from twosource.engine.loaded import meaning
from twosource.errors import SettingsError
from twosource.model.archive import ArchivedReport, ShardDone
from twosource.model.case import Unreadable
from twosource.model.report import Report
from twosource.pipeline.taking_in import Clean, Fingerprint, TakeTraits
from twosource.store.archive import Archive

TRIES = 3
"""How often a shard may take its worker down before it is given up."""


class Stage(Protocol):
    """Something that is done with shards, one by one. It can be sent to other processes."""

    @property
    def name(self) -> str:
        """What is done, with the version of everything that the result depends on."""
        ...

    @property
    def archive(self) -> Archive:
        """Where the shards and the results lie."""
        ...

    def __call__(self, shard: str) -> ShardDone:
        """Do a shard and keep the result; one that is done already gives its result."""
        ...


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Clean, fingerprint and take the traits of a shard's reports. Use :func:`take_in`.

    Attributes:
        archive: Where the shards and the results lie.
        clean, fingerprint, traits: The kernels.
    """

    archive: Archive
    clean: Clean
    fingerprint: Fingerprint
    traits: TakeTraits

    @property
    def name(self) -> str:
        """The kernels with their versions, and the recipes that they follow."""
        kernels = (self.clean, self.fingerprint, self.traits)
        versions = "+".join(f"{kernel.name}-{kernel.version}" for kernel in kernels)
        vector = "" if self.traits.meaning is None else "-meaning"
        return f"{versions}/documents-{RULES_VERSION}/{RECIPE}/traits-{traits.VERSION}{vector}"

    def __call__(self, shard: str) -> ShardDone:
        """Do a shard, unless it is done.

        Raises:
            SettingsError: If there is no room for what is made of it, for the time or to stay.
        """
        done = self.archive.finished(shard, self.name)
        if done is not None:
            return done
        try:
            return self._made(shard)
        except OSError as error:  # a library keeps something beside for the time: a full disk
            reason = (error.strerror or type(error).__name__).lower()
            raise SettingsError(
                f"shard {shard} cannot be done: {reason}; make room on the disk and give the "
                "command again: what is done stays"
            ) from error

    def _made(self, shard: str) -> ShardDone:
        """Do a shard."""
        held = self.archive.shard(shard)
        found = [item for items in self.clean(held.originals) for item in items]
        reports = [item for item in found if isinstance(item, Report)]
        columns = (reports, self.fingerprint(reports), self.traits(reports))
        archived = [ArchivedReport(*row) for row in zip(*columns, strict=True)]
        bad = [item for item in found if isinstance(item, Unreadable)]
        return self.archive.put_result(held, self.name, archived, bad)


def take_in(archive: Archive, *, vectors: bool = True) -> TakeIn:
    """The stage that every shard goes through.

    Args:
        archive: The archive.
        vectors: Whether traits get a vector: the network of meaning takes most of the time.
    """
    taking = TakeTraits(meaning(1) if vectors else None)
    return TakeIn(archive, Clean(), Fingerprint(), taking)
