"""What is loaded once and kept: the language model and the network of meaning.

They stand apart from what examines with them, so that a process that needs one starts quickly.
"""

from __future__ import annotations

from functools import cache

from twosource.language.embedded import load_embedded
from twosource.language.interface import Annotator
from twosource.language.meaning import Meaning, load_meaning


@cache
def embedded(threads: int | None = None) -> Annotator:
    """The embedded language model, loaded at the first call and kept.

    Args:
        threads: Threads for one call of the model; ``None`` leaves the choice to it.
    """
    return load_embedded(threads)


@cache
def meaning(threads: int | None = None) -> Meaning:
    """The embedded network of meaning, loaded at the first call and kept.

    Args:
        threads: Threads for one call of the network; ``None`` leaves the choice to it.
    """
    return load_meaning(threads)
