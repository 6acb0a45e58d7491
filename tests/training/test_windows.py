"""What the network is shown: variants of a window keep its labels."""

from __future__ import annotations

import random
from dataclasses import replace

from training.recipe import Recipe
from training.windows import LabelledWord, Window, augmented

CHANCE = random.Random(1)  # noqa: S311
STILL = Recipe(lower_cased=0, upper_cased=0, curly=0, single=0, comma_outside=0)


def window(*forms: str) -> Window:
    marks = iter(("open", "close") * len(forms))
    words = tuple(
        LabelledWord(form, next(marks) if form == '"' else "", 0, 0, 0, 0, number, 0)
        for number, form in enumerate(forms)
    )
    return Window(words, True, True, True)


def forms(recipe: Recipe, *given: str) -> list[str]:
    return [word.form for word in augmented(window(*given), recipe, CHANCE).words]


def test_without_augmentation_a_window_stays_as_it_is() -> None:
    shown = window('"', "No", ",", '"', "she", "did", "n't")
    assert augmented(shown, STILL, CHANCE) == shown


def test_straight_marks_become_curly_on_the_right_side() -> None:
    assert forms(replace(STILL, curly=1.0), '"', "No", '"', "n't") == ["“", "No", "”", "n’t"]
    assert forms(replace(STILL, single=1.0), '"', "No", '"') == ["‘", "No", "’"]


def test_a_comma_moves_out_of_the_quotation_with_its_labels() -> None:
    shown = window('"', "No", ",", '"', "she")
    moved = augmented(shown, replace(STILL, comma_outside=1.0), CHANCE)
    assert [word.form for word in moved.words] == ['"', "No", '"', ",", "she"]
    assert moved.words[3] == shown.words[2]
