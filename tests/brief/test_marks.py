from __future__ import annotations

from twosource.brief.marks import (
    MARK_ORDER,
    OWN_VOICE,
    STANCE_MARKS,
    STANDING_COLOURS,
    STANDING_GLYPHS,
    STANDING_MEANINGS,
    mark_of,
)
from twosource.model.brief import Standing
from twosource.model.statement import Stance


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_stance_has_a_shape_and_a_word_of_its_own() -> None:
    assert set(STANCE_MARKS) == set(Stance)
    assert len({mark.glyph for mark in MARK_ORDER}) == len(MARK_ORDER)
    assert len({mark.word for mark in MARK_ORDER}) == len(MARK_ORDER)


def test_terminal_colours_read_on_black_and_on_white() -> None:
    for colour in (*(mark.colour for mark in MARK_ORDER), *STANDING_COLOURS.values()):
        if colour != "default":
            light = luminance(colour)
            assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= 4.2


def test_plain_own_voice_has_its_own_mark_and_held_back_own_voice_does_not() -> None:
    assert mark_of(Stance.ASSERTS, own_voice=True) is OWN_VOICE
    assert mark_of(Stance.HEDGES, own_voice=True) is STANCE_MARKS[Stance.HEDGES]
    assert mark_of(Stance.ASSERTS, own_voice=False) is STANCE_MARKS[Stance.ASSERTS]


def test_every_standing_has_a_shape_a_colour_and_a_meaning_of_its_own() -> None:
    assert set(STANDING_GLYPHS) == set(STANDING_COLOURS) == set(STANDING_MEANINGS) == set(Standing)
    glyphs = {*STANDING_GLYPHS.values(), *(mark.glyph for mark in MARK_ORDER)}
    assert len(glyphs) == len(Standing) + len(MARK_ORDER)
