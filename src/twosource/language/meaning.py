"""What a text means, as a vector: texts that mean much the same have vectors that lie close.

The network is all-MiniLM-L6-v2 (Apache-2.0), int8, mean pooling. It reads one text per call:
dynamic int8 takes its scales from all that is in a call, so a text read in a batch would get a
vector that depends on the batch.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.errors import SettingsError
from twosource.language.network import network_session, piece_model

FOLDER = Path(__file__).parent / "weights" / "meaning"
FILE = "meaning.onnx"
MANIFEST = "manifest.json"

SIZE = 384
"""Length of a vector."""

# The base model was trained on at most this many pieces of a text.
_MOST_PIECES = 126
_CLASSIFICATION, _SEPARATOR = 101, 102
_WORTH_THREADS = 4
"""Texts from which starting threads costs less than it saves."""


class Meaning(Protocol):
    """Gives texts their vectors. Pure: a text always gets the same vector."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts.

        Args:
            texts: Words, phrases or sentences; what lies beyond about a hundred words is not read.

        Returns:
            One row of unit length per text, in order; a text without words gets a row of zeros.
        """
        ...


def load_meaning(threads: int | None = None, folder: Path = FOLDER) -> Meaning:
    """Load the shipped network of meaning.

    Args:
        threads: Threads for the network; by default the processor's cores, at most two.
        folder: Folder of the network; the vocabulary lies in the folder above.

    Raises:
        SettingsError: If ``threads`` is not positive or a file is missing.
    """
    if threads is not None and threads < 1:
        raise SettingsError(f"network of meaning: threads must be 1 or more, not {threads}")
    for path in (folder / FILE, folder.parent / "vocabulary.txt"):
        if not path.is_file():
            raise SettingsError(
                f"network of meaning: {path.name} is missing from {path.parent}; install Twosource "
                "again, or make the weights as training/README.md says"
            )
    return EmbeddedMeaning(folder, threads or min(2, os.cpu_count() or 1))


class EmbeddedMeaning:
    """Gives vectors with the shipped network. See :func:`load_meaning`."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._made_of = (folder, threads)
        # one thread to a call and several calls at once: texts are short, calls are many
        self._session = network_session(folder / FILE, 1)
        self._pieces = piece_model(folder.parent / "vocabulary.txt")
        self._threads = threads

    def __reduce__(self) -> tuple[type[EmbeddedMeaning], tuple[Path, int]]:
        """Sent to another process, it is loaded there anew."""
        return type(self), self._made_of

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts; see :class:`Meaning`. A text that recurs is read once."""
        wanted = list(dict.fromkeys(texts))
        if not wanted:
            return np.zeros((0, SIZE), dtype=np.float32)
        if self._threads > 1 and len(wanted) >= _WORTH_THREADS:
            with ThreadPoolExecutor(self._threads) as pool:
                found = list(pool.map(self._vector, wanted))
        else:
            found = [self._vector(text) for text in wanted]
        known = dict(zip(wanted, found, strict=True))
        return np.stack([known[text] for text in texts])

    def _vector(self, text: str) -> NDArray[np.float32]:
        pieces = self._pieces.encode(text, add_special_tokens=False).ids[:_MOST_PIECES]
        if not pieces:
            return np.zeros(SIZE, dtype=np.float32)
        feed = {"pieces": np.array([[_CLASSIFICATION, *pieces, _SEPARATOR]], dtype=np.int64)}
        found: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        return found
