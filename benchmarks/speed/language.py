"""How fast the embedded model reads, and how big it is: ``python -m benchmarks.speed.language``.

Reading is timed on one thread, best of three passes over news paragraphs, beside the cheapest
peer that cuts words and sentences at all (spaCy's blank English pipeline with its rule-based
sentencizer) where that is installed. The floor is 5,000 words a second on an idle machine.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable
from pathlib import Path

from twosource.language.embedded import WEIGHTS, load_embedded

FLOOR = 5000.0
_PASSES = 3
_PUD = Path("../shared/data/language/ud_pud/test.conllu")
_STAND_IN = (
    "The harbour master of Ostmere, Lena Brandt, said on Tuesday that two barges had collided "
    "shortly before 6 a.m. near the old lock. “Nobody was hurt,” she told reporters, adding that "
    "divers would look at the hulls as soon as the tide allowed it. The owner of one barge denied "
    "that its lights had been off, and the union said its members had warned of the lock for years."
)


def paragraphs() -> list[str]:
    """News paragraphs to read: those of the PUD test set, or an invented one many times."""
    if not _PUD.is_file():
        return [_STAND_IN] * 150
    lines = _PUD.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]


def words_per_second(read: Callable[[str], int], text: str) -> float:
    """Best of several passes over a text; ``read`` returns how many words it found."""
    rates: list[float] = []
    for _ in range(_PASSES):
        began = time.perf_counter()
        words = read(text)
        rates.append(words / (time.perf_counter() - began))
    return max(rates)


def peer_rate(text: str) -> float | None:
    """The peer's words per second, or ``None`` where it is not installed."""
    if importlib.util.find_spec("spacy") is None:
        return None
    import spacy  # noqa: PLC0415

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = max(pipeline.max_length, len(text))
    return words_per_second(lambda one: len(pipeline(one)), text)


def main() -> None:
    """Measure and print; exit 1 below the floor."""
    began = time.perf_counter()
    reader = load_embedded(threads=1)
    reader.read("One sentence to warm up.")
    load = time.perf_counter() - began
    text = "\n\n".join(paragraphs())
    rate = words_per_second(lambda one: len(reader.read(one).tokens), text)
    peer = peer_rate(text)
    size = sum(path.stat().st_size for path in WEIGHTS.iterdir()) / 1e6
    print(f"load and first sentence   {load:9.2f} s")
    print(f"size on disk              {size:9.1f} MB")
    print(f"words a second, 1 thread  {rate:9.0f}    {rate / FLOOR:.2f} of the floor {FLOOR:.0f}")
    if peer is not None:
        print(
            f"spaCy blank + sentencizer {peer:9.0f}    ours at {rate / peer:.3f} of it (no parse)"
        )
    if rate < FLOOR:
        sys.exit(1)


if __name__ == "__main__":
    main()
