from __future__ import annotations

from twosource.brief.marks import MARK_ORDER, OWN_VOICE, STANCE_MARKS, counted, mark_of
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
    for mark in MARK_ORDER:
        if mark.colour != "default":
            light = luminance(mark.colour)
            assert min(1.05 / (light + 0.05), (light + 0.05) / 0.05) >= 4.2


def test_plain_own_voice_has_its_own_mark_and_held_back_own_voice_does_not() -> None:
    assert mark_of(Stance.ASSERTS, own_voice=True) is OWN_VOICE
    assert mark_of(Stance.HEDGES, own_voice=True) is STANCE_MARKS[Stance.HEDGES]
    assert mark_of(Stance.ASSERTS, own_voice=False) is STANCE_MARKS[Stance.ASSERTS]


def test_not_looked_for_is_not_zero() -> None:
    assert counted((), Standing.KNOWN) is None
    assert counted((), Standing.CLAIMED) == 0
