"""Fingerprints of reports: two that share much of their text have fingerprints that agree in much.

MinHash (Broder 1997) as rensa makes it, over runs of three words. What goes into a fingerprint is
frozen: fingerprints made with another recipe say nothing beside each other, so that the recipe is
part of the version of the stage that makes them.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from twosource.errors import SettingsError

PERMUTATIONS = 128
SEED = 7266
SHINGLE = 3
"""Words in a run."""
BANDS, ROWS = 32, 4
"""Two reports are candidates where one band of ``ROWS`` values agrees: likely from a shared third
of their runs on (the odds are even at ``(1/BANDS) ** (1/ROWS)``, 0.42)."""
RENSA_ALGORITHM = 2
RECIPE = f"rensa-r{RENSA_ALGORITHM}/{PERMUTATIONS}/{SEED}/words-{SHINGLE}/lower-split"
"""What a fingerprint was made with: algorithm, permutations, seed, runs of words, how the text was
folded and cut. Words are cut at white space, which takes a third of the time of a pattern."""

_PACKED = struct.Struct(f"<{PERMUTATIONS}I")
_BAND = 4 * ROWS

Fingerprint = bytes
"""``PERMUTATIONS`` unsigned numbers of 32 bits, little-endian; empty where there is no run."""


def fingerprints(texts: Sequence[str]) -> list[Fingerprint]:
    """The fingerprints of texts.

    Args:
        texts: Readable texts: furniture blanked out.

    Returns:
        One for each text, in order; a text of fewer than ``SHINGLE`` words gets an empty one.

    Raises:
        SettingsError: If the library that is installed makes other fingerprints.
    """
    from rensa import RMinHash  # noqa: PLC0415 - compiled, needed by few commands

    if RMinHash.ALGORITHM_VERSION != RENSA_ALGORITHM:
        raise SettingsError(
            f"rensa makes fingerprints of version {RMinHash.ALGORITHM_VERSION}, and those of "
            f"archives are of version {RENSA_ALGORITHM}; install rensa 0.5"
        )
    found: list[Fingerprint] = []
    for text in texts:
        words = text.lower().split()
        if len(words) < SHINGLE:
            found.append(b"")
            continue
        made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        made.update(list(map(" ".join, zip(words, words[1:], words[2:], strict=False))))
        found.append(_PACKED.pack(*made.digest()))
    return found


def bands(fingerprint: Fingerprint) -> list[bytes]:
    """The keys by which candidates are found, each with its number in front; none of an empty."""
    return [
        bytes((number,)) + fingerprint[at : at + _BAND]
        for number, at in enumerate(range(0, len(fingerprint), _BAND))
    ]


def agreement(left: Fingerprint, right: Fingerprint) -> float:
    """The share of values in which two fingerprints agree, an estimate of the shared runs."""
    if not left or not right:
        return 0.0
    same = sum(a == b for a, b in zip(_PACKED.unpack(left), _PACKED.unpack(right), strict=True))
    return float(same) / PERMUTATIONS
