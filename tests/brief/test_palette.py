"""The page's colours: readable in light and in dark, and declared alike in both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import twosource.brief

CSS = Path(twosource.brief.__file__).with_name("templates").joinpath("brief.css").read_text("utf-8")
PAIR = re.compile(r"--([a-z0-9-]+):light-dark\((#\w+),(#\w+)\)")
PALETTE = {name: (light, dark) for name, light, dark in PAIR.findall(CSS)}
TEXT = ["ink", "ink2", "ink3", "blue", "red", "ochre", "plum", "grey"]
WASHES = ["blue-w", "red-w", "ochre-w", "ink-w", "grey-w", "target"]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", TEXT)
def test_text_and_marks_stand_out_from_paper_and_card(name: str, theme: int) -> None:
    for ground in ("paper", "card"):
        assert contrast(PALETTE[name][theme], PALETTE[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("wash", WASHES)
def test_text_stands_out_from_every_wash(wash: str, theme: int) -> None:
    assert contrast(PALETTE["ink"][theme], PALETTE[wash][theme]) >= 5.2


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_edges_of_controls_can_be_seen(theme: int) -> None:
    assert contrast(PALETTE["edge"][theme], PALETTE["paper"][theme]) >= 3


def test_browsers_without_light_dark_get_the_same_colours() -> None:
    plain, dark = CSS.split("@media (prefers-color-scheme:dark)", 1)
    for theme, text in enumerate((plain, dark.split("}}", 1)[0])):
        declared = dict(re.findall(r"--([a-z0-9-]+):(#\w+)", text))
        assert declared == {name: pair[theme] for name, pair in PALETTE.items()}
